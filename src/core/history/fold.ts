import { type Day, type Instant, studyDayOf } from '../day.ts';
import type { Cause } from '../drill/cause.ts';
import { NEW, type Reviewed } from '../drill/memory.ts';
import { RATINGS, type Rating, ratingWithCause } from '../drill/rating.ts';
import { type MutableMemory, type Scheduler, unreviewed } from '../drill/scheduler.ts';
import { movedTo, type Place, placeKey } from '../study/place.ts';
import type { CauseGiven, Noted, SessionEnded, Starred, Studied, Suspended, Voided } from './event.ts';
import { Reviews } from './reviews.ts';

/** What the fold of memories needs of an answer. */
export interface ReviewEvent {
  readonly type: 'answered';
  readonly id: string;
  readonly ms: number;
  /** Minutes east of UTC, as recorded. */
  readonly offset: number;
  readonly session: string;
  readonly mode: string;
  readonly item: string;
  readonly rating: Rating;
}

/** Every other kind that changes what is known of an item, and kinds that don't. */
export type MarkEvent =
  | (Timed &
      (
        | Pick<Voided, 'type' | 'target'>
        | Pick<Starred, 'type' | 'item' | 'on'>
        | Pick<Suspended, 'type' | 'item' | 'on'>
        | Pick<Noted, 'type' | 'item' | 'text'>
        | Pick<CauseGiven, 'type' | 'target' | 'cause'>
        | Pick<SessionEnded, 'type' | 'session'>
        | { readonly type: 'session-started'; readonly exam: string }
        | Pick<Studied, 'type' | 'bank' | 'item' | 'topic' | 'scope'>
      ))
  | (Timed & { readonly type: 'other' });

export type FoldEvent = ReviewEvent | MarkEvent;

interface Timed extends Instant {
  readonly id: string;
}

/** All that is known of the learner's items: a pure fold over the events, never stored as truth. */
export interface Progress {
  readonly memories: Map<string, Reviewed>;
  readonly starred: Set<string>;
  readonly suspended: Set<string>;
  readonly notes: Map<string, string>;
  /** Exams, and practices judged at their end, that were begun and not ended: the title of the paper by the id of the session, in order of time. */
  readonly unfinished: Map<string, string>;
  /** Where reading stopped, by bank and scope. */
  readonly places: Map<string, Place>;
  /** The latest study day of any event; a day to come means that a clock was wrong. */
  latestOn: Day;
}

export const emptyProgress = (): Progress => ({
  memories: new Map(),
  starred: new Set(),
  suspended: new Set(),
  notes: new Map(),
  unfinished: new Map(),
  places: new Map(),
  latestOn: 0,
});

/**
 * Folds a history in order of time and id, whatever order its lines stand in. Events dated after tomorrow (seen from
 * `today`) were written under a wrong clock: they take the time of the one before them in the file, so that one bad
 * evening does not put an item off for years. The columns of `reviews` are worked on in place.
 */
export function foldHistory(reviews: Reviews, marks: readonly MarkEvent[], scheduler: Scheduler, today: Day): Progress {
  const progress = emptyProgress();
  const gone = voidedIds(marks);
  const counted = marks.filter(({ id }) => !gone.has(id));
  const causes = new Map<string, Cause>();
  for (const mark of inOrder(counted, today)) {
    if (mark.type === 'cause') causes.set(mark.target, mark.cause);
    else applyEvent(progress, mark, scheduler);
  }
  mindCauses(reviews, causes);
  // A wrong clock shows in the days as they were written, not as they were taken.
  for (const mark of counted) progress.latestOn = Math.max(progress.latestOn, studyDayOf(mark));
  const rows = rowsWithout(reviews, gone);
  let latestOn = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < rows.length; n++) latestOn = Math.max(latestOn, reviews.on[rows[n] as number] as Day);
  progress.latestOn = Math.max(progress.latestOn, latestOn);
  foldReviews(progress, reviews, rowsInOrder(reviews, rows, latestOn, today), scheduler);
  return progress;
}

/** The same of events as values. */
export function foldProgress(events: readonly FoldEvent[], scheduler: Scheduler, today: Day): Progress {
  const reviews = new Reviews();
  const marks: MarkEvent[] = [];
  for (const event of events) {
    if (event.type !== 'answered') marks.push(event);
    else reviews.add(event);
  }
  return foldHistory(reviews, marks, scheduler, today);
}

/** One more event on top of a fold. The progress is changed in place: it is a cache, and as large as the history. */
export function applyEvent(progress: Progress, event: FoldEvent, scheduler: Scheduler): void {
  progress.latestOn = Math.max(progress.latestOn, studyDayOf(event));
  switch (event.type) {
    case 'answered': {
      const before = progress.memories.get(event.item) ?? NEW;
      progress.memories.set(event.item, scheduler.review(before, event.rating, studyDayOf(event)));
      return;
    }
    case 'starred':
      return toggle(progress.starred, event.item, event.on);
    case 'suspended':
      return toggle(progress.suspended, event.item, event.on);
    case 'noted':
      if (event.text === '') progress.notes.delete(event.item);
      else progress.notes.set(event.item, event.text);
      return;
    case 'session-started':
      progress.unfinished.set(event.id, event.exam);
      return;
    case 'session-ended':
      progress.unfinished.delete(event.session);
      return;
    case 'studied': {
      const key = placeKey(event.bank, event.scope);
      progress.places.set(key, movedTo(progress.places.get(key), event, event.ms, event.id));
      return;
    }
  }
}

