import { describe, expect, test } from 'vitest';
import { gradeSingle } from '../../../src/core/grading/single.ts';
import { aRule, aSingle, pointsOf } from './questions.ts';

describe('a single choice', () => {
  const strict = aRule({ points: 2, wrong: -0.5, floor: -0.5 });

  test('earns all for the key and nothing for another letter', () => {
    expect(gradeSingle(aSingle('B'), ['B'], aRule())).toEqual({ hundredths: 100, of: 100, right: true, rule: 'exact' });
    expect(gradeSingle(aSingle('B'), ['C'], aRule())).toEqual({ hundredths: 0, of: 100, right: false, rule: 'exact' });
  });

  test('deducts for a wrong letter where the rule says so, and says so in its rule', () => {
    expect(gradeSingle(aSingle('B'), ['C'], strict)).toEqual({
      hundredths: -50,
      of: 200,
      right: false,
      rule: 'exact-0.5',
    });
  });

  test('never deducts for a question left out', () => {
    expect(gradeSingle(aSingle('B'), [], strict)).toMatchObject({ hundredths: 0, right: false });
  });

  test('never gives less than the floor', () => {
    expect(pointsOf(gradeSingle(aSingle('B'), ['C'], { ...strict, floor: -0.25 }))).toBe(-0.25);
    expect(pointsOf(gradeSingle(aSingle('B'), ['C'], { ...strict, floor: 0 }))).toBe(0);
  });

  test('is wrong with two letters, and counts a doubled letter once', () => {
    expect(gradeSingle(aSingle('B'), ['A', 'B'], aRule()).right).toBe(false);
    expect(gradeSingle(aSingle('B'), ['B', 'B'], aRule()).right).toBe(true);
  });
});
