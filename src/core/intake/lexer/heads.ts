import { lastBefore } from './between.ts';
import { partNumberIn } from './declared.ts';
import { HAN_DIGITS, wholeNumber } from './han-number.ts';
import { LIST, TYPED } from './head-patterns.ts';
import { type SectionType, TYPE_WORD, typeOfWord } from './type-words.ts';

/** The head of a section of questions. */
export interface Head {
  readonly at: number;
  readonly end: number;
  readonly type: SectionType;
  readonly lineStart: boolean;
  /** Number of the section, where it has one. */
  readonly number: number | null;
  /** False where nothing but its place among other heads says that it is one. */
  readonly promises?: boolean;
}

/** In the order of the text, none inside another. */
export function headsIn(text: string): Head[] {
  const found = [
    ...TYPED.flatMap((pattern) => matchesOf(text, pattern, true)).filter(
      ({ at, end }) => !isWrapped(text.slice(at, end)),
    ),
    ...partsIn(text),
    ...matchesOf(text, LIST, false),
  ];
  found.sort((a, b) => a.at - b.at || Number(a.type === 'list') - Number(b.type === 'list') || b.end - a.end);
  const heads: Head[] = [];
  for (const head of found) {
    const last = heads.at(-1);
    if (!last || head.at >= last.end) heads.push(head);
  }
  return withNext(text, withoutQuestions(text, heads));
}

/** `1.情景题(8分)`, `2.情景题(8分)` below `一、情景题`: each is a question, and heads nothing. */
function withoutQuestions(text: string, heads: readonly Head[]): Head[] {
  const isNumbered = ({ at, end }: Head): boolean =>
    /^\s*\d{1,2}[.、)][ ]?[^\d\n]{2,8}题?[ ]?[(（]\d{1,3}[ ]?分[)）]\s*$/.test(text.slice(at, end));
  const numbered = heads.filter(isNumbered);
  const isBelow = heads.some(({ at, end }) => at < (numbered[0]?.at ?? 0) && HAN_LINE.test(text.slice(at, end)));
  return numbered.length >= 2 && isBelow ? heads.filter((head) => !isNumbered(head)) : [...heads];
}

/** `四、话术对照` over a list of its own, behind `三、选择题`: by its number another part, which promises no questions. */
const NEXT = new RegExp(
  `^[ ]{0,8}([${HAN_DIGITS}]{1,3})[、.][ ]{0,3}[^\\n。;；?？!！]{2,30}$(?=\\s{1,4}[(（]?1[)）、.])`,
  'gm',
);

/** `(五)实务` where the numbers of the questions go on below it: a part by its own number and by theirs. */
const GOING_ON = new RegExp(
  `^[ ]{0,8}(?:[(][${HAN_DIGITS}]{1,3}[)]|[${HAN_DIGITS}]{1,3}[、.])[ ]{0,3}[\\u4e00-\\u9fff]{2,8}[ ]*$(?=\\s{1,4}[(（]?(\\d{1,3})[)）、.])`,
  'gm',
);

