/** Characters of Chinese numerals. 两 counts things; it never spells a number digit by digit. */
export const DIGIT = '零〇一二两三四五六七八九';
export const UNIT = '十百千万亿';

/** Zeros that a unit appends. */
export const zerosOf = (unit: string): number => ZEROS[unit] ?? 0;

/**
 * The plain digits of a Chinese numeral, a decimal after 点: 十二 is `12`, 一百零五 `105`, 三万五 `35000`, 二〇二四
 * `2024`, 零点五 `0.5`. Null for what is no numeral, like 千万 or 万一.
 */
export function readChineseNumber(text: string): string | null {
  const [whole = '', decimals] = text.split('点');
  const integer = SPELLED.test(whole) ? spell(whole) : readWhole(whole);
  if (integer === null) return null;
  return decimals === undefined ? integer : `${integer}.${spell(decimals)}`;
}

const VALUES: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4 },
  ...{ 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const ZEROS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const SPELLED = /^(?:[零〇一二三四五六七八九]+|两)$/;

const spell = (text: string): string => [...text].map((digit) => VALUES[digit] ?? '').join('');

function readWhole(text: string): string | null {
  const value = readScaled(text, ['亿', '万']);
  return value !== null && value > 0 && Number.isSafeInteger(value) ? String(value) : null;
}

/** 亿 and 万 multiply all that stands before them. */
function readScaled(text: string, [unit, ...smaller]: readonly string[]): number | null {
  if (unit === undefined) return readSection(text);
  const at = text.indexOf(unit);
  if (at < 0) return readScaled(text, smaller);
  const scale = 10 ** zerosOf(unit);
  const high = readScaled(text.slice(0, at), smaller);
  const low = readRest(text.slice(at + 1), scale, smaller);
  return high === null || high === 0 || low === null ? null : high * scale + low;
}

/** What follows a unit; a single digit counts the next smaller place: 三万五 is 35 000. */
function readRest(text: string, scale: number, smaller: readonly string[]): number | null {
  if (text === '') return 0;
  const digit = VALUES[text];
  return digit === undefined ? readScaled(text, smaller) : (digit * scale) / 10;
}

/** Below ten thousand. Units fall; 十 may stand without its 一; the last digit counts the next place unless 零 stands before it. */
function readSection(text: string): number | null {
  let sum = 0;
  let unit = 10_000;
  let digit: number | null = null;
  let afterZero = false;
  for (const character of text) {
    const value = VALUES[character];
    if (value !== undefined && digit !== null) return null;
    if (value === 0) afterZero = true;
    else if (value !== undefined) digit = value;
    else {
      const next = 10 ** zerosOf(character);
      if (next >= unit || (digit === null && next !== 10)) return null;
      sum += (digit ?? 1) * next;
      [unit, digit, afterZero] = [next, null, false];
    }
  }
  if (digit === null) return afterZero ? null : sum;
  return sum + digit * (afterZero || sum === 0 ? 1 : unit / 10);
}
