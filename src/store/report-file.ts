import fs, { constants } from 'node:fs';
import { type Disk, writeAll, writeAtomically, writeNew } from './atomic-file.ts';
import { errnoOf, naming, orNull } from './store-fault.ts';

/**
 * Writes what somebody asked for by name. Unless it may be replaced, a file that is there already stays as it is, also
 * when it appears at the last moment.
 */
export function writeReportFile(
  path: string,
  text: string,
  { replace }: { replace: boolean },
  disk: Disk = fs,
): 'written' | 'exists' {
  if (replace) {
    if (isDevice(path, disk)) writeThrough(path, text, disk);
    else writeAtomically(path, text, 0o644, disk);
    return 'written';
  }
  return naming('CANNOT_WRITE', path, () => {
    try {
      writeNew(path, Buffer.from(text), 0o644, disk);
      return 'written';
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return 'exists';
      throw error;
    }
  });
}

/** Somewhere that takes what is written and keeps no file: `/dev/null`, `/dev/stdout`, a pipe. */
const isDevice = (path: string, disk: Disk): boolean => {
  const there = naming('CANNOT_WRITE', path, () => orNull(() => disk.statSync(path)));
  return there !== null && !there.isFile() && !there.isDirectory();
};

/** Not waited for: a pipe that nobody reads is refused by the system. */
function writeThrough(path: string, text: string, disk: Disk): void {
  naming('CANNOT_WRITE', path, () => {
    const probe = disk.openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
    const fd = disk.openSync(path, 'w');
    try {
      writeAll(fd, Buffer.from(text), null, disk);
    } finally {
      disk.closeSync(fd);
      disk.closeSync(probe);
    }
  });
}

/** The first of these paths where something is, if only a link to nowhere. */
export const firstTaken = (paths: readonly string[], disk: Disk = fs): string | undefined =>
  paths.find((path) => naming('CANNOT_WRITE', path, () => orNull(() => disk.lstatSync(path))) !== null);
