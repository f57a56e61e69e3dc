import type { Stats } from 'node:fs';
import { basename, join } from 'node:path';
import type { Disk } from './atomic-file.ts';
import { type Reading, readLines, tailLines } from './history-read.ts';
import { shapeOf } from './history-tail.ts';
import { naming, orNull } from './store-fault.ts';

/** The folder of files that hold old events; null for a history that has none. */
export type ArchiveFolder = string | null;

interface Found {
  readonly path: string;
  readonly stats: Stats;
}

/** The files of an archive in the order in which they are read, before the history. */
export const archiveFiles = (folder: ArchiveFolder, disk: Disk): string[] =>
  filesIn(folder, disk).map(({ path }) => path);

/** The state of all files of an archive; empty where there are none. A few files are looked at, none is read. */
export const archiveStamp = (folder: ArchiveFolder, disk: Disk): string => stampOfAll(filesIn(folder, disk));

/**
 * Reads all files of an archive; the stamp of what was read. Damage names its file. To be called when the history is open
 * already: what leaves a history stands in its archive before.
 */
export function readArchive<Into extends Reading>(
  folder: ArchiveFolder,
  disk: Disk,
  into: Into,
  read: (bytes: Buffer, into: Into) => void,
): string {
  const seen = filesIn(folder, disk).flatMap(({ path }): Found[] => {
    const known = into.faults.length;
    const stats = reading(path, disk, (fd, size) => readFile(fd, size, disk, into, read));
    for (const [n, fault] of into.faults.entries()) if (n >= known) into.faults[n] = { ...fault, file: path };
    return stats ? [{ path, stats }] : [];
  });
  return stampOfAll(seen);
}

/** The whole lines within the last so many bytes of an archive, file by file, and whether that is all it has. */
export function archiveTail(
  folder: ArchiveFolder,
  bytes: number,
  disk: Disk,
): { readonly lines: readonly Buffer[]; readonly isWhole: boolean } {
  const lines: Buffer[] = [];
  let left = bytes;
  for (const path of archiveFiles(folder, disk).reverse()) {
    if (left <= 0) return { lines, isWhole: false };
    reading(path, disk, (fd, size) => {
      if (isHistory(fd, size, disk)) lines.unshift(tailLines(fd, size, left, disk));
      left -= size;
    });
  }
  return { lines, isWhole: left >= 0 };
}

/** An archive is written whole or not at all: one that is empty, or something else, is damage, and so is one that was cut short. */
function readFile<Into extends Reading>(
  fd: number,
  size: number,
  disk: Disk,
  into: Into,
  read: (bytes: Buffer, into: Into) => void,
): void {
  if (isHistory(fd, size, disk)) readLines(fd, size, disk, into, read);
  else into.faults.push({ line: 1, reason: size === 0 ? 'NO_END_LINE' : 'WRONG_HEADER' });
}

function isHistory(fd: number, size: number, disk: Disk): boolean {
  const { kind } = shapeOf(fd, size, disk);
  return kind !== 'empty' && kind !== 'foreign';
}

/** The state of the file that was read; null where it is gone by now. */
function reading(path: string, disk: Disk, read: (fd: number, size: number) => void): Stats | null {
  return naming('CANNOT_READ', path, () => {
    const fd = orNull(() => disk.openSync(path, 'r'));
    if (fd === null) return null;
    try {
      const stats = disk.fstatSync(fd);
      read(fd, stats.size);
      return stats;
    } finally {
      disk.closeSync(fd);
    }
  });
}

/** Regular files by the name of a history; what else lies in the folder is not looked at. */
function filesIn(folder: ArchiveFolder, disk: Disk): Found[] {
  if (folder === null) return [];
  return naming('CANNOT_READ', folder, () => {
    // Most have none, and making an error to say so takes ten times as long as the look.
    if (!disk.statSync(folder, { throwIfNoEntry: false })) return [];
    return (orNull(() => disk.readdirSync(folder)) ?? [])
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort()
      .flatMap((name) => {
        const path = join(folder, name);
        const stats = disk.statSync(path, { throwIfNoEntry: false });
        return stats?.isFile() ? [{ path, stats }] : [];
      });
  });
}

const stampOfAll = (files: readonly Found[]): string =>
  files
    .map(({ path, stats: { size, mtimeMs, ino } }) => JSON.stringify([basename(path), size, mtimeMs, ino]))
    .join('\n');
