import { bankOfRef } from '../core/analysis/counted.ts';
import { countDue } from '../core/analysis/due.ts';
import { parseInstant, studyDayOf } from '../core/day.ts';
import { createScheduler, DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import type { Entry } from '../core/history/entry.ts';
import { foldHistory, type MarkEvent, type Progress } from '../core/history/fold.ts';
import { linesOf } from '../store/history-entries.ts';
import { ReviewLines } from '../store/review-lines.ts';
import { loadAllBanks } from './banks.ts';
import type { Context } from './context.ts';
import { foldable } from './foldable.ts';

/** How many questions are due today by a history as it was and as it is. Null where no bank at hand has any of them. */
export interface DueChange {
  readonly before: number | null;
  readonly after: number | null;
}

/** Each history is one or more lists of events, read one behind the other. Only banks that they speak of are loaded. */
export async function dueChange(
  context: Context,
  before: readonly (readonly Entry[])[],
  after: readonly (readonly Entry[])[],
): Promise<DueChange> {
  const today = studyDayOf(context.io.now());
  const scheduler = createScheduler({ retention: DEFAULT_RETENTION });
  const fold = (parts: readonly (readonly Entry[])[]): Progress => {
    const lines = new ReviewLines();
    for (const part of parts) lines.read(linesOf(part));
    const marks = lines.marks.map((mark) => foldable(mark, parseInstant(mark.at) ?? { ms: 0, offset: 0 }) as MarkEvent);
    return foldHistory(lines.reviews, marks, scheduler, today);
  };
  const was = fold(before);
  const is = after === before ? was : fold(after);
  const ids = new Set([...was.memories.keys(), ...is.memories.keys()].map(bankOfRef));
  const { banks } = await loadAllBanks(context, ids);
  if (banks.length === 0) return { before: null, after: null };
  const dueOf = (progress: Progress): number =>
    banks.reduce((sum, bank) => sum + countDue(bank, progress, scheduler, today).today, 0);
  return { before: dueOf(was), after: dueOf(is) };
}
