import { HAN_DIGITS, partNumber, wholeNumber } from './han-number.ts';
import { type SectionType, TYPE_WORD, typeOfWord } from './type-words.ts';

/** What a section's head says of itself: `(共15题,每题2分,合计30分)`. */
export interface Declared {
  readonly count: number | null;
  readonly each: number | null;
  /** Points of one blank, where blanks are counted rather than questions. */
  readonly perBlank: number | null;
  readonly total: number | null;
  /** Points of questions that are named by their numbers: `(第1题10分,第2、3题各12分)`. */
  readonly byNumber: ReadonlyMap<number, number>;
}

export const NOTHING_DECLARED: Declared = {
  count: null,
  each: null,
  perBlank: null,
  total: null,
  byNumber: new Map(),
};

const N = `(\\d{1,3}(?:\\.\\d{1,2})?|[${HAN_DIGITS}两半]{1,3})`;
const UNIT = `(?:小题|道题|一题|道小题|题|道|问|个|项|笔|句|词|例|处|组)`;

const EACH: readonly RegExp[] = [
  new RegExp(`每[ ]?(?:一)?[ ]?${UNIT}?(?:答对)?[ ]?(?:各|得|计|为|是)?[ ]?${N}[ ]?分`),
  new RegExp(`(?<!第[ ]?|[\\d、,~-])[一1][ ]?${UNIT}[ ]?${N}[ ]?分`),
  new RegExp(`${N}[ ]?分[ ]?/[ ]?${UNIT}`),
  new RegExp(`各[ ]?${N}[ ]?分`),
  new RegExp(`${N}[ ]?分[ ]?[×xX*][ ]?\\d`),
  new RegExp(`${UNIT}[ ]?[×xX*][ ]?${N}[ ]?分`),
  new RegExp(`\\d[ ]?[×xX*][ ]?${N}[ ]?['′分]?[ ]?=`),
  /(\d{1,3}(?:\.\d{1,2})?)[ ]?['′][ ]?[×xX*][ ]?\d/,
  /(\d{1,3}(?:\.\d{1,2})?|\b(?:one|two|three|four|five|ten))[ ]?(?:points?|marks?|pts?)[ ]?(?:each|per|\/|for each|a question)/i,
  /(?:each|every)[ ](?:question|item|correct answer)?[ ]?(?:is )?(?:worth|carries|:)?[ ]?(\d{1,3}(?:\.\d{1,2})?)[ ]?(?:points?|marks?|pts?)/i,
];
const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'ten'];
const PER_BLANK = new RegExp(
  `(?:每[ ]?(?:一|个)?|一)[ ]?空(?:格)?[ ]?(?:各|得|计)?[ ]?${N}[ ]?分|(\\d{1,2}(?:\\.\\d)?)[ ](?:points?|marks?)[ ](?:per|for each|a)[ ](?:gap|blank|space)`,
  'i',
);
const COUNT: readonly RegExp[] = [
  new RegExp(`共[ ]?(?:计|有)?[ ]?${N}[ ]?(?:小|道)?[ ]?(?:小|道)?(?:题|道|问)`),
  new RegExp(`第[ ]?1[ ]?[-~至到][ ]?${N}[ ]?题`),
  new RegExp(`(?<![每一第\\d])${N}[ ]?(?:小|道)?(?:小)?题(?!库)`),
  /(\d{1,3})[ ](?:questions?|items?)/i,
];
const TOTAL: readonly RegExp[] = [
  new RegExp(`(?:合计|总计|共计|满分|总分|小计|计|共)[ ]?(?:为|:)?[ ]?${N}[ ]?分`),
  /=[ ]?(\d{1,3}(?:\.\d)?)[ ]?['′分]/,
  /(\d{1,3})[ ]?(?:points?|marks?|pts?)(?:[ ](?:in )?total)?(?![ ]?(?:each|per|a question))/i,
  /total(?: of)?[ :]{1,2}(\d{1,3})/i,
];

/** Read from the head and the instructions behind it. */
export function declaredIn(said: string): Declared {
  const text = said.replace(/[ ]{0,4}\n[ ]{0,4}/g, '').replace(/(?<=\d)[ ]?['′’](?![A-Za-z])/g, '分');
  const perBlank = first(text, [PER_BLANK]);
  const each = perBlank === null ? first(text, EACH) : first(text.replace(PER_BLANK, ''), EACH);
  const count = first(text, COUNT);
  const byNumber = namedIn(text);
  const total =
    first(said.split('\n', 1)[0] ?? '', [BEHIND]) ?? first(text, TOTAL) ?? first(text.replace(EACH_SAID, ''), [LONE]);
  const sole = each === null && perBlank === null ? shareOf(total, count) : null;
  return { count, each: byNumber.size > 0 ? null : (each ?? sole), perBlank, total, byNumber };
}

/** What the instructions ahead of a paper say of its sections, each by its type or its number. */
export interface SaidAhead {
  readonly each: ReadonlyMap<SectionType | number, number>;
  readonly perBlank: number | null;
}

/** `单选题每题2分,多选题20题,每题3分,填空每空1分`, `Part I: 2 points each`. */
export function saidAheadIn(said: string): SaidAhead {
  const each = new Map<SectionType | number, number>();
  let perBlank: number | null = null;
  for (const [, word = '', share = ''] of said.matchAll(BY_TYPE)) {
    const type = typeOfWord(word);
    const declared = declaredIn(share);
    if (declared.perBlank !== null) perBlank = declared.perBlank;
    else if (type !== null && declared.each !== null && !each.has(type)) each.set(type, declared.each);
  }
  for (const [, number = '', share = ''] of said.matchAll(BY_PART)) {
    const points = declaredIn(share).each;
    const nth = partNumber(number) ?? 0;
    if (points !== null && nth > 0) each.set(nth, points);
  }
  return { each, perBlank };
}

/** Number of the part that a head names: `Part II`, `Section B`, `第二部分`; 0 for none. */
export function partNumberIn(title: string): number {
  const named = new RegExp(`^(?:part|section|第)[ ]?([ivx]{1,4}|[a-h]|\\d|[${HAN_DIGITS}])(?:部分|大题|\\b)`, 'i').exec(
    title,
  );
  return named?.[1] === undefined ? 0 : (partNumber(named[1]) ?? 0);
}

const BY_TYPE = new RegExp(
  `(${TYPE_WORD})(?:题)?[ ]?[:：]?[^。;；\\n]{0,24}?(每[ ]?(?:小|道)?[ ]?(?:题|空)[^\\d\\n。;；]{0,6}\\d{1,2}(?:\\.\\d)?[ ]?分)`,
  'gi',
);
const BY_PART = new RegExp(
  `(?:part|section|第)[ ]?([ivx]{1,4}|\\d|[${HAN_DIGITS}])(?:部分|大题)?[ ]?[:：,，][^.。;；\\n]{0,30}?((?:每[ ]?(?:小|道)?题[^\\d\\n]{0,6}\\d{1,2}(?:\\.\\d)?[ ]?分)|\\d{1,2}[ ](?:points?|marks?)[ ](?:each|per))`,
  'gi',
);
/** `第1题10分,第2~4题各5分`, `36题10分,37题12分`: two of them at least, for one alone may say something of all. */
function namedIn(text: string): Map<number, number> {
  const points = new Map<number, number>();
  let said = 0;
  for (const [, numbers = '', value = ''] of text.matchAll(NAMED)) {
    said++;
    for (const part of numbers.split(/[、,和]/)) {
      const [from = 0, to = from] = part.split(/[-~至到]/).map((number) => Number(number.replace(/[第题 ]/g, '')));
      for (let number = from; number <= Math.min(to, from + MOST_NAMED); number++) points.set(number, Number(value));
    }
  }
  return said > 1 ? points : new Map();
}

const NAMED =
  /(?<![共\d每各有])(第?[ ]?\d{1,3}(?:[ ]?[、,和~至到-][ ]?第?[ ]?\d{1,3}){0,8})[ ]?(?:小|大)?题[ ]?(?:[为是]?(?:单选|多选|单项选择|多项选择|判断|填空|简答)题?[,，:：]?[ ]?)?(?:每[小道]?题|各)?[ ]?(?:为|得|:)?[ ]?(\d{1,3}(?:\.\d{1,2})?)[ ]?分/g;
const MOST_NAMED = 50;

/** `(5题,共10分)`: each is worth as much, where it comes out even. */
function shareOf(total: number | null, count: number | null): number | null {
  if (total === null || count === null || count === 0) return null;
  const share = total / count;
  return Number.isInteger(share * 2) ? share : null;
}

/** `四、论述 16分`, and no more on the line. */
const BEHIND = /^[^\d\n]{2,24}[ ]{1,4}(\d{1,3})[ ]?分[ ]*$/;
/** `(20分)`, `(本题20分)` and `(共1题,20分)`. */
const LONE = new RegExp(`[(（,，、;；][ ]?(?:本题[ ]?)?${N}[ ]?分[ ]?(?=[)）,，。;；])`);
const EACH_SAID = /[每各][^,，、;；()（）]{0,8}分/g;

function first(text: string, patterns: readonly RegExp[]): number | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const value = match?.[1] ?? match?.[2];
    if (value === undefined) continue;
    const word = WORDS.indexOf(value.toLowerCase());
    if (word >= 0) return word === 6 ? 10 : word;
    const number = value === '半' ? 0.5 : /^[\d.]+$/.test(value) ? Number(value) : wholeNumber(value);
    if (number !== null) return number;
  }
  return null;
}
