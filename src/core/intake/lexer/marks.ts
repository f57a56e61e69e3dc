import { keyAt } from './key-text.ts';

/** A label that opens a part of a question: its answer, its explanation, something said about it. */
export interface Mark {
  readonly kind: MarkKind;
  readonly at: number;
  /** Where what it labels begins. */
  readonly end: number;
  /** Where a key right behind an answer label ends; null where no key stands there. */
  readonly keyEnd: number | null;
}

/** `given` is what a candidate had answered; a `reason` explains a key, and is a part of any longer answer; `solution` is an answer to an open question and else an explanation. */
export type MarkKind =
  | 'answer'
  | 'explanation'
  | 'reason'
  | 'solution'
  | 'given'
  | 'difficulty'
  | 'topic'
  | 'points'
  | 'type'
  | 'options'
  | 'other';

const OPEN = '[【\\[(]?[ ]?';
const CLOSE = '[ ]?[】\\])]?';
const END = '[ ]{0,3}(?:[:：、,;▶►➤➡]|是:|为:|是(?=[ ]?[A-L√×])|为(?=[ ]?[A-L√×]))?[ ]{0,3}';
const OWNER = '(?:正确|参考|标准|试题|本题|此题|该题|习题|最佳|题目|示范|推荐|官方)[ ]?';

const PATTERNS: readonly (readonly [MarkKind, RegExp])[] = [
  [
    'given',
    label(
      '(?:我的|你的|您的|学生|考生|用户|作答|学员|已选)(?:答案|回答|选择|作答)?|作答结果|实?得分|本题得分|正确率|答题结果|your (?:answer|choice|score)',
    ),
  ],
  [
    'explanation',
    label(
      '(?:(?:答案|试题|题目|本题|习题|名师|专家|考点|详细|参考|正确答案)[ ]?)?(?:解[ ]?析|详解)|(?<=^|\\n[ ]{0,8})[\\u4e00-\\u9fff]{1,4}解析(?=[:：])|(?:答案)?点[ ]?评|(?:答案|试题|本题)(?:分析|说明|解释|依据)|解题(?:思路|过程|分析)|命题依据|判断(?:理由|依据)|评分说明|explanation(?:[ ]?/[ ]?reference)?|rationale|feedback|reasoning|reason|solution note',
    ),
  ],
  [
    'reason',
    /(?<=^|\n[ ]{0,8}|[。;；)】A-L√×对错][ ]{0,3})(?:本题(?:主要)?(?:考查|考察|考核|考的是|的考点)|分析[:：]|解释[:：]|说明[:：]|理由[:：]|依据[:：]|提示[:：]|解[:：])|(?<=(?:^|\n[ ]{0,8})\d{1,3}[.、][ ]{0,2})解[:：]/gm,
  ],
  ['explanation', /【(?:分析|理由|说明|依据|解)】[:：]?[ ]{0,3}/g],
  [
    'solution',
    label(
      '(?:详细|参考|试题)?解[ ]?答|(?:答题|评分|参考|答案)要点|(?:答题|参考|解答)思路|评分标准|(?:参考|操作)步骤|答案要点|(?:参考)?要点|(?:打|得|给)分点',
    ),
  ],
  [
    'answer',
    label(
      `(?:第?[一二三四五六\\d]{1,2}[ ]?空|空[ ]?[一二三四五六\\d]{1,2}|${OWNER}){0,2}(?:的)?答[ ]?案(?:[(][一二三四五\\d][)])?(?:(?:与|及|和|或)(?:解析|评分|评分标准|评分要点|分析|要点)|要点)?|正确(?:选项|选择)|(?:correct|reference|model|sample|suggested)[ ](?:answer|option|choice|translation)s?|answer[ ]?key|answers?|ans\\.?|key|solution|参考回答|参考解答|标准解答|参考立意|参考范文|参考作文|写作思路`,
    ),
  ],
  [
    'answer',
    /(?<=^|\n[ ]{0,8}|[\s。?？!！)）】]|\d[、.．])(?:【答】|答[ ]?[:：])[ ]{0,3}|(?<=^|\n[ ]{0,8})答(?:[ ]{1,3}|[、.][ ]{0,2})(?=\S)|(?<=^|\n[ ]{0,8})(?:参考|正确(?:顺序|排序))[:：][ ]{0,3}/gm,
  ],
  // `D、12小时答:B2、`: glued to the option before it, with a key and nothing else behind it.
  [
    'answer',
    /(?<=[\u4e00-\u9fff\d%℃A-Za-z])(?<![回问解作应抢对简])答[:：][ ]{0,2}(?=(?:[A-H]{1,6}|[√×对错])(?:\s|$|\d|[一二三四五六七八九][、.]))/gm,
  ],
  // `…的目的是    选C!`, as a note behind what is asked.
  ['answer', /(?<=[ ]{2}|_ )(?:应)?选(?=[A-H]{1,6}[!！。]?[ ]*$)|(?<=[\s?？。)）])选[:：][ ]?(?=[A-H]{1,6}[ ]*$)/gm],
  // `…和______。 →包装;信息处理`
  ['answer', /(?<=_[^\n_]{0,60})[ ]{1,6}(?:→|⇒|➔)[ ]?(?=\S)/g],
  // What it brought, below what was answered.
  ['given', /(?<=^|\n[ ]{0,8})\d{1,3}(?:\.\d)?分[ ]*(?=\n|$)/g],
  // `空1: 答声 回答正确 +5分`, as a form reports each blank.
  [
    'given',
    /(?<=^|\n[ ]{0,8})空[ ]?\d{1,2}[:：][^\n]{0,60}?回答(?:正确|错误)[ ]{0,3}[+-]?\d{0,3}(?:\.\d)?分?[ ]{0,4}/g,
  ],
  // An empty heading of an export; what it heads is below, behind a label of its own.
  ['other', /(?<=^|\n[ ]{0,8})Explanation[ ]{0,3}(?=\n\s{0,8}Explanation)/g],
  ['difficulty', label('难度(?:系数|等级|级别)?|难易(?:程度|度)|试题难度|difficulty|level')],
  [
    'topic',
    label(
      '(?:主要|考查|考察)?(?:知识点|考点|考核点|考查点)|所属(?:章节|分类|知识点)|章节|知识模块|topic|category|section(?=[ ]?[:：])|tags?',
    ),
  ],
  ['points', label('(?:本题|试题|题目)?分[ ]?[值数]|points?|marks?|score')],
  ['type', label('(?:试题|题目|本题)?(?:题[ ]?型|类型)|question type|type')],
  ['options', label('(?:备选|可选|候选)?(?:选[ ]?项|答案选项|备选答案|options?|choices?)')],
  ['other', label('(?:试题|题目)?(?:来源|出处|编号|序号|题号|ID|状态|创建时间|更新时间|标签|纠错)|source|reference')],
];

