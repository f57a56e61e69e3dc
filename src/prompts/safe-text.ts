import { EMOJI, HIDDEN, spelledOut } from '../core/hidden.ts';

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

const UNSAFE = new RegExp(HIDDEN, 'u');
const UNSAFE_ALONE = new RegExp(`^${HIDDEN}$`, 'u');
/** Emoji come first, so that the joiners and selectors inside them are passed over. */
const EMOJI_OR_UNSAFE = new RegExp(`${EMOJI}|${HIDDEN}`, 'gu');
