/**
 * What a reader does not see, or what changes how the text around it is seen: controls, what Unicode calls ignorable (zero
 * widths, direction marks, fillers, variation selectors, tags), line separators, annotation marks, and halves of surrogate
 * pairs. As the source of a class: the line feed is not in it, other white space is.
 */
export const HIDDEN =
  '[\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\p{Default_Ignorable_Code_Point}\\u2028\\u2029\\uFFF9-\\uFFFB\\p{Cs}]';

/** One picture, with a skin tone and a selector for its looks where it has them. */
const PICTURE = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}?[\\uFE0E\\uFE0F]?';

/** Up to four joined pictures, a family of four being the longest in use: a longer chain would hide its true width. */
export const EMOJI = `${PICTURE}(?:\\u200D${PICTURE}){0,3}|[0-9#*]\\uFE0F\\u20E3`;

/** `U+202E`. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;

/** How a hidden character is shown: by its number, `⟨U+202E⟩`. */
export const spelledOut = (character: string): string => `⟨${codePointOf(character)}⟩`;