/** A label is one in brackets, or with a colon, or alone at the beginning of a line. */
function label(words: string): RegExp {
  return new RegExp(
    `(${OPEN})(?:(?<![A-Za-z])|(?![A-Za-z]))(${words})(?:(?<![A-Za-z])|(?![A-Za-z]))(${CLOSE})(${END})`,
    'gi',
  );
}

/** In the order of the text, none inside another. */
export function marksIn(text: string): Mark[] {
  const found: Mark[] = [];
  for (const [kind, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const mark = markOf(kind, text, match);
      if (mark) found.push(mark);
    }
  found.push(...gluedMarksIn(text));
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  const marks: Mark[] = [];
  for (const mark of found) if (mark.at >= (marks.at(-1)?.end ?? 0)) marks.push(mark);
  return marks;
}

/** `…( )。答案药名;剂型`: in a text that lost its signs, where it says so time and again behind the end of a sentence. */
function gluedMarksIn(text: string): Mark[] {
  const answers = [...text.matchAll(/(?<=[。?？)）][ ]{0,2})答案(?=[^\s:：与及和的是为、,，)）】\]])/g)];
  if (answers.length < 3) return [];
  const explanations = [...text.matchAll(/(?<=[。;；][ ]{0,2})解析(?=[^\s:：与及和的是为、,，)）】\]])/g)];
  const markAtMatch = (kind: MarkKind, { 0: words, index }: RegExpExecArray): Mark => {
    const end = index + words.length;
    return { kind, at: index, end, keyEnd: kind === 'answer' ? (keyAt(text, end)?.end ?? null) : null };
  };
  return [
    ...answers.map((match) => markAtMatch('answer', match)),
    ...explanations.map((match) => markAtMatch('explanation', match)),
  ];
}

function markOf(kind: MarkKind, text: string, match: RegExpExecArray): Mark | null {
  const at = match.index;
  const end = at + match[0].length;
  const keyEnd = kind === 'answer' || kind === 'given' ? keyEndFrom(text, end) : null;
  const mark: Mark = { kind, at, end, keyEnd };
  if (match.length === 1) return mark;
  const [, open = '', words = '', close = '', sign = ''] = match;
  // `[single choice]` is a tag: a space opens nothing.
  const bracketed = /[【[(]/.test(open) && /[】\])]/.test(close);
  if (open !== '' && !bracketed) {
    // The bracket opened something else.
    return markAt(kind, text, at + open.length, words, sign, mark);
  }
  if (bracketed) return open.trim() === '(' && !/[:：]/.test(sign) && !isLineStart(text, at) ? null : mark;
  return markAt(kind, text, at, words, sign, mark);
}

