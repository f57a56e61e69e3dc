import { graphemesOf, headOf, widthOf } from './width.ts';

/**
 * Plain text (no colours, made safe) in lines of at most `columns`. Line breaks of the text stay; spaces at the end of a
 * line and at a break go. Han text breaks between any two characters, except that closing punctuation never begins a
 * line (it takes the character before it along) and opening punctuation never ends one; words and numbers stay whole.
 * Only what is longer than a line by itself is cut.
 */
export function wrap(text: string, columns: number): string[] {
  return wrapIndented(text, columns, '', '');
}

/** The same with `first` before the first line and `rest` before the others. In too little room the prefixes are cut. */
export function wrapIndented(text: string, columns: number, first: string, rest: string): string[] {
  return layOut(text, columns, { first, rest }).map(({ prefix, start, end }) =>
    start === end ? prefix.trimEnd() : prefix + text.slice(start, end),
  );
}

/** One line: what stands before it, and the part of the text that it shows. */
export interface Line {
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
}

export interface Indent {
  readonly first: string;
  readonly rest: string;
}

/** Where the lines begin and end. No line begins at an offset that is `glued`, unless there is no other way. */
export function layOut(
  text: string,
  columns: number,
  indent: Indent,
  glued: ReadonlySet<number> = new Set<number>(),
): Line[] {
  const first = headOf(indent.first, columns - WIDEST);
  const rest = headOf(indent.rest, columns - WIDEST);
  const narrowest = columns - Math.max(widthOf(first), widthOf(rest));
  const lines: Line[] = [];
  const prefix = (): string => (lines.length === 0 ? first : rest);
  let offset = 0;
  for (const paragraph of text.split('\n')) {
    const glyphs = glyphsOf(paragraph, offset, narrowest, glued);
    let from = 0;
    do {
      const to = endOfLine(glyphs, from, Math.max(1, columns - widthOf(prefix())));
      const end = trimmedEnd(glyphs, from, to);
      // Spaces that leave no room for the first word go like those at any other break.
      if (end > from || to === glyphs.length) lines.push({ prefix: prefix(), ...extent(glyphs, from, end, offset) });
      from = to;
      while (glyphs[from]?.space) from++;
    } while (from < glyphs.length);
    offset += paragraph.length + 1;
  }
  return lines;
}

interface Glyph {
  readonly text: string;
  readonly at: number;
  readonly width: number;
  readonly space: boolean;
  /** Whether a line may begin here: `cut` inside a word, when there is no `free` place on the line. */
  readonly before: 'free' | 'cut' | 'never';
}

function glyphsOf(paragraph: string, offset: number, room: number, glued: ReadonlySet<number>): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = offset;
  let ink = '';
  for (const text of graphemesOf(paragraph).flatMap((grapheme) => splitTooWide(grapheme, room))) {
    const spaced = glyphs.at(-1)?.space ?? false;
    const before = glued.has(at) ? 'never' : placeBetween(ink, text, spaced);
    const space = SPACE.test(text);
    glyphs.push({ text, at, width: widthOf(text), space, before });
    if (!space) ink = text;
    at += text.length;
  }
  return glyphs;
}

/** A pile of jamo or marks may be one character to people and yet wider than any line. */
function splitTooWide(grapheme: string, room: number): string[] {
  return widthOf(grapheme) > Math.max(WIDEST, room) ? [...grapheme] : [grapheme];
}

/** What a break between the last visible character and this one would be, with or without spaces between them. */
function placeBetween(left: string, right: string, spaced: boolean): Glyph['before'] {
  if (OPENING.test(left)) return 'never';
  if (spaced) return CLOSING.test(right) ? 'never' : 'free';
  if (TOUCHING.test(right)) return 'never';
  return breaksAnywhere(left) || breaksAnywhere(right) ? 'free' : 'cut';
}

/** Index of the glyph that begins the next line. */
function endOfLine(glyphs: readonly Glyph[], from: number, room: number): number {
  let used = 0;
  let free = from;
  let cut = from;
  for (let i = from; i < glyphs.length; i++) {
    const glyph = glyphs[i] as Glyph;
    used += glyph.width;
    if (glyph.space) continue;
    if (glyph.before === 'free') free = i;
    if (glyph.before !== 'never') cut = i;
    if (used > room) return [free, cut, i].find((place) => place > from) ?? from + 1;
  }
  return glyphs.length;
}

function trimmedEnd(glyphs: readonly Glyph[], from: number, to: number): number {
  let end = to;
  while (end > from && glyphs[end - 1]?.space) end--;
  return end;
}

function extent(glyphs: readonly Glyph[], from: number, end: number, empty: number): { start: number; end: number } {
  const first = glyphs[from];
  const last = glyphs[end - 1];
  return first && last && end > from
    ? { start: first.at, end: last.at + last.text.length }
    : { start: empty, end: empty };
}

const WIDEST = 2;
const SPACE = /^[ \u3000]$/;

/** 避头: never first on a line, even after a space. */
const CLOSING = /^[，。、；：？！）】》〉」』〕］｝”’…—·～／％℃‰°]/u;
/** ASCII ones only where they touch the text before them. */
const TOUCHING = new RegExp(`${CLOSING.source}|^[,.;:?!)\\]}%/]`, 'u');
/** 避尾: never last on a line. */
const OPENING = /^[（【《〈「『〔［｛“‘([{￥¥＄$€£]/u;

/** Full-width letters and digits make words; of narrow characters only these stand apart from their neighbours. */
const breaksAnywhere = (glyph: string): boolean =>
  /^[“”…—]/u.test(glyph) || (widthOf(glyph) > 1 && !/^[０-９Ａ-Ｚａ-ｚ]/u.test(glyph));
