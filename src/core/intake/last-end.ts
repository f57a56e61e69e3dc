import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { NumberMark } from './lexer/numbers.ts';

const ASKS_ON = /^\n[ ]{0,8}\S[^\n]{0,300}(?:[?？]|[(（]\d{1,2}[ ]?(?:分|marks?|points?)[)）])[ ]*(?:\n|$)/;

/** The last question takes no more lines than any before it, where they are nothing but lines of text: prose may follow. */
export function lastEnd(lexed: Lexed, chain: readonly NumberMark[], last: NumberMark, to: number): number {
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
  // `(×)` on a line of its own is the key of the sentence above it.
  if (end >= 0 && end < to && KEY_BELOW.test(text.slice(end, end + 24))) end = text.indexOf('\n', end + 1);
  // A list that has begun goes on.
  while (end >= 0 && end < to && goesOnAt(text, end)) end = text.indexOf('\n', end + 1);
  return end < 0 || end > to ? to : end;
}

/** `1.主动回访…` on the line that ends here, and `2.提供…` on the next. */
function goesOnAt(text: string, newline: number): boolean {
  const number = (from: number): number => {
    const [, digits, circle] = LISTED.exec(text.slice(from, from + 16)) ?? [];
    return circle ? circle.charCodeAt(0) - 0x245f : Number(digits);
  };
  return number(text.lastIndexOf('\n', newline - 1) + 1) + 1 === number(newline + 1);
}

const KEY_BELOW = /^\n\s{0,8}[(（][ ]{0,3}(?:[A-H]{1,6}|[√×对错TF]|正确|错误)[ ]{0,3}[)）][ ]*(?:\n|$)/;

const LISTED = /^[ ]{0,8}(?:[(（]?(\d{1,2})[ ]?[)）、.．]|([①-⑳]))/;

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
