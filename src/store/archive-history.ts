import fs, { type Stats } from 'node:fs';
import { join } from 'node:path';
import { type ArchivePlan, planArchive } from '../core/analysis/archive-plan.ts';
import { type Day, formatDay, type Instant, studyDayOf } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import { inOrderOfDays } from '../core/history/time-order.ts';
import { archiveFiles } from './archive-files.ts';
import { type Disk, ensureFolder, realPath, writeAtomically } from './atomic-file.ts';
import type { Backup } from './backups.ts';
import { historyOf } from './history-entries.ts';
import { withLock } from './history-lock.ts';
import { isSameFile } from './history-stamp.ts';
import { sweepFolder } from './leftovers.ts';
import { forgetMark } from './own-mark.ts';
import { replaceHistory } from './replace-history.ts';
import { soundEntries } from './sound-entries.ts';
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

/**
 * Puts old events away. First they are written into the archive, down to the platter; then the history is written anew without
 * those that are found when the archive is read again. A crash at any moment leaves every event in the one, the other or
 * both, where it counts once; the next archiving takes it out of the history.
 */
export const archiveHistory = (path: string, options: Archiving): Archived => new Archiver(path, options).carryOut();

/** Held by whoever writes files of the archive of the history at this path. */
export const archivingLock = (history: string): string => `${history}.archiving`;

/** An archiving that is looked at before it is carried out. A file is not taken apart again while its bytes are the same. */
export class Archiver {
  readonly #target: string;
  readonly #options: Archiving;
  readonly #disk: Disk;
  readonly #known = new Map<string, { readonly bytes: Buffer; readonly entries: readonly Entry[] }>();

  constructor(path: string, options: Archiving) {
    this.#options = options;
    this.#disk = options.disk ?? fs;
    this.#target = naming('CANNOT_READ', path, () => realPath(path, this.#disk));
  }

  /** What would be put away; nothing is written. */
  outlook(): ArchiveOutlook {
    return this.#steadily(() => this.#look().outlook);
  }

  carryOut(): Archived {
    const lock = archivingLock(this.#target);
    try {
      return withLock(lock, () => this.#steadily(() => this.#putAway()), this.#disk, this.#options.patienceMs);
    } finally {
      forgetMark(lock);
    }
  }

  #look(): Look {
    const { before, archive, now } = this.#options;
    const today = studyDayOf(now);
    const bytes = this.#bytesOf(this.#target);
    const plan = planArchive({
      history: this.#entriesIn(this.#target, bytes),
      archived: this.#archived(),
      before,
      today,
    });
    const file = join(archive, `history-until-${formatDay(before - 1)}.json`);
    const there = this.#bytesOf(file);
    const entries = [...this.#entriesIn(file, there), ...plan.fresh];
    const union = historyOf(inOrderOfDays(entries, ({ at }) => studyDayOf(at), today));
    const after = bytes.length - plan.leaving.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 2, 0);
    const grown = plan.fresh.length > 0 ? union.length : there.length;
    return {
      outlook: {
        plan,
        file,
        history: { before: bytes.length, after },
        archive: { before: there.length, after: grown },
      },
      there,
      union,
    };
  }

  /** Writes what shall leave the history into the archive. Nothing of the bytes is held any longer than that takes. */
  #fillArchive(): ArchiveOutlook {
    const { archive } = this.#options;
    let look = this.#look();
    // Making the union of a large file takes seconds, in which somebody may have put another in its place.
    while (!this.#bytesOf(look.outlook.file).equals(look.there)) look = this.#look();
    const { outlook, union } = look;
    if (outlook.plan.fresh.length > 0) {
      naming('CANNOT_WRITE', archive, () => ensureFolder(archive, this.#disk));
      writeAtomically(outlook.file, union, 0o600, this.#disk);
      // Behind the writing: by the new name in the folder the age of the others is told.
      sweepFolder(archive, this.#disk);
    }
    return outlook;
  }

  #putAway(): Archived {
    const { now } = this.#options;
    const outlook = this.#fillArchive();
    let left = 0;
    const { backup } = replaceHistory(
      this.#target,
      (current) => {
        const history = this.#entriesIn(this.#target, current ?? NOTHING);
        const { leaving } = planArchive({ history, archived: this.#archived(), before: null, today: studyDayOf(now) });
        left = leaving.length;
        const gone = new Set(leaving);
        return left === 0 ? null : historyOf(history.filter((entry) => !gone.has(entry)));
      },
      { ...this.#options, reason: 'before-archive', disk: this.#disk },
    );
    return { ...outlook, left, backup };
  }

  /** All that was put away so far. A file that is empty is no archive. */
  #archived(): Entry[] {
    return archiveFiles(this.#options.archive, this.#disk).flatMap((file) => {
      const bytes = this.#bytesOf(file);
      if (bytes.length === 0) throw new StoreFault('HISTORY_DAMAGED', { path: file, line: 1, reason: 'NO_END_LINE' });
      return this.#entriesIn(file, bytes);
    });
  }

  #entriesIn(path: string, bytes: Buffer): readonly Entry[] {
    const known = this.#known.get(path);
    if (known?.bytes.equals(bytes)) return known.entries;
    const entries = soundEntries(path, bytes);
    this.#known.set(path, { bytes, entries });
    return entries;
  }

  #bytesOf(path: string): Buffer {
    return naming('CANNOT_READ', path, () => orNull(() => this.#disk.readFileSync(path))) ?? NOTHING;
  }

  /** In the middle of another process's append a history looks damaged. It is, if nothing was written to it since. */
  #steadily<T>(action: () => T): T {
    const path = this.#target;
    const look = (): Stats | null => naming('CANNOT_READ', path, () => orNull(() => this.#disk.statSync(path)));
    for (let tries = 1; ; tries++) {
      const before = look();
      try {
        return action();
      } catch (error) {
        const isDamage = error instanceof StoreFault && error.code === 'HISTORY_DAMAGED' && error.detail.path === path;
        if (!isDamage || tries === MOST_TRIES || isSameFile(before, look())) throw error;
      }
    }
  }
}

interface Look {
  readonly outlook: ArchiveOutlook;
  /** The file that takes the events, as it is. */
  readonly there: Buffer;
  /** As it shall be. */
  readonly union: Buffer;
}

const MOST_TRIES = 5;
const NOTHING = Buffer.alloc(0);
