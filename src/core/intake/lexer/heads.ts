import { lastBefore } from './between.ts';
import { partNumberIn } from './declared.ts';
import { HAN_DIGITS, wholeNumber } from './han-number.ts';
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

/** What may follow the type word, or it is a sentence about such questions. */
const AFTER = `(?:题|题目|试题|部分|题部分|题库|questions?|items?)?[ ]{0,3}(?=$|\\n|-{1,3}|[(\\[【:：。.、,;①]|[\\d]|[ ]|[共每本请下按根在阅第]|(?:题目|试题)[${HAN_DIGITS}])`;
const QUALIFIER = `(?:[^\\s\\d、.。,，:：;；()?!将请把的是下列【\\[]{0,8}?)`;
const HAN_PREFIX = `(?:第(?:[${HAN_DIGITS}\\d]{1,3}(?:部分?|大题|卷|节|章|篇|单元)|[${HAN_DIGITS}]{1,3}题)[ ]{0,3}[:：、.]?|[(][${HAN_DIGITS}甲乙丙丁戊己]{1,3}[)][、.]?|[${HAN_DIGITS}]{1,3}[ ]{0,2}[、.,:：]|(?<=^|\\n[ ]{0,8})[-–—ー]、|(?<=^|\\n[ ]{0,8})[${HAN_DIGITS}]{1,2}[ ]{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧ][、.:： ]?)[ ]{0,4}`;

/** `一、单选题` anywhere: the number in Chinese and the type word together are hardly ever part of a sentence. */
const NUMBERED = new RegExp(
  `(?<![${HAN_DIGITS}第之])${HAN_PREFIX}[【《“]?${QUALIFIER}(${TYPE_WORD})[】》”]?${AFTER}`,
  'gi',
);

/** A type word that is all of its line, but for a number, brackets and what is said of points. */
const BARE = new RegExp(
  `^[ ]{0,8}(?:(?:[-*•#=■●◆▲►□◇\\u2600-\\u27bf\\ufe0f]|[\\ud83c-\\ud83e][\\udc00-\\udfff]){1,6}[ ]?)?(?:\\d{1,2}[.、)][ ]?|[A-H][ ]?组[ ]{0,3}|[IVX]{1,4}[.、][ ]?(?:[^\\s\\d、.。?()]{0,14}?)|(?:part|section)[ ]{0,2}[A-Za-z\\d]{1,4}[ .:、-]{0,3}|[IVX]{1,4}[.、][ ]?|TEST[ -]{0,3}|[(【\\[])?${QUALIFIER}(${TYPE_WORD})(?:题|题目|试题|部分|题部分|questions?|items?)?[)】\\]]?[ ]{0,3}(?:(?<![】\\])])(?:下列|以下|各题|正确答案|最佳答案)[^\\n。]{0,20}?)?(?:[:：]?[ ]{0,3}$|[:：]?[ ]{0,2}[(\\[【][^\\n]{0,160}$|(?:[:：][ ]{0,3}(?:本大?题|下列|请|在每|以下)|[:：]?[ ]{0,3}(?:[共每]|\\d{1,3}[ ]?(?:小|道)?题|questions))[^\\n]{0,160}$|[:：]?[ ]{0,2}(?=\\d{1,3}[ ]?[.、])|[ ]{1,3}[A-Z][A-Za-z ,.'’-]{2,80}[(（][^\\n]{0,40}$)`,
  'gim',
);

/** `Part A Multiple choice` also in the middle of a line. */
const PART = new RegExp(
  `(?:part|section)[ ]{1,2}[A-Z\\dIVX]{1,4}[.:]?[ ]{0,3}[-:]?[ ]{0,3}(?:[\\u4e00-\\u9fff]{1,4}?|[A-Za-z]{2,14}[ ])?(${TYPE_WORD})(?:题)?(?:[ ](?:questions?|items?))?(?=[ .:?(\\n]|$)`,
  'gi',
);

/** `多选部分(有两个以上正确答案)` right before a number, in a text that lost its lines. */
const INLINE = new RegExp(
  `(?<=[。;；)）\\s①-⑩A-H√×对错])(${TYPE_WORD})(?:题)?(?:部分)(?=[ ]?[(（][^()（）\\n]{2,40}[)）][ ]{0,3}[(（]?\\d)`,
  'gi',
);

/** `一、单选速记`, all of its line. */
const DRILLED = new RegExp(
  `^[ ]{0,8}[${HAN_DIGITS}]{1,3}[ ]{0,2}[、.][ ]{0,3}(${TYPE_WORD})题?(?:速记|速练|必背|必刷|必做|背诵|练习|专练|专项|训练|精练|精选|汇总|集锦|强化|巩固|过关|闯关|自测|测试|真题|模拟)(?:题|训练|练习)?[ ]*$`,
  'gim',
);

/** `二、将下列步骤排序(6分)`, all of its line. */
const ENDING = new RegExp(
  `^[ ]{0,8}(?:[${HAN_DIGITS}]{1,3}[ ]{0,2}[、.][ ]{0,3}[^\\n\\d。;；?？(（]{0,20}?|[IVX]{1,4}[.、][ ]{0,3}[A-Za-z][A-Za-z ,'’-]{2,40}[ ])(${TYPE_WORD})题?(?=[ ]?[(（][^()（）\\n]{0,30}\\d[ ]?分[^()（）\\n]{0,30}[)）][ ]*$)`,
  'gim',
);

/** ` 二 判断题 1、`: the number with nothing but spaces around it, in a text that lost its lines. */
const SPACED = new RegExp(`(?<=\\s)[${HAN_DIGITS}]{1,2}[ ]{1,2}(${TYPE_WORD})题(?=[ ]{1,2}\\d{1,3}[ ]?[.、])`, 'gi');

