import fs from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../core/day.ts';
import { carriedAs, HISTORY } from '../core/sync/carried.ts';
import type { Files } from '../core/sync/merge-paths.ts';
import type { Disk } from './atomic-file.ts';
import type { Backup } from './backups.ts';
import { type Blobs, blobId } from './git-objects.ts';
import { historyOf } from './history-entries.ts';
import type { Home } from './home.ts';
import { replaceHistory } from './replace-history.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';
import { compareFiles, type HistoryFiles, loadHistories, withLines } from './sync-histories.ts';
import { closed, readHistory } from './sync-live.ts';

export interface HistoryChange {
  /** What shall be in the home. */
  readonly target: Files;
  /** What was there when the run began. */
  readonly seen: Files;
  readonly now: Instant;
  readonly disk?: Disk;
}

/**
 * The history of the target takes the place of this home's. Answers that were given meanwhile are put behind it: its lines
 * stay as they are, so that little is new to the next run. To be called while nobody archives, when all archives were brought
 * that could be: the history keeps what is in none of them, and takes back nothing that was put away while the run went on.
 */
export async function bringHistory(home: Home, objects: Blobs, change: HistoryChange): Promise<Backup | null> {
  const wanted = await loadHistories(change.target, objects);
  const history = wanted.get(HISTORY);
  if (!history) return null;
  const archives = archivesBeside(home, change);
  const next = besideArchives(history, wanted, archives);
  const files = new Map([...archives.staying, [HISTORY, next]]);
  for (let tries = 0; ; tries++) {
    try {
      const make = (current: Buffer | null): Buffer | null => {
        if (current === null || current.length === 0) return next;
        const now = new Map([[HISTORY, closed(current)]]);
        if (compareFiles(files, now).fault) throw new Unfinished();
        const whole = withLines(next, compareFiles(now, files).lost);
        return whole.equals(current) ? null : whole;
      };
      return replaceHistory(home.history, make, {
        reason: 'before-sync',
        backups: home.backups,
        now: change.now,
        disk: change.disk ?? fs,
      }).backup;
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      // An answer under way is done by the next look; a torn one is mended by it.
      readHistory(home.history, change.now);
      if (tries === 3) throw new StoreFault('HISTORY_DAMAGED', { path: home.history });
    }
  }
}

/** The history ended in half a line when it was read. */
class Unfinished extends Error {}

interface Archives {
  /** Those that the run leaves in the home, as they are by now. */
  readonly staying: HistoryFiles;
  /** Those of them that somebody wrote while the run went on. */
  readonly written: HistoryFiles;
}

function archivesBeside({ directory, archive }: Home, { target, seen, disk = fs }: HistoryChange): Archives {
  const [staying, written] = [new Map<string, Buffer>(), new Map<string, Buffer>()];
  const names = naming('CANNOT_READ', archive, () => orNull(() => disk.readdirSync(archive)) ?? []);
  for (const name of names) {
    const path = `archive/${name}`;
    const file = join(directory, 'archive', name);
    if (
      carriedAs(path) !== 'archive' ||
      !naming('CANNOT_READ', file, () => orNull(() => disk.lstatSync(file)))?.isFile()
    )
      continue;
    const content = naming('CANNOT_READ', file, () => orNull(() => disk.readFileSync(file)));
    if (content === null) continue;
    const id = blobId(content);
    const isSeen = id === seen.get(path);
    if (isSeen && !target.has(path)) continue;
    staying.set(path, content);
    if (!isSeen && id !== target.get(path)) written.set(path, content);
  }
  return { staying, written };
}

/** The history without what was put away meanwhile, and with what stands in no archive though it should. */
function besideArchives(history: Buffer, wanted: HistoryFiles, { staying, written }: Archives): Buffer {
  const known = new Map([[HISTORY, history]]);
  const left = written.size === 0 ? history : historyOf(compareFiles(known, written).lost);
  return withLines(left, compareFiles(wanted, new Map([...staying, [HISTORY, left]])).lost);
}
