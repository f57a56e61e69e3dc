import { readBlocks } from './blocks.ts';
import { gatherCases } from './cases.ts';
import { withPassage } from './cloze.ts';
import type { Found, Section } from './found.ts';
import { glossary } from './glossary.ts';
import { between, lastBefore } from './lexer/between.ts';
import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import { isLineStart } from './lexer/marks.ts';
import type { MaterialMark } from './lexer/materials.ts';
import { INNER, type NumberMark } from './lexer/numbers.ts';
import { splitMerged } from './merged.ts';
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
  return isOpen(section) && (best.length === 0 || isOneQuestion(lexed, chain, from))
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
function isOneQuestion(lexed: Lexed, chain: readonly NumberMark[], from: number): boolean {
  const [first] = chain;
  if (!first) return false;
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

/** `B型题 (7~9题共用备选答案)`: what stands below the head is for those. */
function headMaterial(lexed: Lexed, section: Section | null, from: number): MaterialMark[] {
  const material = lastBefore(lexed.materials, from);
  return section && material?.range && material.at >= section.at ? [{ ...material, at: from, end: from }] : [];
}

/** A passage that nothing announces, between the head of the cases and the first question. */
function unnamedMaterial(
  lexed: Lexed,
  section: Section | null,
  from: number,
  first: NumberMark | undefined,
): MaterialMark[] {
  if (section?.type !== 'case' || !first || between(lexed.materials, from, first.at).length > 0) return [];
  const lines = lexed.text.slice(from, first.at).split('\n');
  const at = from + lines.slice(0, firstTold(lines)).reduce((sum, line) => sum + line.length + 1, 0);
  const passage = lexed.text.slice(at, first.at);
  const isTold = passage.trim().length >= SHORTEST_PASSAGE && /[。.!！?？”"](?:\s|$)/.test(passage);
  return isTold && countIn(lexed.answers, at, first.at) === 0 ? [{ at, end: at, range: null }] : [];
}

/** Which line is no instruction any more. */
function firstTold(lines: readonly string[]): number {
  const told = lines.findIndex((line) => line.trim() !== '' && !INSTRUCTION.test(line));
  return told < 0 ? lines.length : told;
}

const INSTRUCTION =
  /^[ (（]*(?:注意|(?:题型|作答|答题)?说明|要求|提示|答题|以下(?:为|均|是|情[景境]|案例|各题)|请(?:根据|结合|阅读|仔细|在)|阅读|本(?:大?题|部分)|每[小道]?题|共[ ]?\d|.{0,6}计[ ]?\d)|每[小道]?题[ ]?\d|不少于|字(?:以内|左右)|得分/;
const SHORTEST_PASSAGE = 40;

const ASKS_ON = /^\n[ ]{0,8}\S[^\n]{0,300}(?:[?？]|[(（]\d{1,2}[ ]?(?:分|marks?|points?)[)）])[ ]*(?:\n|$)/;

/** The last question takes no more lines than any before it, where they are nothing but lines of text: prose may follow. */
function lastEnd(lexed: Lexed, chain: readonly NumberMark[], last: NumberMark, to: number): number {
  const { text } = lexed;
  const earlier = chain.slice(0, -1).map((mark, index) => text.slice(mark.end, chain[index + 1]?.at ?? to).trim());
  const plain = (from: number, end: number): boolean =>
    countIn(lexed.runs, from, end) + countIn(lexed.answers, from, end) === 0;
  if (earlier.length < 2 || !plain(chain[0]?.at ?? to, to)) return to;
  const most = Math.max(...earlier.map((each) => each.split('\n').length));
  // Its number may stand on a line of its own.
  let end = last.end + (/^\s*/.exec(text.slice(last.end, to))?.[0].length ?? 0) - 1;
  for (let line = 0; line < most && end >= 0; line++) end = text.indexOf('\n', end + 1);
  // The line right below that asks, or says what it is worth, is the question's own.
  while (end >= 0 && end < to && ASKS_ON.test(text.slice(end, end + 400))) end = text.indexOf('\n', end + 1);
  // A line that was broken in the middle of a sentence has its other half below it.
  while (end >= 0 && end < to && isBrokenAt(text, end))
    end = text.indexOf('\n', end + (/^\s*/.exec(text.slice(end, end + 40))?.[0].length ?? 1));
  return end < 0 || end > to ? to : end;
}

/** A line that ends in no sign, and a line behind it that goes on with no label and ends the sentence, or begins with its sign. */
function isBrokenAt(text: string, newline: number): boolean {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', newline - 1) + 1), newline).trim();
  return (
    line.length >= SHORTEST_BROKEN &&
    /[\u4e00-\u9fff、,，“(（]$/.test(line) &&
    (line.length >= 24
      ? /^\n\s{0,8}[\u4e00-\u9fff”、,，)）]/.test(text.slice(newline, newline + 12))
      : /^\n\s{0,8}[\u4e00-\u9fff”、,，)）][^\n]{0,60}[。.?？!！)）][ ]*(?:\n|$)/.test(
          text.slice(newline, newline + 90),
        ))
  );
}

const SHORTEST_BROKEN = 14;

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
