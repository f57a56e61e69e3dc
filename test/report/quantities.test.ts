import { describe, expect, test } from 'vitest';
import { clockTimeOf, durationOf, marksOf, percentOf, sizeOf } from '../../src/report/quantities.ts';
import { words } from '../support/results-words.ts';

describe('a share in percent', () => {
  test.each([
    [null, '–'],
    [0, '0%'],
    [1, '100%'],
    [2 / 3, '67%'],
    [0.999, '99%'],
    [0.001, '1%'],
  ])('%s is %s', (share, percent) => {
    expect(percentOf(share)).toBe(percent);
  });
});

describe('a duration', () => {
  test.each([
    [0, '0 s'],
    [725_400, '12 min 5 s'],
    [59_600, '1 min 0 s'],
    [3_600_000, '1 h 0 min 0 s'],
    [360_000_000, '100 h 0 min 0 s'],
  ])('of %i ms is %s', (ms, said) => {
    expect(durationOf(ms, words.results.duration)).toBe(said);
  });
});

test('marks keep their hundredths', () => {
  expect(marksOf(-25, 10_050)).toBe('-0.25 / 100.5');
});

test('a clock time is the one that was read, whatever the offset', () => {
  expect(clockTimeOf('2026-11-22T21:05:13.120+08:00')).toBe('2026-11-22 21:05');
  expect(clockTimeOf('yesterday')).toBe('yesterday');
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [1536, '1.5 KB'],
  [10_240, '10 KB'],
  [1024 ** 2, '1.0 MB'],
  [38_252_091, '36 MB'],
  [5 * 1024 ** 4, '5120 GB'],
])('a file of %i bytes has %s', (bytes, said) => {
  expect(sizeOf(bytes)).toBe(said);
});
