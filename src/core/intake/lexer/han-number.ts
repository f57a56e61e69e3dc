/** A whole number in digits or in Chinese (一, 十二, 二十, 壹) or Roman; null for anything else. */
export function wholeNumber(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (/^[Ⅰ-Ⅻ]$/.test(text)) return text.charCodeAt(0) - 0x215f;
  const roman = ROMAN.indexOf(text);
  if (roman >= 0) return roman + 1;
  const tens = text.indexOf('十') >= 0 ? text.indexOf('十') : text.indexOf('拾');
  if (tens < 0) return text.length === 1 ? (HAN[text] ?? null) : null;
  const before = tens === 0 ? 1 : HAN[text.slice(0, tens)];
  const after = tens === text.length - 1 ? 0 : HAN[text.slice(tens + 1)];
  return before === undefined || after === undefined ? null : before * 10 + after;
}

/** The same, and a letter that parts are counted by: `Section B` is 2. */
export function partNumber(text: string): number | null {
  const sign = text.toUpperCase();
  return wholeNumber(sign) ?? (/^[A-H]$/.test(sign) ? sign.charCodeAt(0) - 64 : null);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

const HAN: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  俩: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

/** For patterns: the characters such a number is written with. */
export const HAN_DIGITS = '一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾';
