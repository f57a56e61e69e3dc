import { type Day, studyDayOf } from '../day.ts';
import type { Cause } from '../drill/cause.ts';
import type { MarkEvent } from './fold.ts';
import { withoutRepeats } from './repeats.ts';
import { voidedIds } from './voided.ts';
import { daysAmong, type WrittenDays } from './written-days.ts';

/** What the events that are no answers say. */
export interface Marks {
  /** Ids of the events that count no more, answers among them. */
  readonly gone: ReadonlySet<string>;
  /** Those that count, by time and id. */
  readonly standing: readonly MarkEvent[];
  /** Why answers were wrong, by the id of the answer. */
  readonly causes: ReadonlyMap<string, Cause>;
  /** Of those that count. */
  readonly days: WrittenDays;
}

/** Events dated after tomorrow (seen from `today`) take the time of the one before them, as in `foldHistory`. */
export function readMarks(marks: readonly MarkEvent[], today: Day): Marks {
  const gone = voidedIds(marks);
  const counted = withoutRepeats(marks).filter(({ id }) => !gone.has(id));
  const causes = new Map<string, Cause>();
  const standing = inOrder(counted, today);
  for (const mark of standing) if (mark.type === 'cause') causes.set(mark.target, mark.cause);
  return { gone, standing, causes, days: daysAmong(counted.map(studyDayOf), today) };
}

function inOrder(marks: readonly MarkEvent[], today: Day): MarkEvent[] {
  const isFuture = (mark: MarkEvent): boolean => studyDayOf(mark) > today + 1;
  const first = marks.find((mark) => !isFuture(mark));
  let last = first ? first.ms - 1 : noonOf(today - 1);
  const placed = marks.map((mark) => {
    if (isFuture(mark)) return { ...mark, ms: last };
    last = mark.ms;
    return mark;
  });
  return placed.sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Where no sound one stands before it, an event of the future is taken to be just older than the first, or of yesterday. */
export const noonOf = (day: Day): number => day * 86_400_000 + 43_200_000;
