import fs from 'node:fs';
import { dirname } from 'node:path';
import { attempt, type Disk, orUndone, syncFolder, temporaryBeside, writeNew } from './atomic-file.ts';
import { sweepBeside } from './leftovers.ts';
import { errnoOf, naming, orNull } from './store-fault.ts';

/**
 * Writes a file where none is, all of it or nothing; false where something is, also when that appears at the last
 * moment. Where the file system gives a file no second name, a crash may leave the beginning of it.
 */
export function createWhole(path: string, data: string | Uint8Array, mode: number, disk: Disk = fs): boolean {
  return naming('CANNOT_WRITE', path, () => {
    if (orNull(() => disk.lstatSync(path)) !== null) return false;
    sweepBeside(path, disk);
    const bytes = Buffer.from(data);
    const temporary = temporaryBeside(path);
    writeNew(temporary, bytes, mode, disk);
    const isNew = isLinked(temporary, path, disk) ?? isWritten(path, bytes, mode, disk);
    attempt(() => disk.unlinkSync(temporary));
    if (isNew)
      orUndone(
        () => syncFolder(dirname(path), disk),
        () => disk.unlinkSync(path),
      );
    return isNew;
  });
}

/** A rename would take the place of what appeared meanwhile; a second name does not. Null where there are none. */
function isLinked(temporary: string, path: string, disk: Disk): boolean | null {
  try {
    disk.linkSync(temporary, path);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EEXIST' ? false : null;
  }
}

function isWritten(path: string, bytes: Uint8Array, mode: number, disk: Disk): boolean {
  try {
    writeNew(path, bytes, mode, disk);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}
