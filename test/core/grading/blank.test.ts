import { describe, expect, test } from 'vitest';
import type { Blank } from '../../../src/core/bank/item.ts';
import { gradeBlank } from '../../../src/core/grading/blank.ts';
import type { Mark } from '../../../src/core/grading/mark.ts';
import { aBlank, aKey, aRule, toSimplified } from './questions.ts';

const marked = (question: Blank, texts: readonly string[], points: number | null = null): Mark =>
  gradeBlank(question, texts, aRule({ points }), toSimplified);

describe('blanks', () => {
  const question = aBlank([aKey('24', { unit: '小时', points: 2 }), aKey('客户满意度')]);

  test('earn their own points, each with the step that accepted it', () => {
    expect(marked(question, ['二十四小时', '客户满意度'])).toEqual({
      hundredths: 300,
      of: 300,
      right: true,
      rule: 'blanks',
      steps: ['unit', 'exact'],
    });
    expect(marked(question, ['48', '客户满意度'])).toMatchObject({
      hundredths: 100,
      right: false,
      steps: [null, 'exact'],
    });
  });

  test('are scaled to the points of the paper', () => {
    expect(marked(question, ['24', ''], 2)).toMatchObject({ hundredths: 133, of: 200 });
    expect(marked(question, ['24', '客户满意度'], 2)).toMatchObject({ hundredths: 200, of: 200, right: true });
  });

  test('share the points of the paper evenly where they have none of their own', () => {
    const bare = aBlank([aKey('甲', { points: 0 }), aKey('乙', { points: 0 })]);
    expect(marked(bare, ['甲', '丙'], 3)).toMatchObject({ hundredths: 150, right: false });
  });

  test('that are not typed earn nothing; texts too many are ignored', () => {
    expect(marked(question, [])).toMatchObject({ hundredths: 0, right: false, steps: [null, null] });
    expect(marked(question, ['24', '客户满意度', '多余']).steps).toHaveLength(2);
  });

  test('keep their places unless a group says otherwise', () => {
    expect(marked(question, ['客户满意度', '24'])).toMatchObject({ hundredths: 0 });
  });

  test('do not take the answer of another blank for a slip', () => {
    const pair = aBlank([aKey('internal customer'), aKey('internal customers')]);
    expect(marked(pair, ['internal customers', 'internal customers']).steps).toEqual([null, 'exact']);
  });
});

describe('an any-order group', () => {
  const group = aBlank([aKey(['热情', '热忱']), aKey('主动'), aKey('3', { unit: '天' })], [[1, 2]]);

  test('takes its texts in any order; steps follow the texts as typed', () => {
    expect(marked(group, ['主动', '热忱', '3'])).toMatchObject({ right: true, steps: ['exact', 'synonym', 'exact'] });
  });

  test('does not reach beyond its blanks', () => {
    expect(marked(group, ['3', '主动', '热情'])).toMatchObject({ hundredths: 100, steps: [null, 'exact', null] });
  });

  test('gives one accepted text to one blank only', () => {
    expect(marked(group, ['主动', '主动', '3'])).toMatchObject({ hundredths: 200, right: false });
    expect(marked(group, ['热情', '热忱', '3'])).toMatchObject({ hundredths: 200, right: false });
  });

  test('counts a repeated answer once where the blanks share a list', () => {
    const list = aKey(['可靠性', '响应性', '保证性', '移情性']);
    const threeOfFour = aBlank([list, list, list], [[1, 2, 3]]);
    expect(marked(threeOfFour, ['响应性', '响应性。', '可靠性'])).toMatchObject({
      hundredths: 200,
      steps: ['synonym', null, 'exact'],
    });
    expect(marked(threeOfFour, ['移情性', '响应性', '可靠性']).right).toBe(true);
  });

  test('lets the same answer stand twice where two blanks accept nothing else', () => {
    expect(marked(aBlank([aKey('2'), aKey('两')], [[1, 2]]), ['二', '2']).right).toBe(true);
  });

  test('finds a place for each text where one fits several blanks', () => {
    const overlapping = aBlank([aKey(['微信', '电话']), aKey('电话')], [[1, 2]]);
    expect(marked(overlapping, ['电话', '微信']).right).toBe(true);
    expect(marked(overlapping, ['微信', '电话']).right).toBe(true);
  });

  test('earns the most points there are before it looks at strictness', () => {
    const uneven = aBlank([aKey('回访', { points: 1 }), aKey(['跟进', '回访'], { points: 3 })], [[1, 2]]);
    expect(marked(uneven, ['回访', '别的'])).toMatchObject({ hundredths: 300, steps: ['synonym', null] });
  });
});
