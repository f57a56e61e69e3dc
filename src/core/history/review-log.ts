import type { Day } from '../day.ts';
import { RATINGS, type Rating } from '../drill/rating.ts';
import type { FoldEvent, MarkEvent } from './fold.ts';
import { readMarks } from './marks.ts';
import { eachReview, orderReviews } from './review-order.ts';
import { Reviews } from './reviews.ts';

/** A review as the schedule counts it. */
export interface LoggedReview {
  readonly id: string;
  readonly ref: string;
  readonly rating: Rating;
  readonly ms: number;
  readonly on: Day;
}

/**
 * The reviews that a history's memories are made of, in their order: without what was taken back, once a day of exams and
 * practices, rated as what is known of them by now, and those of a wrong clock where the fold has them.
 */
export function reviewLog(events: readonly FoldEvent[], today: Day): LoggedReview[] {
  const reviews = new Reviews();
  const marks: MarkEvent[] = [];
  for (const event of events) {
    if (event.type === 'answered') reviews.add(event);
    else marks.push(event);
  }
  const { rows } = orderReviews(reviews, readMarks(marks, today), today);
  const log: LoggedReview[] = [];
  eachReview(reviews, rows, (row, item, on) => {
    const rating = RATINGS[reviews.rating[row] as number] as Rating;
    log.push({ id: reviews.idOf(row), ref: reviews.items[item] as string, rating, ms: reviews.ms[row] as number, on });
  });
  return log;
}
