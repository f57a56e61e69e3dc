import { answersIn, type ListedAnswer } from './answer-list.ts';
import type { Labelled } from './found.ts';
import type { AnswerPart } from './join-answers.ts';
import { between } from './lexer/between.ts';
import { HAN_DIGITS, partNumber } from './lexer/han-number.ts';
import type { Head } from './lexer/heads.ts';
import type { Lexed } from './lexer/lexed.ts';
import { isLineStart } from './lexer/marks.ts';

/** `一、1.A 2.B 二、1.ABC`: sections named by nothing but their number. */
const BY_NUMBER = new RegExp(
  `(?<=^|[\\s。;；:：]|[\\dA-L√×对错])(?:([${HAN_DIGITS}]{1,2})[、:：.]\\s{0,4}(?=[\\d(（①√×]|[A-L][ ]{0,2}[A-L][ ]{0,2}[A-L]|[A-L]{1,6}[ ,、;]{1,3}[A-L]{1,6}[ ,、;]|[对错][ ,、;]{1,3}[对错][ ,、;]|(?:案例|材料|情[景境])[${HAN_DIGITS}\\d]|第[ ]?\\d|\\|?[ ]?题[ ]?号|答题|要点|[答解][:：]|评分)[:：]?|(?<=^|\\n[ ]{0,4})([${HAN_DIGITS}]{1,2})(?=[(（]\\d{1,3}[)）])|(?<=^|\\n[ ]{0,4})([Ⅰ-Ⅻ])[.、][ ]{0,3}(?=\\S)|(?<=^|\\n[ ]{0,4})([A-H])[ ]?组[ :：]{0,3}(?=\\s|\\d)|(?<=^|\\s)((?:IX|IV|V?I{1,3}|V|X))[.、][ ]{1,3}(?=\\d)|(?<=^|\\n[ ]{0,4})第([${HAN_DIGITS}\\d]{1,2})(?:大题|部分)[ ]?[:：]?(?=\\s|[A-L(（\\d√×TF])|(?<=^|\\s)(?:Part|PART|Section|SECTION)[ ]([IVX]{1,4}|[A-H]|\\d{1,2})[.:]?[ ]{0,4}(?=\\n|[1(]))`,
  'g',
);

/** The lists of answers in a stretch: as many as it names sections, and cases in them. */
export function answerPartsIn(lexed: Lexed, from: number, to: number, head: Head | null): AnswerPart[] {
  const named = head === null ? [...lexed.text.slice(from, to).matchAll(BY_NUMBER)] : [];
  const whole: Stretch = { type: head?.type ?? null, number: head?.number ?? null, at: from, from, to };
  const first = named[0] ? from + named[0].index : to;
  const ahead = named.length > 0 && lexed.text.slice(from, first).trim() === '' ? [] : [{ ...whole, to: first }];
  const stretches = named.map((match, index): Stretch => {
    const next = named[index + 1];
    const headEnd = from + match.index + match[0].length;
    // `(2 points each)` says nothing of the answers.
    const begin = headEnd + (WORTH.exec(lexed.text.slice(headEnd, headEnd + 80))?.[0].length ?? 0);
    return { type: null, number: numberOf(match), at: from, from: begin, to: next ? from + next.index : to };
  });
  return [...ahead, ...stretches].flatMap((stretch) => caseByCase(lexed, stretch, keyInHead(lexed, head)));
}

const WORTH = /^[ ]{0,4}[(（][^()（）\n]{0,40}(?:points?|marks?|分)[^()（）\n]{0,20}[)）][ ]*(?:\n|$)/i;

interface Stretch extends Pick<AnswerPart, 'type' | 'number' | 'at'> {
  readonly from: number;
  readonly to: number;
}

/** `案例一` and `案例二` among answers say which case they are about. */
function caseByCase(lexed: Lexed, { from, to, ...part }: Stretch, said: readonly ListedAnswer[]): AnswerPart[] {
  const listed = (begin: number, end: number) => ({
    answers: answersIn(lexed, begin, end),
    whole: wholeOf(lexed, begin, end),
  });
  const cases = between(lexed.materials, from, to).flatMap(({ at, end }) => {
    const number = isLineStart(lexed.text, at) ? NTH_CASE.exec(lexed.text.slice(at, end))?.[1] : undefined;
    return number === undefined ? [] : [{ at, end, nth: partNumber(number) ?? 0 }];
  });
  const [first] = cases;
  if (!first) {
    const sorted = truthsIn(lexed.text.slice(from, to));
    if (sorted) return [{ ...part, ...sorted }];
    const { answers, whole } = listed(from, to);
    return [{ ...part, answers: [...said, ...answers], whole }];
  }
  const { answers, whole } = listed(from, first.at);
  const isAhead = said.length > 0 || whole.text.trim() !== '';
  return [
    ...(isAhead ? [{ ...part, answers: [...said, ...answers], whole }] : []),
    ...cases.map(({ end, nth }, index) => ({ ...part, nth, ...listed(end, cases[index + 1]?.at ?? to) })),
  ];
}

/** `正确的题:30、33;其余均为错误`: which are true, and that the others are not. */
export function truthsIn(text: string): { readonly answers: ListedAnswer[]; readonly others: Labelled } | null {
  const found = SORTED.exec(text);
  const [first, others] = found?.[1] === '错误' ? ['×', '√'] : ['√', '×'];
  const numbers = (found?.[2] ?? '').match(/\d{1,3}/g) ?? [];
  if (numbers.length === 0) return null;
  const labelled = (key: string): Labelled => ({ raw: key, text: key });
  return {
    answers: numbers.map((number) => ({ number: Number(number), answer: labelled(first as string), explanation: '' })),
    others: labelled(others as string),
  };
}

const SORTED =
  /^\s*(正确|错误)(?:的)?(?:题目?|小题|题号|有)?[ ]?(?:[:：]|[是为有][:：]?)([\d、,，;；和第题 ]{1,300})[。\s]{0,3}(?:其余|其他|其它|余)(?:各|的)?(?:小?题)?(?:均|都|全)?(?:为|是)?(?:错误?|正确|对|×|√)/;

const NTH_CASE = new RegExp(
  `^[【[(（]?(?:案例|案情|材料|资料|情[景境])(?:分析)?[ ]?(?:第)?([${HAN_DIGITS}]{1,2}|\\d{1,2}|[A-H](?![A-Za-z]))`,
);

const numberOf = ([, ...named]: RegExpExecArray): number | null =>
  partNumber(named.find((text) => text !== undefined) ?? '');

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
