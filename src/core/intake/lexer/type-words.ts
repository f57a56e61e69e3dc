import type { DraftType } from '../draft.ts';

/** `choice` leaves open whether one option is right or several: the key will tell. `list` has no type at all. */
export type SectionType = DraftType | 'choice' | 'list';

const WORDS: readonly (readonly [SectionType, string])[] = [
  [
    'single',
    '单项选择|单选择|单项题|单选|一选|最佳选择|配伍选择|配伍(?=题)|(?:A[1-4]?|A[1-4][/／]A?[1-4]|B1?|C)型(?:选择|单选|单项选择)?(?=题)|single[- ](?:choice|answer|select)',
  ],
  [
    'multiple',
    'X型(?:选择|多选|多项选择)?(?=题)|不定项选择|不定向选择|多项选择|双项选择|任选|不定项|多选择|多选|复选|multiple[- ](?:response|answers?|select)|(?:select|choose|tick|mark) all(?: that apply)?',
  ],
  [
    'boolean',
    '(?:对|正确)的?(?:请)?[打画划][“"]?√[”"]?[，,、 ]?(?:(?:错|错误|不正确)的?(?:请)?[打画划][“"]?×[”"]?)?|判一判|辨一辨|判断正误|判断对错|判断改错|判断说理|正误判断|是非判断|判断|是非|对错|正误|true[ -]?(?:\\/|or|-)[ -]?false|T\\/F',
  ],
  ['choice', '完[形型]填空|阅读理解|听力理解|词汇(?:与|和)?语法|cloze|reading comprehension'],
  [
    'blank',
    '填一填|填写(?=部分)|用所给词[^\\n]{0,10}填空|适当形式填空|选词填空|填空|补全|补充完整|完成句子|fill[- ]in(?:[- ]the[- ]blanks?)?|completion|complete the sentences?|gap[- ]fill(?:ing)?',
  ],
  ['ordering', '排序|排列顺序|顺序|ordering|sequencing'],
  [
    'case',
    '案例分析|情[景境]分析|材料分析|综合分析|综合应用|情[景境](?:模拟|处理|应对)|场景处理|材料题|案例|情[景境]题|综合题|case (?:study|studies|analysis|questions?)',
  ],
  [
    'short',
    '答一答|方案设计|书面表达|作文|说一说|想一想|简要回答|简单回答|名词解释|术语解释|概念解释|解释概念|简答|问答|简述|论述|论答|计算分析|计算|思考题|主观题|解答题|开放题|讨论题|应用题|业务题|业务处理|账务处理|会计分录|分录题|核算题|作图题|分析题|改错题|实操题|操作题|上机题|技能题|实务题|口述题|写作题|翻译题|英汉互译|汉译英|英译汉|英译中|中译英|辨析|short[- ]answers?|essay|open[- ]ended|definitions?',
  ],
  ['choice', '选一选|选择|multiple[- ]choice|choice'],
];

/** Any word for a type of question, the more exact ones first. */
export const TYPE_WORD = WORDS.map(([, words]) => words).join('|');

const TYPES = WORDS.map(([type, words]): readonly [SectionType, RegExp] => [type, new RegExp(`^(?:${words})`, 'i')]);

/** The type that a text begins with. */
export function typeOfWord(text: string): SectionType | null {
  // Some words are such only before 题 or 部分, which the word itself is without.
  return TYPES.find(([, words]) => [text, `${text}题`, `${text}部分`].some((each) => words.test(each)))?.[0] ?? null;
}

/** The type that a text names, wherever in it. */
export function typeNamedIn(text: string): SectionType | null {
  const found = new RegExp(TYPE_WORD, 'i').exec(text);
  return found ? typeOfWord(found[0]) : null;
}