function toggle(set: Set<string>, item: string, on: boolean): void {
  if (on) set.add(item);
  else set.delete(item);
}

/** Events that still count: a voided one does not, and a voided `voided` gives its target back, in whatever order they stand. */
export function withoutVoided<E extends { readonly id: string; readonly type: string }>(
  events: readonly E[],
): readonly E[] {
  const gone = voidedIds(events);
  return gone.size === 0 ? events : events.filter(({ id }) => !gone.has(id));
}

/** Ids of the events that count no more. */
function voidedIds(events: readonly { readonly id: string; readonly type: string }[]): ReadonlySet<string> {
  const voids = events.filter((event) => event.type === 'voided') as unknown as { id: string; target: string }[];
  const voidsOf = new Map<string, string[]>();
  for (const { id, target } of voids) {
    const others = voidsOf.get(target);
    if (others) others.push(id);
    else voidsOf.set(target, [id]);
  }
  const known = new Map<string, boolean>();
  for (const id of voidsOf.keys()) settle(id, voidsOf, known);
  return new Set([...voidsOf.keys()].filter((id) => known.get(id) === false));
}

/**
 * Finds out whether an event counts, and all that voids it, and so on: by a list of its own and not by calling itself,
 * since a chain of voids may be as long as a history. One that nothing voids counts, without being known.
 */
function settle(id: string, voidsOf: ReadonlyMap<string, readonly string[]>, known: Map<string, boolean>): void {
  const waiting = [{ id, next: 0 }];
  for (let last = waiting.at(-1); last; last = waiting.at(-1)) {
    const undone = voidsOf.get(last.id) ?? [];
    // Known before it is found out: a circle of voids, which nobody can have written, ends here.
    if (last.next === 0 && known.has(last.id)) waiting.pop();
    else if (last.next < undone.length) {
      if (last.next === 0) known.set(last.id, true);
      const other = undone[last.next++] as string;
      if (voidsOf.has(other) && !known.has(other)) waiting.push({ id: other, next: 0 });
    } else {
      known.set(last.id, !undone.some((other) => known.get(other) ?? true));
      waiting.pop();
    }
  }
}

/** An answer enters the schedule as what is known of it by now: not every wrong one was a lapse. */
function mindCauses(reviews: Reviews, causes: ReadonlyMap<string, Cause>): void {
  for (const row of reviews.rowsWith(causes)) {
    const rating = RATINGS[reviews.rating[row] as number] as Rating;
    reviews.rating[row] = RATINGS.indexOf(ratingWithCause(rating, causes.get(reviews.idOf(row))));
  }
}

function rowsWithout(reviews: Reviews, ids: ReadonlySet<string>): Uint32Array {
  const out = new Set(reviews.rowsWith(ids));
  const rows = new Uint32Array(reviews.count - out.size);
  for (let row = 0, kept = 0; row < reviews.count; row++) if (out.size === 0 || !out.has(row)) rows[kept++] = row;
  return rows;
}

/**
 * Answers of exams and practices are reviews too, but one a study day: of several answers to a question on one sheet the last
 * counts, and none where the question was reviewed that day already.
 */
function foldReviews(progress: Progress, reviews: Reviews, rows: Uint32Array, scheduler: Scheduler): void {
  const { items, item, rating, on, sittings } = reviews;
  const replaced = sittings.size > 0 ? replacedRows(reviews, rows) : sittings;
  const memories = new Array<MutableMemory | null>(items.length).fill(null);
  for (let n = 0; n < rows.length; n++) {
    const row = rows[n] as number;
    const index = item[row] as number;
    const day = on[row] as Day;
    if (replaced.size > 0 && replaced.has(row)) continue;
    memories[index] ??= unreviewed(day);
    const memory = memories[index] as MutableMemory;
    if (sittings.size > 0 && sittings.has(row) && memory.repetitions > 0 && memory.reviewedOn === day) continue;
    scheduler.advance(memory, RATINGS[rating[row] as number] as Rating, day);
  }
  memories.forEach((memory, index) => {
    if (memory) progress.memories.set(items[index] as string, memory);
  });
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
function rowsInOrder(reviews: Reviews, rows: Uint32Array, latestOn: Day, today: Day): Uint32Array {
  const { ms } = reviews;
  if (latestOn > today + 1) placeFuture(reviews, rows, today);
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

/** The marks by time and id; of the future, as above. */
function inOrder(marks: readonly MarkEvent[], today: Day): MarkEvent[] {
  const isFuture = (mark: MarkEvent): boolean => studyDayOf(mark) > today + 1;
  const first = marks.find((mark) => !isFuture(mark));
  let last = first ? first.ms - 1 : noonOf(today - 1);
  const placed = marks.map((mark) => {
    if (isFuture(mark)) return { ...mark, ms: last };
    last = mark.ms;
    return mark;
  });
  return placed.sort((a, b) => a.ms - b.ms || compareIds(a.id, b.id));
}

/** Where no sound one stands before it, an event of the future is taken to be just older than the first, or of yesterday. */
const noonOf = (day: Day): number => day * 86_400_000 + 43_200_000;
