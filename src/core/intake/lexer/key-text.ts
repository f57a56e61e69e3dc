/** A key that stands at a place of the folded text: letters of options, or a truth value. */
export type KeyText =
  | { readonly kind: 'letters'; readonly letters: string; readonly end: number }
  | { readonly kind: 'truth'; readonly value: boolean; readonly end: number };

const LETTERS = /[A-La-l](?:[ ]{0,2}[、,，;；/|┋丨和与及&.·→+]?[ ]{0,2}[A-La-l](?![a-z])){0,11}(?![A-Za-z'’&])/y;
const RANGE = /([A-La-l])[ ]?[-~至到][ ]?([A-La-l])(?![A-Za-z]|[ ]?[-~][ ]?[A-La-l](?![A-Za-z]))/y;
/** `c-a-d-b`: an order. */
const ORDER = /[A-La-l](?:[ ]?[-–—→>][ ]?[A-La-l](?![A-Za-z])){2,11}/y;
const CIRCLED = /[①-⑩](?:[ ]{0,2}[、,，;；→-]{0,2}[ ]{0,2}[①-⑩]){0,9}(?![ ]{0,2}[\p{L}\p{N}])/uy;
/** `abd` alone: letters in their order, or it would be a word. */
const SMALL = /[a-l]{2,8}(?=[ ]{0,4}(?:\n|$)|[。;；]|[(（]注)/y;
/** Letters in their order, each once. */
export const isRising = (letters: string): boolean =>
  [...letters].every((letter, index) => index === 0 || letter > (letters[index - 1] as string));
/** Words of one character must end there: 对客户 is no key. */
const TRUTH =
  /(?:√|×|正确(?![\u4e00-\u9fff])|错误(?![\u4e00-\u9fff])|不正确|不对|[对對错錯是否非](?![\u4e00-\u9fff])|[对错](?=第[一二三四五六七八九十\d]{1,3}[章节部单]|[一二三四五六七八九十]{1,2}、)|(?:true|false|right|wrong|correct|incorrect|yes|no)(?![A-Za-z])|[TFYN](?![A-Za-z])|[VXx乂√](?![A-Za-z\d]))/iy;
const YES = /^(?:√|正确|[对對是]|true|right|correct|yes|[tyv])$/i;

/** What reads as a key right here; letters A to L before `F` as false, unless `truthFirst`. */
export function keyAt(text: string, at: number, truthFirst = false): KeyText | null {
  const letters = lettersAt(text, at);
  const truth = truthAt(text, at);
  if (letters && truth) return truthFirst || truth.end > letters.end ? truth : letters;
  return letters ?? truth;
}

export function truthAt(text: string, at: number): KeyText | null {
  TRUTH.lastIndex = at;
  const found = TRUTH.exec(text)?.[0];
  return found === undefined ? null : { kind: 'truth', value: YES.test(found), end: at + found.length };
}

export function lettersAt(text: string, at: number): KeyText | null {
  RANGE.lastIndex = at;
  const range = RANGE.exec(text);
  if (range) {
    const from = (range[1] as string).toUpperCase().charCodeAt(0);
    const to = (range[2] as string).toUpperCase().charCodeAt(0);
    if (from < to) {
      const letters = Array.from({ length: to - from + 1 }, (_, n) => String.fromCharCode(from + n)).join('');
      return { kind: 'letters', letters, end: at + range[0].length };
    }
  }
  ORDER.lastIndex = at;
  const order = ORDER.exec(text)?.[0];
  if (order !== undefined) {
    const letters = order.replace(/[^A-La-l]/g, '').toUpperCase();
    if (new Set(letters).size === letters.length) return { kind: 'letters', letters, end: at + order.length };
  }
  SMALL.lastIndex = at;
  const small = SMALL.exec(text)?.[0];
  if (small !== undefined && isRising(small))
    return { kind: 'letters', letters: small.toUpperCase(), end: at + small.length };
  LETTERS.lastIndex = at;
  const found = LETTERS.exec(text)?.[0];
  if (found !== undefined) {
    // `d1=60`: a quantity.
    if (/^[a-l]/.test(found) && /^[=+\d·*/^]/.test(text.slice(at + found.length))) return null;
    const letters = found.replace(/[^A-La-l]/g, '').toUpperCase();
    // The same letter twice is no key but a word or two answers in one.
    if (new Set(letters).size === letters.length) return { kind: 'letters', letters, end: at + found.length };
    return null;
  }
  CIRCLED.lastIndex = at;
  const circles = CIRCLED.exec(text)?.[0];
  if (circles === undefined) return null;
  const letters = Array.from(circles.replace(/[^①-⑩]/g, ''), (circle) =>
    String.fromCharCode(65 + circle.charCodeAt(0) - 0x2460),
  ).join('');
  return { kind: 'letters', letters, end: at + circles.length };
}
