import { describe, expect, test } from 'vitest';
import { formatPoints, hundredthsOf } from '../../../src/core/grading/mark.ts';

describe('points in hundredths', () => {
  test('round half away from zero, a deduction like a gain', () => {
    expect(hundredthsOf(0.125)).toBe(13);
    expect(hundredthsOf(-0.125)).toBe(-13);
  });

  test('are not misled by binary noise', () => {
    expect([1.005, 0.1 + 0.2, 0.285, 2 / 3].map(hundredthsOf)).toEqual([101, 30, 29, 67]);
  });

  test('never are a negative zero', () => {
    expect(Object.is(hundredthsOf(-0.001), 0)).toBe(true);
  });

  test('are written as people write points', () => {
    expect([100, 50, -25, 0].map(formatPoints)).toEqual(['1', '0.5', '-0.25', '0']);
  });
});
