import { bestChain, type ChainRules } from './chain.ts';
import { between, lastBefore } from './lexer/between.ts';
import { countIn, firstAtLeast } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import { INNER, type NumberMark, type NumberStyle } from './lexer/numbers.ts';
import type { SectionType } from './lexer/type-words.ts';
import { evidenceOf } from './segment-evidence.ts';

/** What is read, and what is known of it ahead. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly type: SectionType | null;
  /** The number that is expected besides 1. */
  readonly next: number;
  /** It stands where hardly any questions are. */
  readonly strict: boolean;
}

/**
 * Which numbers of a stretch begin questions, given what kind of questions stand there (`null`: nothing says). A reading
 * with as many questions as the head of the section says is preferred to one that reads a little better.
 */
export function sectionChain(lexed: Lexed, stretch: Stretch, declared: number | null = null): NumberMark[] {
  const rules = rulesOf(lexed, stretch);
  const { type } = stretch;
  const chain = bestChain(rules);
  if (declared === null || chain.length === declared || type === 'case' || type === null) return chain;
  for (const handicap of chain.length > declared ? DEMANDING : LENIENT) {
    const other = bestChain({ ...rules, standing: (mark) => rules.standing(mark) + handicap });
    if (other.length === declared) return other;
  }
  // `(共1题,20分)`, and numbers in another style below it: a list in its answer.
  const [first] = between(lexed.numbers, stretch.from, stretch.to);
  const opens = first?.lineStart && lexed.text.slice(stretch.from, first.at).trim() === '';
  const isOnly = declared === 1 && opens && chain.every((mark) => mark.at === first.at || mark.style !== first.style);
  return isOnly ? [first] : chain;
}

/** What a number must show more, or less, of a question where there are too many of them, or too few. */
const DEMANDING = [-0.5, -1, -1.6, -2.4];
const LENIENT = [0.4, 0.8];

function rulesOf(lexed: Lexed, { from, to, type, next, strict }: Stretch): ChainRules {
  const marks = between(lexed.numbers, from, to);
  const barriers = between(lexed.materials, from, to).map(({ at }) => at);
  const evidence = evidenceOf(lexed, type, strict, from, to);
  const prior = stylePriors(marks, to, type, evidence);
  const isPartOfCase = partsOfCases(marks, barriers);
  const asksOn = askedOn(lexed, marks);
  const inAnswers = listedInAnswers(lexed, marks, type, to);
  return {
    marks,
    to,
    next,
    first: firstAt(lexed, marks, from),
    barriers,
    segment: (mark, end) =>
      evidence(
        mark,
        barriers.length > 0 ? Math.min(end, barrierIn(barriers, mark.end + (mark.lineStart ? OWN : 0), end)) : end,
      ),
    standing: (mark) =>
      prior(mark.style) +
      place(mark, lexed.text, from) +
      (opensRegion(lexed, mark, from, next) ? 1.5 : 0) -
      (inAnswers.has(mark) || isListedInAnswer(lexed, mark, from) ? 2.5 : 0) -
      (isInner(mark, type) ? 1 : 0) -
      (isPartOfCase(mark) || asksOn(mark) ? 6 : 0),
  };
}

const firstAt = (lexed: Lexed, [first]: readonly NumberMark[], from: number): number | null =>
  first?.lineStart && lexed.text.slice(from, first.at).trim() === '' ? first.value : null;

/** `(1)` in the middle of a line of an open question asks one more thing of the same. */
const isInner = ({ style, lineStart, afterKey }: NumberMark, type: SectionType | null): boolean =>
  (style === 'brackets' || style === 'circle') && !lineStart && !afterKey && (type === 'short' || type === 'case');

/** `正确答案:` over `(1) …` and `(2) …`, below a question that is numbered otherwise. */
function isListedInAnswer(lexed: Lexed, mark: NumberMark, from: number): boolean {
  if (!INNER.includes(mark.style)) return false;
  const label = lastBefore(lexed.marks, mark.at);
  if (!label || label.at < from || !IN_ANSWERS.includes(label.kind)) return false;
  const earlier = lastBefore(lexed.numbers, label.at);
  return earlier !== undefined && earlier.at >= from && earlier.lineStart && !INNER.includes(earlier.style);
}

const IN_ANSWERS: readonly string[] = ['answer', 'given', 'solution'];

