import { type Day, type Instant, studyDayOf } from '../day.ts';
import { NEW, type Reviewed } from '../drill/memory.ts';
import type { Scheduler } from '../drill/scheduler.ts';
import type { Noted, Rating, Starred, Suspended, Voided } from './event.ts';

/** What the fold of memories needs of an answer. */
export interface ReviewEvent {
  readonly type: 'answered';
  readonly id: string;
  readonly ms: number;
  /** Minutes east of UTC, as recorded. */
  readonly offset: number;
  readonly item: string;
  readonly rating: Rating;
}

/** Every other kind that changes what is known of an item, and kinds that don't. */
export type FoldEvent =
  | ReviewEvent
  | (Timed &
      (
        | Pick<Voided, 'type' | 'target'>
        | Pick<Starred, 'type' | 'item' | 'on'>
        | Pick<Suspended, 'type' | 'item' | 'on'>
        | Pick<Noted, 'type' | 'item' | 'text'>
      ))
  | (Timed & { readonly type: 'other' });

interface Timed extends Instant {
  readonly id: string;
}

/** All that is known of the learner's items: a pure fold over the events, never stored as truth. */
export interface Progress {
  readonly memories: Map<string, Reviewed>;
  readonly starred: Set<string>;
  readonly suspended: Set<string>;
  readonly notes: Map<string, string>;
  /** The latest study day of any event; a day to come means that a clock was wrong. */
  latestOn: Day;
}

export const emptyProgress = (): Progress => ({
  memories: new Map(),
  starred: new Set(),
  suspended: new Set(),
  notes: new Map(),
  latestOn: 0,
});

/**
 * Folds events in order of time and id, whatever order they stand in. Events dated after tomorrow (seen from `today`) were
 * written under a wrong clock: they take the time of the event before them in the file, so that one bad evening does
 * not put an item off for years.
 */
export function foldProgress(events: readonly FoldEvent[], scheduler: Scheduler, today: Day): Progress {
  const progress = emptyProgress();
  const counted = withoutVoided(events);
  for (const event of inOrder(counted, today)) applyEvent(progress, event, scheduler);
  // A wrong clock shows in the days as they were written, not as they were taken.
  for (const event of counted) progress.latestOn = Math.max(progress.latestOn, studyDayOf(event));
  return progress;
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
  const voids = events.filter((event) => event.type === 'voided') as unknown as { id: string; target: string }[];
  if (voids.length === 0) return events;
  const voidsOf = new Map<string, string[]>();
  for (const { id, target } of voids) voidsOf.set(target, [...(voidsOf.get(target) ?? []), id]);
  const known = new Map<string, boolean>();
  const counts = (id: string): boolean => {
    const undone = voidsOf.get(id);
    if (!undone) return true;
    // Known before it is found out: a circle of voids, which nobody can have written, ends here.
    if (!known.has(id)) known.set(id, true).set(id, !undone.some(counts));
    return known.get(id) as boolean;
  };
  return events.filter((event) => counts(event.id));
}

function inOrder(events: readonly FoldEvent[], today: Day): readonly FoldEvent[] {
  const isFuture = (event: FoldEvent): boolean => studyDayOf(event) > today + 1;
  const placed = events.some(isFuture) ? withoutFuture(events, isFuture, today) : events;
  const isSorted = placed.every((event, index) => index === 0 || byTime(placed[index - 1] as FoldEvent, event) <= 0);
  return isSorted ? placed : [...placed].sort(byTime);
}

const byTime = (a: FoldEvent, b: FoldEvent): number => a.ms - b.ms || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Where none stands before it, an event of the future is taken to be just older than the first that is not, or of yesterday. */
function withoutFuture(
  events: readonly FoldEvent[],
  isFuture: (event: FoldEvent) => boolean,
  today: Day,
): readonly FoldEvent[] {
  const first = events.find((event) => !isFuture(event));
  let last = first ? first.ms - 1 : noonOf(today - 1);
  return events.map((event) => {
    if (isFuture(event)) return { ...event, ms: last };
    last = event.ms;
    return event;
  });
}

const noonOf = (day: Day): number => day * 86_400_000 + 43_200_000;
