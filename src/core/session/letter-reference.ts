import { indexOfLetter, type Letter, letterAt } from '../bank/item.ts';

/**
 * Letters in a text that name options: `{B}`, `B项`, `选项B`, `故选B`, `A和C都对`, `options A and C`. A letter that is part
 * of a name (A类客户, B2B, 3A, KPI) names none. Where a lone letter may or may not, the text is unclear, and its
 * question is not shuffled: a wrong rewrite teaches a wrong answer.
 */

const LETTER = '[A-Z]';
/** Several letters, as many as there are at the most: A、B和C, A, B and D, ABD. */
const LETTERS_LIST = `${LETTER}(?:(?:\\s*(?:[、,，/和与及或跟]|and|or|&)\\s*|(?=${LETTER}))${LETTER}){0,25}`;
const NO_LATIN_BEFORE = '(?<![A-Za-z0-9])';
const NO_LATIN_AFTER = '(?![A-Za-z0-9])';
/** Whom or what a letter behind it is the name of: 客户C, 公司B, 维生素A … */
const NO_NAMED_BEFORE =
  '(?<![户司素组图表店厂商员]|\\b(?:[Pp]lan|[Tt]ype|[Cc]lass|[Gg]roup|[Cc]ustomer|[Cc]ompany|[Vv]itamin|[Ff]igure)\\s)';
/** What a letter before it is the name of: A类, C端, X光片 … */
const NAMED_BY_LETTER =
  '[类型级股座轮端面区班组版柜门口字键盘站照证货品线段系列产期公司超市商户店企业客员工先生女士小姐君某]|分类';

const SAID_BEFORE =
  '(?:选项|选择|答案[是为]?|[应故可宜当误错]?选|排除)\\s*[:：]?\\s*|\\b(?:[Oo]ptions?|[Aa]nswers?(?: is| are)?|[Cc]hoices?)(?:\\s*[:：]\\s*|\\s+)';
const SAID_AFTER =
  '[两二三四五]?个?(?:选?项|选项)|[都均皆全]|正确|错误|不对|不正确|[对错][,，。;；]|(?:is|are)\\s+(?:right|wrong|correct|incorrect|true|false|both)';

const CLEAR = new RegExp(
  [
    `\\{\\s*(?<braced>${LETTER})\\s*\\}`,
    `(?:${SAID_BEFORE})(?<after>${LETTERS_LIST})${NO_LATIN_AFTER}(?!\\s*(?:${NAMED_BY_LETTER}))`,
    `${NO_LATIN_BEFORE}${NO_NAMED_BEFORE}(?<before>${LETTERS_LIST})(?=\\s*(?:${SAID_AFTER}))`,
  ].join('|'),
  'g',
);
const LONE = new RegExp(
  `(?<![A-Za-z0-9·.\\-'’&+])${LETTER}(?![A-Za-z0-9·'’&+*#]|-?\\d|\\s*(?:${NAMED_BY_LETTER}))`,
  'g',
);
/** `A` before a noun, `I` before a verb: words of English prose that name nothing. */
const ENGLISH_WORD =
  /^[AIa]\s+(?!(?:and|or|but|is|are|was|were|has|does|can|will|would|as|because|since|who|with|for|from|in|of|to)\b)[a-z]/;
/** A至C, A-C, A→C: what lies between, or which comes first, a rewrite can't say. */
const RANGE = /(?<![A-Za-z0-9])([A-Z])\s*(?:[-–—~～至到→>＞]+|to|through)\s*([A-Z])(?![A-Za-z0-9])/gi;

const COUNT = '[一二两三四五六七八九十几\\d]';
const PLACED = '(?:选?项(?![目链])|选项|答案|说法)';
/** An option named by its place: 第一项, 前两项, 上一选项, the first option. A count of all (以下四项) names none. */
const PLACE = new RegExp(
  [
    `第${COUNT}+(?:\\s*[、,，和与及或至到-]\\s*第?${COUNT}+)*[个种]?${PLACED}`,
    `(?:(?<![目提此今])[前后]面?|(?<!以)[上下](?=[一个])|以上|[上前]述|最后|末|首|头)${COUNT}+个?${PLACED}`,
    '[首末]项(?!目)',
    '选项\\s*(?:\\d|[一二三四五六](?![致样般起定同]))',
    '\\b(?:first|second|third|fourth|fifth|sixth|last|previous|preceding|next|1st|2nd|3rd|[4-9]th)\\s+(?:(?:one|two|three|four)\\s+)?(?:options?|choices?|answers?|alternatives?)\\b',
    '\\b(?:options?|choices?)\\s+(?:\\d|one|two|three|four|five|six)\\b',
  ].join('|'),
  'i',
);

/** `none`: no option is named; `clear`: options are named and can be rewritten; `unclear`: some might be. */
export type Naming = 'none' | 'clear' | 'unclear';

/** Every word that `PLACE` can end in: most texts hold none of them, and the pattern is slow to compile. */
const PLACE_WORD = /项|答案|说法|option|choice|answer|alternative/i;
/** Without a Latin letter, of whatever width, no letter is named. */
const LATIN = /[A-Za-zＡ-Ｚａ-ｚ]/;

