import { type Rng, rngOf } from '../../../src/core/rng.ts';

/** Where the stem of every generated question begins: what the terminal is watched for. */
export const STEM_MARK = /例题\d+号/;

export const BANK_ID = 'bench';

const WHO = ['值班客服', '热线坐席', '门店顾问', '物业管家', '回访专员', '维修调度员', '会员经理', '投诉处理员'];
const WHEN = ['高峰时段', '系统升级当晚', '台风停运期间', '促销首日', '节后第一天', '交接班前五分钟'];
const WHAT = [
  '接到客户第三次来电催问退款进度',
  '发现订单地址与客户口述的不一致',
  '遇到客户要求当场给出赔偿数额',
  '听到客户说要在网上公开录音',
  '收到两户邻居对同一噪声的相反说法',
  '需要向老年客户解释分期付款的费用',
];
const DEEDS = [
  '先复述客户的诉求再说明处理时限',
  '请客户稍候并转给任意一位同事',
  '按流程核验身份后再查询账户',
  '承诺一定在当天全额退款',
  '记录事实并约定下一次回复时间',
  '请客户自行联系厂家处理',
  '把通话挂断后再写工单',
  '说明依据并给出两个可选方案',
];
const NAMES = ['可靠性', '响应性', '保证性', '移情性', '有形性', '易逝性', '差异性', '慎独', '首问负责', '闭环处理'];
const TOPICS = ['ethics', 'service', 'service.quality', 'talk', 'complaint', 'complaint.steps', 'team', 'law'];

/** A bank of mixed types about as wordy as a real one, as YAML. The same count gives the same text. */
export function bankText(items: number): string {
  const rng = rngOf(`bank of ${items}`);
  const head = [
    'format: quiz-bank/1',
    `id: ${BANK_ID}`,
    'title: 练习用大题库',
    'language: zh-CN',
    'license: CC0-1.0',
    'topics:',
    '  ethics: { title: 职业道德 }',
    '  service: { title: 服务基础, topics: { quality: { title: 服务质量 } } }',
    '  talk: { title: 沟通 }',
    '  complaint: { title: 投诉处理, topics: { steps: { title: 处理步骤 } } }',
    '  team: { title: 团队 }',
    '  law: { title: 法规 }',
    'items:',
  ];
  return `${[...head, ...Array.from({ length: items }, (_, index) => itemLines(index + 1, rng)).flat()].join('\n')}\n`;
}

function itemLines(number: number, rng: Rng): string[] {
  const lines = [
    `  - id: item-${number}`,
    `    type: ${typeOf(number)}`,
    `    topic: ${pick(TOPICS, rng)}`,
    `    difficulty: ${1 + rng.below(5)}`,
  ];
  return [...lines, ...body(number, rng), `    explanation: ${explanation(rng)}`, '    source: 自编'];
}

/** Of twenty questions ten are single, three multiple, three boolean; the rest one each of every other type. */
function typeOf(number: number): string {
  const rest = ['multiple', 'boolean', 'multiple', 'boolean', 'blank', 'multiple', 'boolean', 'ordering', 'blank'];
  const place = number % 20;
  if (place < 10) return 'single';
  return rest[place - 10] ?? (number % 40 < 20 ? 'short' : 'case');
}

function body(number: number, rng: Rng): string[] {
  const stem = `    stem: ${stemOf(number, rng)}`;
  switch (typeOf(number)) {
    case 'single':
      return [stem, `    options: [${fourDeeds(rng).join(', ')}]`, `    answer: ${pick(['A', 'B', 'C', 'D'], rng)}`];
    case 'multiple':
      return [stem, ...fourDeeds(rng).map(listed), `    answer: ${pick(['AB', 'ACD', 'BD', 'ABCD'], rng)}`];
    case 'ordering':
      return [stem, ...fourDeeds(rng).map(listed), `    answer: ${pick(['ABCD', 'CADB', 'DBAC'], rng)}`];
    case 'boolean':
      return [stem, `    answer: ${pick(['true', 'false', '对', '错'], rng)}`];
    case 'blank':
      return [stem.replace('（  ）', '____'), `    answer: [[${pick(NAMES, rng)}, ${pick(NAMES, rng)}]]`];
    case 'short':
      return [stem, `    answer: ${explanation(rng)}`, '    points:', ...[2, 3].map((points) => keyPoint(points, rng))];
    default:
      return [
        `    material: ${stemOf(number, rng)}${explanation(rng)}`,
        '    items:',
        ...[1, 2].flatMap((part) => [
          `      - { type: boolean, stem: ${stemOf(number * 10 + part, rng)}, answer: true }`,
        ]),
      ];
  }
}

const listed = (option: string, index: number): string => `${index === 0 ? '    options:\n' : ''}      - ${option}`;

const keyPoint = (points: number, rng: Rng): string =>
  `      - { text: ${pick(DEEDS, rng)}, keywords: [${pick(NAMES, rng)}], points: ${points} }`;

const stemOf = (number: number, rng: Rng): string =>
  `例题${number}号：${pick(WHEN, rng)}，${pick(WHO, rng)}${pick(WHAT, rng)}，此时最恰当的做法是（  ）。`;

const explanation = (rng: Rng): string =>
  `${pick(WHO, rng)}在${pick(WHEN, rng)}应当${pick(DEEDS, rng)}，这是“${pick(NAMES, rng)}”的要求；${pick(DEEDS, rng)}看似省事，却把问题留给了下一位同事。`;

/** Four different deeds, beginning anywhere. */
function fourDeeds(rng: Rng): string[] {
  const first = rng.below(DEEDS.length);
  return [0, 1, 2, 3].map((step) => DEEDS[(first + step) % DEEDS.length] as string);
}

const pick = <T>(values: readonly T[], rng: Rng): T => values[rng.below(values.length)] as T;
