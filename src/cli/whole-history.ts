import { parseInstant, studyDayOf } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import { withoutRepeats } from '../core/history/repeats.ts';
import { type LoggedReview, reviewLog } from '../core/history/review-log.ts';
import { safeText } from '../prompts/safe-text.ts';
import { doubtLines } from '../report/merge-report.ts';
import type { BackupReason } from '../store/backups.ts';
import type { HistoryFile } from '../store/history-file.ts';
import { type ArchiveFile, readArchive, readOwn, verifiedHistory } from '../store/own-history.ts';
import { type Replaced, replaceHistory } from '../store/replace-history.ts';
import { soundEntries } from '../store/sound-entries.ts';
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
  const own = soundly(context, () => soundEntries(home.history, readOwn(home)));
  const archive = readArchive(home);
  tellDamage(context, archive);
  return { own, archive, archived: archive.flatMap(({ entries }) => entries) };
}

/** The events that were put away, as they are now. */
export const archivedIn = ({ home }: Context): readonly Entry[] => readArchive(home).flatMap(({ entries }) => entries);

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
        const own = soundEntries(home.history, current);
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

/** Both as values, each event once. */
export const eventsOf = ({ archived, own }: WholeHistory): readonly HistoryEvent[] =>
  withoutRepeats([...archived, ...own]).map(({ text }) => JSON.parse(text) as HistoryEvent);

/** The reviews that memories are made of, in their order. */
export function reviewsOf(context: Context, events: readonly HistoryEvent[]): LoggedReview[] {
  const timed = events.map((event) => foldable(event, parseInstant(event.at) ?? { ms: 0, offset: 0 }));
  return reviewLog(timed, studyDayOf(context.io.now()));
}
