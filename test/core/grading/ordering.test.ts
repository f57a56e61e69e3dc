import { describe, expect, test } from 'vitest';
import { gradeOrdering } from '../../../src/core/grading/ordering.ts';
import { anOrdering, aRule, pointsOf } from './questions.ts';

const byPairs = (answer: string): number =>
  pointsOf(gradeOrdering(anOrdering('ACBD'), [...answer], aRule({ ordering: 'pairs', points: 3 })));

describe('an order', () => {
  test('is all or nothing by the exact rule', () => {
    expect(gradeOrdering(anOrdering('ACBD'), [...'ACBD'], aRule())).toEqual({
      hundredths: 100,
      of: 100,
      right: true,
      rule: 'exact',
    });
    expect(gradeOrdering(anOrdering('ACBD'), [...'ACDB'], aRule())).toMatchObject({ hundredths: 0, right: false });
  });

  test('earns a share for each pair of neighbours kept together', () => {
    expect(['ACBD', 'CBDA', 'ACDB', 'DBCA', 'BDAC'].map(byPairs)).toEqual([3, 2, 1, 0, 2]);
  });

  test('is not right while letters are missing or too many', () => {
    expect(byPairs('ACB')).toBe(2);
    expect(byPairs('ACBDE')).toBe(2.99);
    expect(gradeOrdering(anOrdering('ACBD'), [...'ACBDE'], aRule({ ordering: 'pairs' })).right).toBe(false);
  });

  test('left out earns nothing', () => {
    expect(gradeOrdering(anOrdering(), [], aRule({ ordering: 'pairs' }))).toMatchObject({
      hundredths: 0,
      right: false,
    });
  });
});
