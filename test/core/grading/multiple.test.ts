import { describe, expect, test } from 'vitest';
import { gradeMultiple } from '../../../src/core/grading/multiple.ts';
import { MULTIPLE_SCORINGS, type MultipleScoring } from '../../../src/core/grading/rule.ts';
import { aMultiple, aRule, pointsOf } from './questions.ts';

/** Points of an item of two points with the key ABD, worked out by hand. */
const ANSWERS = ['', 'A', 'AB', 'ABD', 'ABC', 'ABCD', 'C', 'CE', 'ACE'];
const TABLE: Record<MultipleScoring, readonly number[]> = {
  exact: [0, 0, 0, 2, 0, 0, 0, 0, 0],
  'under-each': [0, 0.5, 1, 2, 0, 0, 0, 0, 0],
  'under-half': [0, 1, 1, 2, 0, 0, 0, 0, 0],
  'under-proportional': [0, 0.67, 1.33, 2, 0, 0, 0, 0, 0],
  'each-plus-minus': [0, 0.67, 1.33, 2, 0.67, 1.33, 0, 0, 0],
};

const earned = (answer: string, multiple: MultipleScoring, points = 2, key = 'ABD', floor = 0): number =>
  pointsOf(gradeMultiple(aMultiple(key), [...answer], aRule({ multiple, points, floor })));

describe('a multiple choice of two points with the key ABD', () => {
  test.each(MULTIPLE_SCORINGS)('is marked by %s as by hand', (scoring) => {
    expect(ANSWERS.map((answer) => earned(answer, scoring))).toEqual(TABLE[scoring]);
  });

  test.each(MULTIPLE_SCORINGS)('is right under %s with the whole key alone', (scoring) => {
    const right = ANSWERS.filter(
      (answer) => gradeMultiple(aMultiple(), [...answer], aRule({ multiple: scoring })).right,
    );
    expect(right).toEqual(['ABD']);
  });

  test('names the scoring it was marked by', () => {
    expect(gradeMultiple(aMultiple(), ['A'], aRule({ multiple: 'under-half' })).rule).toBe('under-half');
  });

  test('counts a letter that was given twice once', () => {
    expect(earned('AAB', 'each-plus-minus')).toBe(earned('AB', 'each-plus-minus'));
    expect(earned('ABBD', 'exact')).toBe(2);
  });
});

describe('a part of the key', () => {
  test('under under-each stays half a point below the whole, however many hits', () => {
    expect(earned('ABCD', 'under-each', 2, 'ABCDE')).toBe(1.5);
    expect(earned('AB', 'under-each', 1, 'ABC')).toBe(0.5);
    expect(earned('A', 'under-each', 0.5, 'AB')).toBe(0);
  });

  test('never rounds up to the whole', () => {
    expect(earned('A', 'under-half', 0.01)).toBe(0);
    expect(earned('ABCD', 'under-proportional', 0.02, 'ABCDE')).toBe(0.01);
  });

  test('under each-plus-minus goes below zero only as far as the floor', () => {
    expect(earned('CE', 'each-plus-minus', 2, 'ABD', -1)).toBe(-1);
    expect(earned('C', 'each-plus-minus', 2, 'ABD', -1)).toBe(-0.67);
    expect(earned('', 'each-plus-minus', 2, 'ABD', -1)).toBe(0);
  });

  test('is no reason for the deduction that a wrong single choice costs', () => {
    expect(pointsOf(gradeMultiple(aMultiple(), ['C'], aRule({ wrong: -1, floor: -1 })))).toBe(0);
  });
});
