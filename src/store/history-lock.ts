import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { attempt, type Disk } from './atomic-file.ts';
import { errnoOf, naming, StoreFault } from './store-fault.ts';

/** How long a living owner is waited for. */
const PATIENCE_MS = 5_000;
/** A lock is written right after it was made. One that stays unwritten this long lost its owner in between. */
const UNWRITTEN_MS = 1_000;
const LONGEST_NAP_MS = 20;

const HOST = hostname().replace(/["\\]/g, '');

/** Tokens of the locks this process holds: its own number in any other lock is that of a dead one before it. */
const held = new Set<string>();

/** Runs `action` as the only holder of the lock file at `path`, in this process and in all others. */
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
  let waitedMs = 0;
  let seen = { mark: '', atMs: 0 };
  for (;;) {
    const token = create(path, disk);
    if (token) return token;
    const lock = look(path, disk);
    if (lock === null) continue;
    if (lock.mark !== seen.mark) seen = { mark: lock.mark, atMs: waitedMs };
    if (lock.owner ? isDead(lock.owner) : waitedMs - seen.atMs >= UNWRITTEN_MS) {
      clear(path, lock, disk, patienceMs);
      continue;
    }
    if (waitedMs >= patienceMs) throw new StoreFault('HISTORY_LOCKED', { path });
    const napMs = Math.min(0.25 + waitedMs, LONGEST_NAP_MS);
    sleep(napMs);
    waitedMs += napMs;
  }
}

/** The token of the new lock, or null where there is a lock already. */
function create(path: string, disk: Disk): string | null {
  return naming('CANNOT_WRITE', path, () => {
    const token = randomBytes(8).toString('hex');
    let fd: number;
    try {
      fd = disk.openSync(path, 'wx', 0o600);
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return null;
      throw error;
    }
    try {
      disk.writeSync(fd, JSON.stringify({ pid: process.pid, host: HOST, token }));
      if (!isStillAt(path, fd, disk)) return null;
    } catch (error) {
      attempt(() => disk.unlinkSync(path));
      throw error;
    } finally {
      disk.closeSync(fd);
    }
    held.add(token);
    return token;
  });
}

/** False where this process slept so long before it wrote into the lock that another cleared it away. */
function isStillAt(path: string, fd: number, disk: Disk): boolean {
  try {
    return disk.statSync(path, { bigint: true }).ino === disk.fstatSync(fd, { bigint: true }).ino;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

interface Lock {
  /** Null while it is unwritten, and where something else was written. */
  readonly owner: Owner | null;
  /** No two locks share it. */
  readonly mark: string;
}

/** Null where there is no lock any more. */
function look(path: string, disk: Disk): Lock | null {
  return naming('CANNOT_READ', path, () => {
    try {
      const owner = parseOwner(disk.readFileSync(path, 'utf8'));
      if (owner) return { owner, mark: owner.token };
      const { ino, mtimeNs } = disk.statSync(path, { bigint: true });
      return { owner, mark: `${ino}-${mtimeNs}` };
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    }
  });
}

function parseOwner(text: string): Owner | null {
  const match = /^\{"pid":([1-9]\d{0,9}),"host":"([^"]*)","token":"([0-9a-f]{16})"\}$/.exec(text);
  return match && { pid: Number(match[1]), host: match[2] as string, token: match[3] as string };
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
function clear(path: string, abandoned: Lock, disk: Disk, patienceMs: number): void {
  withLock(
    `${path}.${abandoned.mark}`,
    () => {
      if (look(path, disk)?.mark === abandoned.mark) attempt(() => disk.unlinkSync(path));
    },
    disk,
    patienceMs,
  );
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
