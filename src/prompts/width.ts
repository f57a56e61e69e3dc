import stringWidth from 'string-width';

/**
 * Columns that a terminal gives the text; colour sequences take none. Characters of ambiguous width (`“`, `…`, `①`) are
 * narrow, as in every terminal that isn't set up for old East Asian encodings.
 */
export function widthOf(text: string): number {
  if (!SIMPLE.test(text)) return stringWidth(text);
  let columns = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= FIRST_WIDE) columns++;
  return columns;
}

/** The characters as people count them: an emoji with its joiners or a letter with its accents is one. */
export function graphemesOf(text: string): string[] {
  return SIMPLE.test(text) ? text.split('') : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The text and as many spaces as fill the columns; a wider text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/** A line without colours cut to the columns; what was cut off is shown by `…`. */
export function truncate(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  return columns < 1 ? '' : `${headOf(text, columns - 1)}…`;
}

/** The longest beginning that fits into the columns; half of a wide character is no fit. */
export function headOf(text: string, columns: number): string {
  let head = '';
  let used = 0;
  for (const grapheme of graphemesOf(text)) {
    used += widthOf(grapheme);
    if (used > columns) break;
    head += grapheme;
  }
  return head;
}

/** A line cut into pieces of at most so many columns, words or no words and spaces kept: for what must stay verbatim. */
export function chop(text: string, columns: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (widthOf(rest) > columns) {
    const piece = headOf(rest, columns) || (graphemesOf(rest)[0] as string);
    if (piece === rest) break;
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}

const segmenter = new Intl.Segmenter();

/**
 * Text that needs no look at Unicode's tables: each code unit is a character by itself, one column wide (ASCII, general
 * punctuation) or two (Han and its punctuation, full-width forms).
 */
const SIMPLE = /^[\u0020-\u007E\u2010-\u2027\u3000-\u3029\u4E00-\u9FFF\uFF01-\uFF60]*$/;
const FIRST_WIDE = 0x3000;
