import { HAN_DIGITS, wholeNumber } from './han-number.ts';
import { isLineStart, type Mark } from './marks.ts';

/** A number that may begin a question. Whether it does is said by what is expected there. */
export interface NumberMark {
  readonly at: number;
  /** Where the question's own text begins. */
  readonly end: number;
  /** Null for a label that begins a question without a number. */
  readonly value: number | null;
  readonly style: NumberStyle;
  readonly lineStart: boolean;
  /** Right behind the key of an answer. */
  readonly afterKey: boolean;
  /** Damaged, or perhaps a decimal: it counts only where it is expected. */
  readonly loose: boolean;
}

export type NumberStyle =
  | 'dot'
  | 'comma'
  | 'paren'
  | 'brackets'
  | 'square'
  | 'circle'
  | 'ti'
  | 'bare'
  | 'han'
  | 'lettered'
  | 'starter';

/** Styles in which lists inside a question or an answer are numbered. */
export const INNER: readonly NumberStyle[] = ['circle', 'brackets'];

/** A tag, or the brackets for the key, that may stand before the number: `[单选题]1.`, `( B )2.`. */
const TAG = /(?:[【[(][^\n【[(\])】]{0,12}[】\])][ ]{0,3}){1,2}$/;
/** Nothing in them but a key, or room for one. */
const KEY_BRACKETS = /^[([][ ]{0,6}(?:[A-H]{1,6}|[√×对错TF]|正确|错误)?[ ]{0,6}[)\]][ ]{0,3}$/;
const PLAIN = /(?<!\d)(?<!\d\.)(\d{1,3})[ ]{0,2}([.、,:·。)])[ ]{0,4}/g;
/** `答案:B5 冷冻食品…`: behind a key, and nothing but a space before the text. */
const BEHIND_KEY = /(?<=[A-H√×对错] ?)(\d{1,3})[ ]{1,2}(?=[\u4e00-\u9fff])/g;
const GLUED = [/(?<=\d)(\d)([、.])[ ]{0,4}(?!\d)/g, /(?<=\d)(\d\d)([、.])[ ]{0,4}(?!\d)/g];
/** `三年级(2)班` names a class. */
const BRACKETS = /(?<![\u4e00-\u9fff](?=\([ ]{0,2}\d{1,2}[ ]{0,2}\)班))\([ ]{0,2}(\d{1,3})[ ]{0,2}\)[.、]?[ ]{0,3}/g;
const SQUARE = /[【[][ ]?(?:第[ ]?)?(\d{1,3})(?:[ ]?题)?[ ]?[】\]][.、:]?[ ]{0,3}/g;
/** Not one of a row of them, as options and orders have: `①③`, `①→②`. */
const CIRCLE = /(?<=^|[\s。.?？!！;；)）:：,，])[①-⑳][.、]?[ ]{0,3}(?![①-⑳→>、,，;；]|-|和|与|\s|$)/gm;
const TI = new RegExp(
  `第[ ]{0,2}(\\d{1,3}|[${HAN_DIGITS}]{1,4})[ ]{0,2}(?:小)?题(?!库|目录|组)[ ]{0,2}[:：.、)】]?[ ]{0,3}`,
  'g',
);
/** `5题:` at the beginning of a line. */
const OF_QUESTION = /^[ ]{0,8}(\d{1,3})[ ]?题[:：][ ]{0,3}/gm;
/** `题目一:`, wherever it stands. */
const NTH = new RegExp(`(?:题目|试题)[ ]?([${HAN_DIGITS}]{1,3})[ ]?[:：.、][ ]{0,3}`, 'g');
const NAMED =
  /^[ ]{0,8}(?:【)?(?:question|q|no|题目?|试题|例题?|问题)[ ]{0,2}[.:#]?[ ]{0,2}(\d{1,3})(?:】)?[ ]{0,2}[.:、)：]?[ ]{0,3}/gim;
/** `B3.` in part B. */
const LETTERED = /^[ ]{0,8}[A-H](\d{1,2})[.、:：)][ ]{1,3}(?=\S)/gm;
const BARE =
  /^[ ]{0,8}(\d{1,3})(?:[ ]{1,6}(?=\S)|(?=[A-Z][a-z]{2}|[\u4e00-\u9fff《“"(【[])(?!年|月|日|号|分|个|%|题|小时|天|元|道|人|次|岁|名|种|条|项|家|米|公里|位|万|亿|层|步|秒|楼|世纪))(?![-~+×/=])/gm;
/** `33年以上…`: the number of the question, and a quantity that begins its text, one digit each or two. */
const BEFORE_QUANTITY =
  /^[ ]{0,8}(?:([1-9])(?=[1-9](?!\d))|([1-9]\d)(?=[1-9]\d?(?!\d)))(?=\d{1,2}(?:年|月|日|个|分|%|小时|天|元|道|人|次|岁|名|种|条|项|家|米|公里|位|万|亿|层|步|秒)[\u4e00-\u9fff])/gm;
/** Digits that were read as letters, or torn apart: `l0.`, `1 2.`, `2O、`. */
const MISREAD =
  /(?:^[ ]{0,8}|(?<=[A-H√×对错。)）择断空答]))(?=[\dlIOo ]{0,3}[lIOoS ])([\dlI][ ]?[\dlIOo]|[lIS])[ ]?[.、,·][ ]{0,3}(?=[\u4e00-\u9fff(（《“"])/gm;
const HAN = new RegExp(`^[ ]{0,8}([${HAN_DIGITS}]{1,3})[、.][ ]{0,3}`, 'gm');
const STARTER =
  /^[ ]{0,8}(?:(?:题[ ]?目|题干|问题|问|试题|Q|question)[ ]?[:：]|【(?:题目|题干|问题|试题)】[:：]?)[ ]{0,3}/gim;

/** `【单选题】` where it begins a question that has no number. */
const TAGGED =
  /[【[](?:单项?选择?|多项?选择?|不定项选择?|判断|填空|简答|问答|案例(?:分析)?|排序|选择)题?[】\]][ ]{0,3}(?=[^\s*\d\n(（[【。.,，])/g;

/** `raw` is the text before widths were folded: a full-width point is never that of a decimal. */
export function numbersIn(text: string, marks: readonly Mark[], raw = text): NumberMark[] {
  const keyEnds = new Set(marks.flatMap(({ keyEnd }) => (keyEnd === null ? [] : [keyEnd])));
  const found: NumberMark[] = [];
  const add = (at: number, end: number, value: number | null, style: NumberStyle, loose = false): void => {
    const from = withTag(text, at);
    const lineStart = isLineStart(text, from);
    let before = from;
    while (before > 0 && text[before - 1] === ' ') before--;
    const afterKey = keyEnds.has(before);
    found.push({ at: lineStart ? from : at, end, value, style, lineStart, afterKey, loose });
  };
  for (const match of text.matchAll(PLAIN)) addPlain(text, match, keyEnds, add, raw);
  for (const match of text.matchAll(BRACKETS)) add(match.index, endOf(match), Number(match[1]), 'brackets');
  for (const match of text.matchAll(SQUARE)) add(match.index, endOf(match), Number(match[1]), 'square');
  for (const match of text.matchAll(CIRCLE)) add(match.index, endOf(match), match[0].charCodeAt(0) - 0x245f, 'circle');
  for (const match of text.matchAll(TI)) add(match.index, endOf(match), wholeNumber(match[1] ?? ''), 'ti');
  for (const match of text.matchAll(NTH)) add(match.index, endOf(match), wholeNumber(match[1] ?? ''), 'ti');
  for (const match of text.matchAll(OF_QUESTION)) add(match.index, endOf(match), Number(match[1]), 'ti');
  for (const match of text.matchAll(NAMED)) add(match.index, endOf(match), Number(match[1]), 'ti');
  for (const match of text.matchAll(LETTERED)) add(match.index, endOf(match), Number(match[1]), 'lettered');
  for (const match of text.matchAll(BARE)) add(match.index, endOf(match), Number(match[1]), 'bare', true);
  for (const match of text.matchAll(BEFORE_QUANTITY))
    add(match.index, endOf(match), Number(match[1] ?? match[2]), 'bare', true);
  for (const match of text.matchAll(MISREAD)) add(match.index, endOf(match), digitsOf(match[1] ?? ''), 'dot', true);
  for (const match of text.matchAll(HAN)) add(match.index, endOf(match), wholeNumber(match[1] ?? ''), 'han');
  for (const match of text.matchAll(STARTER)) {
    if (!/^\s{0,6}(?:\d|$)/.test(text.slice(endOf(match), endOf(match) + 8)))
      add(match.index, endOf(match), null, 'starter');
  }
  // `14:403、`: an answer in digits and the next number behind it.
  for (const pattern of GLUED)
    for (const match of text.matchAll(pattern))
      add(match.index, endOf(match), Number(match[1]), match[2] === '、' ? 'comma' : 'dot', true);
  for (const match of text.matchAll(BEHIND_KEY))
    if (keyEnds.has(match.index) || keyEnds.has(match.index - 1))
      add(match.index, endOf(match), Number(match[1]), 'bare', true);
  for (const match of text.matchAll(TAGGED)) addTagged(text, match, add);
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  const kept: NumberMark[] = [];
  for (const mark of withoutKeysOfOthers(text, found)) {
    const last = kept.at(-1);
    // Of digits that run together each reading is kept: what is expected decides.
    if (!last || mark.at >= last.end || (mark.loose && mark.end === last.end)) kept.push(mark);
  }
  return kept;
}

const digitsOf = (misread: string): number =>
  Number(misread.replace(/[lI]/g, '1').replace(/S/g, '5').replace(/[Oo]/g, '0').replace(/ /g, ''));

/**
 * `(×)10、…` below a question without a key: the brackets hold the key of the one before, as where each line ends behind
 * its last sentence.
 */
function withoutKeysOfOthers(text: string, marks: readonly NumberMark[]): NumberMark[] {
  const last = new Map<number, { readonly end: number; readonly isKeyless: boolean }>();
  return marks.map((mark) => {
    if (mark.value === null) return mark;
    const ahead = text.slice(mark.at, mark.end);
    const key = /^[([][ ]{0,6}(?:[A-H]{1,6}|[√×对错TF]|正确|错误)[ ]{0,6}[)\]][ ]{0,3}/.exec(ahead);
    if (mark.loose && key === null) return mark;
    const before = last.get(mark.value - 1);
    const hasBrackets = /^[([][^)\]\n]{0,12}[)\]]/.test(ahead);
    const isOfBefore =
      key !== null &&
      before?.isKeyless === true &&
      !/[([][ ]{0,6}[A-H√×对错]{0,6}[ ]{0,6}[)\]]|_{2}/.test(text.slice(before.end, mark.at));
    last.set(mark.value, { end: mark.end, isKeyless: !hasBrackets || isOfBefore });
    return isOfBefore ? { ...mark, at: mark.at + key[0].length, lineStart: false, afterKey: true } : mark;
  });
}

/** Not behind a number, where it tags the question of that number, nor behind the stem. */
function addTagged(text: string, match: RegExpExecArray, add: Add): void {
  const before = text.slice(Math.max(0, match.index - 8), match.index);
  if (
    /\d[ ]?[.、)）:]?[ ]{0,3}$|题[ ]?[.、:]?[ ]?$/.test(before) ||
    /[(（][ ]*[)）][。.]?[ ]?$|[?？][ ]?$/.test(before)
  )
    return;
  // It says of what kind the questions about a passage are.
  if (
    /^(?:请)?(?:阅读|根据|依据|结合)[^\n。]{0,20}(?:资料|材料|案例)/.test(text.slice(endOf(match), endOf(match) + 40))
  )
    return;
  // The tag itself is read as a part of what stands before the stem.
  add(match.index, match.index + match[0].length, null, 'starter');
}

type Add = (at: number, end: number, value: number | null, style: NumberStyle, loose?: boolean) => void;

function addPlain(text: string, match: RegExpExecArray, keyEnds: ReadonlySet<number>, add: Add, raw: string): void {
  const [whole, digits = '', sign = ''] = match;
  const { index: at } = match;
  const before = text[at - 1] ?? '\n';
  // `()o14、`: a full stop that was read as a letter.
  const misread = /[)）_\u4e00-\u9fff]o$/.test(text.slice(Math.max(0, at - 2), at));
  const glued = /[A-Za-z%]/.test(before) && !keyEnds.has(at) && !misread;
  // An option may end so: `D、VIP5、客户…`.
  // `10.×11.√`: a key, and no product.
  const isKey = before === '×' && /[.、:：)]/.test(text[at - 2] ?? '');
  if ((/[$¥+×/=<>]/.test(before) && !keyEnds.has(at) && !isKey) || (glued && !/[.、]/.test(sign))) return;
  const after = text[at + whole.length] ?? '\n';
  const tight = whole.length === digits.length + 1;
  const decimal = tight && /[.,:·]/.test(sign) && /\d/.test(after) && raw[at + digits.length] !== '．';
  if (sign === ')' && text.lastIndexOf('(', at) > text.lastIndexOf(')', at - 1) && at - text.lastIndexOf('(', at) < 40)
    return;
  const lineStart = isLineStart(text, at);
  // 3.14, 10:30 and 1,000 are no numbers of questions; at the beginning of a line `1.2024年` may be one.
  if (
    decimal &&
    !keyEnds.has(at) &&
    !(lineStart && sign === '.') &&
    !/^\d{4}年/.test(text.slice(at + whole.length, at + whole.length + 6))
  )
    return;
  const loose = decimal || glued || /[,:·。]/.test(sign);
  const style = sign === ')' ? 'paren' : sign === '、' ? 'comma' : 'dot';
  add(at, at + whole.length, Number(digits), style, loose);
}

/** Takes in a tag that stands before the number on its line. */
function withTag(text: string, at: number): number {
  const tag = TAG.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  return /[选判填简论答案题材问断排]/.test(tag) || (KEY_BRACKETS.test(tag) && isLineStart(text, at - tag.length))
    ? at - tag.length
    : at;
}

const endOf = (match: RegExpExecArray): number => match.index + match[0].length;
