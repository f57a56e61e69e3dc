import { between } from './lexer/between.ts';
import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { NumberMark } from './lexer/numbers.ts';

/** `1控制器 输出设备  2 $   3 Insert`: numbers that go up, and nothing between them and their answers. */
function bareNumbers(lexed: Lexed, from: number, to: number): NumberMark[] {
  const found: NumberMark[] = [];
  for (const { 0: whole, 1: digits, index } of lexed.text
    .slice(from, to)
    .matchAll(/(?<=^|\s)(\d{1,2})[ ]{0,2}(?=[^\s\d])/gm))
    if (Number(digits) === found.length + 1)
      found.push({
        at: from + index,
        end: from + index + whole.length,
        value: Number(digits),
        style: 'bare',
        lineStart: index === 0,
        afterKey: false,
        loose: false,
      });
  return found.length >= 2 ? found : [];
}

/** `C1 names / addresses    C2 priority`: where numbers have the letter of their part, no other number is one. */
function letteredOr(lexed: Lexed, known: NumberMark[], from: number, to: number): NumberMark[] {
  const lettered = [...lexed.text.slice(from, to).matchAll(/(?<=^|\s)[A-H](\d{1,2})[.:)]?[ ]{1,3}(?=\S)/gm)].map(
    ({ 0: whole, 1: value, index }) => ({
      at: from + index,
      end: from + index + whole.length,
      value: Number(value),
      style: 'lettered' as const,
      lineStart: /(?:^|\n)\s{0,6}$/.test(lexed.text.slice(Math.max(0, from + index - 7), from + index)),
      afterKey: false,
      loose: false,
    }),
  );
  return lettered.length >= 3 && lettered[0]?.value === 1 ? lettered : known;
}

/** `13 c   14 Agreement   15 Shift`, `2.92%  3.立春`: a number without a sign, or as in a decimal, one more than the one before it. */
function nextOnes(lexed: Lexed, marks: readonly NumberMark[], from: number, to: number): NumberMark[] {
  const found: NumberMark[] = [];
  let next = 0;
  let last = 0;
  for (const { 0: whole, 1: bare, 2: decimal, 3: broken, index } of lexed.text
    .slice(from, to)
    .matchAll(
      /(?<=[ ]{2}|\n[ ]{0,8}|^|[.:：] )(\d{1,3})[ ]{1,3}(?=\S)|(?<=[ ;；]|\n[ ]{0,8}|^)(\d{1,3})(?:\.(?=\d)|→[ ]?|(?<=[;；]\d{1,3})[:：](?=\d))|(?<![\d.])(\d\n[ ]{0,4}\d)[.、][ ]{0,3}/g,
    )) {
    const at = from + index;
    const value = Number((bare ?? decimal ?? broken ?? '').replace(/\s/g, ''));
    for (; next < marks.length && (marks[next] as NumberMark).at < at; next++) {
      const { value, loose } = marks[next] as NumberMark;
      // Of `11.` the last digit alone is a reading too.
      if (value !== null && (!loose || value === last + 1)) last = value;
    }
    const isFirst = last === 0 && index < 9 && decimal !== undefined && /\s2[.、]/.test(lexed.text.slice(at, to));
    if (value !== last + 1 || (last === 0 && !isFirst) || marks[next]?.at === at) continue;
    last = value;
    found.push({
      at,
      end: at + whole.length,
      value: last,
      style: 'dot',
      lineStart: false,
      afterKey: false,
      loose: false,
    });
  }
  return found;
}

/**
 * `12A 13B;14心情,事情;15、30`: behind a row of keys the blanks have their numbers in any dress. Only where nothing is explained,
 * for an explanation has numbers too.
 */
function behindKeys(lexed: Lexed, marks: readonly NumberMark[], from: number, to: number): NumberMark[] {
  const text = lexed.text.slice(from, to);
  const keys = [...text.matchAll(KEYED)];
  const last = keys.at(-1);
  if (keys.length < 3 || !last || countIn(lexed.explanations, from, to) > 0) return [];
  const begin = last.index + last[0].length;
  let next = Number(last[1]) + 1;
  const found: NumberMark[] = [];
  for (const { 0: whole, 1: digits, index } of text.slice(begin, begin + MOST_BEHIND).matchAll(NUMBERED)) {
    const at = from + begin + index;
    if (Number(digits) !== next) continue;
    next++;
    if (marks.some((mark) => mark.at === at || mark.end === at + whole.length)) continue;
    const lineStart = /(?:^|\n)[ ]{0,8}$/.test(lexed.text.slice(Math.max(0, at - 9), at));
    found.push({ at, end: at + whole.length, value: next - 1, style: 'dot', lineStart, afterKey: false, loose: false });
  }
  return found;
}

