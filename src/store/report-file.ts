import fs from 'node:fs';
import { type Disk, realPath, writeAtomically } from './atomic-file.ts';
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
    writeAtomically(path, content, 0o644, disk);
    return 'written';
  }
  return createWhole(path, content, 0o644, disk) ? 'written' : 'exists';
}

/** The first of these paths where something is, if only a link to nowhere. */
export const firstTaken = (paths: readonly string[], disk: Disk = fs): string | undefined =>
  paths.find((path) => naming('CANNOT_WRITE', path, () => orNull(() => disk.lstatSync(path))) !== null);

/** Whether both lead to one file, links followed. */
export const isOneFile = (one: string, other: string, disk: Disk = fs): boolean =>
  realPath(one, disk) === realPath(other, disk);
