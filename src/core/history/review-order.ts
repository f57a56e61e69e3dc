import type { Day } from '../day.ts';
import type { Cause } from '../drill/cause.ts';
import { RATINGS, type Rating, ratingWithCause } from '../drill/rating.ts';
import { type Marks, noonOf } from './marks.ts';
import type { Reviews } from './reviews.ts';
import { daysAmong, type WrittenDays } from './written-days.ts';

export interface ReviewOrder {
  /** Rows of answers that count, by time and id, each id once. */
  readonly rows: Uint32Array;
  readonly days: WrittenDays;
}

/**
 * Puts the answers in the order in which they were given, whatever order their lines stand in. Their ratings and, of
 * those of the future, their times are changed in place.
 */
export function orderReviews(reviews: Reviews, { gone, causes }: Marks, today: Day): ReviewOrder {
  mindCauses(reviews, causes);
  const rows = rowsWithout(reviews, new Set([...reviews.rowsWith(gone), ...reviews.repeatedRows()]));
  const written = new Int32Array(rows.length);
  for (let n = 0; n < rows.length; n++) written[n] = reviews.on[rows[n] as number] as Day;
  const days = daysAmong(written, today);
  return { rows: rowsInOrder(reviews, rows, days, today), days };
}

/**
 * Visits those rows that are reviews, with the index of the item and the study day. Answers of exams and practices are
 * reviews too, but one a study day: of several answers to a question on one sheet the last counts, and none where the
 * question was reviewed that day already.
 */
export function eachReview(
  reviews: Reviews,
  rows: Uint32Array,
  visit: (row: number, item: number, on: Day) => void,
): void {
  const { items, item, on, sittings } = reviews;
  const replaced = sittings.size > 0 ? replacedRows(reviews, rows) : sittings;
  const reviewedOn = new Int32Array(items.length).fill(NEVER);
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] as number;
    const index = item[row] as number;
    const day = on[row] as Day;
    if (replaced.size > 0 && replaced.has(row)) continue;
    if (sittings.size > 0 && sittings.has(row) && reviewedOn[index] === day) continue;
    reviewedOn[index] = day;
    visit(row, index, day);
  }
}

const NEVER = -0x80000000;

/** An answer enters the schedule as what is known of it by now: not every wrong one was a lapse. */
function mindCauses(reviews: Reviews, causes: ReadonlyMap<string, Cause>): void {
  for (const row of reviews.rowsWith(causes)) {
    const rating = RATINGS[reviews.rating[row] as number] as Rating;
    reviews.rating[row] = RATINGS.indexOf(ratingWithCause(rating, causes.get(reviews.idOf(row))));
  }
}

function rowsWithout(reviews: Reviews, out: ReadonlySet<number>): Uint32Array {
  const rows = new Uint32Array(reviews.count - out.size);
  for (let row = 0, kept = 0; row < reviews.count; row++) if (out.size === 0 || !out.has(row)) rows[kept++] = row;
  return rows;
}

/** Rows of a sheet that were answered again later. */
function replacedRows({ items, item, sittings }: Reviews, rows: Uint32Array): ReadonlySet<number> {
  const replaced = new Set<number>();
  const answered = new Set<number>();
  for (let n = rows.length - 1; n >= 0; n--) {
    const row = rows[n] as number;
    const sitting = sittings.get(row);
    if (sitting === undefined) continue;
    const slot = sitting * items.length + (item[row] as number);
    if (answered.has(slot)) replaced.add(row);
    answered.add(slot);
  }
  return replaced;
}

/** The rows by time and id, those of the future moved to the one before them. */
function rowsInOrder(reviews: Reviews, rows: Uint32Array, days: WrittenDays, today: Day): Uint32Array {
  const { ms } = reviews;
  if (days.latestOn > today + 1) placeFuture(reviews, rows, today);
  const byTime = (a: number, b: number): number =>
    (ms[a] as number) - (ms[b] as number) || compareIds(reviews.idOf(a), reviews.idOf(b));
  for (let n = 1; n < rows.length; n++)
    if (byTime(rows[n - 1] as number, rows[n] as number) > 0) return rows.sort(byTime);
  return rows;
}

function placeFuture({ ms, on }: Reviews, rows: Uint32Array, today: Day): void {
  const isFuture = (row: number): boolean => (on[row] as Day) > today + 1;
  const first = rows.find((row) => !isFuture(row));
  let last =
    first === undefined
      ? { ms: noonOf(today - 1), on: today - 1 }
      : { ms: (ms[first] as number) - 1, on: on[first] as Day };
  for (const row of rows) {
    if (!isFuture(row)) last = { ms: ms[row] as number, on: on[row] as Day };
    else {
      ms[row] = last.ms;
      on[row] = last.on;
    }
  }
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