const isBracketed = (text: string, at: number): boolean => /^[ ]*[(]/.test(text.slice(at, at + 9));

/** By the numbers above and below it. */
function goesOn(text: string, { at, end }: Head, before: Head): boolean {
  const first = /^\s*[(（]?(\d{1,3})/.exec(text.slice(end, end + 12))?.[1];
  const last = [
    ...text.slice(Math.max(before.end, at - 4000), at).matchAll(/^[ ]{0,8}[(（]?(\d{1,3})[ ]?[)）、.]/gm),
  ].at(-1)?.[1];
  return (
    Number(first) > 1 && Number(first) === Number(last) + 1 && isBracketed(text, at) === isBracketed(text, before.at)
  );
}

const HAN_LINE = new RegExp(`^[ ]{0,8}(?:[^\\s]{1,4}[:：])?[${HAN_DIGITS}]{1,3}[、.]`, 'm');

function withNext(text: string, heads: readonly Head[]): Head[] {
  const numbered = heads.filter(({ lineStart, number }) => lineStart && number !== null);
  if (numbered.length < 2) return [...heads];
  const next = matchesOf(text, NEXT, false).filter(({ at, end, number }) => {
    const before = lastBefore(heads, end);
    return (
      before !== undefined &&
      before.end <= at &&
      before.lineStart &&
      before.number === (number ?? 0) - 1 &&
      // The end of a list in an answer has the rest of it before it.
      !HAN_LINE.test(text.slice(before.end, at))
    );
  });
  const parts = matchesOf(text, GOING_ON, false).filter((head) => {
    const before = lastBefore(heads, head.end);
    return before?.lineStart && before.end <= head.at && before.number === (head.number ?? 0) - 1
      ? goesOn(text, head, before)
      : false;
  });
  return [...heads, ...next.map((head) => ({ ...head, promises: false })), ...parts].sort((a, b) => a.at - b.at);
}

/** `起计算`, what is left over of a sentence on a line of its own: it says neither 题 nor anything of points. */
function isWrapped(line: string): boolean {
  const said = line.trim();
  const word = new RegExp(TYPE_WORD, 'i').exec(said);
  // `15、一批水泥用量计算:每立方米…`
  if (
    /^\d/.test(said) &&
    word !== null &&
    !/题|questions?|items?/i.test(said.slice(0, word.index + word[0].length + 2))
  )
    return word.index > (/^\d{1,2}[.、)][ ]?/.exec(said)?.[0].length ?? 0);
  return word !== null && word.index > 0 && /^[\u4e00-\u9fff]+$/.test(said) && !/[题部试]/.test(said);
}

/** English papers name what their parts test: `Part I Vocabulary and Structure (10 points)`. */
const TESTED =
  /^[ ]{0,8}(?:part|section)[ ]{1,2}[A-Z\dIVX]{1,4}[.:]?[ ]{1,4}(?:[-–][ ]{1,3})?([A-Za-z](?:[^\n(（]|\([TF]\)){2,80}?)[ ]{0,3}(?=[(（][^()（）\n]*(?:分|points?|marks?)|$)/gim;
const KINDS: readonly (readonly [SectionType, RegExp])[] = [
  ['ordering', /\b(?:right|correct) (?:order|sequence)\b|put .{0,20}in order/i],
  ['short', /write .{0,24}sentences?|translat|writing|composition|essay|short answer/i],
  ['boolean', /\btrue\b.{0,8}\bfalse\b/i],
  ['blank', /\bfill (?:in|up)\b|\bblanks?\b/i],
  [
    'choice',
    /choice|\b(?:choose|select|pick|mark|circle)\b|\bmatch\b|vocabulary|structure|grammar|reading|comprehension|cloze|listening|usage|dialogue|conversation/i,
  ],
];

/** The same behind a Roman number: `III. Fill in the blanks with the words in the box. (2 points each)`. */
const ROMAN =
  /^[ ]{0,8}[IVX]{1,4}[.、][ ]{1,4}([A-Z](?:[^\n(（]|\([TF]\)){2,90}?)[ ]{0,3}(?=[(（][^()（）\n]*(?:分|points?|marks?)[^()（）\n]*[)）][ ]*$)/gm;

function partsIn(text: string): Head[] {
  return [...text.matchAll(TESTED), ...text.matchAll(ROMAN)].flatMap((match) => {
    const type = KINDS.find(([, words]) => words.test(match[1] ?? ''))?.[0];
    if (type === undefined) return [];
    return [
      {
        at: match.index,
        end: withDescription(text, match.index + match[0].length),
        type: type === 'choice' && asksForTruths(text, match.index + match[0].length) ? 'boolean' : type,
        lineStart: true,
        number: partNumberIn(match[0].trimStart()) || wholeNumber(/^\s*([IVX]{1,4})[.、]/.exec(match[0])?.[1] ?? ''),
      },
    ];
  });
}

function matchesOf(text: string, pattern: RegExp, typed: boolean): Head[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const type = typed ? (typeOfWord(match[1] ?? '') ?? 'list') : 'list';
    const end = withDescription(text, match.index + match[0].length);
    const number = new RegExp(`^[ #*(第]{0,4}([${HAN_DIGITS}\\d]{1,3}|[Ⅰ-Ⅻ]|[IVX]{1,4}(?=[.、])|[A-H](?=[ ]?组))`).exec(
      match[0],
    )?.[1];
    return {
      at: match.index,
      end,
      type:
        type === 'choice' || type === 'list'
          ? (describedAs(text.slice(match.index, end)) ?? (asksForTruths(text, end) ? 'boolean' : type))
          : type,
      lineStart: /(?:^|\n)[^\S\n]{0,8}$/.test(text.slice(Math.max(0, match.index - 9), match.index)),
      number:
        number === undefined
          ? partNumberIn(match[0].trimStart()) || null
          : /组/.test(match[0].slice(0, 12)) && /^[A-H]$/.test(number)
            ? number.charCodeAt(0) - 64
            : wholeNumber(number),
    };
  });
}

/** `Decide whether the statements are true (T) or false (F)`, right below the head. */
const asksForTruths = (text: string, end: number): boolean =>
  /^[^\n]{0,80}\n{0,2}[^\n]{0,60}(?:\btrue\b[^\n]{0,8}\bfalse\b|判断(?:下列|以下)[^\n]{0,20}正误)/i.test(
    text.slice(end, end + 240),
  );

/** `选择题部分(单选)`, `补全流程(每空2分)`: the brackets say which. */
function describedAs(head: string): SectionType | null {
  if (/[(（【[][^()（）【】[\]]{0,12}每[一个]?空/.test(head)) return 'blank';
  const [, ahead = '', word] = /[(（【[]([^()（）【】[\]]{0,12}?)(单项?选|多项?选|不定项)/.exec(head) ?? [];
  // `选择题(含多选)`, `选择题(单选和多选)`: the key of each will tell.
  if (/[含有]/.test(ahead) || /单项?选?(?:题)?(?:[、和与及/]|或者?)多/.test(head)) return null;
  return word === undefined ? null : word.startsWith('单') ? 'single' : 'multiple';
}

/** Brackets right behind a head say how many questions it has and what they are worth. */
function withDescription(text: string, end: number): number {
  // `Case Study 案例分析 (18 points)`: the name in the other language.
  let at = end + (/^[ ][\u4e00-\u9fff]{2,8}(?=[ ]{0,2}[(（])/.exec(text.slice(end, end + 14))?.[0].length ?? 0);
  for (let pair = 0; pair < 3; pair++) {
    const open = /^[ :：]{0,3}[(【[]/.exec(text.slice(at, at + 5));
    if (!open) break;
    const close = closing(text, at + open[0].length);
    // `(7)` numbers the first question.
    const inside = close < 0 ? '' : text.slice(at + open[0].length, close).trim();
    if (close < 0 || inside === '1' || (pair > 0 && /^\d{1,3}$/.test(inside))) break;
    at = close + 1;
  }
  return at;
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + 240); at++) {
    const unit = text[at] as string;
    if ('(【['.includes(unit)) depth++;
    else if (')】]'.includes(unit) && --depth === 0) return at;
    else if (unit === '\n' && text[at + 1] === '\n') return -1;
  }
  return -1;
}
