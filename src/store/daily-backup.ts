import fs from 'node:fs';
import { formatInstant, type Instant } from '../core/day.ts';
import type { Disk } from './atomic-file.ts';
import { type Backup, backUp, backupsIn } from './backups.ts';
import type { Home } from './home.ts';
import { naming, orNull } from './store-fault.ts';

/**
 * One copy of the history on each calendar day on which it changed; null where none is due. `appended`: this process wrote to
 * it. Where it did not, somebody else may have, and was killed before the copy was made: the file is then newer than the newest copy.
 */
export function backUpDaily(
  home: Pick<Home, 'history' | 'backups'>,
  { appended, now }: { readonly appended: boolean; readonly now: Instant },
  disk: Disk = fs,
): Backup | null {
  const found = naming('CANNOT_READ', home.history, () => orNull(() => disk.statSync(home.history)));
  if (found === null || found.size === 0) return null;
  const backups = backupsIn(home.backups, disk);
  if (backups.some(({ reason, at }) => reason === 'daily' && dateOf(at) === dateOf(now))) return null;
  const [newest] = backups;
  if (!appended && newest && found.mtimeMs <= madeMs(newest, disk)) return null;
  const content = naming('CANNOT_READ', home.history, () => disk.readFileSync(home.history));
  return backUp(home.backups, content, { reason: 'daily', now }, disk);
}

const dateOf = (at: Instant): string => formatInstant(at).slice(0, 10);

/** By the clock of the file system, as the time of the history is; the one in its name may have been set otherwise. */
const madeMs = ({ path }: Backup, disk: Disk): number => orNull(() => disk.statSync(path))?.mtimeMs ?? 0;
