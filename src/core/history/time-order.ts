import { type Day, parseInstant, studyDayOf } from '../day.ts';

/**
 * Events by study day; those of one day as they stand, so that a clock that was set back for a moment puts nothing before what
 * it followed. Those dated after tomorrow (seen from `today`) were written under a wrong clock: they belong to the day of the one
 * that they stand behind, so that none of them is the latest for years.
 */
export function inOrderOfDays<E>(events: readonly E[], dayOf: (event: E) => Day | null, today: Day): E[] {
  let lastOn = Number.NEGATIVE_INFINITY;
  const placed = events.map((event) => {
    const on = dayOf(event);
    if (on !== null && on <= today + 1) lastOn = on;
    return { event, on: lastOn };
  });
  return placed.sort((a, b) => (a.on === b.on ? 0 : a.on - b.on)).map(({ event }) => event);
}

/** Null where the time cannot be read. */
export function dayOfEvent({ at }: { readonly at: string }): Day | null {
  const instant = parseInstant(at);
  return instant && studyDayOf(instant);
}

/** Of the events, those that are no older than the oldest of others. */
export function sinceOldest<E extends { readonly at: string }>(events: readonly E[], others: readonly E[]): E[] {
  const from = others.reduce((least, { at }) => Math.min(least, msOf(at)), Number.POSITIVE_INFINITY);
  return events.filter(({ at }) => msOf(at) >= from);
}

const msOf = (at: string): number => parseInstant(at)?.ms ?? 0;
