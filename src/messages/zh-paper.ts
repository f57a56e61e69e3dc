import type { QuestionType } from '../core/bank/item.ts';
import type { SectionBlueprint } from '../core/exam/blueprint.ts';
import type { RulePiece } from '../core/exam/section-rules.ts';
import { formatPoints } from '../core/grading/mark.ts';

const DIGITS = '〇一二三四五六七八九';

/** 一、十、十二、三十：大题的序号。 */
function numeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${ten}${number % 10 === 0 ? '' : DIGITS[number % 10]}`;
}

/** 标题里已经写了序号的，不再加。 */
const NUMBERED = /^\s*(?:第?[一二三四五六七八九十]+[、.．\s部大节]|[（(][一二三四五六七八九十]+[)）]|\d+[、.．])/;

const TYPES: Record<QuestionType, string> = {
  single: '单选题',
  multiple: '多选题',
  boolean: '判断题',
  blank: '填空题',
  ordering: '排序题',
  short: '简答题',
};
const about = (types: readonly QuestionType[]): string =>
  types.length === 0 ? '' : `${types.map((type) => TYPES[type]).join('、')}：`;

const MULTIPLE = {
  exact: '全部选对才得分，多选、少选、错选都不得分。',
  'under-half': '错选不得分；少选的得一半分。',
  'under-proportional': '错选不得分；少选的按选对的比例得分。',
  'each-plus-minus': '每选对一项得一份分，每选错一项扣一份分（一份＝该题分值÷正确选项数）。',
};
const ORDERING = {
  exact: '顺序全部正确才得分。',
  pairs: '按前后相邻关系正确的比例得分。',
};

/** 一条评分规则。 */
function rule(piece: RulePiece): string {
  switch (piece.kind) {
    case 'multiple':
      return about(piece.of) + MULTIPLE[piece.scoring];
    case 'hits': {
      const most = piece.most === null ? `该题分值减 ${formatPoints(piece.hit)} 分` : `${formatPoints(piece.most)} 分`;
      return `${about(piece.of)}错选不得分；少选的每选对一项得 ${formatPoints(piece.hit)} 分，最多 ${most}。`;
    }
    case 'ordering':
      return about(piece.of) + ORDERING[piece.scoring];
    case 'wrong':
      return `${about(piece.of)}答错每题扣 ${formatPoints(piece.cost)} 分，不答不扣分。`;
    case 'question-floor':
      return piece.least === 0 ? '每题最低 0 分。' : `每题最多倒扣 ${formatPoints(-piece.least)} 分。`;
    case 'section-floor':
      return piece.least === 0 ? '本部分最低 0 分。' : `本部分最多倒扣 ${formatPoints(-piece.least)} 分。`;
    case 'minutes':
      return `本部分限时 ${piece.minutes} 分钟。`;
    case 'per-item':
      return `每题限时 ${piece.seconds} 秒。`;
  }
}

export const zhPaper = {
  sheet: {
    language: 'zh-CN',
    sectionHead: (number: number, { title, items, cases, each, total }: SectionBlueprint) => {
      const unit = cases ? `共${items}个案例，每个` : `共${items}题，每题`;
      const named = NUMBERED.test(title) ? title : `${numeral(number)}、${title}`;
      return `${named}（${unit}${formatPoints(each)}分，共${formatPoints(total)}分）`;
    },
    rule,
    sentenceGap: '',
    nameLines: ['姓名', '准考证号', '得分'],
    titleOf: (title: string, version: string) => (version === '' ? title : `${title}（${version} 卷）`),
    minutes: (minutes: number) => `考试时间：${minutes} 分钟`,
    total: (points: string) => `满分：${points} 分`,
    pass: (points: string) => `及格：${points} 分`,
    points: (points: string) => `（${points} 分）`,
    answerSpace: `（${'\u00a0'.repeat(6)}）`,
    material: (first: number, last: number) =>
      first === last ? `阅读材料，回答第 ${first} 题。` : `阅读材料，回答第 ${first}～${last} 题。`,
    keyTitle: '参考答案与解析',
    key: '答案',
    explanation: '解析',
    truth: { true: '对', false: '错' },
    keyJoin: '；',
    footer: (paper: string, version: string, seed: string) =>
      [paper, version === '' ? '' : `${version} 卷`, `种子 ${seed}`].filter(Boolean).join(' · '),
  },
  unknown: (paper: string) => `没有叫“${paper}”的试卷。`,
  choose: '有几张试卷，没有指定用哪一张。',
  these: (names: string) => `用 --paper 指定，可以是：${names}。`,
  none: (banks: string) => `题库 ${banks} 里没有试卷。`,
  noneHint: '在题库的 papers 里写一张，或者用 --bank 换一个题库。',
  lacking: (paper: string, section: string, wanted: number, available: number) =>
    `试卷 ${paper} 组不成：“${section}”要 ${wanted} 题，只有 ${available} 题可用。`,
  lackingHint: '补题，或者减少 count。',
  exists: (path: string) => `${path} 已经存在，没有写入。`,
  existsHint: '加 --force 覆盖，或者用 -o 换一个文件。',
  notWritten: (path: string, reason: string) => `试卷没有写入 ${path}：${reason}。`,
  versions: 'A,B 这样用逗号隔开、互不相同的名称，各用 1 到 8 个字母或数字，最多 26 个',
};
