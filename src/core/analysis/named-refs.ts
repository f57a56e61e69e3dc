import { nearNames } from '../bank/near.ts';

/**
 * The refs that a text names: the ref itself, else those with this id behind the bank's, else all that have it in them.
 */
export function refsNamed(refs: readonly string[], text: string): string[] {
  if (text === '') return [];
  if (refs.includes(text)) return [text];
  const byId = refs.filter((ref) => idOf(ref) === text);
  return byId.length > 0 ? byId : refs.filter((ref) => ref.includes(text));
}

/** Refs near a mistyped one, with its bank or without. */
export function nearRefs(refs: readonly string[], text: string): string[] {
  const ids = new Set(nearNames(text, [...new Set(refs.map(idOf))]));
  const near = [...nearNames(text, refs), ...refs.filter((ref) => ids.has(idOf(ref)))];
  return [...new Set(near)].slice(0, MOST);
}

const MOST = 3;

/** `item` of `bank/item`. */
const idOf = (ref: string): string => ref.slice(ref.indexOf('/') + 1);
