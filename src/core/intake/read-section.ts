import { readBlocks } from './blocks.ts';
import { gatherCases } from './cases.ts';
import { withPassage } from './cloze.ts';
import type { Found, Section } from './found.ts';
import { glossary } from './glossary.ts';
import { lastEnd } from './last-end.ts';
import { between, lastBefore } from './lexer/between.ts';
import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import { isLineStart } from './lexer/marks.ts';
import { INNER, type NumberMark } from './lexer/numbers.ts';
import { splitMerged } from './merged.ts';
import { headMaterial, unnamedMaterial } from './passages.ts';
import { readItem } from './read-item.ts';
import { sectionChain } from './section-chain.ts';
import { circledRuns, isTagged, isUnderlined } from './segment-counts.ts';
import { lineBefore } from './titles.ts';

/** A section's questions in the reading that comes out best: by their numbers, or line by line. */
export function readSection(
  lexed: Lexed,
  from: number,
  to: number,
  section: Section | null,
  next: number,
  strict: boolean,
): Found[] {
  const chain = believable(
    lexed,
    sectionChain(lexed, { from, to, type: section?.type ?? null, next, strict }, section?.declared.count),
    to,
    section,
    strict,
  );
  const terms = glossary(lexed, from, to, section);
  if (terms.length > 0 && chain.length < terms.length) return terms;
  const numbered = withPassage(lexed, byNumbers(lexed, chain, from, to, section), from);
  // Nothing that is whole can come out better line by line.
  const signs = Math.max(countIn(lexed.strongRuns, from, to), countIn(lexed.answers, from, to));
  if (numbered.length > 0 && numbered.length >= 0.9 * signs && numbered.every(isWhole)) return numbered;
  const blocks = readBlocks(lexed, from, to, section);
  if (isQuestionItself(section) && !chain.some(({ lineStart, style }) => lineStart && !INNER.includes(style)))
    return soleQuestion(lexed, from, to, section);
  // Lines alone must show clearly more than numbers do.
  const isBetter = worth(blocks) > worth(numbered) + (numbered.length >= 3 ? 1 : 0);
  // `(D)…` at the beginning of a line, left over of an option, is no key: as many choices by their numbers are the same ones.
  const hasAsMany = numbered.length >= 3 && choicesIn(numbered) > 0 && choicesIn(numbered) >= choicesIn(blocks);
  const best = isBetter && !(hasAsMany && isChoice(section)) ? blocks : numbered;
  return isOpen(section) && (best.length === 0 || isOneQuestion(lexed, chain, from, to))
    ? soleQuestion(lexed, from, to, section)
    : best;
}

/** `第一题【计算】(20分)` heads one question, in whose text and answer things are listed. */
const isQuestionItself = (section: Section | null): boolean =>
  isOpen(section) && /^第[一二三四五六七八九十]{1,3}题/.test(section?.title ?? '');

const choicesIn = (found: readonly Found[]): number => found.filter(({ options }) => options.length >= 2).length;

const isChoice = (section: Section | null): boolean =>
  section?.type === 'single' || section?.type === 'multiple' || section?.type === 'choice';

const isOpen = (section: Section | null): boolean => section?.type === 'short' || section?.type === 'case';

