import type { Found, Section } from './found.ts';
import { between, nextFrom } from './lexer/between.ts';
import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import { readItem } from './read-item.ts';
import { isTitle } from './titles.ts';

/**
 * Questions without numbers, line by line: lines of text, then options, then an answer; the next line of text begins
 * the next question, unless the line behind it shows that the one before went on.
 */
export function readBlocks(lexed: Lexed, from: number, to: number, section: Section | null): Found[] {
  const lines = linesIn(lexed, from, to);
  const starts = startsOf(lines, section);
  let last = 0;
  return starts.flatMap((begin, index) => {
    const start = behindTitle(lexed.text, begin);
    const end = starts[index + 1] ?? to;
    const inside = between(lexed.marks, start, end);
    const mark = nextFrom(lexed.numbers, start);
    const number =
      mark?.lineStart && mark.at - start < 9 && mark.style !== 'circle' && (!mark.loose || mark.value === last + 1)
        ? mark
        : null;
    last = number?.value ?? last;
    const span = { number: number?.value ?? null, at: start, from: number?.end ?? start, to: end };
    const found = readItem(lexed.flat, inside, span, section, 4);
    const whole = found.options.length >= 2 || found.answer !== null || found.inline !== '';
    return whole ? [{ ...found, rules: ['lines', ...found.rules.slice(1)] }] : [];
  });
}

interface Line {
  readonly at: number;
  readonly kind: 'text' | 'options' | 'answer' | 'other';
  /** Carries its own key: `…。(√)`. */
  readonly keyed: boolean;
}

/** A title on a line of its own is no beginning of the first question. */
function behindTitle(text: string, at: number): number {
  let begin = at;
  for (let line = 0; line < MOST_TITLES; line++) {
    const newline = text.indexOf('\n', begin);
    const title = newline < 0 ? '' : text.slice(begin, newline).trim();
    if (newline - begin > 40 || (title === '' ? line === 0 || newline < 0 : !isTitle(title))) break;
    begin = newline + 1;
  }
  return begin;
}

/** Lines, with the empty ones between them. */
const MOST_TITLES = 6;

function linesIn(lexed: Lexed, from: number, to: number): Line[] {
  const { text } = lexed;
  const lines: Line[] = [];
  for (let at = from; at < to; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline > to ? to : newline;
    if (text.slice(at, end).trim() !== '')
      lines.push({ at, kind: kindOf(lexed, at, end), keyed: countIn(lexed.truths, at, end) > 0 });
    at = end + 1;
  }
  return lines;
}

function kindOf(lexed: Lexed, at: number, end: number): Line['kind'] {
  const line = lexed.text.slice(at, end);
  const begin = at + (/^\s*/.exec(line)?.[0].length ?? 0);
  const mark = between(lexed.marks, begin, Math.min(begin + 5, end))[0];
  if (mark) return mark.kind === 'answer' ? 'answer' : mark.kind === 'options' ? 'options' : 'other';
  if (/^[\s○●◯□■◇◆☐√*•·-]{0,6}[(（【[]?[A-La-l](?:选项)?(?:[)）】\]][.、]?|[ ]{0,2}[.、:：．,，]|[ ])/.test(line))
    return 'options';
  return 'text';
}

function startsOf(lines: readonly Line[], section: Section | null): number[] {
  const starts: number[] = [];
  const truths = section?.type === 'boolean';
  let fresh = true;
  lines.forEach((line, index) => {
    if (line.kind !== 'text') {
      fresh ||= true;
      return;
    }
    const before = lines[index - 1]?.kind;
    const afterPart = before !== undefined && before !== 'text';
    if (truths && line.keyed) starts.push(line.at);
    else if (fresh && (index === 0 || afterPart) && leadsTo(lines, index)) starts.push(line.at);
    else if (
      fresh &&
      before === 'text' &&
      !leadsBack(lines, index) &&
      leadsTo(lines, index) &&
      starts.at(-1) !== undefined &&
      partsSince(lines, starts.at(-1) as number, index)
    )
      starts.push(line.at);
  });
  return starts;
}

/** Options or an answer come directly behind it, or behind one more line of text. */
function leadsTo(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]?.kind;
  return (
    next === 'options' ||
    next === 'answer' ||
    (next === 'text' &&
      (['options', 'answer'].includes(lines[index + 2]?.kind ?? '') ||
        // The titles of a page over its only question.
        (index === 0 && lines[index + 2]?.kind === 'text' && lines[index + 3]?.kind === 'options')) &&
      lines[index - 1]?.kind !== 'other')
  );
}

/** A line of text before it that would begin the question just as well. */
const leadsBack = (lines: readonly Line[], index: number): boolean =>
  lines[index - 1]?.kind === 'text' &&
  lines[index - 2]?.kind !== 'text' &&
  lines[index - 2]?.kind !== 'other' &&
  leadsTo(lines, index - 1);

function partsSince(lines: readonly Line[], at: number, index: number): boolean {
  for (let back = index - 1; back >= 0 && (lines[back]?.at ?? 0) > at; back--)
    if (lines[back]?.kind !== 'text') return true;
  return false;
}