/** Where a key ends that stands right there, or alone at the beginning of the next line. */
function keyEndFrom(text: string, at: number): number | null {
  const key = keyAt(text, at);
  if (key) return endsThere(text, key.end) ? key.end : null;
  const newline = /^[ ]{0,4}\n[ ]{0,8}(?=[A-H√×])/.exec(text.slice(at, at + 14));
  const below = newline && keyAt(text, at + newline[0].length);
  return below && /^(?:[ ]{2}|[ ]*(?:\n|$))/.test(text.slice(below.end, below.end + 8)) ? below.end : null;
}

function markAt(kind: MarkKind, text: string, at: number, words: string, sign: string, mark: Mark): Mark | null {
  // `Ans. load`.
  const colon = /[:：▶►➤➡]/.test(sign) || /^ans\.$/i.test(words);
  const lineStart = isLineStart(text, at);
  const here = { ...mark, at };
  const latin = /^[A-Za-z]/.test(words);
  if (lineStart) {
    if (colon) return here;
    if (latin) return kind === 'answer' && mark.keyEnd !== null && /^ans/i.test(words) ? here : null;
    if (kind === 'answer')
      return mark.keyEnd !== null || atLineEnd(text, mark.end) || / /.test(text[at + words.length] ?? '') ? here : null;
    // `考点  文学常识`: a label without a colon, set off by its space.
    if (kind === 'topic' || kind === 'other')
      return /^[ ]{2}/.test(text.slice(at + words.length, at + words.length + 2)) ? here : null;
    return kind === 'explanation' &&
      /解|详/.test(words) &&
      (/[ 、,]/.test(sign + (text[mark.end] ?? '')) || atLineEnd(text, mark.end))
      ? here
      : null;
  }
  // `标准答案 C.请客户…`: the letter labels the next option.
  const labelsNext = mark.keyEnd !== null && /[.、:．)]/.test(text[mark.keyEnd] ?? '');
  if (!colon && !(kind === 'answer' && mark.keyEnd !== null && !labelsNext && /^(?:正确|参考|标准)/.test(words))) {
    const before = text[at - 1] ?? '\n';
    // `…D、丁答案B2.`: the key, and the number of the next.
    const glued =
      mark.keyEnd !== null &&
      /^[ ]{0,2}(?:\d{1,3}[.、](?!\d)|解析|[一二三四五六七八九十]{1,2}、|\n)/.test(
        text.slice(mark.keyEnd, mark.keyEnd + 6),
      );
    return kind === 'answer' && mark.keyEnd !== null && !labelsNext && !latin && (/[\s)】。?？]/.test(before) || glued)
      ? here
      : null;
  }
  // In small letters it may be a word of the sentence: `a customer answers: "No idea."`
  if (latin && /^[a-z]/.test(words))
    return /[.。)?？!！;；][ ]{0,3}$/.test(text.slice(Math.max(0, at - 4), at)) ? here : null;
  if (latin) return /[\s.。)?!;]/.test(text[at - 1] ?? '\n') ? here : null;
  return colonInLine(kind, text, at, words, mark) ? here : null;
}

/** In a running text a colon behind such a word is a label where it stands between two parts, not inside a sentence. */
function colonInLine(kind: MarkKind, text: string, at: number, words: string, mark: Mark): boolean {
  const before = text[at - 1] ?? '\n';
  const between = /[\s。.;；!?？(（[【)）】\]A-Za-z\d√×、,，”"]/.test(before);
  if (kind === 'answer')
    return (
      mark.keyEnd !== null || between || words.length > 2 || /^(?:以上)?全选/.test(text.slice(mark.end, mark.end + 4))
    );
  if (kind === 'explanation') return /解[ ]?析|详解|点评/.test(words) || between;
  if (kind === 'solution') return /解[ ]?答/.test(words) ? between || words.length > 2 : between && before !== '、';
  if (kind === 'given') return between || words.length > 2;
  return between && !/[、,，A-Za-z]/.test(before);
}

export const isLineStart = (text: string, at: number): boolean =>
  /(?:^|\n)[^\S\n]{0,8}(?:[-*•>·■●◆▲★☆]{1,3}[^\S\n]{0,3})?$/.test(text.slice(Math.max(0, at - 16), at));

const atLineEnd = (text: string, at: number): boolean => /^[^\S\n]{0,8}(?:\n|$)/.test(text.slice(at, at + 10));

/** Behind a key stands nothing that would make it the beginning of a word. */
const endsThere = (text: string, at: number): boolean => !/^[a-z]/.test(text[at] ?? '');
