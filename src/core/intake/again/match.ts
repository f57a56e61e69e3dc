import { TrigramIndex } from '../../bank/writing/trigram-index.ts';
import { LEAST_LETTERS, SAME_FROM, signatureOf } from '../duplicates.ts';
import { bare } from '../tidy.ts';
import { askedIn, type Fields } from './contents.ts';

/** From here on two texts are one question where nothing else in either list is as like them. */
const LIKELY_FROM = 0.5;

/**
 * Which question of the bank each one that was read is, as an index, or null for a new one. By its id where the document
 * gives it one (`named`), then by what it asks, never by its place: the surest pairs first, and no question twice.
 */
export function matchQuestions(
  own: readonly Fields[],
  read: readonly Fields[],
  named: ReadonlySet<string>,
): (number | null)[] {
  const found: (number | null)[] = read.map(() => null);
  const free = new Set(own.keys());
  const take = (index: number, at: number): void => {
    found[index] = at;
    free.delete(at);
  };
  const exact = (keyOf: (question: Fields) => string): void => {
    const places = new Map<string, number[]>();
    for (const at of free) {
      const key = keyOf(own[at] as Fields);
      if (key !== '') places.set(key, [...(places.get(key) ?? []), at]);
    }
    read.forEach((question, index) => {
      const at = found[index] === null ? places.get(keyOf(question))?.shift() : undefined;
      if (at !== undefined) take(index, at);
    });
  };
  exact(({ id }) => (typeof id === 'string' && named.has(id) ? id : ''));
  exact((question) => signatureOf(askedIn(question)));
  // Another option, or a key that became an option: what is asked is the same still.
  exact((question) => bare(askedIn(question).material + askedIn(question).stem));
  for (const least of [SAME_FROM, LIKELY_FROM]) alike(own, read, found, free, least, take);
  return found;
}

/** Pairs that are each other's nearest. */
function alike(
  own: readonly Fields[],
  read: readonly Fields[],
  found: readonly (number | null)[],
  free: ReadonlySet<number>,
  least: number,
  take: (index: number, at: number) => void,
): void {
  const owned = new TrigramIndex();
  const wanted = new TrigramIndex();
  const open = read.flatMap((question, index) => (found[index] === null ? [{ question, index }] : []));
  for (const at of free) if (isLong(own[at])) owned.add(signed(own[at]), at);
  for (const { question, index } of open) if (isLong(question)) wanted.add(signed(question), index);
  for (const { question, index } of open) {
    const at = isLong(question) ? owned.nearest(signed(question), least) : null;
    if (at === null || !free.has(at)) continue;
    if (wanted.nearest(signed(own[at]), least) === index) take(index, at);
  }
}

const signed = (question: Fields | undefined): string => signatureOf(askedIn(question ?? {}));
const isLong = (question: Fields | undefined): boolean => signed(question).length >= LEAST_LETTERS;