/** How a text names options. One that names them by their place, or by a range of letters, is unclear. */
export function namedLetters(text: string, optionCount: number): Naming {
  if (PLACE_WORD.test(text) && PLACE.test(text)) return 'unclear';
  if (!LATIN.test(text)) return 'none';
  const rest = replaceNamed(text, optionCount, ({ length }) => ' '.repeat(length));
  if (namesRange(text, optionCount) || mightName(rest, optionCount)) return 'unclear';
  return rest === text ? 'none' : 'clear';
}

/** As for any text; besides, letters alone (AB), an option's own letter, and 客户C都对 are nothing to rewrite. */
export function namedByOption(option: string, own: Letter, optionCount: number): Naming {
  const naming = namedLetters(option, optionCount);
  const bare = narrow(option).trim().toUpperCase();
  if (/^[A-Z]+$/.test(bare) && isListOfOptions(bare, optionCount)) return 'unclear';
  if (naming !== 'clear') return naming;
  const lists = listsIn(option, optionCount);
  const begins = option.slice(0, lists[0]?.at).trim() === '';
  const afterWord = lists.some(({ at, marked }) => !marked && /\p{Script=Han}$/u.test(option.slice(0, at)));
  return (afterWord && !begins) || lists.some(({ letters }) => letters.includes(own)) ? 'unclear' : 'clear';
}

/** True where several options are named at once: 选ABD. In an ordering item that may be an order. */
export const namesSeveral = (text: string, optionCount: number): boolean =>
  listsIn(text, optionCount).some(({ letters }) => lettersOf(letters).length > 1);

/**
 * The text with each named letter turned into the label under which that option stands in `order`; a list that stood
 * in the order of the alphabet does again. `{B}` loses its braces; a letter beyond the options stays as it is.
 */
export function relabel(text: string, order: readonly Letter[]): string {
  const keepsOrder = PAIRED.test(text);
  return replaceNamed(text, order.length, (list) => {
    const letters = lettersOf(list);
    const labels = letters.map((letter) => letterAt(order.indexOf(letter)));
    const shown = keepsOrder || !isSorted(letters) ? labels : labels.toSorted();
    return list.replace(/[A-Z]/g, (letter) => shown[letters.indexOf(letter)] as Letter);
  });
}

/** Letters whose order says something: A和B分别是, 依次选A、C. */
const PAIRED = /分别|依次|先后|顺序|次序|respectively|\border\b/i;

const lettersOf = (list: string): Letter[] => list.match(/[A-Z]/g) ?? [];
const isSorted = (letters: readonly Letter[]): boolean => letters.join('') === letters.toSorted().join('');

/** Each of them an option, none twice: AI都是 and NPS都是 speak of something else. */
function isListOfOptions(list: string, optionCount: number): boolean {
  const letters = lettersOf(list);
  return new Set(letters).size === letters.length && letters.every((letter) => indexOfLetter(letter) < optionCount);
}

const namesRange = (text: string, optionCount: number): boolean =>
  Array.from(narrow(text).toUpperCase().matchAll(RANGE)).some(([, from, to]) =>
    isListOfOptions(`${from}${to}`, optionCount),
  );

/** A lone capital, or a small or full-width letter where a capital would name an option or touches a Chinese word. */
function mightName(rest: string, optionCount: number): boolean {
  const plain = narrow(rest);
  if (loneIn(plain, optionCount).length > 0 || listsIn(plain, optionCount).length > 0) return true;
  const raised = plain.replace(/(?<![A-Za-z0-9.\-'’&+])[a-z]+(?![A-Za-z0-9'’&+])/g, (word, at: number) =>
    !ENGLISH_WORD.test(plain.slice(at)) && isListOfOptions(word.toUpperCase(), optionCount) ? word.toUpperCase() : word,
  );
  if (listsIn(raised, optionCount).length > 0) return true;
  return loneIn(raised, optionCount).some((at) =>
    /[\p{Script=Han}()（）]/u.test(raised.slice(Math.max(0, at - 1), at + 2)),
  );
}

/** Where lone letters stand that might be options. */
function loneIn(text: string, optionCount: number): number[] {
  return Array.from(text.matchAll(LONE))
    .filter(({ 0: letter, index }) => indexOfLetter(letter) < optionCount && !ENGLISH_WORD.test(text.slice(index)))
    .map(({ index }) => index);
}

/** Full-width Latin letters in their usual width. */
const narrow = (text: string): string =>
  text.replace(/[Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

type List = Readonly<{ letters: string; at: number; marked: boolean; end: number }>;

/** The named letters of a text, each list with its place; `marked` where a word before it says that it names options. */
function listsIn(text: string, optionCount: number): List[] {
  if (!LATIN.test(text)) return [];
  return Array.from(text.matchAll(CLEAR), ({ 0: whole, index, groups = {} }) => {
    const letters = groups.braced ?? groups.after ?? groups.before ?? '';
    const end = index + whole.length;
    return { letters, at: groups.braced ? index : end - letters.length, marked: groups.before === undefined, end };
  }).filter(({ letters }) => isListOfOptions(letters, optionCount));
}

function replaceNamed(text: string, optionCount: number, replace: (letters: string) => string): string {
  const lists = listsIn(text, optionCount);
  const pieces = lists.map(({ letters, at }, n) => text.slice(lists[n - 1]?.end ?? 0, at) + replace(letters));
  return pieces.join('') + text.slice(lists.at(-1)?.end ?? 0);
}
