import type { Day } from '../day.ts';
import type { Entry } from './entry.ts';
import { type Gain, gainOf } from './gain.ts';
import { KnownEvents } from './known-events.ts';
import { isFuture, unite } from './unite.ts';

/** A history from elsewhere, by the name it is spoken of. */
export interface GivenHistory {
  readonly name: string;
  readonly entries: readonly Entry[];
}

export interface MergeInput {
  readonly own: readonly Entry[];
  /** Events that were put away: they are there already, and do not come back. */
  readonly archived: readonly Entry[];
  readonly given: readonly GivenHistory[];
  readonly today: Day;
}

export interface MergePlan {
  readonly files: readonly FilePlan[];
  /** Of all files together, each event once. */
  readonly gain: Gain;
  /** What the history shall hold; null where it may stay as it is. */
  readonly entries: readonly Entry[] | null;
}

export interface FilePlan {
  readonly name: string;
  readonly events: number;
  /** What neither the history nor a file before this one has. */
  readonly gain: Gain;
  readonly already: number;
  readonly conflicts: readonly EventConflict[];
}

/** An event that says something else here than in a file. Both are kept: neither can be known to be the wrong one. */
export interface EventConflict {
  readonly id: string;
  readonly differences: readonly Difference[];
}

/** A field in JSON as each side has it; null where a side has none. */
export interface Difference {
  readonly field: string;
  readonly here: string | null;
  readonly there: string | null;
}

/** What merging these histories into one's own would bring. Which event is kept depends on neither their order nor their number. */
export function planMerge({ own, archived, given, today }: MergeInput): MergePlan {
  const known = new KnownEvents([...own, ...archived]);
  const fresh: Entry[] = [];
  const files = given.map(({ name, entries }): FilePlan => {
    const news: Entry[] = [];
    const conflicts: EventConflict[] = [];
    for (const entry of entries) {
      if (known.has(entry)) continue;
      const other = known.textOf(entry.id);
      if (other !== null) conflicts.push({ id: entry.id, differences: differencesOf(other, entry.text) });
      known.add(entry);
      news.push(entry);
    }
    fresh.push(...news);
    return {
      name,
      events: entries.length,
      gain: gainOf(news, today),
      already: entries.length - news.length,
      conflicts,
    };
  });
  const input = { own, archived, given, today };
  const entries = fresh.length > 0 || isPlacedAnew(input) ? united(input) : null;
  return { files, gain: gainOf(fresh, today), entries };
}

/** Where nothing is new, an event of a wrong clock may still have another line before it there than here, and so another time. */
function isPlacedAnew({ own, archived, given, today }: MergeInput): boolean {
  if (!own.some((entry) => isFuture(entry, today))) return false;
  const here = united({ own, archived, given: [], today });
  const there = united({ own, archived, given, today });
  return here.some(({ text }, index) => there[index]?.text !== text);
}

/** All but what stands in the archive alone. Whole histories are united, since the place of an event may hang on its neighbours. */
function united({ own, archived, given, today }: MergeInput): readonly Entry[] {
  const { entries } = unite([own, archived, ...given.map((each) => each.entries)], today);
  if (archived.length === 0) return entries;
  const here = new KnownEvents(own);
  const putAway = new KnownEvents(archived);
  return entries.filter((entry) => !putAway.has(entry) || here.has(entry));
}

function differencesOf(here: string, there: string): Difference[] {
  const [one, other] = [fieldsOf(here), fieldsOf(there)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((field) => {
    const [mine, theirs] = [one.get(field) ?? null, other.get(field) ?? null];
    return mine === theirs ? [] : [{ field, here: mine, there: theirs }];
  });
}

const fieldsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(Object.entries(JSON.parse(text) as object).map(([name, value]) => [name, JSON.stringify(value)]));
