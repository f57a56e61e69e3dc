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
  for (const event of inOrder(withoutVoided(events), today, progress)) applyEvent(progress, event, scheduler);
  return progress;
}

/** One more event on top of a fold. The progress is changed in place: it is a cache, and as large as the history. */
export function applyEvent(progress: Progress, event: FoldEvent, scheduler: Scheduler): void {
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

/** Events that still count: a voided one does not, and a voided `voided` gives its target back. */
export function withoutVoided<E extends { readonly id: string; readonly type: string }>(
  events: readonly E[],
): readonly E[] {
  const voids = events.filter((event) => event.type === 'voided') as unknown as { id: string; target: string }[];
  if (voids.length === 0) return events;
  const gone = new Set<string>();
  // Later voids decide over earlier ones, so an undone undo is undone last-first.
  for (const event of [...voids].reverse()) if (!gone.has(event.id)) gone.add(event.target);
  return events.filter((event) => !gone.has(event.id));
}

function inOrder(events: readonly FoldEvent[], today: Day, progress: Progress): readonly FoldEvent[] {
  let sorted = true;
  let last = Number.NEGATIVE_INFINITY;
  const placed: FoldEvent[] = [];
  for (const event of events) {
    const on = studyDayOf(event);
    if (on > progress.latestOn) progress.latestOn = on;
    const inFuture = on > today + 1;
    const ms = inFuture && last > Number.NEGATIVE_INFINITY ? last : event.ms;
    if (ms < last) sorted = false;
    last = ms;
    placed.push(ms === event.ms ? event : { ...event, ms });
  }
  if (sorted) return placed;
  return placed.sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
