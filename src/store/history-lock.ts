import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { attempt, type Disk } from './atomic-file.ts';
import { type Mark, type Owner, putMark, readMark } from './lock-mark.ts';
import { errnoOf, naming, StoreFault } from './store-fault.ts';

/** How long a living owner is waited for. */
const PATIENCE_MS = 5_000;
/** A mark is written right after it was made. One that stays unwritten this long lost its owner in between. */
const UNWRITTEN_MS = 1_000;
const LONGEST_NAP_MS = 20;

const HOST = hostname().replaceAll('/', '');
const PROCESS = randomBytes(4).toString('hex');
let taken = 0;

/** Tokens of the locks this process holds: its own number in any other lock is that of a dead one before it. */
const held = new Set<string>();

/** Runs `action` as the only holder of the lock at `path`, in this process and in all others. */
export function withLock<T>(path: string, action: () => T, disk: Disk = fs, patienceMs = PATIENCE_MS): T {
  const token = acquire(path, disk, patienceMs);
  try {
    return action();
  } finally {
    attempt(() => disk.unlinkSync(path));
    held.delete(token);
  }
}

function acquire(path: string, disk: Disk, patienceMs: number): string {
  const owner: Owner = {
    pid: process.pid,
    token: PROCESS + (taken++ % 2 ** 32).toString(16).padStart(8, '0'),
    host: HOST,
  };
  let waitedMs = 0;
  let seen = { name: '', atMs: 0 };
  while (!naming('CANNOT_WRITE', path, () => putMark(path, owner, disk))) {
    const mark = naming('CANNOT_READ', path, () => readMark(path, disk));
    if (mark === null) continue;
    if (mark.name !== seen.name) seen = { name: mark.name, atMs: waitedMs };
    if (mark.owner ? isDead(mark.owner) : waitedMs - seen.atMs >= UNWRITTEN_MS) {
      clear(path, mark, disk, patienceMs);
      continue;
    }
    if (waitedMs >= patienceMs) throw new StoreFault('HISTORY_LOCKED', { path });
    const napMs = Math.min(0.25 + waitedMs, LONGEST_NAP_MS);
    sleep(napMs);
    waitedMs += napMs;
  }
  held.add(owner.token);
  return owner.token;
}

/** Nothing can be said of processes on other machines: they are taken to live. */
function isDead(owner: Owner): boolean {
  if (owner.host !== HOST) return false;
  if (owner.pid === process.pid) return !held.has(owner.token);
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return errnoOf(error) === 'ESRCH';
  }
}

/**
 * Takes an abandoned lock away. Of several processes that found it only one may: between another's look and its
 * removal a new owner could have come. So the removal has a lock of its own, named after the abandoned one; who
 * holds that one looks again.
 */
function clear(path: string, abandoned: Mark, disk: Disk, patienceMs: number): void {
  withLock(
    `${path}.${abandoned.name}`,
    () => {
      if (readMark(path, disk)?.name === abandoned.name) attempt(() => disk.unlinkSync(path));
    },
    disk,
    patienceMs,
  );
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
