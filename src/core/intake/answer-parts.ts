import { answersIn, type ListedAnswer } from './answer-list.ts';
import type { Labelled } from './found.ts';
import type { AnswerPart } from './join-answers.ts';
import { HAN_DIGITS, wholeNumber } from './lexer/han-number.ts';
import type { Head } from './lexer/heads.ts';
import type { Lexed } from './lexer/lexed.ts';

/** `一、1.A 2.B 二、1.ABC`: sections named by nothing but their number. */
const BY_NUMBER = new RegExp(
  `(?<=^|[\\s。;；:：])(?:([${HAN_DIGITS}]{1,2})[、:：.]\\s{0,4}(?=[\\d(（①√×]|\\|?[ ]?题[ ]?号|答题|要点|[答解][:：]|评分)[:：]?|(?<=^|\\n[ ]{0,4})([Ⅰ-Ⅻ])[.、][ ]{0,3}(?=\\S)|(?<=^|\\n[ ]{0,4})([A-H])[ ]?组[ :：]{0,3}(?=\\s|\\d)|(?<=^|\\s)((?:IX|IV|V?I{1,3}|V|X))[.、][ ]{1,3}(?=\\d))`,
  'g',
);

/** The lists of answers in a stretch: as many as it names sections. */
export function answerPartsIn(lexed: Lexed, from: number, to: number, head: Head | null): AnswerPart[] {
  const named = [...lexed.text.slice(from, to).matchAll(BY_NUMBER)];
  const whole = {
    type: head?.type ?? null,
    number: head?.number ?? null,
    at: from,
    whole: wholeOf(lexed, from, to),
  };
  if (named.length === 0 || head !== null)
    return [{ ...whole, answers: [...keyInHead(lexed, head), ...answersIn(lexed, from, to)] }];
  const first = from + (named[0]?.index ?? 0);
  const ahead =
    lexed.text.slice(from, first).trim() === '' ? [] : [{ ...whole, answers: answersIn(lexed, from, first) }];
  return [
    ...ahead,
    ...named.map((match, index) => ({
      type: null,
      number: numberOf(match),
      at: from,
      whole: wholeOf(lexed, from + match.index + match[0].length, from + (named[index + 1]?.index ?? to - from)),
      answers: answersIn(lexed, from + match.index + match[0].length, from + (named[index + 1]?.index ?? to - from)),
    })),
  ];
}

const numberOf = ([, han, sign, group, roman]: RegExpExecArray): number | null =>
  group ? group.charCodeAt(0) - 64 : wholeNumber(han ?? sign ?? roman ?? '');

/** `判断 7题 √`: the head and the only answer on one line. */
function keyInHead({ text }: Lexed, head: Head | null): ListedAnswer[] {
  const found = head && /(\d{1,3})[ ]?题[ ]{0,3}([A-H]{1,6}|[√×对错])\s*$/.exec(text.slice(head.at, head.end));
  return found
    ? [{ number: Number(found[1]), answer: { raw: found[2] ?? '', text: found[2] ?? '' }, explanation: '' }]
    : [];
}

const wholeOf = ({ flat, text }: Lexed, from: number, to: number): Labelled => ({
  raw: flat.raw.slice(from, to),
  text: text.slice(from, to),
});
