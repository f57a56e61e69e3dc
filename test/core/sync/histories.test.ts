import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studyDayOf } from '../../../src/core/day.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { difference, examine, type Histories, isUnion, settle } from '../../../src/core/sync/histories.ts';
import { anAnswer, idsOf, NOON } from '../../support/histories.ts';

const TODAY = studyDayOf(NOON);
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id, minute) => anAnswer(id, minute)) as [Entry, Entry, Entry, Entry];

const histories = (files: Readonly<Record<string, readonly Entry[]>>): Histories => new Map(Object.entries(files));
const history = (...entries: readonly Entry[]): Histories => histories({ 'history.json': entries });

/** The ids in each file. */
const shape = (all: Histories): Record<string, string> =>
  Object.fromEntries([...all].map(([path, entries]) => [path, idsOf(entries).join('')]));

describe('how two states differ', () => {
  test('by what each has alone', () => {
    expect(difference(history(a, b), history(b, c))).toEqual({ added: [c], lost: [a] });
  });

  test('an event that went into an archive is neither new nor lost', () => {
    const after = histories({ 'history.json': [b], 'archive/2025.json': [a] });
    expect(difference(history(a, b), after)).toEqual({ added: [], lost: [] });
  });

  test('the same id with another content is another event', () => {
    const other = anAnswer('a', 0, { right: false });
    expect(difference(history(a), history(other))).toEqual({ added: [other], lost: [a] });
  });
});

describe('a merge by lines is believed', () => {
  const sides = [history(a, b), history(a, c)];
  const believed = (candidate: Histories): boolean =>
    !examine(candidate).hasRepeats && isUnion(sides.map((side) => difference(side, candidate)));

  test('where it has all of both, in whatever order', () => {
    expect(believed(history(a, b, c))).toBe(true);
    expect(believed(history(c, b, a))).toBe(true);
  });

  test('also where some of it lies in an archive', () => {
    expect(believed(histories({ 'history.json': [b, c], 'archive/2025.json': [a] }))).toBe(true);
  });

  test.each([
    ['an event is missing', history(a, b)],
    ['an event stands twice', history(a, b, c, c)],
    ['an event stands in two files', histories({ 'history.json': [a, b, c], 'archive/2025.json': [a] })],
    ['there is one that nobody had', history(a, b, c, d)],
  ])('not where %s', (_, candidate) => {
    expect(believed(candidate)).toBe(false);
  });

  test('contents that differ under one id are no repeats, and are named', () => {
    expect(examine(history(a, anAnswer('a', 0, { right: false })))).toEqual({ hasRepeats: false, conflicts: ['a'] });
  });
});

describe('the union by event', () => {
  test('an event that an archive has leaves the history', () => {
    const settled = settle([history(a, b), histories({ 'history.json': [b], 'archive/2025.json': [a] })], TODAY);
    expect(shape(settled)).toEqual({ 'archive/2025.json': 'a', 'history.json': 'b' });
  });

  test('of two archives the first by name keeps it, and one that nothing is left in is none', () => {
    const one = histories({ 'history.json': [c], 'archive/2024.json': [a, b] });
    const other = histories({ 'history.json': [c, d], 'archive/2025.json': [a, b] });
    expect(shape(settle([one, other], TODAY))).toEqual({ 'archive/2024.json': 'ab', 'history.json': 'cd' });
  });

  const events = fc
    .array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 })
    .map((numbers) => numbers.map((n) => anAnswer(`e${n % 7}`, n % 7, n > 6 ? { right: false } : {})));
  const sides = fc
    .record({ 'history.json': events, 'archive/1.json': events, 'archive/2.json': events })
    .map(histories);

  test('is believed itself, and stays as it is when it is made again', () => {
    fc.assert(
      fc.property(sides, sides, (one, other) => {
        const settled = settle([one, other], TODAY);
        expect(examine(settled).hasRepeats).toBe(false);
        expect(isUnion([difference(one, settled), difference(other, settled)])).toBe(true);
        expect(settle([settled, one, other], TODAY)).toEqual(settled);
        expect(settle([other, one], TODAY)).toEqual(settled);
      }),
    );
  });
});
