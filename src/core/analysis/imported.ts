import { type Day, parseInstant, studyDayOf } from '../day.ts';
import type { HistoryEvent } from '../history/event.ts';
import { importedReview } from '../history/imported.ts';
import { withoutVoided } from '../history/voided.ts';

/** Reviews that were made in other programs. They are no results: nobody knows what was answered. */
export interface ImportedSum {
  readonly reviews: number;
  readonly questions: number;
  /** Study days of the first and the last; null for none. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Sums up those that still count and that `isWithin` lets pass. */
export function sumImported(
  events: readonly HistoryEvent[],
  isWithin: (ref: string, on: Day) => boolean = () => true,
): ImportedSum {
  const questions = new Set<string>();
  let [reviews, from, to] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const event of withoutVoided(events)) {
    const review = importedReview(event);
    const at = review && parseInstant(review.at);
    const on = at && studyDayOf(at);
    if (!review || on === null || !isWithin(review.item, on)) continue;
    reviews++;
    questions.add(review.item);
    [from, to] = [Math.min(from, on), Math.max(to, on)];
  }
  const isAny = reviews > 0;
  return { reviews, questions: questions.size, from: isAny ? from : null, to: isAny ? to : null };
}
