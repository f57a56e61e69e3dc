import type { Bank } from '../../src/core/bank/bank.ts';
import type { Item } from '../../src/core/bank/item.ts';
import type { Group, Paper, Section } from '../../src/core/bank/paper.ts';
import { aBank } from './drill-questions.ts';

/** A group of so many items, any of them unless `fields` says which. */
export const aGroup = (count: number, fields: Partial<Group> = {}): Group => ({
  type: null,
  topic: null,
  difficulty: null,
  tag: null,
  items: [],
  count: fields.items?.length ?? count,
  ...fields,
});

export const aSection = (groups: readonly Group[], fields: Partial<Section> = {}): Section => ({
  title: '一节',
  groups,
  points: 1,
  scoring: 'exact',
  ordering: 'exact',
  wrong: 0,
  itemFloor: Math.min(0, fields.wrong ?? 0),
  sectionFloor: 0,
  limitMinutes: null,
  perItemSeconds: null,
  shuffle: true,
  ...fields,
});

export const aPaper = (sections: readonly Section[], fields: Partial<Paper> = {}): Paper => ({
  id: 'mock',
  title: '模拟卷',
  limitMinutes: 90,
  pass: null,
  bands: [],
  sections,
  ...fields,
});

/** A bank with one paper of these sections. */
export const aBankWith = (items: readonly Item[], sections: readonly Section[] = []): Bank => ({
  ...aBank('b', items),
  papers: [aPaper(sections)],
});
