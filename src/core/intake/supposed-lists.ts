import { between, nextFrom } from './lexer/between.ts';
import { countIn, firstAtLeast } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { Place, Region } from './regions.ts';

/** A line that speaks of answers, in whatever words: `答案来啦~`, `★答案速查★`, `MARKING GUIDE (do not hand out)`. */
const LOOSE =
  /^[^\n]{0,40}(?:答[ ]?案|标答|解答|评分|评卷|阅卷|\bmarking|\banswers?\b|\bsolutions?\b|\bscoring|\bkeys?\b)[^\n]{0,40}$/gim;

/** How many are tried: each costs another reading of the text. */
const MOST = 4;

/**
 * Lines that may head a list of answers though they don't look like it. Whether one does is seen by reading the text that
 * way: questions that had no answer have one then.
 */
export function supposedLists(lexed: Lexed, regions: readonly Region[]): Place[] {
  const found: Place[] = [];
  for (const match of lexed.text.matchAll(LOOSE)) {
    const at = match.index;
    const end = at + match[0].length;
    const isKnown = regions.some(({ kind, from, to }) => kind === 'answers' && from <= end + 2 && to > at);
    const isHead = [...lexed.heads, ...lexed.numbers.filter(({ lineStart }) => lineStart)].some(
      (mark) => mark.at >= at && mark.at < end,
    );
    if (!isKnown && !isHead && !saysAnAnswer(lexed, at, end) && hasEntries(lexed, end)) found.push({ at, end });
  }
  return found.slice(-MOST);
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
  const isNamed = /^[ ]{0,4}[一二三四五六七八九十]{1,2}[、:：.]/m.test(lexed.text.slice(from, from + 100));
  return (lexed.numbers[first] !== undefined || isNamed) && countIn(lexed.strongRuns, from, to) <= 1;
}
