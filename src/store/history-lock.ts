import fs from 'node:fs';
import { attempt, type Disk } from './atomic-file.ts';
import { type Mark, putMark, readMark } from './lock-mark.ts';
import { isDead, type Owner, thisProcess } from './lock-owner.ts';
import { naming, StoreFault } from './store-fault.ts';

/** How long a living owner is waited for. */
const PATIENCE_MS = 5_000;
/** A mark is written right after it was made. One that stays unwritten this long lost its owner in between. */
const UNWRITTEN_MS = 1_000;
const LONGEST_NAP_MS = 20;

/** The locks that this process holds: any other with its number is that of a dead one before it, or one that would not go. */
const held = new Set<string>();

/** Runs `action` as the only holder of the lock at `path`, in this process and in all others. */
export function withLock<T>(path: string, action: () => T, disk: Disk = fs, patienceMs = PATIENCE_MS): T {
  const release = takeLock(path, disk, patienceMs);
  try {
    return action();
  } finally {
    release();
  }
}

/** The same for what takes several turns of the loop: the lock is held until the function that is returned is called. */
export function takeLock(path: string, disk: Disk = fs, patienceMs = PATIENCE_MS): () => void {
  acquire(path, disk, patienceMs);
  return () => {
    attempt(() => disk.unlinkSync(path));
    held.delete(path);
  };
}

function acquire(path: string, disk: Disk, patienceMs: number): void {
  const owner = thisProcess();
  let waitedMs = 0;
  let seen = { name: '', atMs: 0 };
  while (!naming('CANNOT_WRITE', path, () => putMark(path, owner, disk))) {
    const mark = naming('CANNOT_READ', path, () => readMark(path, disk));
    if (mark === null) continue;
    // It would not go when this process was done with it.
    if (mark.owner?.token === owner.token && !held.has(path)) break;
    if (mark.name !== seen.name) seen = { name: mark.name, atMs: waitedMs };
    if (mark.owner ? isAbandoned(path, mark.owner) : waitedMs - seen.atMs >= UNWRITTEN_MS) {
      if (takeOver(path, mark, disk, patienceMs)) break;
      continue;
    }
    if (waitedMs >= patienceMs) throw new StoreFault('HISTORY_LOCKED', { path });
    const napMs = Math.min(0.25 + waitedMs, LONGEST_NAP_MS);
    sleep(napMs);
    waitedMs += napMs;
  }
  held.add(path);
}

const isAbandoned = (path: string, owner: Owner): boolean =>
  owner.host === thisProcess().host && owner.pid === process.pid ? !held.has(path) : isDead(owner);

/**
 * Takes the place of an abandoned lock; false where that is not there any more. Of several processes that found it only
 * one may: between another's look and its deed a new owner could have come. So this has a lock of its own, named after
 * the abandoned one. Who holds that looks again, and gives it the name of the abandoned one: whatever ends the process,
 * one name is left or the other.
 */
function takeOver(path: string, abandoned: Mark, disk: Disk, patienceMs: number): boolean {
  const own = `${path}.${abandoned.name}`;
  acquire(own, disk, patienceMs);
  let isTaken = false;
  try {
    naming('CANNOT_WRITE', path, () => {
      if (readMark(path, disk)?.name !== abandoned.name) return;
      disk.renameSync(own, path);
      isTaken = true;
    });
    return isTaken;
  } finally {
    if (!isTaken) attempt(() => disk.unlinkSync(own));
    held.delete(own);
  }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
