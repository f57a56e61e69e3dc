import { type Letter, letterAt, type Question } from '../bank/item.ts';
import { type Rng, shuffled } from '../rng.ts';
import { namedLetters, relabel } from './letter-reference.ts';

/**
 * The order in which the options of a question are shown, by the bank's own letters; null for a question without options.
 * Grading goes by option, never by place, so any order is safe; what could lie is kept from moving (product.md,
 * "Options are shuffled, and never lie").
 */
export function presentedOrder(question: Question, rng: Rng): Letter[] | null {
  if (!('options' in question)) return null;
  const letters = question.options.map((_, index) => letterAt(index));
  if (!mayShuffle(question)) return letters;
  const last = letters.filter((_, index) => standsLast(question.options[index] as string, letters.length));
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
  const texts = [question.stem, question.explanation, ...question.options];
  if (texts.some((text) => namedLetters(text, question.options.length) === 'unclear')) return false;
  // A stem cannot be rewritten without touching what the author said, so one that names options keeps them in place.
  if (namedLetters(question.stem, question.options.length) !== 'none') return false;
  return question.type === 'ordering' || !inOrder(question.options);
}

const STANDS_LAST =
  /^(以上|上述|前述|上面)?(各项|选项|几项|三项|所有|全部)?(都|均|皆|全)(不)?(对|是|正确|错|错误|不是|不对|不正确|可以|包括|属于|有)$|^(以上|上述).{0,6}(都|均|皆|全部?)|^(all|none|both|any|neither) of (the )?(above|these|them)/i;

/** 以上都对, none of the above, A和C都对: they speak of the others and make sense only behind them. */
function standsLast(option: string, optionCount: number): boolean {
  const text = option
    .normalize('NFKC')
    .trim()
    .replace(/[.。;；]$/, '');
  return STANDS_LAST.test(text) || namedLetters(text, optionCount) === 'clear';
}

/** Numbers and dates that stand in order keep it: a shuffled row of years only makes people search. */
function inOrder(options: readonly string[]): boolean {
  const rows = options.map(numbersIn);
  if (rows.some((row) => row.length === 0)) return false;
  const steps = rows.slice(1).map((row, index) => compare(row, rows[index] as number[]));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

/** The numbers of an option that begins with one: `3月15日` has two. */
function numbersIn(option: string): number[] {
  const text = option
    .normalize('NFKC')
    .replace(/,(?=\d{3})/g, '')
    .trim();
  const first = /^[^\d\p{L}]{0,2}?(-?\d+(?:\.\d+)?)/u.exec(text);
  if (!first) return [];
  const others = text.slice(first[0].length).match(/\d+(?:\.\d+)?/g) ?? [];
  return [first[1], ...others].map(Number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, index) => n !== b[index]);
  return at < 0 ? 0 : Math.sign((a[at] as number) - (b[at] ?? Number.NEGATIVE_INFINITY));
}
