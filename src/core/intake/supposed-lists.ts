import { between, nextFrom } from './lexer/between.ts';
import { countIn, firstAtLeast } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { Place } from './list-heads.ts';
import type { Region } from './regions.ts';

/** A line that speaks of answers, in whatever words: `答案来啦~`, `★答案速查★`, `MARKING GUIDE (do not hand out)`. */
const LOOSE =
  /^[^\n]{0,40}(?:答[ ]?案|标答|解答|评分|评卷|阅卷|\bmarking|\banswers?\b|\bsolutions?\b|\bscoring|\bkeys?\b)[^\n]{0,40}$/gim;

/** The same in a text that lost its lines. */
const INLINE =
  /(?<=[\s。.;；)）】★=_-])[【★(（=-]{0,3}[^\s。;；:：【】()（）]{0,14}(?:(?<!正确)答[ ]?案|marking guide|answer key)(?:[(（][^()（）\n]{1,16}[)）])?[^\s。;；:：()（）【】A-Z\d]{0,8}[】★)）=-]{0,3}[ ]?[:：]?(?=\s)/gi;
const LONG_LINE = 300;

/** How many are tried, and how much is read again for that: each costs another reading of the text. */
const MOST = 4;
const MOST_CHARACTERS = 1_000_000;

/**
 * Lines that may head a list of answers though they don't look like it. Whether one does is seen by reading the text that
 * way: questions that had no answer have one then.
 */
export function supposedLists(lexed: Lexed, regions: readonly Region[]): Place[] {
  const found: Place[] = [];
  for (const { at, end } of [...placesOf(lexed.text, LOOSE), ...inLongLines(lexed.text)]) {
    const isKnown = regions.some(({ kind, from, to }) => kind === 'answers' && from <= end + 2 && to > at);
    const isHead = [...lexed.heads, ...lexed.numbers.filter(({ lineStart }) => lineStart)].some(
      (mark) => mark.at >= at && mark.at < end,
    );
    if (!isKnown && !isHead && !saysAnAnswer(lexed, at, end) && hasEntries(lexed, end)) found.push({ at, end });
  }
  const most = Math.max(1, Math.min(MOST, Math.floor(MOST_CHARACTERS / lexed.text.length)));
  return found.slice(-most);
}

const placesOf = (text: string, pattern: RegExp): Place[] =>
  Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ at: index, end: index + match.length }));

function inLongLines(text: string): Place[] {
  const found: Place[] = [];
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    if (to - from > LONG_LINE)
      found.push(...placesOf(text.slice(from, to), INLINE).map(({ at, end }) => ({ at: at + from, end: end + from })));
    from = to + 1;
  }
  return found;
}

/** `答案:B` is an answer, and heads nothing. */
function saysAnAnswer({ marks, text }: Lexed, at: number, end: number): boolean {
  return between(marks, at, end).some(
    (mark) => mark.kind === 'answer' && /\S/.test(text.slice(mark.end, end).replace(/[—–=~*★☆·\-\s]+$/, '')),
  );
}

/** Numbers behind it, more of which are right before a key than before a question. */
function hasEntries(lexed: Lexed, from: number): boolean {
  const to = Math.min(nextFrom(lexed.heads, from)?.at ?? lexed.text.length, from + 600);
  const first = firstAtLeast(
    lexed.numbers.map(({ at }) => at),
    from,
  );
  const isNamed = /^[ ]{0,4}(?:[一二三四五六七八九十]{1,2}[、:：.]|(?:part|section)[ ][A-Z\d])/im.test(
    lexed.text.slice(from, from + 100),
  );
  return (lexed.numbers[first] !== undefined || isNamed) && countIn(lexed.strongRuns, from, to) <= 1;
}
