import { expect, test } from 'vitest';
import { gradeBoolean } from '../../../src/core/grading/boolean.ts';
import { aRule, aTruth, pointsOf } from './questions.ts';

const strict = aRule({ wrong: -0.5, floor: -1 });

test('a statement judged rightly earns all, wrongly nothing', () => {
  expect(gradeBoolean(aTruth(false), false, aRule())).toMatchObject({ hundredths: 100, right: true });
  expect(gradeBoolean(aTruth(false), true, aRule())).toMatchObject({ hundredths: 0, right: false });
});

test('a statement judged wrongly costs what the rule says', () => {
  expect(gradeBoolean(aTruth(true), false, strict)).toMatchObject({ hundredths: -50, rule: 'exact-0.5' });
});

test('a deduction stops at the floor', () => {
  expect(pointsOf(gradeBoolean(aTruth(true), false, { ...strict, wrong: -3 }))).toBe(-1);
});

test('a statement left out costs nothing, whatever its key', () => {
  expect(gradeBoolean(aTruth(false), null, strict)).toMatchObject({ hundredths: 0, right: false });
});