/** Numbers that only list things: in the answer of a question without a number, or what it asks, on one line below a passage. */
function isOneQuestion(lexed: Lexed, chain: readonly NumberMark[], from: number, to: number): boolean {
  const [first] = chain;
  if (!first) return false;
  const cases = between(lexed.materials, from, to).filter(({ at }) => isLineStart(lexed.text, at));
  if (cases.length >= 2) return false;
  const ahead = lexed.text.slice(from, first.at);
  const label = lastBefore(lexed.marks, first.at);
  // Below the answer to one case the next begins.
  if (label && between(lexed.materials, label.at, first.at).length > 0) return false;
  if (label && label.at > from && (label.kind === 'solution' || label.kind === 'answer'))
    return lexed.text.slice(from, label.at).trim().length >= 6;
  const isOneLine = chain.length >= 2 && !lexed.text.slice(first.at, chain.at(-1)?.at).includes('\n');
  return isOneLine && ahead.trim().length >= 40 && /[。!！”"]\s/.test(ahead);
}

/** Under `论述题(10分)` a single question may stand without a number. */
function soleQuestion(lexed: Lexed, from: number, to: number, section: Section | null): Found[] {
  if (
    countIn(lexed.cues, from, Math.min(to, from + 300)) === 0 ||
    /[\p{L}]{4}/u.exec(lexed.text.slice(from, to)) === null
  )
    return [];
  // Behind its answer a case of its own may stand.
  const answered = between(lexed.marks, from, to).find(({ kind }) => kind === 'answer' || kind === 'solution');
  const others = answered
    ? between(lexed.materials, answered.at, to).filter(({ at }) => isLineStart(lexed.text, at))
    : [];
  const end = others[0]?.at ?? to;
  const sole = readItem(
    lexed.flat,
    between(lexed.marks, from, end),
    { number: null, at: from, from, to: end },
    section,
    4,
  );
  return [sole, ...gatherCases(lexed, [], others, to, null)];
}

const isWhole = ({ options, answer, inline }: Found): boolean =>
  options.length >= 2 && (answer !== null || inline !== '');

/** How much of a reading is whole: options and a key count, a question without either little. */
function worth(found: readonly Found[]): number {
  return found.reduce((sum, { options, answer, inline, number }) => {
    const choice = options.length >= 2 ? 1 : 0;
    const key = answer !== null || inline !== '' ? 1 : 0;
    return sum + (choice + key === 0 ? 0.2 : choice + key + (number !== null ? 0.3 : 0));
  }, 0);
}

/** Where nothing promises questions, two or three numbers with a question mark between them are a list in a text. */
function believable(
  lexed: Lexed,
  chain: readonly NumberMark[],
  to: number,
  section: Section | null,
  strict: boolean,
): readonly NumberMark[] {
  if (section !== null && section.type !== 'list') return chain;
  const solid = chain.filter((mark, index) => {
    const end = chain[index + 1]?.at ?? to;
    return (
      countIn(lexed.runs, mark.at, end) +
        circledRuns(lexed.text, mark.end, end) +
        Number(isUnderlined(lexed.text, mark.end, end) || isTagged(lexed.text, mark.at, mark.end, end)) +
        countIn(lexed.answers, mark.at, end) +
        countIn(lexed.truths, mark.at, end) +
        countIn(lexed.keys, mark.at, end) >
      0
    );
  }).length;
  if (solid > 0) return chain;
  if (strict) return [];
  const asking = chain.filter((mark, index) => {
    const end = chain[index + 1]?.at ?? to;
    return countIn(lexed.blanks, mark.at, end) + countIn(lexed.cues, mark.at, Math.min(end, mark.end + 200)) > 0;
  }).length;
  return chain.length >= (section ? 1 : 3) && asking >= 0.8 * chain.length ? chain : [];
}

function byNumbers(
  lexed: Lexed,
  chain: readonly NumberMark[],
  from: number,
  to: number,
  section: Section | null,
): Found[] {
  const { flat, marks } = lexed;
  const barriers = [
    ...headMaterial(lexed, section, from),
    ...unnamedMaterial(lexed, section, from, chain[0]),
    ...between(lexed.materials, from, to),
  ];
  const usual = usualOptions(lexed, chain, to);
  const found: Found[] = [];
  chain.forEach((mark, index) => {
    const follower = chain[index + 1];
    const barrier = between(barriers, mark.end + 1, follower?.at ?? to)[0];
    const restart =
      follower !== undefined && follower.value === 1 && !follower.lineStart
        ? lineBefore(flat.text, follower.at, mark.end)
        : null;
    const isOwn = isOwnMaterial(lexed, mark, barrier?.at ?? null);
    const end = Math.min(
      follower?.at ?? lastEnd(lexed, chain, mark, to),
      isOwn ? to : (barrier?.at ?? to),
      restart ?? to,
    );
    const inside = between(marks, mark.end, end);
    const isNew =
      index > 0 &&
      mark.value === 1 &&
      (chain[index - 1]?.value ?? 0) > 1 &&
      between(barriers, (chain[index - 1]?.at ?? 0) + 1, mark.at + 1).length === 0;
    const [own, ...merged] = splitMerged(
      lexed,
      readItem(flat, inside, { number: mark.value, at: mark.at, from: mark.end, to: end }, section, usual),
      inside,
      usual,
      isNew,
    ) as [Found, ...Found[]];
    found.push(INNER.includes(mark.style) ? { ...own, isPart: true } : own, ...merged);
  });
  return gatherCases(
    lexed,
    found,
    barriers.filter(({ at }) => !isInside(found, at)),
    to,
    section,
  );
}

function isInside(found: readonly Found[], at: number): boolean {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return at < (found[low - 1]?.to ?? 0);
}

/** `3. 【案例】某公司…` or `1. 材料:…`: the passage is part of the numbered question. */
function isOwnMaterial(lexed: Lexed, mark: NumberMark, barrier: number | null): boolean {
  return (
    barrier !== null &&
    lexed.text
      .slice(mark.end, barrier)
      .replace(/\(\s*\d+\s*分\s*\)/, '')
      .trim().length < 8
  );
}

/** The most common number of options in a section; 4 where there is none to count. */
function usualOptions(lexed: Lexed, chain: readonly NumberMark[], to: number): number {
  const counts = new Map<number, number>();
  chain.slice(0, 60).forEach((mark, index) => {
    const end = chain[index + 1]?.at ?? to;
    const { options } = readItem(
      lexed.flat,
      between(lexed.marks, mark.end, end),
      { number: null, at: mark.at, from: mark.end, to: end },
      null,
      4,
    );
    if (options.length >= 2) counts.set(options.length, (counts.get(options.length) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 4;
}
