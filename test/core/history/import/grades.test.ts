import { describe, expect, test } from 'vitest';
import type { Rating } from '../../../../src/core/drill/rating.ts';
import { findScale, plainGrade, ratingIn, type Scale } from '../../../../src/core/history/import/grades.ts';

const found = (...cells: readonly string[]) =>
  findScale(cells.map((cell, n) => ({ text: plainGrade(cell), line: n + 2 })));

describe('the scale of a table', () => {
  test.each<[string[], Scale]>([
    [['1', '3', '3', '4'], '1-4'],
    [['2'], '1-4'],
    [['３', '4.0'], '1-4'],
    [['1', '2', '5'], '0-5'],
    [['0', '3'], '0-5'],
    [['good', 'AGAIN'], 'words'],
    [['良好', 'hard'], 'words'],
    [['对', '×'], 'right-wrong'],
    [['True', 'false'], 'right-wrong'],
    [['y', '', 'splendid'], 'right-wrong'],
  ])('%j is %s', (cells, scale) => {
    expect(found(...cells)).toEqual({ kind: 'scale', scale });
  });

  test('of two kinds names one of each', () => {
    const examples = [
      { text: 'good', line: 2 },
      { text: '3', line: 4 },
    ];
    expect(found('good', 'easy', '3')).toEqual({ kind: 'mixed', examples });
  });

  test.each([[['1']], [['0', '1']], [['0']], [['60', '85', '3']], [['1', '2', '6']]])(
    '%j only the learner can tell',
    (cells) => {
      expect(found(...cells)).toMatchObject({ kind: 'undecided' });
    },
  );

  test('of nothing is none', () => {
    expect(found('', '?', '3.5')).toEqual({ kind: 'none' });
  });
});

test.each<[Scale, Record<string, Rating | null>]>([
  ['1-4', { 0: null, 1: 'again', 2: 'hard', 3: 'good', 4: 'easy', 5: null, good: null }],
  ['0-5', { 0: 'again', 1: 'again', 2: 'again', 3: 'hard', 4: 'good', 5: 'easy', 6: null }],
  ['words', { again: 'again', hard: 'hard', good: 'good', easy: 'easy', 重来: 'again', 简单: 'easy', 3: null }],
  [
    'right-wrong',
    {
      对: 'good',
      错: 'again',
      '√': 'good',
      '×': 'again',
      '✓': 'good',
      '✗': 'again',
      y: 'good',
      n: 'again',
      1: 'good',
      0: 'again',
    },
  ],
])('on the scale %s the grades are worth %j', (scale, worth) => {
  for (const [text, rating] of Object.entries(worth))
    expect([text, ratingIn(scale, plainGrade(text))]).toEqual([text, rating]);
});