const KEYED = /(?<!\d)(\d{1,3})[ ]?[-–—→:：、.)]?[ ]?(?:[A-H]{1,6}|[√×对错TFYN])(?![A-Za-z])/g;
const NUMBERED =
  /(?<=[ \n;；。,，、(（]|[填空题][:：]?)(\d{1,3})[ ]?[-–—→:：、.)]?[ ]?(?=[\u4e00-\u9fff]|\d{1,6}%?(?:[;；。)\s]|$))/g;
const MOST_BEHIND = 2000;

/** In a list of keys a number may stand without any sign, and behind a letter: `1B2C3A`, `1 B 2 C`. */
export function numbersOf(lexed: Lexed, from: number, to: number) {
  const known = between(lexed.numbers, from, to);
  // Of `11.` the last digit alone is a doubtful reading, and takes nothing.
  const taken = new Set(known.filter(({ loose }) => !loose).map(({ end }) => end));
  const extra = [
    ...lexed.text
      .slice(from, to)
      .matchAll(
        /(?<![\d.+÷=*/-])(?:(?<![A-Za-z])[Qq][ ]?)?(\d{1,3})[ ]{0,2}[.、:：)=–—→-]?[ ]{0,3}(?=(?:[A-L]{1,8}|[√×对错TFYN]|[a-h](?:,[ ]?[a-h]){0,5}|(?=[a-h])a?b?c?d?e?f?g?h?)(?:[\s,，;；、。(（\d一二三四五六七八九]|$))/g,
      ),
  ]
    .map((match) => ({
      at: from + match.index,
      end: from + match.index + match[0].length,
      value: Number(match[1]),
      style: 'dot' as const,
      lineStart: /(?:^|\n)\s{0,6}$/.test(lexed.text.slice(Math.max(0, from + match.index - 7), from + match.index)),
      afterKey: false,
      loose: false,
    }))
    // `3 =A2+B2`: a formula.
    .filter(({ at, end }) => !taken.has(end) && !/=[ ]{0,3}[A-Z]+\d+[ ]?[-+*/]/.test(lexed.text.slice(at, end + 8)));
  const [opening] = /^\s*1[ ]{0,2}(?=[^\s\d.、,:：)）])/.exec(lexed.text.slice(from, to)) ?? [];
  if (opening !== undefined && !taken.has(from + opening.length) && known.some(({ value }) => value === 2))
    extra.push({
      at: from + opening.length - opening.trimStart().length,
      end: from + opening.length,
      value: 1,
      style: 'dot',
      lineStart: true,
      afterKey: false,
      loose: false,
    });
  // `23 答:…`: the list begins where the section does.
  const [begin, digits] =
    /^\s*(\d{1,3})(?:[ ]{1,3}(?=[^\s\d.、,:：)）~-])|[ ]?→[ ]?|(?=答[:：]))/.exec(lexed.text.slice(from, to)) ?? [];
  if (begin !== undefined && Number(digits) > 1 && !taken.has(from + begin.length) && extra.length === 0)
    extra.push({
      at: from + begin.length - begin.trimStart().length,
      end: from + begin.length,
      value: Number(digits),
      style: 'dot',
      lineStart: true,
      afterKey: false,
      loose: false,
    });
  const numbered = known.filter(({ style }) => style !== 'han' && style !== 'starter');
  const bare = numbered.length === 0 && extra.length === 0 ? bareNumbers(lexed, from, to) : [];
  const all = [...letteredOr(lexed, known, from, to), ...extra, ...bare].sort((a, b) => a.at - b.at);
  return [...all, ...nextOnes(lexed, all, from, to), ...behindKeys(lexed, all, from, to)].sort((a, b) => a.at - b.at);
}