/** `(1)` below `13.材料:…` asks one thing of question 13. */
function partsOfCases(marks: readonly NumberMark[], barriers: readonly number[]): (mark: NumberMark) => boolean {
  const outer = marks.filter(({ style, lineStart }) => lineStart && !INNER.includes(style));
  const owners = new Set(
    outer.filter(({ at, end }) => (barriers[firstAtLeast(barriers, at)] ?? end + OWN) < end + OWN),
  );
  if (owners.size === 0) return () => false;
  return (mark) => {
    const owner = INNER.includes(mark.style) ? lastBefore(outer, mark.at) : undefined;
    return owner !== undefined && owners.has(owner);
  };
}

/** `问:…` below a numbered passage, which has no answer yet, is what it asks. */
function askedOn(lexed: Lexed, marks: readonly NumberMark[]): (mark: NumberMark) => boolean {
  const outer = marks.filter(({ style, lineStart }) => lineStart && style !== 'starter' && !INNER.includes(style));
  return (mark) => {
    const owner = mark.style === 'starter' ? lastBefore(outer, mark.at) : undefined;
    return owner !== undefined && countIn(lexed.answers, owner.end, mark.at) === 0;
  };
}

/** The number that is expected, right behind the head. */
const opensRegion = (lexed: Lexed, { at, value, lineStart }: NumberMark, from: number, next: number): boolean =>
  lineStart && value === next && value > 1 && lexed.text.slice(from, at).trim() === '';

/** `15.… 答案:1.… 2.… 3.…`: all of a list in an answer, as long as none of it could be the question that comes next. */
function listedInAnswers(
  lexed: Lexed,
  marks: readonly NumberMark[],
  type: SectionType | null,
  to: number,
): ReadonlySet<NumberMark> {
  const isOpen = type === 'short' || type === 'case';
  const listed = new Set<NumberMark>();
  let list: { readonly style: NumberStyle; readonly next: number; readonly after: number } | null = null;
  let asked: NumberMark | null = null;
  for (const [index, mark] of marks.entries()) {
    const { value, style } = mark;
    const nextAt = marks[index + 1]?.at ?? to;
    const isBelow =
      isOpen &&
      asked !== null &&
      value === 1 &&
      style === asked.style &&
      mark.lineStart &&
      countIn(lexed.cues, asked.end, mark.at) > 0;
    if (opensAnswer(lexed, mark) || (isBelow && asksNothing(lexed, mark.end, nextAt))) {
      listed.add(mark);
      list = { style, next: 2, after: mark.at };
      continue;
    }
    const goesOn: boolean =
      list !== null &&
      style === list.style &&
      value === list.next &&
      !(
        asked !== null &&
        value === (asked.value ?? 0) + 1 &&
        style === asked.style &&
        !(isOpen && asksNothing(lexed, mark.end, nextAt))
      ) &&
      countIn(lexed.answers, list.after, mark.at) === 0;
    if (list !== null && goesOn) {
      listed.add(mark);
      list = { ...list, next: list.next + 1 };
    } else if (mark.lineStart && !INNER.includes(style) && value !== null) {
      asked = mark;
      list = null;
    }
  }
  return listed;
}

/** An open question asks something, or has its answer behind it; none ends in a semicolon. */
const asksNothing = ({ cues, answers, blanks, text }: Lexed, from: number, to: number): boolean =>
  countIn(answers, from, to) === 0 &&
  (/[;；]\s*$/.test(text.slice(Math.max(from, to - 9), to)) ||
    countIn(cues, from, to) + countIn(blanks, from, to) === 0);

/** `答案:1. …` begins a list in the answer. */
function opensAnswer(lexed: Lexed, mark: NumberMark): boolean {
  if (mark.value !== 1) return false;
  const label = lastBefore(lexed.marks, mark.at);
  return label !== undefined && label.kind !== 'options' && lexed.text.slice(label.end, mark.at).trim() === '';
}

/** A passage that begins so soon behind a number is the question's own. */
const OWN = 8;

const barrierIn = (barriers: readonly number[], from: number, to: number): number =>
  barriers[firstAtLeast(barriers, from)] ?? to;

/** A style in which questions are numbered here is likelier than one of which lists are made. */
function stylePriors(
  marks: readonly NumberMark[],
  to: number,
  type: SectionType | null,
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
  // Where nothing shows which style is meant, none is likelier.
  if (good.size === 0 && type === 'boolean') return () => 0;
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
