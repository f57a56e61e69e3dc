import { expect, test } from 'vitest';
import { inRuns } from '../../../src/core/exam/runs.ts';

test.each([
  [[], ''],
  [[3], '3'],
  [[1, 2], '1 2'],
  [[1, 2, 3], '1-3'],
  [[1, 4, 5, 6, 7, 9, 11, 12], '1 4-7 9 11 12'],
])('%j is written %j', (numbers, text) => {
  expect(inRuns(numbers)).toBe(text);
});
