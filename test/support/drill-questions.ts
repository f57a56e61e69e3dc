import type { Bank, BankQuestion } from '../../src/core/bank/bank.ts';
import { questionsOf } from '../../src/core/bank/bank.ts';
import type { Case, Item, Multiple, Ordering, Single, Truth } from '../../src/core/bank/item.ts';

const common = { topic: '', difficulty: 3, tags: [], explanation: '', source: '', revision: 'r1' };

export const aSingle = (id: string, fields: Partial<Single> = {}): Single => ({
  ...common,
  id,
  type: 'single',
  stem: `${id}？`,
  options: ['无形性', '易逝性', '差异性', '不可分离性'],
  shuffle: true,
  key: 'B',
  ...fields,
});

export const aMultiple = (fields: Partial<Multiple> = {}): Multiple => ({
  ...aSingle('q'),
  type: 'multiple',
  key: ['A', 'B'],
  ...fields,
});

export const anOrdering = (fields: Partial<Ordering> = {}): Ordering => ({
  ...aSingle('q'),
  type: 'ordering',
  key: ['A', 'B', 'C', 'D'],
  ...fields,
});

export const aTruth = (id: string, fields: Partial<Truth> = {}): Truth => ({
  ...common,
  id,
  type: 'boolean',
  stem: `${id}？`,
  key: true,
  ...fields,
});

/** A case with so many sub-questions, `id#1` and on. */
export const aCase = (id: string, parts: number, topic = ''): Case => ({
  ...common,
  id,
  topic,
  type: 'case',
  title: '',
  material: '客户来电。',
  items: Array.from({ length: parts }, (_, n) => aTruth(`${id}#${n + 1}`, { topic })),
});

/** A bank of items, with topics of these paths in this order. */
export const aBank = (id: string, items: readonly Item[], topics: readonly string[] = []): Bank => ({
  id,
  title: id,
  language: 'zh-CN',
  license: '',
  revision: 'b1',
  topics: topics.map((path) => ({ path, title: path, notes: '' })),
  papers: [],
  certificates: [],
  items,
});

export const questionsIn = (...items: Item[]): BankQuestion[] => questionsOf(aBank('b', items));
