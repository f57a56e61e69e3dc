import { DIGIT, readChineseNumber, UNIT, zerosOf } from './chinese-number.ts';

/**
 * Numerals folded: the pieces of a text that `foldText` made plain, each a number in plain digits (`15000`, `0.5`,
 * `-3`, `60%`) or one character of the rest. 三 and 3, 一百零五 and 105, 1,000 and 1000, 百分之六十 and 60% give the
 * same pieces; a fraction is three of them (三分之二: `2`, `/`, `3`). What is no whole numeral (千万别, 万一) stays as
 * it is. A chain like 1.20.3 holds whole numbers, no decimals.
 */
export function readNumerals(text: string): string[] {
  const runs: string[][] = [];
  let end = 0;
  for (const match of text.matchAll(NUMERAL)) {
    runs.push([...text.slice(end, match.index)], readNumeral(match.groups ?? {}) ?? [...match[0]]);
    end = match.index + match[0].length;
  }
  return [...runs.flat(), ...text.slice(end)];
}

/** True for a piece that carries a quantity or a relation of quantities: a number, a character of one, `±`, `>`. */
export const isQuantity = (piece: string): boolean => QUANTITY.test(piece);

const NUMERIC = `${DIGIT}${UNIT}`;
const GROUPED = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d|[.,]\\d)';
const DECIMAL = '(?<!\\d\\.)\\d+\\.\\d+(?!\\d|\\.\\d)';
const ARABIC = `(?:${GROUPED}|${DECIMAL}|\\d+)[${UNIT}]*`;
/** 三点五 is a decimal; 八点三十分 is a time of day. */
const CHINESE = `[${NUMERIC}]+(?:点[${DIGIT}]+(?![${NUMERIC}]))?`;
/** A minus after a number is a range: 24-48. */
const SIGN = `负|(?<![\\p{N}${NUMERIC}%‰])[-−]`;
const NUMBER = `${ARABIC}|${CHINESE}`;
const NUMERAL = new RegExp(`(?<sign>${SIGN})?(?:(?<parts>${NUMBER})分之)?(?<number>${NUMBER})(?<per>[%‰])?`, 'gu');
const QUANTITY = new RegExp(`[\\d${NUMERIC}]|\\p{S}`, 'u');

type Groups = Readonly<Record<string, string | undefined>>;

function readNumeral({ sign = '', parts, number = '', per = '' }: Groups): string[] | null {
  const value = readNumber(parts === undefined ? number : afterOne(number));
  const whole = parts === undefined ? '' : readNumber(afterOne(parts));
  if (value === null || whole === null) return null;
  const signed = sign === '' ? value : `-${value}`;
  if (whole === '') return [`${signed}${per}`];
  const share = SHARES[whole];
  return share === undefined ? [signed, '/', whole] : [`${signed}${share}`];
}

/** 百分之 and 千分之. */
const SHARES: Readonly<Record<string, string>> = { '100': '%', '1000': '‰' };

/** 百分之百 means 一百分之一百. */
const afterOne = (text: string): string => (zerosOf(text.charAt(0)) > 0 ? `一${text}` : text);

function readNumber(text: string): string | null {
  if (!/^\d/.test(text)) return canonical(readChineseNumber(text));
  const [whole = '', decimals = ''] = text.replace(/[^\d.]/g, '').split('.');
  const zeros = [...text].reduce((sum, character) => sum + zerosOf(character), 0);
  return canonical(`${whole}${decimals.slice(0, zeros).padEnd(zeros, '0')}.${decimals.slice(zeros)}`);
}

/** No leading zeros, no trailing ones after the point. Text, not a number: a long code keeps its every digit. */
function canonical(number: string | null): string | null {
  if (number === null) return null;
  const [whole = '', decimals = ''] = number.split('.');
  const [integer, rest] = [whole.replace(/^0+(?=\d)/, ''), withoutTrailingZeros(decimals)];
  return rest === '' ? integer : `${integer}.${rest}`;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
