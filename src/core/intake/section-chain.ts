import { bestChain } from './chain.ts';
import { between, lastBefore } from './lexer/between.ts';
import { countIn, firstAtLeast } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { NumberMark, NumberStyle } from './lexer/numbers.ts';
import type { SectionType } from './lexer/type-words.ts';

/** Which numbers of a stretch begin questions, given what kind of questions stand there (`null`: nothing says). */
export function sectionChain(
  lexed: Lexed,
  from: number,
  to: number,
  type: SectionType | null,
  next: number,
  strict: boolean,
): NumberMark[] {
  const marks = between(lexed.numbers, from, to);
  const barriers = between(lexed.materials, from, to).map(({ at }) => at);
  const evidence = evidenceOf(lexed, type, strict, from, to);
  const prior = stylePriors(marks, to, evidence);
  return bestChain({
    marks,
    to,
    next,
    barriers,
    segment: (mark, end) =>
      evidence(mark, barriers.length > 0 ? Math.min(end, barrierIn(barriers, mark.end, end)) : end),
    standing: (mark) =>
      prior(mark.style) +
      place(mark, lexed.text, from) +
      (opensRegion(lexed, mark, from, next) ? 1.5 : 0) -
      (opensAnswer(lexed, mark) ? 2.5 : 0),
  });
}

/** The number that is expected, right behind the head. */
const opensRegion = (lexed: Lexed, { at, value, lineStart }: NumberMark, from: number, next: number): boolean =>
  lineStart && value === next && value > 1 && lexed.text.slice(from, at).trim() === '';

/** `答案:1. …` begins a list in the answer. */
function opensAnswer(lexed: Lexed, mark: NumberMark): boolean {
  if (mark.value !== 1) return false;
  const label = lastBefore(lexed.marks, mark.at);
  return label !== undefined && label.kind !== 'options' && lexed.text.slice(label.end, mark.at).trim() === '';
}

const barrierIn = (barriers: readonly number[], from: number, to: number): number =>
  barriers[firstAtLeast(barriers, from)] ?? to;

/** A style in which questions are numbered here is likelier than one of which lists are made. */
function stylePriors(
  marks: readonly NumberMark[],
  to: number,
  evidence: (mark: NumberMark, to: number) => number,
): (style: NumberStyle) => number {
  const good = new Map<NumberStyle, number>();
  const following = new Map<NumberStyle, number>();
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index] as NumberMark;
    const end = following.get(mark.style) ?? to;
    if (evidence(mark, end) > 1) good.set(mark.style, (good.get(mark.style) ?? 0) + 1);
    following.set(mark.style, mark.at);
  }
  const most = Math.max(1, ...good.values());
  return (style) => {
    const share = (good.get(style) ?? 0) / most;
    return (
      0.8 * share - 0.4 - (style === 'circle' || style === 'brackets' || style === 'han' ? 0.5 * (1 - share) + 0.1 : 0)
    );
  };
}

function place(mark: NumberMark, text: string, from: number): number {
  if (mark.loose && /[\dA-Za-z%]/.test(text[mark.at - 1] ?? '')) return -0.6;
  if (mark.lineStart || (mark.at - from < 4 && text.slice(from, mark.at).trim().length < 2)) return 0.5;
  if (mark.afterKey) return 0.7;
  const before = text[mark.at - 1] ?? '\n';
  if (/[。.?？!！;；)）\]】”"…_]/.test(before)) return 0.1;
  return /\s/.test(before) ? 0 : -0.4;
}

type Evidence = (mark: NumberMark, to: number) => number;

/** How well what stands from a number to `to` reads as one question of this kind. */
function evidenceOf(
  lexed: Lexed,
  type: SectionType | null,
  strict: boolean,
  regionFrom: number,
  regionEnd: number,
): Evidence {
  const fits = FITS[type ?? 'none'];
  // Where answers have labels, what has none is likelier a part of an answer.
  const labelled = countIn(lexed.answers, regionFrom, regionEnd) >= 2;
  return (mark, to) => {
    const from = mark.end;
    const counts = countsIn(lexed, mark.at, from, to, mark.at - regionFrom < 4);
    // As many answers as options, twice: whole questions, of which one has lost its number.
    const whole = counts.strong > 1 && counts.strong === counts.answers;
    const twice = whole ? 1 - counts.runs : -3 * Math.max(0, counts.strong - 1) - 2.5 * Math.max(0, counts.answers - 1);
    const empty = /[\p{L}\p{N}_(（]/u.test(lexed.text.slice(from, Math.min(to, from + 40))) ? 0 : -2;
    // The last question of a preview breaks off before its options, or before its answer.
    const last = to >= regionEnd && (mark.lineStart || mark.afterKey) && counts.runs + counts.answers === 0;
    const brokenOff = !last
      ? 0
      : CHOICES.includes(type)
        ? counts.length < 160
          ? 2
          : 0
        : type === 'short' && counts.length < 40
          ? 0.6
          : 0;
    const unlabelled =
      labelled && counts.answers === 0
        ? counts.cues + counts.blanks + counts.truths + counts.keys + counts.runs > 0
          ? -0.6
          : -1.6
        : 0;
    // From the middle of an answer through its explanation into the next question.
    const astray = !mark.lineStart && counts.answers > 0 && counts.explainedFirst ? -1.6 : 0;
    return fits(counts, mark, strict) + twice + empty + brokenOff + unlabelled + astray;
  };
}

const CHOICES: readonly (SectionType | null)[] = ['single', 'multiple', 'choice'];

interface Counts {
  readonly runs: number;
  readonly strong: number;
  readonly answers: number;
  readonly blanks: number;
  readonly truths: number;
  readonly keys: number;
  readonly cues: number;
  readonly asks: boolean;
  /** `[单选]` says what it is. */
  readonly tagged: boolean;
  /** The explanation stands before the answer. */
  readonly explainedFirst: boolean;
  readonly length: number;
  /** Behind the end of a sentence. */
  readonly clean: boolean;
}

function countsIn(lexed: Lexed, at: number, from: number, to: number, first: boolean): Counts {
  const answers = countIn(lexed.answers, from, to);
  const firstAnswer = lexed.answers[firstAtLeast(lexed.answers, from)] ?? to;
  const stemEnd = Math.min(to, firstAnswer, lexed.runs[firstAtLeast(lexed.runs, from)] ?? to, from + 400);
  // An explanation may quote the answer once more.
  const firstExplanation = lexed.explanations[firstAtLeast(lexed.explanations, from)] ?? to;
  const quoted = firstExplanation < to ? countIn(lexed.answers, firstExplanation, to) : 0;
  return {
    runs: countIn(lexed.runs, from, to) || (CIRCLED.test(lexed.text.slice(from, Math.min(to, from + 200))) ? 1 : 0),
    strong: countIn(lexed.strongRuns, from, to),
    answers: answers - (answers - quoted > 0 ? Math.min(quoted, 1) : 0),
    blanks: countIn(lexed.blanks, at, stemEnd),
    truths: countIn(lexed.truths, at, Math.min(to, from + 400)),
    keys: countIn(lexed.keys, at, stemEnd),
    cues: countIn(lexed.cues, from, Math.min(stemEnd, from + 160)),
    explainedFirst: firstExplanation < Math.min(firstAnswer, to),
    asks: /[?？]/.test(lexed.text.slice(from, Math.min(stemEnd, from + 160))),
    tagged: TAGGED.test(lexed.text.slice(at, Math.min(to, from + 16))),
    length: to - from,
    clean: first || /[。.?？!！;；)）:：][ ]{0,2}$/.test(lexed.text.slice(Math.max(0, at - 3), at)),
  };
}

