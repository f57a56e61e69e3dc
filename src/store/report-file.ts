import fs from 'node:fs';
import { type Disk, writeAtomically, writeNew } from './atomic-file.ts';
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
    writeAtomically(path, text, 0o644, disk);
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

/** The first of these paths where something is, if only a link to nowhere. */
export const firstTaken = (paths: readonly string[], disk: Disk = fs): string | undefined =>
  paths.find((path) => naming('CANNOT_WRITE', path, () => orNull(() => disk.lstatSync(path))) !== null);
