import { describe, expect, test } from 'vitest';
import { gradeShort, suggestCovered } from '../../../src/core/grading/short.ts';
import { aPoint, aRule, aShort, pointsOf } from './questions.ts';

const question = aShort(aPoint(2, '倾听', '耐心听'), aPoint(1, 'Apologise'), aPoint(1));

describe('a short answer', () => {
  test('earns the points that were confirmed', () => {
    expect(gradeShort(question, '先倾听', [1], aRule())).toEqual({
      hundredths: 200,
      of: 400,
      right: false,
      rule: 'points',
    });
    expect(gradeShort(question, '都说了', [3, 1, 2], aRule())).toMatchObject({ hundredths: 400, right: true });
  });

  test('is capped: a point counts once and a number without a point not at all', () => {
    expect(pointsOf(gradeShort(question, '倾听', [1, 1, 1, 0, 4, -1, 1.5, Number.NaN], aRule()))).toBe(2);
  });

  test('is scaled to the points of the paper', () => {
    expect(gradeShort(question, '倾听', [1, 2], aRule({ points: 10 }))).toMatchObject({ hundredths: 750, of: 1000 });
  });

  test('covers nothing while nothing is written', () => {
    expect(gradeShort(question, ' 。', [1, 2, 3], aRule())).toMatchObject({ hundredths: 0, right: false });
  });

  test('to a question without key points is never right', () => {
    expect(gradeShort(aShort(), '写了很多', [1], aRule({ points: 5 }))).toMatchObject({
      hundredths: 0,
      of: 500,
      right: false,
    });
  });
});

describe('the points a text seems to make', () => {
  test('have one of their keywords in the text, however it is written', () => {
    expect(suggestCovered(question, '我会耐心 听,再 ＡＰＯＬＯＧＩＳＥ。')).toEqual([1, 2]);
  });

  test('are none without keywords, without text, or with keywords that say nothing', () => {
    expect(suggestCovered(question, '')).toEqual([]);
    expect(suggestCovered(aShort(aPoint(1, '。'), aPoint(1)), '任何话。')).toEqual([]);
  });
});
