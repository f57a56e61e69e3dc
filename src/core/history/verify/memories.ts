import type { Progress } from '../fold.ts';

/**
 * What two folds of one history say otherwise: refs of items, or the name of a part; empty where they agree. Both come from
 * the same arithmetic in the same order, so that numbers are compared to the last digit.
 */
export function foldsPart(one: Progress, other: Progress): string[] {
  return [
    ...keysApart(one.memories, other.memories),
    ...keysApart(one.notes, other.notes),
    ...keysApart(truths(one.starred), truths(other.starred)),
    ...keysApart(truths(one.suspended), truths(other.suspended)),
    ...keysApart(one.unfinished, other.unfinished),
    ...keysApart(one.openDrills, other.openDrills),
    ...keysApart(one.places, other.places),
    ...(one.days.latestOn === other.days.latestOn ? [] : ['latestOn']),
  ];
}

const truths = (set: ReadonlySet<string>): ReadonlyMap<string, unknown> =>
  new Map(Array.from(set, (key) => [key, true]));

function keysApart(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  const apart = [...one.keys()].filter((key) => textOf(one.get(key)) !== textOf(other.get(key)));
  return [...apart, ...[...other.keys()].filter((key) => !one.has(key))];
}

/** Values of one fold are made by different hands, with their fields in different orders. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value) ?? '';
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
