import fs, { type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../core/day.ts';
import { carriedAs, HISTORY, Names } from '../core/sync/carried.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import { CLOSE_BRACE } from './bytes.ts';
import { blobId } from './git-objects.ts';
import { entriesIn } from './history-entries.ts';
import { openHistory } from './history-file.ts';
import type { Home } from './home.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

/** A file of the home that does not travel, or one of the remote that was not brought in, and why. */
export interface LeftOut {
  readonly path: string;
  readonly why: 'link' | 'clash' | 'too-large' | 'odd-name' | 'foreign' | 'changed-again' | 'not-written';
  /** What stands in its way, or what the system called it. */
  readonly other?: string;
}

/** What a home holds of what is carried. */
export interface Live {
  /** Ids of contents by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The contents by id. */
  readonly contents: ReadonlyMap<string, Buffer>;
  /** Without its folder nothing can be said of banks: they were not deleted one by one. */
  readonly banks: 'there' | 'missing' | 'link';
  readonly leftOut: readonly LeftOut[];
}

/** Reads a home: the history in whole lines, its archives, and the learner's banks. Links are not followed. */
export function readLive(home: Home, now: Instant): Live {
  const contents = new Map<string, Buffer>();
  const files = new Map<string, string>();
  const keep = (path: string, content: Buffer): void => {
    const id = blobId(content);
    files.set(path, id);
    contents.set(id, content);
  };
  const history = readHistory(home.history, now);
  if (history) keep(HISTORY, history);
  for (const name of orNull(() => fs.readdirSync(home.archive)) ?? []) {
    const path = `archive/${name}`;
    const content =
      carriedAs(path) === 'archive' ? plainFile(join(home.archive, name), Number.POSITIVE_INFINITY) : null;
    if (content instanceof Buffer) keep(path, content);
  }
  const leftOut: LeftOut[] = [];
  const banks = kindOf(home.banks);
  if (banks === 'there') readBanks(home.banks, keep, leftOut);
  return { files, contents, banks, leftOut };
}

/**
 * The bytes of a history, whole lines only; null where there is none. Opening it mends a torn tail; an answer may be under way
 * while it is read, and then it is read again.
 */
export function readHistory(path: string, now: Instant): Buffer | null {
  for (let tries = 0; ; tries++) {
    const file = openHistory(path, { now: () => now, archive: null });
    file.close();
    if (file.isNewer) throw new StoreFault('HISTORY_NEWER', { path });
    const read = naming('CANNOT_READ', path, () => orNull(() => fs.readFileSync(path)));
    if (read === null || read.length === 0) return null;
    const content = closed(read);
    const isWhole = content.toString('latin1', content.length - END_BYTES).endsWith('\n{"type":"end"}]}\n');
    if (isWhole) return content;
    const fault = entriesIn(content).faults[0];
    if (!fault) return content;
    if (tries === 3) throw new StoreFault('HISTORY_DAMAGED', { path, ...fault });
  }
}

/** With the newline behind the end line, which some editors leave out. */
export const closed = (content: Buffer): Buffer =>
  content.at(-1) === CLOSE_BRACE ? Buffer.concat([content, NEWLINE]) : content;

/** Whether conflict marks of git stand in a text. */
export const hasMarks = (content: Buffer): boolean => /^(<{7}|>{7})( |\r?$)/m.test(content.toString('latin1'));

const END_BYTES = 64;
const NEWLINE = Buffer.of(0x0a);

function readBanks(folder: string, keep: (path: string, content: Buffer) => void, leftOut: LeftOut[]): void {
  const names = new Names();
  for (const path of filesBelow(folder, 'banks')) {
    const carried = carriedAs(path);
    if (carried !== 'bank' && !IS_BANK.test(path)) continue;
    const leave = (why: LeftOut['why'], other?: string): void =>
      void leftOut.push({ path, why, ...(other === undefined ? {} : { other }) });
    const content = plainFile(join(folder, ...path.split('/').slice(1)), LARGEST_BANK_BYTES);
    // A name that is no UTF-8 is not read as it is, and then nothing is found by it.
    if (content === null && !path.includes('\ufffd')) continue;
    if (content === null) leave('odd-name');
    else if (content === 'link' || content === 'too-large') leave(content);
    else if (carried !== 'bank') leave('odd-name');
    else {
      const other = names.take(path);
      if (other !== null) leave('clash', other);
      else keep(path, content);
    }
  }
}

const IS_BANK = /\.(ya?ml|json)$/i;

/** Files in a folder and those below, but in no folder that a link leads to, and none whose name begins with a dot. */
function filesBelow(folder: string, prefix: string): string[] {
  const entries = naming('CANNOT_READ', folder, () => fs.readdirSync(folder, { withFileTypes: true }));
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${prefix}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(join(folder, entry.name), path) : [path];
    })
    .sort();
}

/** Null for what is no file at all, or is gone by now. */
function plainFile(path: string, mostBytes: number): Buffer | 'link' | 'too-large' | null {
  return naming('CANNOT_READ', path, () =>
    orNull(() => {
      const found = fs.lstatSync(path);
      if (found.isSymbolicLink()) return 'link';
      if (!found.isFile()) return null;
      return found.size > mostBytes ? 'too-large' : fs.readFileSync(path);
    }),
  );
}

function kindOf(folder: string): Live['banks'] {
  const found: Stats | null = orNull(() => fs.lstatSync(folder));
  if (found?.isSymbolicLink()) return 'link';
  return found?.isDirectory() ? 'there' : 'missing';
}
