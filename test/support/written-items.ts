import type { Bank } from '../../src/core/bank/bank.ts';
import type { Question } from '../../src/core/bank/item.ts';
import { aBank } from './results-history.ts';

const COMMON = {
  topic: '',
  difficulty: 3,
  tags: [],
  explanation: '服务不能储存，错过的产能永远失去，所以{B}对；{A}说的是看不见摸不着。',
  source: '',
  revision: 'r1',
};

let written = 0;
const nextId = (): string => `item-${++written}`;

/** A single choice that no rule has anything to say about. */
export const aSingle = (fields: object = {}): Question =>
  ({
    ...COMMON,
    id: nextId(),
    type: 'single',
    stem: '演出开始后仍空着的座位再也卖不出去，这体现了服务的哪种特点？',
    options: ['无形特点', '易逝特点', '差异特点', '同步特点'],
    shuffle: true,
    key: 'B',
    ...fields,
  }) as Question;

export const aMultiple = (fields: object = {}): Question =>
  aSingle({ type: 'multiple', key: ['A', 'C'], stem: '下列做法中，能让客户少等的有哪些？', ...fields });

export const aStatement = (fields: object = {}): Question =>
  ({
    ...COMMON,
    id: nextId(),
    type: 'boolean',
    stem: '服务可以像商品那样放进仓库里储存。',
    key: false,
    ...fields,
  }) as Question;

export const aBlank = (fields: object = {}): Question =>
  ({
    ...COMMON,
    id: nextId(),
    type: 'blank',
    stem: '顾客让渡价值是顾客总价值与____之差。',
    blanks: [{ accept: ['顾客总成本'], exact: false, unit: '', points: 1 }],
    anyOrder: [],
    ...fields,
  }) as Question;

export const aShort = (fields: object = {}): Question =>
  ({
    ...COMMON,
    id: nextId(),
    type: 'short',
    stem: '简述处理投诉的前两步。',
    answer: '先倾听，再核实。',
    points: [{ text: '倾听', keywords: ['倾听'], points: 1 }],
    ...fields,
  }) as Question;

export const aBankOf = (questions: readonly Question[], fields: Partial<Bank> = {}): Bank => ({
  ...aBank('written', questions),
  ...fields,
});
