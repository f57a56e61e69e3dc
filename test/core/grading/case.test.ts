import { expect, test } from 'vitest';
import { gradeCase } from '../../../src/core/grading/case.ts';
import type { Mark } from '../../../src/core/grading/mark.ts';

const mark = (hundredths: number, of: number): Mark => ({ hundredths, of, right: hundredths === of, rule: 'exact' });

test('a case is worth the sum of its sub-questions', () => {
  expect(gradeCase([mark(200, 200), mark(-50, 100)])).toEqual({ hundredths: 150, of: 300, right: false, rule: 'sum' });
});

test('a case is right where every sub-question is', () => {
  expect(gradeCase([mark(200, 200), mark(100, 100)]).right).toBe(true);
});

test('a case of which nothing was marked is not right', () => {
  expect(gradeCase([])).toEqual({ hundredths: 0, of: 0, right: false, rule: 'sum' });
});
