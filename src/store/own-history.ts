import fs from 'node:fs';
import type { Entry } from '../core/history/entry.ts';
import { archiveFiles } from './archive-files.ts';
import type { Disk } from './atomic-file.ts';
import type { LineFault } from './event-lines.ts';
import { readGiven } from './given-history.ts';
import { entriesIn, historyOf } from './history-entries.ts';
import type { Home } from './home.ts';
import { naming, orNull } from './store-fault.ts';

/** A file of old events, put away by their owner. */
export interface ArchiveFile {
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly unreadable: readonly LineFault[];
}

/** The files of old events in the order of their names; none where nothing was put away. */
export function readArchive({ archive }: Home, disk: Disk = fs): ArchiveFile[] {
  return archiveFiles(archive, disk).map((path) => {
    const given = readGiven(path, disk);
    if (given.kind === 'history') return { path, entries: given.entries, unreadable: given.unreadable };
    return { path, entries: [], unreadable: [{ line: 1, reason: 'WRONG_HEADER' }] };
  });
}

/** The bytes of the history; null where there is none yet. */
export const readOwn = ({ history }: Home, disk: Disk = fs): Buffer | null =>
  naming('CANNOT_READ', history, () => orNull(() => disk.readFileSync(history)));

/** A history of these events, looked at once more before it takes the place of one that holds `before`: nothing of that may be missing. */
export function verifiedHistory(entries: readonly Entry[], before: readonly Entry[]): Buffer {
  const bytes = historyOf(entries);
  const { entries: read, faults } = entriesIn(bytes);
  const ids = new Set(read.map(({ id }) => id));
  if (faults.length > 0 || read.length !== entries.length || before.some(({ id }) => !ids.has(id)))
    throw new Error('A history that was made anew is not whole; the old one is as it was.');
  return bytes;
}
