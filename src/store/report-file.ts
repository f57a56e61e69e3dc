import fs, { constants } from 'node:fs';
import { type Disk, realPath, writeAll, writeAtomically } from './atomic-file.ts';
import { createWhole } from './new-file.ts';
import { naming, orNull } from './store-fault.ts';

/**
 * Writes what somebody asked for by name. Unless it may be replaced, a file that is there already stays as it is, also
 * when it appears at the last moment.
 */
export function writeReportFile(
  path: string,
  content: string | Uint8Array,
  { replace }: { replace: boolean },
  disk: Disk = fs,
): 'written' | 'exists' {
  if (replace) {
    if (isDevice(path, disk)) writeThrough(path, content, disk);
    else writeAtomically(path, content, 0o644, disk);
    return 'written';
  }
  return createWhole(path, content, 0o644, disk) ? 'written' : 'exists';
}

/** Somewhere that takes what is written and keeps no file: `/dev/null`, `/dev/stdout`, a pipe. */
const isDevice = (path: string, disk: Disk): boolean => {
  const there = naming('CANNOT_WRITE', path, () => orNull(() => disk.statSync(path)));
  return there !== null && !there.isFile() && !there.isDirectory();
};

/** Not waited for: a pipe that nobody reads is refused by the system. */
function writeThrough(path: string, content: string | Uint8Array, disk: Disk): void {
  naming('CANNOT_WRITE', path, () => {
    const probe = disk.openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
    const fd = disk.openSync(path, 'w');
    try {
      writeAll(fd, Buffer.from(content), null, disk);
    } finally {
      disk.closeSync(fd);
      disk.closeSync(probe);
    }
  });
}

/** The first of these paths where something is, if only a link to nowhere. */
export const firstTaken = (paths: readonly string[], disk: Disk = fs): string | undefined =>
  paths.find((path) => naming('CANNOT_WRITE', path, () => orNull(() => disk.lstatSync(path))) !== null);

/** Whether both lead to one file, links followed. */
export const isOneFile = (one: string, other: string, disk: Disk = fs): boolean =>
  realPath(one, disk) === realPath(other, disk);
