/** What was chosen to be read; each list without repetition and in the order of the alphabet, so that equal choices are equal. */
export interface StudyScope {
  /** Topics with all that is below them; none for every topic. */
  readonly topics: readonly string[];
  readonly types: readonly string[];
}

/** A page that was turned to, as the history has it. */
export interface StudiedPage {
  readonly bank: string;
  /** `bank/item`; null for the notes of a topic. */
  readonly item: string | null;
  /** Path of the page's topic; empty for a question without one. */
  readonly topic: string;
  readonly scope: StudyScope;
}

/**
 * Where reading stopped, with the pages of the same topic on the way there: where a bank was edited since, the nearest
 * of them that is still there takes the place of one that is not.
 */
export interface Place {
  readonly bank: string;
  readonly topic: string;
  /** The pages of the topic that lie behind, each once, the last the place itself; null for the topic's notes. */
  readonly items: readonly (string | null)[];
  /** Of the event, to tell which of several places is the latest. */
  readonly ms: number;
  readonly id: string;
}

export const scopeOf = (topics: readonly string[], types: readonly string[]): StudyScope => ({
  topics: [...new Set(topics)].sort(),
  types: [...new Set(types)].sort(),
});

/** Places are kept by bank and scope. */
export const placeKey = (bank: string, { topics, types }: StudyScope): string => JSON.stringify([bank, topics, types]);

/** Written when all was read, or is to be forgotten: the page before the first, where the next reading begins. */
export const startOf = (bank: string, scope: StudyScope): StudiedPage => ({ bank, item: null, topic: '', scope });

export const isStart = ({ topic, items }: Place): boolean => topic === '' && items.at(-1) === null;

/** The place after one more page. A page turned back to leaves those that came after it out of the way there. */
export function movedTo(before: Place | undefined, { bank, item, topic }: StudiedPage, ms: number, id: string): Place {
  const way = before?.topic === topic ? before.items : [];
  const at = way.indexOf(item);
  return { bank, topic, items: at < 0 ? [...way, item] : way.slice(0, at + 1), ms, id };
}

/** Of the places that these banks have under this scope, the one that was reached last; null where there is none. */
export function latestPlace(
  places: ReadonlyMap<string, Place>,
  banks: readonly string[],
  scope: StudyScope,
): Place | null {
  return latest(banks.flatMap((bank) => places.get(placeKey(bank, scope)) ?? []));
}

/** The bank that was read last, under whatever scope. */
export const lastStudied = (places: ReadonlyMap<string, Place>): string | null =>
  latest([...places.values()])?.bank ?? null;

function latest(places: readonly Place[]): Place | null {
  return places.reduce<Place | null>((last, place) => (!last || isLater(place, last) ? place : last), null);
}

const isLater = (a: Place, b: Place): boolean => a.ms > b.ms || (a.ms === b.ms && a.id > b.id);

/** The page that an event speaks of. Another program may have written anything: what is no page is no place, and no damage. */
export function studiedPageIn(event: { readonly [K in keyof StudiedPage]?: unknown }): StudiedPage | null {
  const { bank, item, topic, scope } = event;
  if (typeof bank !== 'string' || typeof topic !== 'string') return null;
  if (typeof item !== 'string' && item !== null) return null;
  const { topics, types } = (scope ?? {}) as { readonly [K in keyof StudyScope]?: unknown };
  return areTexts(topics) && areTexts(types) ? { bank, item, topic, scope: scopeOf(topics, types) } : null;
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
