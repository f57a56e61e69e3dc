import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/bank/item.ts';
import type { Section } from '../../../src/core/bank/paper.ts';
import { blueprintOf } from '../../../src/core/exam/blueprint.ts';
import { aCase, aMultiple, anOrdering, aSingle, aTruth } from '../../support/drill-questions.ts';
import { aBankWith, aGroup, aPaper, aSection } from '../../support/papers.ts';

const ITEMS: readonly Item[] = [
  aSingle('s'),
  aMultiple({ id: 'm' }),
  anOrdering({ id: 'o' }),
  aTruth('t'),
  aCase('c', 2),
];

const ruled = (type: Item['type'] | null, fields: Partial<Section> = {}) => {
  const section = aSection([aGroup(1, { type })], fields);
  return blueprintOf(aPaper([section]), aBankWith(ITEMS)).sections[0]?.rules ?? [];
};

test('a blueprint adds its sections up', () => {
  const paper = aPaper(
    [
      aSection([aGroup(60, { type: 'single' }), aGroup(20, { type: 'boolean' })], { title: '选择', points: 0.5 }),
      aSection([aGroup(2, { type: 'case' })], { title: '案例', points: 10 }),
    ],
    { pass: 36 },
  );
  expect(blueprintOf(paper, aBankWith(ITEMS))).toMatchObject({
    title: '模拟卷',
    minutes: 90,
    pass: 3600,
    total: 6000,
    items: 82,
    sections: [
      { title: '选择', items: 80, cases: false, each: 50, total: 4000 },
      { title: '案例', items: 2, cases: true, each: 1000, total: 2000 },
    ],
  });
});

describe('the rules of a section', () => {
  test('say nothing where nothing is to be said', () => {
    expect(ruled('single')).toEqual([]);
    expect(ruled('boolean', { scoring: 'under-half', ordering: 'pairs' })).toEqual([]);
  });

  test('tell how part of a multiple choice counts', () => {
    expect(ruled('multiple')).toEqual([{ kind: 'multiple', scoring: 'exact', of: [] }]);
    expect(ruled('multiple', { scoring: 'under-each', points: 2 })).toEqual([
      { kind: 'hits', hit: 50, most: 150, of: [] },
    ]);
  });

  test('that give half a point a hit give nothing where half a point is all', () => {
    expect(ruled('multiple', { scoring: 'under-each', points: 0.5 })).toEqual(ruled('multiple'));
  });

  test('name the types they are about where a section has others', () => {
    expect(ruled(null, { wrong: -0.5 })).toEqual([
      { kind: 'multiple', scoring: 'exact', of: ['multiple'] },
      { kind: 'ordering', scoring: 'exact', of: ['ordering'] },
      { kind: 'wrong', cost: 50, of: ['single', 'boolean'] },
      { kind: 'section-floor', least: 0 },
    ]);
  });

  test('count a deduction only as far as the floor of an item lets it go', () => {
    expect(ruled('boolean', { wrong: -1, itemFloor: -0.5 })).toMatchObject([{ kind: 'wrong', cost: 50 }, {}]);
    expect(ruled('boolean', { wrong: -1, itemFloor: 0 })).toEqual([]);
  });

  test('have floors where picks are deducted, and times where they are limited', () => {
    const each = { scoring: 'each-plus-minus', itemFloor: -1, sectionFloor: -2 } as const;
    expect(ruled('multiple', { ...each, limitMinutes: 20, perItemSeconds: 45 })).toEqual([
      { kind: 'multiple', scoring: 'each-plus-minus', of: [] },
      { kind: 'question-floor', least: -100 },
      { kind: 'section-floor', least: -200 },
      { kind: 'minutes', minutes: 20 },
      { kind: 'per-item', seconds: 45 },
    ]);
  });
});
