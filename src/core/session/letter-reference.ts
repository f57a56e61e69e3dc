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

const CLEAR = new RegExp(
  [
    `\\{\\s*(${LETTER})\\s*\\}`,
    `(?:选项|选择|答案[是为:：]?|应选|故选|[可宜当误错]选|选|options?\\s+|answers?\\s+|choices?\\s+)(${LETTERS_LIST})${NO_LATIN_AFTER}(?![类型级])`,
    `${NO_LATIN_BEFORE}(${LETTERS_LIST})(?=\\s*(?:选?项|选项|[都均皆全]|正确|错误|不对|不正确|对[,，。;；]|错[,，。;；]|(?:is|are)\\s+(?:right|wrong|correct|incorrect|true|false|both)))`,
  ].join('|'),
  'g',
);
const LONE = new RegExp(
  `(?<![A-Za-z0-9·.\\-'’&+])${LETTER}(?![A-Za-z0-9·'’&+*#]|-?\\d|\\s*[类型级股座轮端面区班组版柜门口字键盘站照证货品线段系列产期公司超市商户市店企业客户员工先生女士小姐君某])`,
  'g',
);

/** `none`: no option is named; `clear`: options are named and can be rewritten; `unclear`: a lone letter that might. */
export function namedLetters(text: string, optionCount: number): 'none' | 'clear' | 'unclear' {
  const rest = text.replace(CLEAR, (whole) => ' '.repeat(whole.length));
  const lone = (rest.match(LONE) ?? []).some(
    (letter) => indexOfLetter(letter) < optionCount && !isEnglishWord(letter, rest),
  );
  if (lone) return 'unclear';
  return rest === text ? 'none' : 'clear';
}

/** `A` and `I` stand alone in English prose without naming anything. */
function isEnglishWord(letter: string, text: string): boolean {
  return (letter === 'A' || letter === 'I') && new RegExp(`${letter}\\s+[a-z]`).test(text);
}

/**
 * The text with each named letter turned into the label under which that option stands in `order`.
 * `{B}` loses its braces; a letter beyond the options stays as it is.
 */
export function relabel(text: string, order: readonly Letter[]): string {
  return text.replace(CLEAR, (whole) =>
    whole.replace(/\{\s*([A-Z])\s*\}|[A-Z](?![a-z])/g, (part, braced?: string) => shownAs(braced ?? part, order)),
  );
}

function shownAs(letter: Letter, order: readonly Letter[]): Letter {
  const place = order.indexOf(letter);
  return place < 0 ? letter : letterAt(place);
}