/** Options that are numbered ① and ②. */
const CIRCLED = /①[^①-⑳]{1,60}②[^①-⑳]{1,60}③/;
const TAGGED =
  /[【[(][ ]?(?:单项?选?择?|多项?选?择?|不定项选?择?|判断|填空|简答|问答|名词解释|排序|案例(?:分析)?)题?[ ,，、)\]】]/;

type Fit = (counts: Counts, mark: NumberMark, strict: boolean) => number;

const choice: Fit = ({ runs, answers, blanks, keys }) =>
  (runs > 0 ? 3 : keys > 0 || blanks > 0 ? -0.4 : answers > 0 ? -1.2 : -2.5) + (answers > 0 ? 1 : 0);
const open: Fit = ({ runs, answers, cues }, mark) =>
  (cues > 0 ? 1.5 : 0) +
  (answers > 0 ? 1.5 : 0) +
  (runs > 0 ? 1.5 : 0) +
  (cues + answers + runs === 0 ? (mark.lineStart && !INNER.includes(mark.style) ? -0.3 : -1.5) : 0);

/** Styles in which lists inside answers are numbered. */
const INNER: readonly NumberStyle[] = ['circle', 'brackets', 'han'];

const FITS: Readonly<Record<SectionType | 'none', Fit>> = {
  single: choice,
  multiple: choice,
  choice,
  ordering: ({ runs, answers, cues }) =>
    (runs > 0 ? 2 : answers > 0 ? 0.2 : -1.2) + (answers > 0 ? 1.5 : 0) + (cues > 0 ? 0.5 : 0),
  boolean: ({ runs, answers, blanks, truths, length, clean }, mark) =>
    (answers > 0 ? 1.5 : 0) +
    (truths + blanks > 0 ? 1.5 : 0) +
    (runs > 0 ? 0.5 : 0) -
    1.2 * Math.max(0, truths - 1) +
    (answers + blanks + truths === 0 ? (length < 220 && (mark.lineStart || clean) ? -0.2 : -1) : 0),
  blank: ({ runs, answers, blanks, keys, truths, length }, mark) =>
    (blanks > 0 ? 2 : 0) +
    (answers > 0 ? 1 : 0) +
    (runs > 0 ? 2 : 0) +
    (keys + truths > 0 ? 0.5 : 0) +
    (blanks + answers + runs === 0 ? (length < 220 && (mark.lineStart || mark.afterKey) ? -0.3 : -1.2) : 0),
  short: open,
  case: (counts, mark, strict) =>
    open(counts, mark, strict) - (counts.cues + counts.answers + counts.runs === 0 ? 1.5 : 0),
  list: (counts, mark, strict) =>
    counts.cues > 0 && counts.runs + counts.answers === 0
      ? mark.lineStart || counts.asks
        ? 1
        : 0.4
      : none(counts, mark, strict),
  none: (counts, mark, strict) => none(counts, mark, strict),
};

/** Where no head promises questions, something must show that this is one. */
function none(
  { runs, answers, blanks, truths, keys, asks, tagged }: Counts,
  mark: NumberMark,
  strict: boolean,
): number {
  if (runs > 0) return 3 + (answers > 0 ? 1 : 0);
  if (answers > 0) return strict ? 0.5 : 2;
  if (tagged) return 1.5;
  if (strict) return -3;
  // `第3题` on a line of its own numbers nothing else.
  if (mark.style === 'ti' && mark.lineStart) return 0.6;
  if (keys > 0) return 0.4;
  if (truths > 0) return 0.6;
  if (blanks > 0) return -0.2;
  return asks ? -0.8 : -3;
}
