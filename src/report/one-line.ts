/**
 * Text from banks, files and keyboards without what cannot be seen: controls, direction marks, zero widths, tags, halves
 * of surrogate pairs. White space stays, and so do the joiners that emoji are made with.
 */
export function visible(text: string): string {
  return text.replace(HIDDEN, '');
}

const HIDDEN =
  /[^\P{Cc}\t-\r]|[\p{Cs}\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** The visible text on one line, all white space a single space. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** The text on one line and no longer than so many characters. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(oneLine(text));
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length - 1).join('')}…`;
}
