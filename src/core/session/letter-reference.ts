import { indexOfLetter, type Letter, letterAt } from '../bank/item.ts';

/**
 * Letters in a text that name options: `{B}`, `B项`, `选项B`, `故选B`, `A和C都对`, `options A and C`. A letter that is part
 * of a name (A类客户, B2B, 3A, KPI) names none. Where a lone letter may or may not, the text is unclear, and its
 * question is not shuffled: a wrong rewrite teaches a wrong answer.
 */

const LETTER = '[A-Z]';
/** Several letters: A、B和C, A, B and D, ABD. */
const LETTERS_LIST = `${LETTER}(?:(?:\\s*(?:[、,，/和与及或跟]|and|or|&)\\s*|(?=${LETTER}))${LETTER})*`;
const NO_LATIN_BEFORE = '(?<![A-Za-z0-9])';
const NO_LATIN_AFTER = '(?![A-Za-z0-9])';
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
    `${NO_LATIN_BEFORE}(?<before>${LETTERS_LIST})(?=\\s*(?:${SAID_AFTER}))`,
  ].join('|'),
  'g',
);
const LONE = new RegExp(
  `(?<![A-Za-z0-9·.\\-'’&+])${LETTER}(?![A-Za-z0-9·'’&+*#]|-?\\d|\\s*(?:${NAMED_BY_LETTER}))`,
  'g',
);
/** `A` before a noun, `I` before a verb: words of English prose that name nothing. */
const ENGLISH_WORD =
  /^[AI]\s+(?!(?:and|or|but|is|are|was|were|has|does|can|will|would|as|because|since|who|with|for|from|in|of|to)\b)[a-z]/;

/** `none`: no option is named; `clear`: options are named and can be rewritten; `unclear`: a lone letter that might. */
export function namedLetters(text: string, optionCount: number): 'none' | 'clear' | 'unclear' {
  const rest = replaceNamed(text, optionCount, ({ length }) => ' '.repeat(length));
  const lone = Array.from(rest.matchAll(LONE)).some(
    ({ 0: letter, index }) => indexOfLetter(letter) < optionCount && !ENGLISH_WORD.test(rest.slice(index)),
  );
  if (lone) return 'unclear';
  return rest === text ? 'none' : 'clear';
}

/**
 * The text with each named letter turned into the label under which that option stands in `order`.
 * `{B}` loses its braces; a letter beyond the options stays as it is.
 */
export function relabel(text: string, order: readonly Letter[]): string {
  return replaceNamed(text, order.length, (letters) =>
    letters.replace(/[A-Z]/g, (letter) => letterAt(order.indexOf(letter))),
  );
}

/** Letters name options only where there are such options, each named once: AI都是 and NPS都是 speak of something else. */
function replaceNamed(text: string, optionCount: number, replace: (letters: string) => string): string {
  return text.replace(CLEAR, (whole: string, ...rest: unknown[]) => {
    const { braced, after, before } = rest.at(-1) as Partial<Record<'braced' | 'after' | 'before', string>>;
    const list = braced ?? after ?? before ?? '';
    const letters = list.match(/[A-Z]/g) ?? [];
    if (new Set(letters).size < letters.length || letters.some((letter) => indexOfLetter(letter) >= optionCount))
      return whole;
    return braced ? replace(list) : whole.slice(0, whole.length - list.length) + replace(list);
  });
}
