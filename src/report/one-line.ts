import { withoutHidden } from '../core/hidden-places.ts';

/**
 * Text from banks, files and keyboards without what cannot be seen: controls, direction marks, zero widths, tags, halves
 * of surrogate pairs. White space stays, every line break a plain one, and so do the joiners that emoji and some scripts are made with.
 */
export function visible(text: string): string {
  return withoutHidden(text.replace(/[\v\f]/g, ' ').replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n'));
}

/** The visible text on one line, all white space a single space. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** The text on one line and no longer than so many characters. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(oneLine(text));
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
