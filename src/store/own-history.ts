import fs from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../core/history/entry.ts';
import type { Disk } from './atomic-file.ts';
import type { LineFault } from './event-lines.ts';
import { readGiven } from './given-history.ts';
import { entriesIn, historyOf } from './history-entries.ts';
import type { Home } from './home.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

/** A file of old events, put away by their owner. */
export interface ArchiveFile {
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly unreadable: readonly LineFault[];
}

/** The files of old events in the order of their names; none where nothing was put away. */
export function readArchive({ archive }: Home, disk: Disk = fs): ArchiveFile[] {
  const names = naming('CANNOT_READ', archive, () => orNull(() => disk.readdirSync(archive))) ?? [];
  return names
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .sort()
    .map((name) => join(archive, name))
    .filter((path) => naming('CANNOT_READ', path, () => orNull(() => disk.statSync(path)))?.isFile())
    .map((path) => {
      const given = readGiven(path, disk);
      if (given.kind === 'history') return { path, entries: given.entries, unreadable: given.unreadable };
      return { path, entries: [], unreadable: [{ line: 1, reason: 'WRONG_HEADER' }] };
    });
}

/** The bytes of the history; null where there is none yet. */
export const readOwn = ({ history }: Home, disk: Disk = fs): Buffer | null =>
  naming('CANNOT_READ', history, () => orNull(() => disk.readFileSync(history)));

/** The events of a history that may be written anew. What cannot be read in a damaged one would be lost by it, so that one is refused. */
export function soundEntries(bytes: Buffer | null, { history }: Home): readonly Entry[] {
  if (bytes === null || bytes.length === 0) return [];
  // The newline behind the end line may be missing, as some editors leave it.
  const { entries, faults } = entriesIn(bytes.at(-1) === CLOSING_BRACE ? Buffer.concat([bytes, NEWLINE]) : bytes);
  if (faults[0]) throw new StoreFault('HISTORY_DAMAGED', { path: history, ...faults[0] });
  return entries;
}

/** A history of these events, looked at once more before it takes the place of one that holds `before`: nothing of that may be missing. */
export function verifiedHistory(entries: readonly Entry[], before: readonly Entry[]): Buffer {
  const bytes = historyOf(entries);
  const { entries: read, faults } = entriesIn(bytes);
  const ids = new Set(read.map(({ id }) => id));
  if (faults.length > 0 || read.length !== entries.length || before.some(({ id }) => !ids.has(id)))
    throw new Error('A history that was made anew is not whole; the old one is as it was.');
  return bytes;
}

const CLOSING_BRACE = 0x7d;
const NEWLINE = Buffer.of(0x0a);
