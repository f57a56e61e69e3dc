/** Text to text that looks different, usually by colour sequences; without colour it gives the text back as it is. */
export type Paint = (text: string) => string;

export interface InlineStyle {
  readonly strong: Paint;
  readonly emphasis: Paint;
  readonly code: Paint;
}

/** What is read on the screen, and which parts of it are painted. Offsets are those of `text`. */
export interface Inline {
  readonly text: string;
  readonly runs: readonly Run[];
  /** Offsets where no line should begin: inside of shown marks, so that none is parted from its word. */
  readonly glued: ReadonlySet<number>;
}

interface Run {
  readonly end: number;
  readonly paint: Paint;
}

/**
 * Reads `**strong**`, `*emphasis*`, `***both***`, `` `code` `` and `\*`. More than three stars mask a telephone number
 * and mark nothing; nor does a star after a letter or digit (`3*4*5`), or one before a space or closing punctuation.
 */
export function parseInline(source: string, style: InlineStyle, around: Paint): Inline {
  const into: Draft = { text: '', runs: [], glued: new Set() };
  read(source, style, around, into);
  return into;
}

/** A part of the text, each run painted by itself: no colour sequence reaches beyond it. */
export function paintPart({ text, runs }: Inline, start: number, end: number): string {
  let painted = '';
  let from = start;
  for (const run of runs) {
    if (from >= end) break;
    if (run.end <= from) continue;
    const to = Math.min(run.end, end);
    painted += run.paint(text.slice(from, to));
    from = to;
  }
  return painted;
}

/** Whether a style shows at all. Where it doesn't, the author's mark has to. */
export const changesNothing = (paint: Paint): boolean => paint('x') === 'x';

interface Draft {
  text: string;
  readonly runs: Run[];
  readonly glued: Set<number>;
}

function read(source: string, style: InlineStyle, around: Paint, into: Draft): void {
  let done = 0;
  for (const found of source.matchAll(MARKED)) {
    append(source.slice(done, found.index), around, into);
    done = found.index + found[0].length;
    const { escaped, ticks, code, stars, inner } = found.groups as Record<string, string | undefined>;
    if (escaped !== undefined) append(escaped, around, into);
    else if (ticks !== undefined) {
      const paint = within(around, style.code);
      between(changesNothing(style.code) ? ticks : '', around, into, () => append(code as string, paint, into));
    } else {
      const look = starred((stars as string).length, style);
      const mark = changesNothing(look) ? (stars as string) : '';
      between(mark, around, into, () => read(inner as string, style, within(around, look), into));
    }
  }
  append(source.slice(done), around, into);
}

function append(text: string, paint: Paint, into: Draft): void {
  if (text === '') return;
  into.text += text;
  into.runs.push({ end: into.text.length, paint });
}

function between(mark: string, around: Paint, into: Draft, content: () => void): void {
  append(mark, around, into);
  if (mark !== '') into.glued.add(into.text.length);
  content();
  if (mark !== '') into.glued.add(into.text.length);
  append(mark, around, into);
}

const within =
  (outer: Paint, inner: Paint): Paint =>
  (text) =>
    outer(inner(text));

function starred(count: number, { strong, emphasis }: InlineStyle): Paint {
  if (count === 3) return within(strong, emphasis);
  return count === 2 ? strong : emphasis;
}

const ESCAPED = '\\\\(?<escaped>[\\\\`*#>|])';
/** What is marked has an end within a thousand characters: without that, each of many marks would be sought to the end of the text. */
const INNER = '.{1,1000}?';
const CODE = `(?<!\`)(?<ticks>\`+)(?!\`)(?<code>${INNER})(?<!\`)\\k<ticks>(?!\`)`;
const OPENING = '(?<stars>(?<![*A-Za-z0-9])\\*|(?<!\\*)\\*{2,3})(?![\\s*，。、；：？！）】》」』”,.;:?!)\\]}])';
const STARRED = `${OPENING}(?<inner>${INNER})(?<![\\s*])\\k<stars>(?!\\*)`;
const MARKED = new RegExp(`${ESCAPED}|${CODE}|${STARRED}`, 'gu');
