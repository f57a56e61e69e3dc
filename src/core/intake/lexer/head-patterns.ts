import { HAN_DIGITS } from './han-number.ts';
import { TYPE_WORD } from './type-words.ts';

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
  `^[ ]{0,8}(?:(?:[-*•#=■●◆▲►□◇\\u2600-\\u27bf\\ufe0f]|[\\ud83c-\\ud83e][\\udc00-\\udfff]){1,6}[ ]?)?(?:\\d{1,2}[.、)][ ]?|[A-H][ ]?组[ ]{0,3}|[IVX]{1,4}[.、][ ]?(?:[^\\s\\d、.。?()]{0,14}?)|(?:part|section)[ ]{0,2}[A-Za-z\\d]{1,4}[ .:、-]{0,3}|[IVX]{1,4}[.、][ ]?|TEST[ -]{0,3}|[(【\\[])?${QUALIFIER}(${TYPE_WORD})(?:题|题目|试题|部分|题部分|questions?|items?)?[)】\\]]?[ ]{0,3}(?:(?<![】\\])])(?:下列|以下|各题|正确答案|最佳答案)[^\\n。]{0,20}?)?(?:[:：]?[ ]{0,3}$|[:：]?[ ]{0,2}[(\\[【][^\\n]{0,160}$|(?:[:：][ ]{0,3}(?:本大?题|下列|请|在每|以下)|[:：]?[ ]{0,3}(?:共(?=[ ]?(?:计|有|\\d|[一二三四五六七八九十]))|每|\\d{1,3}[ ]?(?:小|道)?题|questions))[^\\n]{0,160}$|[:：]?[ ]{0,2}(?=\\d{1,3}[ ]?[.、])|[ ]{1,3}[A-Z][A-Za-z ,.'’-]{2,80}[(（][^\\n]{0,40}$)`,
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
  `^[ ]{0,8}[^\\n\\d。?(（]{0,16}(?:自测|练习|测试|测验|检测|习题|试题|复习要点|复习资料|要点|题库)题?[ ]?[(（](${TYPE_WORD})题?[)）][ ]*$`,
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
export const LIST = new RegExp(
  `^[ ]{0,8}(?:第[${HAN_DIGITS}]{1,3}(?:部分|篇)[ :：]{0,4}|[${HAN_DIGITS}]{1,3}[、.][ ]?)[^\\n\\d。?(（]{2,24}(?=[(（][^()（）\\n]{0,40}(?:第?\\d{1,3}[ ]?[-~至][ ]?\\d{1,3}[ ]?题|每[小]?题|每空|每笔|共[ ]?\\d{1,3}[ ]?[小道]?题))|^[ ]{0,8}(?:[Pp]art|PART|[Ss]ection|SECTION)[ ]{1,2}[A-Z\\dIVX]{1,4}[.:]?[ ]{1,4}[^\\n]{2,60}?(?=[ ]{0,3}[(（][^()（）\\n]*(?:points?|marks?|分)[^()（）\\n]*[)）])|^[ ]{0,8}第[${HAN_DIGITS}]{1,2}大?题[(（](?:本题)?共?\\d{1,3}[ ]?分[)）][ ]*$(?=\\s{1,6}(?:背景|案例|材料|资料))|^[ ]{0,8}第[${HAN_DIGITS}]{1,3}部分[ :：]{1,4}[^\\n\\d。?(（]{2,20}(?:[(（][^()（）\\n\\d]{2,20}[)）])?[ ]*$|(?:题库|练习|习题|自测|测试|模块|单元)[${HAN_DIGITS}\\d]{1,3}[ ]{0,2}[:：][^\\n\\d]{0,40}|^[ ]{0,8}[^\\n\\d。?？:：(（]{2,20}[(（](?:只|仅)(?:列|印|给|附|写|保?留)(?:出)?(?:正确)?(?:答案|选项)[^()（）\\n]{0,6}[)）][ ]*$|^[ ]{0,8}[▌▍▎■◆▶►●★]{1,3}[ ]?(?:模块|单元|专题|板块|第[${HAN_DIGITS}]{1,2}(?:模块|单元|专题|部分))[ ]?[${HAN_DIGITS}\\d]{0,2}[ :：、]{0,4}[^\\n。?？\\d]{0,24}$|^[ ]{0,8}(?:附[:：]?[ ]?)?[^\\n\\d。?？:：(（]{2,16}(?:小测|测验|自测|测试|练习)(?=[(（][^()（）\\n]{0,40}每小?题[^()（）\\n]{0,20}分[^()（）\\n]{0,16}[)）][ ]*$)|^[ ]{0,6}(?![A-La-l(（【][ ]?[.、:)A-L])(?:[${HAN_DIGITS}]{1,2}[、.])?[^\\n\\d。?]{0,14}(?:思考题|复习题|练习题|面试题|自测题|讨论题|复习思考题|常见问题|问答|测试题|试题)[ ]{0,2}[:：]?$`,
  'gm',
);

/** Heads that name a type of question. Where two begin at one place the earlier pattern counts. */
export const TYPED: readonly RegExp[] = [
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
