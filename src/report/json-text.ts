import { HIDDEN } from '../core/hidden.ts';

/**
 * A value as one JSON document. What cannot be seen is written by its number: the document is the same to every program
 * that reads it, and does nothing to a terminal that shows it.
 */
export const jsonText = (value: unknown): string => JSON.stringify(value, null, 2).replace(UNSEEN, inUnits);

/** White space is the document's own: a text of it has none that is not escaped. */
const UNSEEN = new RegExp(`(?![\\t\\n\\r])${HIDDEN}`, 'gu');

const inUnits = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`,
  ).join('');
