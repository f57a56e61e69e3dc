import fs from 'node:fs';
import { join } from 'node:path';
import { ensureFolder } from './atomic-file.ts';
import { takeLock } from './history-lock.ts';
import type { Home } from './home.ts';
import { forgetMark } from './own-mark.ts';
import { naming, StoreFault } from './store-fault.ts';
import { SyncFault } from './sync-fault.ts';

/** A run on the same home is over in seconds, unless its network is slow. */
const PATIENCE_MS = 30_000;

/** Lets one run at a time work on a home. Answers may be given meanwhile: this is not the lock of the history. */
export async function withRunLock<T>(home: Home, action: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  naming('CANNOT_WRITE', home.directory, () => ensureFolder(home.directory));
  const path = join(home.directory, 'sync.lock');
  const release = take(path, patienceMs);
  try {
    return await action();
  } finally {
    release();
    forgetMark(path);
  }
}

function take(path: string, patienceMs: number): () => void {
  try {
    return takeLock(path, fs, patienceMs);
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'HISTORY_LOCKED')
      throw new SyncFault('SYNC_RUNNING', { place: path });
    throw error;
  }
}
