/** Columns of text that is not simple; roughly, until the tables are there. */
let measure: (text: string) => number = roughWidth;

/**
 * Loads the tables of `string-width`. Compiling them takes longer than all else on the way to the first question, and
 * hardly any text needs them: so they are awaited where a text is known to, and otherwise come after the first screen.
 */
export async function loadWidths(): Promise<void> {
  measure = (await import('string-width')).default;
  known.clear();
}

/** True for text that is measured right without the tables. */
export const isSimple = (text: string): boolean => SIMPLE.test(text);

/**
 * Columns that a terminal gives the text; colour sequences take none. Characters of ambiguous width (`“`, `…`, `①`) are
 * narrow, as in every terminal that isn't set up for old East Asian encodings.
 */
export function widthOf(text: string): number {
  if (!SIMPLE.test(text)) return text.length > LONGEST_KEPT ? measure(text) : keptWidth(text);
  let columns = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= FIRST_WIDE) columns++;
  return columns;
}

/** Columns of characters measured before: looking one up in Unicode's tables takes longer than all else in laying a text out. */
const known = new Map<string, number>();
const LONGEST_KEPT = 8;
const MOST_KEPT = 10_000;

function keptWidth(character: string): number {
  const width = known.get(character) ?? measure(character);
  if (known.size < MOST_KEPT) known.set(character, width);
  return width;
}

/** The characters as people count them: an emoji with its joiners or a letter with its accents is one. */
export function graphemesOf(text: string): string[] {
  return SIMPLE.test(text) ? text.split('') : segmentsOf(text);
}

/**
 * V8 takes a minute for a text of more than 65,535 units, and a millisecond for each piece of it. The last character of a
 * piece may go on in the next, so it is left to that one.
 */
function segmentsOf(text: string): string[] {
  const segments: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = from + (/[\uD800-\uDBFF]/.test(text[from + PIECE - 1] ?? '') ? PIECE - 1 : PIECE);
    const piece = Array.from(segmenter().segment(text.slice(from, to)), ({ segment }) => segment);
    if (to < text.length && piece.length > 1) piece.pop();
    for (const segment of piece) {
      segments.push(segment);
      from += segment.length;
    }
  }
  return segments;
}

const PIECE = 4096;

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
  let piece = '';
  let used = 0;
  for (const grapheme of graphemesOf(text)) {
    const width = widthOf(grapheme);
    if (piece !== '' && used + width > columns) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += grapheme;
    used += width;
  }
  return [...pieces, piece];
}

let kept: Intl.Segmenter | undefined;

/** Made when first needed: making it takes fifteen milliseconds. */
function segmenter(): Intl.Segmenter {
  kept ??= new Intl.Segmenter();
  return kept;
}

/**
 * Text that needs no look at Unicode's tables: each code unit is a character by itself, one column wide (Latin, Greek,
 * Cyrillic, punctuation, arrows, this program's own glyphs) or two (Han and its punctuation, kana, full-width forms).
 */
const SIMPLE =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0391-\u03A1\u03A3-\u03FF\u0400-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u2074-\u208E\u20A0-\u20BF\u2100-\u218B\u2190-\u2319\u2460-\u25FC\u25FF-\u2613\u2616-\u262F\u2706-\u2709\u270C-\u2727\u2729-\u274B\u2776-\u2793\u3000-\u3029\u3041-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF60]*$/;
const FIRST_WIDE = 0x3000;

/** Two columns for whatever is likely wide, none for marks. */
function roughWidth(text: string): number {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x300) columns += 1;
    else if (code < 0x370 || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) continue;
    else columns += code >= 0x1100 && (code < 0x2000 || code >= 0x2e80) ? 2 : 1;
  }
  return columns;
}
