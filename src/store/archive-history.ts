import fs, { type Stats } from 'node:fs';
import { join } from 'node:path';
import { type ArchivePlan, planArchive } from '../core/analysis/archive-plan.ts';
import { type Day, formatDay, type Instant, studyDayOf } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import { unite } from '../core/history/unite.ts';
import { archiveFiles } from './archive-files.ts';
import { type Disk, ensureFolder, realPath, writeAtomically } from './atomic-file.ts';
import type { Backup } from './backups.ts';
import { entriesIn, historyOf } from './history-entries.ts';
import { withLock } from './history-lock.ts';
import { isSameFile } from './history-stamp.ts';
import { isNewer } from './history-tail.ts';
import { forgetMark } from './own-mark.ts';
import { replaceHistory } from './replace-history.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

export interface Archiving {
  /** Events before this study day are put away. */
  readonly before: Day;
  /** The folder that they go to. */
  readonly archive: string;
  /** The folder for the copy of what is replaced. */
  readonly backups: string;
  readonly now: Instant;
  readonly disk?: Disk;
  /** How long another process's lock is waited for. */
  readonly patienceMs?: number;
}

/** What an archiving comes to. Sizes are bytes. */
export interface ArchiveOutlook {
  readonly plan: ArchivePlan;
  /** The file that takes them. It may be there already: then it becomes the union. */
  readonly file: string;
  readonly history: Sizes;
  readonly archive: Sizes;
}

interface Sizes {
  readonly before: number;
  readonly after: number;
}

export interface Archived extends ArchiveOutlook {
  /** Lines that the history has no more. */
  readonly left: number;
  /** Null where nothing left the history. */
  readonly backup: Backup | null;
}

/** What would be put away; nothing is written. */
export function archiveOutlook(path: string, options: Archiving): ArchiveOutlook {
  const disk = options.disk ?? fs;
  const target = naming('CANNOT_READ', path, () => realPath(path, disk));
  return steadily(target, disk, () => outlookOf(target, options, disk).outlook);
}

/**
 * Puts old events away. First they are written into the archive, down to the platter; then the history is written anew without
 * those that are found when the archive is read again. A crash at any moment leaves every event in the one, the other or
 * both, where it counts once; the next archiving takes it out of the history.
 */
export function archiveHistory(path: string, options: Archiving): Archived {
  const disk = options.disk ?? fs;
  const target = naming('CANNOT_READ', path, () => realPath(path, disk));
  const lock = `${target}.archiving`;
  try {
    return withLock(lock, () => steadily(target, disk, () => putAway(target, options, disk)), disk, options.patienceMs);
  } finally {
    forgetMark(lock);
  }
}

function putAway(target: string, options: Archiving, disk: Disk): Archived {
  const { outlook, union } = outlookOf(target, options, disk);
  if (outlook.plan.fresh.length > 0) {
    naming('CANNOT_WRITE', options.archive, () => ensureFolder(options.archive, disk));
    writeAtomically(outlook.file, union, 0o600, disk);
  }
  let left = 0;
  const { backup } = replaceHistory(
    target,
    (current) => {
      const history = current ? soundEntries(target, current) : [];
      const archived = archivedEntries(options.archive, disk);
      const { leaving } = planArchive({ history, archived, before: null, today: studyDayOf(options.now) });
      left = leaving.length;
      const gone = new Set(leaving);
      return left === 0 ? null : historyOf(history.filter((entry) => !gone.has(entry)));
    },
    { ...options, reason: 'before-archive', disk },
  );
  return { ...outlook, left, backup };
}

function outlookOf(
  target: string,
  { before, archive, now }: Archiving,
  disk: Disk,
): { readonly outlook: ArchiveOutlook; readonly union: Buffer } {
  const bytes = bytesOf(target, disk);
  const history = bytes.length > 0 ? soundEntries(target, bytes) : [];
  const today = studyDayOf(now);
  const plan = planArchive({ history, archived: archivedEntries(archive, disk), before, today });
  const file = join(archive, `history-until-${formatDay(before - 1)}.json`);
  const there = bytesOf(file, disk);
  const entries = there.length > 0 ? soundEntries(file, there) : [];
  const union = historyOf(unite([entries, plan.fresh], today).entries);
  const after = bytes.length - plan.leaving.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 2, 0);
  return {
    outlook: {
      plan,
      file,
      history: { before: bytes.length, after },
      archive: { before: there.length, after: plan.fresh.length > 0 ? union.length : there.length },
    },
    union,
  };
}

/** In the middle of another process's append a history looks damaged. It is, if nothing was written to it since. */
function steadily<T>(target: string, disk: Disk, action: () => T): T {
  const look = (): Stats | null => naming('CANNOT_READ', target, () => orNull(() => disk.statSync(target)));
  for (let tries = 1; ; tries++) {
    const before = look();
    try {
      return action();
    } catch (error) {
      const isDamage = error instanceof StoreFault && error.code === 'HISTORY_DAMAGED' && error.detail.path === target;
      if (!isDamage || tries === MOST_TRIES || isSameFile(before, look())) throw error;
    }
  }
}

const MOST_TRIES = 5;

/** All that was put away so far. */
const archivedEntries = (folder: string, disk: Disk): Entry[] =>
  archiveFiles(folder, disk).flatMap((file) => soundEntries(file, bytesOf(file, disk)));

const bytesOf = (path: string, disk: Disk): Buffer =>
  naming('CANNOT_READ', path, () => orNull(() => disk.readFileSync(path))) ?? Buffer.alloc(0);

/** What cannot be read is in no plan, and would be left behind or lost. */
function soundEntries(path: string, bytes: Buffer): readonly Entry[] {
  if (isNewer(bytes)) throw new StoreFault('HISTORY_NEWER', { path });
  // The newline behind the end line may be missing, as some editors leave it.
  const { entries, faults } = entriesIn(bytes.at(-1) === CLOSING_BRACE ? Buffer.concat([bytes, NEWLINE]) : bytes);
  if (faults[0]) throw new StoreFault('HISTORY_DAMAGED', { path, ...faults[0] });
  return entries;
}

const CLOSING_BRACE = 0x7d;
const NEWLINE = Buffer.of(0x0a);
