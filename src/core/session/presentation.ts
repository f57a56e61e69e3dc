import { type Letter, letterAt, type Question } from '../bank/item.ts';
import { DIGIT, readChineseNumber, UNIT } from '../grading/chinese-number.ts';
import { type Rng, shuffled } from '../rng.ts';
import { namedByOption, namedLetters, namesSeveral, relabel } from './letter-reference.ts';

/**
 * The order in which the options of a question are shown, by the bank's own letters; null for a question without options.
 * Grading goes by option, never by place, so any order is safe; what could lie is kept from moving (product.md,
 * "Options are shuffled, and never lie").
 */
export function presentedOrder(question: Question, rng: Rng): Letter[] | null {
  if (!('options' in question)) return null;
  const letters = question.options.map((_, index) => letterAt(index));
  if (!mayShuffle(question)) return letters;
  const last = letters.filter((_, index) => standsLast(question.options[index] as string, index, letters.length));
  return [
    ...shuffled(
      letters.filter((letter) => !last.includes(letter)),
      rng,
    ),
    ...last,
  ];
}

/** A question's texts as shown in an order: labels by place, and every letter that a text names turned with them. */
export function presentOptions(
  question: Question,
  order: readonly Letter[],
): { letter: Letter; label: Letter; text: string }[] {
  if (!('options' in question)) return [];
  return order.map((letter, place) => {
    const text = question.options[letter.charCodeAt(0) - 65] as string;
    return { letter, label: letterAt(place), text: relabel(text, order) };
  });
}

type Choice = Extract<Question, { options: readonly string[] }>;

function mayShuffle(question: Choice): boolean {
  if (!question.shuffle) return false;
  const { stem, explanation, options, type } = question;
  const count = options.length;
  if (options.some((option, index) => namingOf(option, index, count) === 'unclear')) return false;
  if (namedLetters(explanation, count) === 'unclear') return false;
  // A stem cannot be rewritten without touching what the author said, so one that names options keeps them in place.
  if (namedLetters(stem, count) !== 'none') return false;
  return type === 'ordering' ? !namesSeveral(explanation, count) : !inOrder(options);
}

const OF_ALL =
  /^(以上|上述|前述|上面)?(各项|选项|几项|所有|全部)?(都|均|皆|全)(不)?(对|是|正确|错|错误|不是|不对|不正确|可以|包括|属于|有)$|^(以上|上述).{0,6}(都|均|皆|全部?)|^(以上|上述|上面)(各|几|所有|全部)(选?项)?$|^(全部?|都)不?选$|^(all|none|both|any|neither)( of)?( the)? above|^(all|none|both|any|neither) of (the )?(these|them|others)/i;
/** 以上三项, 前三项都对. */
const OF_SO_MANY =
  /^\s*(?:以上|上述|前述|上面|前面?)的?([一二两三四五六七八九十几\d]+)个?(?:选?项|者|点|种)(?=$|[都均皆全。.；;])/;

/** 以上都对, none of the above, A和C都对: they speak of the others and make sense only behind them. */
function standsLast(option: string, index: number, count: number): boolean {
  return speaksOfAll(option, index, count) || namingOf(option, index, count) === 'clear';
}

/** Of all the other options, or of all before it: 以上两项 behind four might be any two. */
function speaksOfAll(option: string, index: number, count: number): boolean {
  const text = option
    .normalize('NFKC')
    .trim()
    .replace(/[.。;；]$/, '');
  const so = OF_SO_MANY.exec(text)?.[1];
  if (so === undefined || so === '几') return OF_ALL.test(text);
  const many = Number(inDigits(so));
  return many === index || many >= count - 1;
}

function namingOf(option: string, index: number, count: number): ReturnType<typeof namedByOption> {
  const said = speaksOfAll(option, index, count) ? option.normalize('NFKC').replace(OF_SO_MANY, '') : option;
  return namedByOption(said, letterAt(index), count);
}

/** Numbers and dates that stand in order keep it: a shuffled row of years only makes people search. */
function inOrder(options: readonly string[]): boolean {
  const texts = options.map(plain);
  const counted = texts.map(inDigits);
  const alike = new Set(counted.map((text) => text.replace(/\d+(?:\.\d+)?/g, '#'))).size === 1;
  const rows = texts.map((text, index) => numbersIn(alike || COUNTED.test(text) ? (counted[index] as string) : text));
  if (rows.some((row) => row.length === 0)) return false;
  const steps = rows.slice(1).map((row, index) => compare(row, rows[index] as number[]));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

const NUMERAL = `[${DIGIT}${UNIT}]+`;
/** 第一, 周三, 星期日, 十一月: numerals whatever follows. Others count only where all options go on alike (一天, 两天). */
const COUNTED = new RegExp(`^(?:第|周|星期|礼拜)(?:${NUMERAL}|\\d|[日天])|^${NUMERAL}月`);

function plain(option: string): string {
  return option
    .normalize('NFKC')
    .replace(/,(?=\d{3})/g, '')
    .trim();
}

/** 十五天 as 15天, 星期日 as 星期7. */
function inDigits(text: string): string {
  return text
    .replace(/^(周|星期|礼拜)[日天]/, (_, week: string) => `${week}7`)
    .replace(new RegExp(NUMERAL, 'g'), (numeral) => readChineseNumber(numeral) ?? numeral);
}

/** The numbers of a text that begins with one: `3月15日` has two. */
function numbersIn(text: string): number[] {
  if (!/\d/.test(text)) return [];
  const first = /^(?:第|周|星期|礼拜|[^\d\p{L}]{0,2}?)(-?\d+(?:\.\d+)?)/u.exec(text);
  if (!first) return [];
  const others = text.slice(first[0].length).match(/\d+(?:\.\d+)?/g) ?? [];
  return [first[1], ...others].map(Number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, index) => n !== b[index]);
  return at < 0 ? 0 : Math.sign((a[at] as number) - (b[at] ?? Number.NEGATIVE_INFINITY));
}
