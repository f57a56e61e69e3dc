import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/core/grading/text-fold.ts';

describe('a folded text', () => {
  test.each([
    ['ＫＰＩ　指标', 'kpi指标'],
    ['“客户 满意度”。', '客户满意度'],
    ['《劳动法》', '劳动法'],
    [' Don’t  worry! ', 'dontworry'],
    ['好…', '好'],
    ['a\u200bb\ufeffc\u00ad', 'abc'],
    ['３ 天', '3天'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('keeps the letters of every script, and punctuation inside', () => {
    expect(foldText('éß, ж、客')).toBe('éß,ж、客');
  });

  test('keeps numbers apart and powers up', () => {
    expect(foldText('3  5')).toBe('3 5');
    expect(foldText('10²')).not.toBe(foldText('102'));
  });

  test.each(['', '  ', '。', '“”', '\u200b\u2060', '?!…', '\t\n'])('is empty where nothing is said: %j', (text) => {
    expect(foldText(text)).toBe('');
  });

  test('is folded for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
