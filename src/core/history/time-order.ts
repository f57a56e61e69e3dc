import { type Day, parseInstant, studyDayOf } from '../day.ts';

/**
 * Events by time and id, whatever order they stand in. Those dated after tomorrow (seen from `today`) were written under a wrong
 * clock: they stay behind the one that they stand behind, so that none of them is the latest for years.
 */
export function inOrderOfTime<E extends { readonly id: string; readonly at: string }>(
  events: readonly E[],
  today: Day,
): E[] {
  let lastMs = Number.NEGATIVE_INFINITY;
  const placed = events.map((event) => {
    const at = parseInstant(event.at);
    if (at && studyDayOf(at) <= today + 1) lastMs = at.ms;
    return { event, ms: lastMs };
  });
  return placed.sort((a, b) => compare(a.ms, b.ms) || compare(a.event.id, b.event.id)).map(({ event }) => event);
}

/** Of the events, those that are no older than the oldest of others. */
export function sinceOldest<E extends { readonly at: string }>(events: readonly E[], others: readonly E[]): E[] {
  const from = others.reduce((least, { at }) => Math.min(least, msOf(at)), Number.POSITIVE_INFINITY);
  return events.filter(({ at }) => msOf(at) >= from);
}

const msOf = (at: string): number => parseInstant(at)?.ms ?? 0;

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