/** `自测题(单选)` on a line of its own. */
const OF_TYPE = new RegExp(
  `^[ ]{0,8}[^\\n\\d。?(（]{0,12}(?:自测|练习|测试|测验|检测|习题|试题)题?[ ]?[(（](${TYPE_WORD})题?[)）][ ]*$`,
  'gim',
);

/** `第一题(不定项选择题,共6小题,每小题2分)`, `第三章 业务核算(计算分析题,每题10分)`. */
const IN_BRACKETS = new RegExp(
  `^[ ]{0,8}第[${HAN_DIGITS}\\d]{1,3}(?:大?题|[章节单元课]{1,2}[ ]{0,4}[^\\n(（。?？]{0,20})[ ]?[(（](${TYPE_WORD})(?:题)?[,，、 ][^()（）\\n]{0,40}(?:每小?题|每空)[^()（）\\n]{0,6}分[^()（）\\n]{0,10}[)）][ ]*$`,
  'gim',
);

/** `《电子商务法》知识填空题(供复习使用)` on a line of its own. */
const OF_BOOK = new RegExp(
  `^[ ]{0,8}《[^》\\n]{2,30}》[\\u4e00-\\u9fff]{0,8}?(${TYPE_WORD})(?:题|试题)(?=[ ]?[(（][^()（）\\n]{0,30}[)）][ ]*$|[ ]*$)`,
  'gim',
);

/** `…模拟题单项选择题(1)…`: a title, and the head right behind it. */
const TITLED = new RegExp(
  `(?<=(?:试题|模拟题|练习题|试卷|题库|测试题|复习题))(${TYPE_WORD})题?(?=[ ]?[(（]?1[)）.、])`,
  'gi',
);

/** `题库一:…`, `练习三`: questions of every kind may follow. */
const LIST = new RegExp(
  `^[ ]{0,8}(?:第[${HAN_DIGITS}]{1,3}(?:部分|篇)[ :：]{0,4}|[${HAN_DIGITS}]{1,3}[、.][ ]?)[^\\n\\d。?(（]{2,24}(?=[(（][^()（）\\n]{0,40}(?:第?\\d{1,3}[ ]?[-~至][ ]?\\d{1,3}[ ]?题|每[小]?题|每空|每笔|共[ ]?\\d{1,3}[ ]?[小道]?题))|^[ ]{0,8}(?:[Pp]art|PART|[Ss]ection|SECTION)[ ]{1,2}[A-Z\\dIVX]{1,4}[.:]?[ ]{1,4}[^\\n]{2,60}?(?=[ ]{0,3}[(（][^()（）\\n]*(?:points?|marks?|分)[^()（）\\n]*[)）])|^[ ]{0,8}第[${HAN_DIGITS}]{1,2}大?题[(（](?:本题)?共?\\d{1,3}[ ]?分[)）][ ]*$(?=\\s{1,6}(?:背景|案例|材料|资料))|^[ ]{0,8}第[${HAN_DIGITS}]{1,3}部分[ :：]{1,4}[^\\n\\d。?(（]{2,20}(?:[(（][^()（）\\n\\d]{2,20}[)）])?[ ]*$|(?:题库|练习|习题|自测|测试|模块|单元)[${HAN_DIGITS}\\d]{1,3}[ ]{0,2}[:：][^\\n\\d]{0,40}|^[ ]{0,8}[^\\n\\d。?？:：(（]{2,20}[(（](?:只|仅)(?:列|印|给|附|写|保?留)(?:出)?(?:正确)?(?:答案|选项)[^()（）\\n]{0,6}[)）][ ]*$|^[ ]{0,8}[▌▍▎■◆▶►●★]{1,3}[ ]?(?:模块|单元|专题|板块|第[${HAN_DIGITS}]{1,2}(?:模块|单元|专题|部分))[ ]?[${HAN_DIGITS}\\d]{0,2}[ :：、]{0,4}[^\\n。?？\\d]{0,24}$|^[ ]{0,8}(?:附[:：]?[ ]?)?[^\\n\\d。?？:：(（]{2,16}(?:小测|测验|自测|测试|练习)(?=[(（][^()（）\\n]{0,40}每小?题[^()（）\\n]{0,20}分[^()（）\\n]{0,16}[)）][ ]*$)|^[ ]{0,6}(?![A-La-l(（【][ ]?[.、:)A-L])(?:[${HAN_DIGITS}]{1,2}[、.])?[^\\n\\d。?]{0,14}(?:思考题|复习题|练习题|面试题|自测题|讨论题|复习思考题|常见问题|问答|测试题|试题)[ ]{0,2}[:：]?$`,
  'gm',
);

/** Heads that name a type of question. Where two begin at one place the earlier pattern counts. */
const TYPED: readonly RegExp[] = [
  NUMBERED,
  BARE,
  PART,
  INLINE,
  TITLED,
  OF_TYPE,
  OF_BOOK,
  IN_BRACKETS,
  DRILLED,
  SPACED,
  ENDING,
];

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

function partsIn(text: string): Head[] {
  return Array.from(text.matchAll(TESTED)).flatMap((match) => {
    const type = KINDS.find(([, words]) => words.test(match[1] ?? ''))?.[0];
    if (type === undefined) return [];
    return [
      {
        at: match.index,
        end: withDescription(text, match.index + match[0].length),
        type: type === 'choice' && asksForTruths(text, match.index + match[0].length) ? 'boolean' : type,
        lineStart: true,
        number: partNumberIn(match[0].trimStart()) || null,
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
  let at = end;
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
