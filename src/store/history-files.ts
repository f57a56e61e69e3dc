import fs from 'node:fs';
import { join } from 'node:path';
import type { Disk } from './atomic-file.ts';
import type { Home } from './home.ts';
import { naming, orNull } from './store-fault.ts';

/** The files of old events that their owner put away, in the order in which they are read: before the history. */
export function archiveFiles({ archive }: Home, disk: Disk = fs): string[] {
  const names = naming('CANNOT_READ', archive, () => orNull(() => disk.readdirSync(archive))) ?? [];
  return names
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .sort()
    .map((name) => join(archive, name));
}
