import fs from 'node:fs';
import { join } from 'node:path';
import { attempt, type Disk, ensureFolder } from './atomic-file.ts';
import { takeLock } from './history-lock.ts';
import { readMark } from './lock-mark.ts';
import { isDead } from './lock-owner.ts';
import { StoreFault } from './store-fault.ts';

const NAME = /^sitting-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Claims a session for this process, so that no other takes it up while this one lives; null where another living one has
 * it. What is returned gives it up. The claim is a lock in the cache: where none can be made there, two terminals may go on
 * with one drill, and each answer is kept all the same. The id comes from the history, and so perhaps from a stranger: one
 * that could name another place is nobody's.
 */
export function claimSitting(cache: string, session: string, disk: Disk = fs): (() => void) | null {
  const name = `sitting-${session}`;
  if (!NAME.test(name)) return null;
  try {
    ensureFolder(cache, disk);
    clearDead(cache, name, disk);
    return takeLock(join(cache, name), disk, 0);
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'HISTORY_LOCKED') return null;
    return () => {};
  }
}

/** Takes away the claims of processes that were killed. */
function clearDead(cache: string, except: string, disk: Disk): void {
  for (const name of disk.readdirSync(cache)) {
    if (!NAME.test(name) || name === except) continue;
    attempt(() => {
      const owner = readMark(join(cache, name), disk)?.owner;
      if (owner && isDead(owner)) disk.unlinkSync(join(cache, name));
    });
  }
}
