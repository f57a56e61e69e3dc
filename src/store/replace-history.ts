import fs, { type Stats } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../core/day.ts';
import { attempt, type Disk, ensureFolder, realPath, syncFolder, temporaryBeside, writeNew } from './atomic-file.ts';
import { type Backup, type BackupReason, backUp } from './backups.ts';
import { withLock } from './history-lock.ts';
import { isNewer } from './history-tail.ts';
import { sweepBeside } from './leftovers.ts';
import { forgetMark } from './own-mark.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

export interface Replacement {
  readonly reason: BackupReason;
  /** The folder for the copy of what is replaced. */
  readonly backups: string;
  readonly now: Instant;
  readonly disk?: Disk;
  /** How long another process's lock is waited for. */
  readonly patienceMs?: number;
}

export interface Replaced {
  /** False where `make` had nothing to change: then the file is as it was. */
  readonly changed: boolean;
  /** Null where nothing was changed, or where there was no history before. */
  readonly backup: Backup | null;
}

/**
 * The one way in which a history is written anew. `make` gets the bytes of the file, null where there is none, and gives
 * what shall stand there, null where that is what stands there already. It may be called again, when somebody answered meanwhile.
 * A copy of what was there is on the disk before the new file takes its place by its name, under the lock: a crash leaves
 * the one or the other.
 */
export function replaceHistory(
  path: string,
  make: (current: Buffer | null) => Uint8Array | null,
  options: Replacement,
): Replaced {
  const disk = options.disk ?? fs;
  return naming('CANNOT_WRITE', path, () => {
    const target = realPath(path, disk);
    const locked = <T>(action: () => T): T => withLock(`${target}.lock`, action, disk, options.patienceMs);
    try {
      // Others may answer while the new file is made, so the lock is taken for the change of names alone, if that goes well.
      for (let tries = 0; tries < 3; tries++) {
        const replaced = attemptReplacing(target, make, options, disk, locked);
        if (replaced) return replaced;
      }
      return locked(() => attemptReplacing(target, make, options, disk, (action) => action())) as Replaced;
    } finally {
      forgetMark(target);
    }
  });
}

/** Null where the file was written to in between. */
function attemptReplacing(
  target: string,
  make: (current: Buffer | null) => Uint8Array | null,
  options: Replacement,
  disk: Disk,
  locked: (action: () => boolean) => boolean,
): Replaced | null {
  const before = orNull(() => disk.statSync(target));
  const current = before && orNull(() => disk.readFileSync(target));
  if (current && isNewer(current)) throw new StoreFault('HISTORY_NEWER', { path: target });
  const next = make(current);
  if (next === null) return { changed: false, backup: null };
  const backup = current && current.length > 0 ? backUp(options.backups, current, options, disk) : null;
  ensureFolder(dirname(target), disk);
  sweepBeside(target, disk);
  const temporary = temporaryBeside(target);
  try {
    writeNew(temporary, next, before ? before.mode & 0o777 : 0o600, disk);
    const done = locked(() => {
      if (
        !isSame(
          before,
          orNull(() => disk.statSync(target)),
        )
      )
        return false;
      disk.renameSync(temporary, target);
      syncFolder(dirname(target), disk);
      return true;
    });
    if (!done) attempt(() => disk.unlinkSync(temporary));
    return done ? { changed: true, backup } : null;
  } catch (error) {
    attempt(() => disk.unlinkSync(temporary));
    throw error;
  }
}

const isSame = (one: Stats | null, other: Stats | null): boolean =>
  one?.ino === other?.ino && one?.size === other?.size && one?.mtimeMs === other?.mtimeMs;
