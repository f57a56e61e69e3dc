import { type Day, studyDayOf } from '../day.ts';
import type { Entry } from './entry.ts';

/** Two events that share an id and say different things. Both are kept: neither can be known to be the wrong one. */
export interface Conflict {
  readonly id: string;
  readonly texts: readonly string[];
}

export interface United {
  readonly entries: readonly Entry[];
  readonly conflicts: readonly Conflict[];
}

/**
 * The union of histories by event id, in one order that depends on neither their order nor their number. Events dated after
 * tomorrow (seen from `today`) were written under a wrong clock and stay behind the line that they stood behind: the fold
 * places them so (`foldHistory`).
 */
export function unite(histories: readonly (readonly Entry[])[], today: Day): United {
  const byId = new Map<string, Kept[]>();
  for (const history of histories) for (const kept of placed(history, today)) add(byId, kept);
  const all = [...byId.values()];
  return {
    entries: all
      .flat()
      .sort(byPlace)
      .map(({ entry }) => entry),
    conflicts: all
      .filter((same) => same.length > 1)
      .map(conflictOf)
      .sort((a, b) => compare(a.id, b.id)),
  };
}

/** Whether two lines say the same, however their fields are ordered and spaced. */
export function saysTheSame(one: string, other: string): boolean {
  return one === other || canonical(JSON.parse(one)) === canonical(JSON.parse(other));
}

interface Kept {
  entry: Entry;
  /** Where it stands in time, ms. */
  placeMs: number;
  readonly isFuture: boolean;
}

/** Written under a wrong clock. */
export const isFuture = ({ at }: Entry, today: Day): boolean => studyDayOf(at) > today + 1;

function placed(history: readonly Entry[], today: Day): Kept[] {
  let lastMs = Number.NEGATIVE_INFINITY;
  return history.map((entry) => {
    if (isFuture(entry, today)) return { entry, placeMs: lastMs, isFuture: true };
    lastMs = entry.at.ms;
    return { entry, placeMs: lastMs, isFuture: false };
  });
}

function add(byId: Map<string, Kept[]>, kept: Kept): void {
  const { id, text } = kept.entry;
  const known = byId.get(id);
  const same = known?.find(({ entry }) => saysTheSame(entry.text, text));
  if (!known) byId.set(id, [kept]);
  else if (!same) known.push(kept);
  else {
    if (text < same.entry.text) same.entry = kept.entry;
    same.placeMs = Math.min(same.placeMs, kept.placeMs);
  }
}

const byPlace = (a: Kept, b: Kept): number =>
  compare(a.placeMs, b.placeMs) ||
  Number(a.isFuture) - Number(b.isFuture) ||
  compare(a.entry.id, b.entry.id) ||
  compare(a.entry.text, b.entry.text);

const conflictOf = (same: readonly Kept[]): Conflict => ({
  id: (same[0] as Kept).entry.id,
  texts: same.map(({ entry }) => entry.text).sort(compare),
});

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** JSON with the fields of every object in one order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => compare(a, b));
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}
