import { dirname } from 'node:path';
import { formatInstant, type Instant } from '../core/day.ts';
import { type Disk, syncFolder, writeNew } from './atomic-file.ts';
import { errnoOf } from './store-fault.ts';

/** Keeps what is taken out of a file in one of its own beside it, `history.json.torn-20261122T210000`; its path. */
export function keepAside(path: string, kind: 'torn' | 'damaged', rest: Uint8Array, now: Instant, disk: Disk): string {
  const time = formatInstant({ ms: now.ms, offset: now.offset }).slice(0, 19).replace(/[-:]/g, '');
  for (let copy = 1; ; copy++) {
    const aside = `${path}.${kind}-${time}${copy === 1 ? '' : `-${copy}`}`;
    try {
      writeNew(aside, rest, 0o600, disk);
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') continue;
      throw error;
    }
    syncFolder(dirname(aside), disk);
    return aside;
  }
}
