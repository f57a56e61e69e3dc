import { countDue } from '../core/analysis/due.ts';
import type { Bank } from '../core/bank/bank.ts';
import { parseInstant, studyDayOf } from '../core/day.ts';
import { createScheduler, DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import type { Entry } from '../core/history/entry.ts';
import { foldHistory, type MarkEvent } from '../core/history/fold.ts';
import { safeText } from '../prompts/safe-text.ts';
import { doubtLines } from '../report/merge-report.ts';
import type { BackupReason } from '../store/backups.ts';
import { linesOf } from '../store/history-entries.ts';
import type { HistoryFile } from '../store/history-file.ts';
import { type ArchiveFile, readArchive, readOwn, soundEntries, verifiedHistory } from '../store/own-history.ts';
import { type Replaced, replaceHistory } from '../store/replace-history.ts';
import { ReviewLines } from '../store/review-lines.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Context } from './context.ts';
import { shortPath } from './faults.ts';
import { foldable } from './foldable.ts';
import { openedHistory } from './opened-history.ts';
import { reasonText } from './store-faults.ts';

/** All events of a learner as they are written: those of the history, and those that were put away. */
export interface WholeHistory {
  readonly own: readonly Entry[];
  readonly archive: readonly ArchiveFile[];
  readonly archived: readonly Entry[];
}

/** Reads both. A torn tail is mended as by every command; a damaged history, and one of a newer program, stop here. */
export function readWhole(context: Context): WholeHistory {
  const { home } = context;
  const own = soundly(context, () => soundEntries(readOwn(home), home));
  const archive = readArchive(home);
  tellDamage(context, archive);
  return { own, archive, archived: archive.flatMap(({ entries }) => entries) };
}

function tellDamage(context: Context, archive: readonly ArchiveFile[]): void {
  const { words } = context;
  const reasonOf = (code: string): string => reasonText(code, words);
  for (const { path, unreadable } of archive)
    for (const line of doubtLines(shortPath(path, context.io.cwd), unreadable, words.exchange.merge, reasonOf))
      context.notice(safeText(line));
}

/** Writes the history anew, with a backup. `make` is handed its events as they are then, since somebody may have answered meanwhile. */
export function rewrite(
  context: Context,
  reason: BackupReason,
  make: (own: readonly Entry[]) => readonly Entry[] | null,
): Replaced {
  const { home, io } = context;
  return soundly(context, () =>
    replaceHistory(
      home.history,
      (current) => {
        const own = soundEntries(current, home);
        const next = make(own);
        return next && verifiedHistory(next, own);
      },
      { reason, backups: home.backups, now: io.now() },
    ),
  );
}

/**
 * Another process may be in the middle of an answer when the file is read, and then it looks damaged. Opening it waits for
 * that, and mends what was left of one that died; if it is damaged still, it is.
 */
function soundly<T>(context: Context, action: () => T): T {
  const path = context.home.history;
  for (let tries = 0; ; tries++) {
    try {
      if (tries === 0) requireOurs(context);
      return action();
    } catch (error) {
      const isDamage = error instanceof StoreFault && error.code === 'HISTORY_DAMAGED' && error.detail.path === path;
      if (!isDamage || tries === MOST_TRIES || isDamaged(requireOurs(context))) throw error;
    }
  }
}

const MOST_TRIES = 5;

/** Damage in the archive is another matter: nothing is written there. */
const isDamaged = (file: HistoryFile): boolean => file.readAll().faults.some((fault) => fault.file === undefined);

function requireOurs(context: Context) {
  const path = context.home.history;
  const file = openedHistory(context);
  if (file.repaired) context.notice(context.words.history.torn(file.repaired.bytes, file.repaired.keptIn));
  file.close();
  if (file.isNewer) throw new StoreFault('HISTORY_NEWER', { path });
  return file;
}

/** How many questions of these banks are due today by such a history; null where there is no bank to ask. */
export function dueToday(
  context: Context,
  banks: readonly Bank[],
  parts: readonly (readonly Entry[])[],
): number | null {
  if (banks.length === 0) return null;
  const today = studyDayOf(context.io.now());
  const scheduler = createScheduler({ retention: DEFAULT_RETENTION });
  const lines = new ReviewLines();
  for (const part of parts) lines.read(linesOf(part));
  const marks = lines.marks.map((mark) => foldable(mark, parseInstant(mark.at) ?? { ms: 0, offset: 0 }) as MarkEvent);
  const progress = foldHistory(lines.reviews, marks, scheduler, today);
  return banks.reduce((sum, bank) => sum + countDue(bank, progress, scheduler, today).today, 0);
}
