import type { Entry } from '../core/history/entry.ts';
import { carriedAs } from '../core/sync/carried.ts';
import { type Difference, difference, type Histories } from '../core/sync/histories.ts';
import type { Files } from '../core/sync/merge-paths.ts';
import type { LineFault } from './event-lines.ts';
import type { Blobs, GitObjects } from './git-objects.ts';
import { entriesIn, historyOf } from './history-entries.ts';
import { END, HEADER } from './history-tail.ts';

/** Histories as they are written, by path. */
export type HistoryFiles = ReadonlyMap<string, Buffer>;

export interface Compared extends Difference {
  /** The first damage of the later state where it differs from the earlier. */
  readonly fault: PlacedFault | null;
}

export interface PlacedFault extends LineFault {
  readonly path: string;
}

/**
 * How two states of a learner's events differ. The lines that a file begins with on both sides are not read as events: of a
 * hundred thousand answers thirty are new.
 */
export function compareFiles(before: HistoryFiles, after: HistoryFiles): Compared {
  const [old, now] = [new Map<string, readonly Entry[]>(), new Map<string, readonly Entry[]>()];
  let fault: PlacedFault | null = null;
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const [earlier, later] = [before.get(path), after.get(path)];
    if (earlier && later?.equals(earlier)) continue;
    const from = earlier && later ? sharedLines(earlier, later) : 0;
    if (earlier) old.set(path, entriesFrom(earlier, from).entries);
    if (!later) continue;
    const { entries, faults } = entriesFrom(later, from);
    now.set(path, entries);
    if (faults[0]) fault ??= { path, ...faults[0] };
  }
  return { ...difference(old, now), fault };
}

/** Every event of the files, with the first damage. */
export function readFiles(files: HistoryFiles): { histories: Histories; fault: PlacedFault | null } {
  const histories = new Map<string, readonly Entry[]>();
  let fault: PlacedFault | null = null;
  for (const [path, content] of files) {
    const { entries, faults } = entriesIn(content);
    histories.set(path, entries);
    if (faults[0]) fault ??= { path, ...faults[0] };
  }
  return { histories, fault };
}

/** Whether every event has its id where it is seen without reading the line, and no id stands twice. */
export function hasEachIdOnce(files: HistoryFiles): boolean {
  const ids = new Set<string>();
  let events = 0;
  for (const content of files.values()) {
    const end = content.length - END.length;
    for (let at = HEADER.length; at < end; events++) {
      const from = at + OPENING.length;
      const to = content.indexOf('"', from);
      const id = to < 0 ? '' : content.toString('latin1', from, to);
      if (content.toString('latin1', at, from) !== OPENING || id === '' || id.includes('\\')) return false;
      ids.add(id);
      at = content.indexOf('\n', to) + 1 || end;
    }
  }
  return ids.size === events;
}

const OPENING = '{"id":"';

/** Files of these events. */
export const filesOfHistories = (histories: Histories): HistoryFiles =>
  new Map([...histories].map(([path, entries]) => [path, historyOf(entries)]));

export async function loadHistories(files: Files, objects: Blobs): Promise<HistoryFiles> {
  const loaded = new Map<string, Buffer>();
  for (const [path, id] of files) if (isHistory(path)) loaded.set(path, await objects.read(id));
  return loaded;
}

/** The ids of contents that are in the repository from now on. */
export async function stored(contents: HistoryFiles, objects: GitObjects): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [path, content] of contents) ids.set(path, await objects.write(content));
  return ids;
}

/** These events added to a history behind all that it has, whose bytes stay as they are. */
export function withLines(history: Buffer, added: readonly Entry[]): Buffer {
  if (added.length === 0) return history;
  const lines = added.map(({ text }) => `${text},\n`).join('');
  return Buffer.concat([history.subarray(0, history.length - END.length), Buffer.from(lines + END)]);
}

/** The paths of what holds events. */
export const isHistory = (path: string): boolean => ['history', 'archive'].includes(carriedAs(path) ?? '');

/** Where the first line begins that two files do not share, within their events; 0 where their first lines differ. */
export function sharedLines(one: Buffer, other: Buffer): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  for (let step = 16 ** 5; step > 0; ) {
    const end = Math.min(most, same + step);
    if (end > same && one.compare(other, same, end, same, end) === 0) same = end;
    else step = Math.floor(step / 16);
  }
  const line = same === 0 ? 0 : one.lastIndexOf('\n', same - 1) + 1;
  return line < HEADER.length ? 0 : line;
}

function entriesFrom(content: Buffer, from: number): ReturnType<typeof entriesIn> {
  if (from === 0) return entriesIn(content);
  const { entries, faults } = entriesIn(Buffer.concat([Buffer.from(HEADER), content.subarray(from)]));
  return { entries, faults: faults.map(({ line, reason }) => ({ line: line - 2 + lineAt(content, from), reason })) };
}

/** The number of the line that begins at this place, from 1. */
function lineAt(content: Buffer, place: number): number {
  let line = 1;
  for (let at = content.indexOf('\n'); at >= 0 && at < place; at = content.indexOf('\n', at + 1)) line++;
  return line;
}
