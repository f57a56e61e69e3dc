import fs from 'node:fs';
import type { Disk } from './atomic-file.ts';
import { unpackedIfPacked } from './backups.ts';
import { shapeIn } from './history-tail.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

/**
 * All of a history, without opening it to be mended; null where nothing is there. A tail that looks torn may be an append
 * under way in another process, so it is waited for a moment. A compressed copy is unpacked.
 */
export function readHistoryFile(path: string, disk: Disk = fs): Buffer | null {
  return naming('CANNOT_READ', path, () => {
    const found = orNull(() => disk.statSync(path));
    if (found === null) return null;
    // A pipe would make the opening wait for whoever writes into it. A folder is refused by the reading itself.
    if (!found.isFile() && !found.isDirectory()) throw new StoreFault('CANNOT_READ', { path, errno: 'EINVAL' });
    let bytes = disk.readFileSync(path);
    for (let look = 1; look < LOOKS && shapeIn(bytes).kind === 'torn'; look++) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP_MS);
      const again = orNull(() => disk.readFileSync(path)) ?? bytes;
      const isStill = again.equals(bytes);
      bytes = again;
      if (isStill && look > 1) break;
    }
    return unpackedIfPacked(bytes, path);
  });
}

const LOOKS = 5;
/** An append takes a millisecond, and its sync seldom fifty. */
const NAP_MS = 25;
