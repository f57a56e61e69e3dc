/** What a column of a table of questions holds. */
export type Column =
  | { readonly kind: 'option'; readonly letter: string }
  | {
      readonly kind:
        | 'number'
        | 'stem'
        | 'options'
        | 'answer'
        | 'explanation'
        | 'type'
        | 'points'
        | 'difficulty'
        | 'topic'
        | 'chapter'
        | 'material';
    };

/** Names without spaces and signs, in small letters, as templates of question banks have them in Chinese and English. */
const NAMES: readonly (readonly [Exclude<Column['kind'], 'option'>, RegExp])[] = [
  ['number', /^(?:序号|题号|试题编号|题目编号|编号|no|number|num|id|#)$/],
  [
    'stem',
    /^(?:(?:试题|题目|题干|问题|考题|习题)(?:内容|正文|题干|描述|名称|标题|文本|题目)?|(?:question|item|stem|prompt)(?:text|stem|title|content|body|s)?)$/,
  ],
  [
    'options',
    /^(?:(?:试题|题目|答案|备选|候选|可选)?选项(?:内容|列表|集合)?|备选项|备选答案|候选答案|可选答案|(?:answer)?(?:options?|choices?)(?:list)?)$/,
  ],
  [
    'answer',
    /^(?:(?:正确|标准|参考|试题|题目|本题)?答案\d?(?:内容|序号|选项)?|正确选项|正确项|答题要点|参考要点|(?:correct|right|model)?(?:answers?|key|option|response)|answerkey|correct|correctanswers?)$/,
  ],
  [
    'explanation',
    /^(?:(?:答案|试题|题目|习题|参考)?(?:解析|详解|分析|讲解)(?:内容)?|答案说明|解题思路|点评|explanations?|rationale|feedback|analysis|solution|generalfeedback)$/,
  ],
  ['type', /^(?:题型|题类|(?:试题|题目|问题|考题)?(?:类型|题型)(?:名称)?|(?:question|item)?(?:type|kind|format))$/],
  ['points', /^(?:(?:试题|题目|默认|本题|每题)?(?:分值|分数|得分)|分|scores?|points?|marks?|pts|defaultgrade)$/],
  ['difficulty', /^(?:(?:试题|题目)?(?:难度|难易)(?:系数|程度|等级|级别|度)?|difficulty(?:level)?|level)$/],
  [
    'topic',
    /^(?:(?:所属|关联|对应|考查|考察)?(?:知识点|考点|知识模块|知识单元|主题)(?:名称)?|标签|关键词|topics?|tags?|knowledge(?:points?)?|skill|objective)$/,
  ],
  [
    'chapter',
    /^(?:(?:所属)?(?:章节|章|节|单元|模块|目录|分类|类别|科目|题库分类)(?:名称)?|(?:试题|题目)分类|部分|大题|chapter|section|unit|module|category|subject|part)$/,
  ],
  ['material', /^(?:(?:背景|案例|阅读)?材料|案例(?:背景|内容)?|题目背景|passage|material|context|scenario)$/],
];

const OPTION =
  /^(?:(?:备选|答案)?选项|备选项|备选答案|候选项|候选答案|答案|options?|choices?|answer|answeroption|distractor)?[-_]?([a-l]|[1-9]|1[0-2]|[一二三四五六七八九])(?:选项|项|答案)?$/;

/** The kind of a column by its name; null for one that is not read. */
export function columnOf(name: string): Column | null {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*:：.、/\\"'“”]/g, '');
  if (plain === '' || plain.length > 24) return null;
  const option = OPTION.exec(plain)?.[1];
  // A number alone heads no options, and `答案1` is the answer of a first blank where there are letters for the options.
  if (option !== undefined && !/^[\d一二三四五六七八九]+$/.test(plain) && !/^答案\d/.test(plain))
    return { kind: 'option', letter: letterOf(option) };
  const kind = NAMES.find(([, names]) => names.test(plain))?.[0];
  return kind === undefined ? null : { kind };
}

function letterOf(sign: string): string {
  if (/^[a-l]$/.test(sign)) return sign.toUpperCase();
  const value = /^\d+$/.test(sign) ? Number(sign) : '一二三四五六七八九'.indexOf(sign) + 1;
  return String.fromCharCode(64 + value);
}
