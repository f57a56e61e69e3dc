import { type Day, type Instant, studyDayOf } from '../day.ts';
import { NEW, type Reviewed } from '../drill/memory.ts';
import { RATINGS, type Rating } from '../drill/rating.ts';
import { type MutableMemory, type Scheduler, unreviewed } from '../drill/scheduler.ts';
import { movedTo, type Place, placeKey } from '../study/place.ts';
import type { CauseGiven, Noted, SessionEnded, Starred, Studied, Suspended, Voided } from './event.ts';
import { readMarks } from './marks.ts';
import { eachReview, orderReviews } from './review-order.ts';
import { Reviews } from './reviews.ts';
import { daysOfBoth, NO_DAYS, type WrittenDays, withDay } from './written-days.ts';

export { withoutVoided } from './voided.ts';

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
        | { readonly type: 'drill-started' }
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
  /** Drills of the last day with any that were begun and not ended, in order of time: ids of their sessions, and the day. */
  readonly openDrills: Map<string, Day>;
  /** Where reading stopped, by bank and scope. */
  readonly places: Map<string, Place>;
  /** Of all its events. */
  days: WrittenDays;
  /** The instant of the latest that counts; one that is older, of a clock that was set back, belongs somewhere before it. */
  latestMs: number;
}

export const emptyProgress = (): Progress => ({
  memories: new Map(),
  starred: new Set(),
  suspended: new Set(),
  notes: new Map(),
  unfinished: new Map(),
  openDrills: new Map(),
  places: new Map(),
  days: NO_DAYS,
  latestMs: 0,
});

/**
 * Folds a history in order of time and id, whatever order its lines stand in. Events dated after tomorrow (seen from
 * `today`) were written under a wrong clock: they take the time of the one before them in the file, so that one bad
 * evening does not put an item off for years. The columns of `reviews` are worked on in place.
 */
export function foldHistory(reviews: Reviews, marks: readonly MarkEvent[], scheduler: Scheduler, today: Day): Progress {
  const progress = emptyProgress();
  const known = readMarks(marks, today);
  for (const mark of known.standing) applyEvent(progress, mark, scheduler);
  const { rows, days } = orderReviews(reviews, known, today);
  progress.days = daysOfBoth(daysOfBoth(NO_DAYS, known.days), days);
  progress.latestMs = Math.max(progress.latestMs, reviews.ms[rows.at(-1) ?? -1] ?? 0);
  foldReviews(progress, reviews, rows, scheduler);
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
  progress.days = withDay(progress.days, studyDayOf(event));
  progress.latestMs = Math.max(progress.latestMs, event.ms);
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
    case 'drill-started':
      return addDrill(progress.openDrills, event.id, studyDayOf(event));
    case 'session-ended':
      progress.unfinished.delete(event.session);
      progress.openDrills.delete(event.session);
      return;
    case 'studied': {
      const key = placeKey(event.bank, event.scope);
      progress.places.set(key, movedTo(progress.places.get(key), event, event.ms, event.id));
      return;
    }
  }
}

/** Nobody goes on with a drill of another day: its questions are due or not by now. */
function addDrill(drills: Map<string, Day>, id: string, on: Day): void {
  for (const [other, day] of drills) if (day !== on) drills.delete(other);
  drills.set(id, on);
}

function toggle(set: Set<string>, item: string, on: boolean): void {
  if (on) set.add(item);
  else set.delete(item);
}

function foldReviews(progress: Progress, reviews: Reviews, rows: Uint32Array, scheduler: Scheduler): void {
  const { items, rating } = reviews;
  const memories = new Array<MutableMemory | null>(items.length).fill(null);
  eachReview(reviews, rows, (row, index, on) => {
    memories[index] ??= unreviewed(on);
    scheduler.advance(memories[index] as MutableMemory, RATINGS[rating[row] as number] as Rating, on);
  });
  memories.forEach((memory, index) => {
    if (memory) progress.memories.set(items[index] as string, memory);
  });
}
