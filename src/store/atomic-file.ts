import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sweepBeside } from './leftovers.ts';
import { refusal } from './regular-file.ts';
import { errnoOf, naming, orNull } from './store-fault.ts';

/** The calls of `node:fs` that keeping a file safe takes; another disk may be handed in to see what a failing one does. */
export type Disk = Pick<
  typeof fs,
  | 'openSync'
  | 'chmodSync'
  | 'closeSync'
  | 'readSync'
  | 'writeSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'statSync'
  | 'fstatSync'
  | 'lstatSync'
  | 'symlinkSync'
  | 'readlinkSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'linkSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'mkdirSync'
  | 'realpathSync'
>;

/**
 * Writes a file so that a crash at any moment leaves the old content or the new one, never half of either. A
 * symbolic link stays a link: its target is written. A file that is there keeps its rights; `mode` is for a new one.
 * When it fails, nothing is left beside the file, nor in its place where nothing was; where something was, a folder that
 * could not be synced has the old one or the new. What is there and no file, such as `/dev/null`, is refused: it would be gone.
 */
export function writeAtomically(path: string, data: string | Uint8Array, mode: number, disk: Disk = fs): void {
  naming('CANNOT_WRITE', path, () => {
    const target = realPath(path, disk);
    const there = orNull(() => disk.statSync(target));
    if (there && !there.isFile()) throw refusal(there.isDirectory() ? 'EISDIR' : 'EINVAL');
    putInPlace(target, data, { mode, known: there && there.mode & 0o777 }, disk);
  });
}

/** The same for a file that only this program writes: a link in its place was put there by nobody who should, and goes. */
export function replaceOwn(path: string, data: string | Uint8Array, mode: number, disk: Disk = fs): void {
  naming('CANNOT_WRITE', path, () => {
    const isThere = orNull(() => disk.lstatSync(path)) !== null;
    putInPlace(path, data, { mode, known: isThere ? mode : null }, disk);
  });
}

/** `known`: the rights of the file that is there; null where there is none. */
function putInPlace(
  target: string,
  data: string | Uint8Array,
  { mode, known }: { readonly mode: number; readonly known: number | null },
  disk: Disk,
): void {
  sweepBeside(target, disk);
  const temporary = temporaryBeside(target);
  writeNew(temporary, Buffer.from(data), known ?? mode, disk);
  orUndone(
    () => {
      // The mask of the process may have taken away what it takes from new files; where this fails, that is all.
      if (known !== null) attempt(() => disk.chmodSync(temporary, known));
      disk.renameSync(temporary, target);
    },
    () => disk.unlinkSync(temporary),
  );
  orUndone(
    () => syncFolder(dirname(target), disk),
    () => {
      if (known === null) disk.unlinkSync(target);
    },
  );
}

/** A name beside a file, for what shall take its place. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes a file that must not be there yet, down to the platter. */
export function writeNew(path: string, data: Uint8Array, mode: number, disk: Disk): void {
  const fd = disk.openSync(path, 'wx', mode);
  orUndone(
    () => {
      try {
        writeAll(fd, data, 0, disk);
        disk.fsyncSync(fd);
      } finally {
        disk.closeSync(fd);
      }
    },
    () => disk.unlinkSync(path),
  );
}

/** Writes all of it: the system may take less than it is given. `position` is null for what has no places, like a pipe. */
export function writeAll(fd: number, data: Uint8Array, position: number | null, disk: Disk): void {
  let written = 0;
  while (written < data.length) {
    const at = position === null ? null : position + written;
    const taken = disk.writeSync(fd, data, written, data.length - written, at);
    if (taken === 0) throw Object.assign(new Error('The disk takes nothing more.'), { code: 'EIO', syscall: 'write' });
    written += taken;
  }
}

/** Makes a folder and those above it for its owner alone, and makes them last. */
export function ensureFolder(folder: string, disk: Disk = fs): void {
  if (makeFolder(folder, disk) === 'no-parent') {
    ensureFolder(dirname(folder), disk);
    // Where even that does not help (`/proc`), this throws; Node's own recursive way would go on for ever.
    if (makeFolder(folder, disk) === 'no-parent') disk.mkdirSync(folder);
  }
}

function makeFolder(folder: string, disk: Disk): 'there' | 'no-parent' {
  try {
    disk.mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'EEXIST') return 'there';
    if (errno === 'ENOENT' && dirname(folder) !== folder) return 'no-parent';
    throw error;
  }
  syncFolder(dirname(folder), disk);
  return 'there';
}

/** Without this a new name in a folder may not survive a power cut. Not every platform lets a folder be synced. */
export function syncFolder(folder: string, disk: Disk): void {
  try {
    const fd = disk.openSync(folder, 'r');
    try {
      disk.fsyncSync(fd);
    } finally {
      disk.closeSync(fd);
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(errnoOf(error) ?? '')) throw error;
  }
}

/** Where a path leads through its links; the path itself where nothing is there yet. */
export function realPath(path: string, disk: Disk): string {
  try {
    return disk.realpathSync(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return path;
    throw error;
  }
}

/** Runs `action`; where it fails, what it did is undone as far as that goes. */
export function orUndone(action: () => void, undo: () => void): void {
  try {
    action();
  } catch (error) {
    attempt(undo);
    throw error;
  }
}

/** For what is tried while something else already failed: its own failure would hide the first. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch {}
}
