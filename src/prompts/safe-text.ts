/**
 * Text from banks, files and keyboards made harmless on a terminal. There is one convention: a character that cannot be
 * seen, or that would move, hide or reorder what stands around it, is written out as its number, `⟨U+202E⟩`.
 * Lines end in `\n` afterwards, a tab is two spaces, and nothing else below U+0020 is left.
 */
export function safeText(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text
    .replace(/\r\n/g, '\n')
    .replace(/\t/g, '  ')
    .replace(EMOJI_OR_UNSAFE, (found) => (UNSAFE_ALONE.test(found) ? spelledOut(found) : found));
}

/** The same on one line: a line break is a space. For titles, options in a row and file names. */
export function safeLine(text: string): string {
  return safeText(text).replaceAll('\n', ' ');
}

const spelledOut = (character: string): string =>
  `⟨U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/**
 * All controls but `\n`, what Unicode calls ignorable (zero widths, direction marks, fillers, variation selectors, tags),
 * line separators, annotation marks, and halves of surrogate pairs.
 */
const HIDDEN =
  '[\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\p{Default_Ignorable_Code_Point}\\u2028\\u2029\\uFFF9-\\uFFFB\\p{Cs}]';

/** One picture, with a skin tone and a selector for its looks where it has them. */
const PICTURE = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}?[\\uFE0E\\uFE0F]?';

/** Up to four joined pictures, a family of four being the longest in use: a longer chain would hide its true width. */
const EMOJI = `${PICTURE}(?:\\u200D${PICTURE}){0,3}|[0-9#*]\\uFE0F\\u20E3`;

const UNSAFE = new RegExp(HIDDEN, 'u');
const UNSAFE_ALONE = new RegExp(`^${HIDDEN}$`, 'u');
/** Emoji come first, so that the joiners and selectors inside them are passed over. */
const EMOJI_OR_UNSAFE = new RegExp(`${EMOJI}|${HIDDEN}`, 'gu');
