import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AgainstRest,
  correlation,
  discriminationOf,
  LEAST_LEARNERS,
  LEAST_REST,
} from '../../../src/core/analysis/discrimination.ts';

const score = fc.integer({ min: LEAST_REST, max: 60 }).chain((restAnswered) =>
  fc.record({
    right: fc.boolean(),
    restRight: fc.integer({ min: 0, max: restAnswered }),
    restAnswered: fc.constant(restAnswered),
  }),
);
const scores = fc.array(score, { minLength: LEAST_LEARNERS, maxLength: 40 });

/** The textbook's point-biserial: how far the mean of those who were right lies above that of the others, in deviations. */
function pointBiserial(all: readonly AgainstRest[]): number {
  const shareOf = ({ restRight, restAnswered }: AgainstRest): number => restRight / restAnswered;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const shares = all.map(shareOf);
  const deviation = Math.sqrt(mean(shares.map((share) => share ** 2)) - mean(shares) ** 2);
  const [right, wrong] = [all.filter((each) => each.right), all.filter((each) => !each.right)];
  const split = Math.sqrt((right.length / all.length) * (wrong.length / all.length));
  return ((mean(right.map(shareOf)) - mean(wrong.map(shareOf))) / deviation) * split;
}

/** Pearson's r by its sums of products, every pair with every other. */
function byAllPairs(pairs: readonly (readonly [number, number])[]): number {
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs)
    for (const [u, v] of pairs) {
      xy += (x - u) * (y - v);
      xx += (x - u) ** 2;
      yy += (y - v) ** 2;
    }
  return xy / Math.sqrt(xx * yy);
}

describe('a correlation', () => {
  const pair = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
  const pairs = fc.array(pair, { minLength: 2, maxLength: 30 });
  const varies = (all: readonly (readonly number[])[], side: 0 | 1): boolean =>
    new Set(all.map((p) => p[side])).size > 1;

  test('is what comparing every pair with every other gives', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        fc.pre(varies(all, 0) && varies(all, 1));
        expect(correlation(all)).toBeCloseTo(byAllPairs(all), 9);
      }),
    );
  });

  test('of a side that does not vary is none', () => {
    const same = fc.array(fc.integer(), { maxLength: 20 }).map((ys) => ys.map((y) => [0.1, y] as const));
    fc.assert(
      fc.property(same, (all) => {
        expect(correlation(all)).toBeNull();
      }),
    );
  });

  test('does not depend on the order, to the last digit', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        expect(correlation([...all].reverse())).toBe(correlation(all));
      }),
    );
  });

  test('of a line is 1, and -1 where it falls', () => {
    const rising = [0.1, 0.2, 0.3, 0.7].map((x) => [x, 3 * x + 1] as const);
    expect(correlation(rising)).toBeCloseTo(1, 12);
    expect(correlation(rising.map(([x, y]) => [x, -y] as const))).toBeCloseTo(-1, 12);
  });
});

describe('discrimination', () => {
  test('is the point-biserial with the rest', () => {
    fc.assert(
      fc.property(scores, (all) => {
        const found = discriminationOf(all);
        fc.pre(found.kind === 'known');
        expect(found.r).toBeCloseTo(pointBiserial(all), 6);
        expect(Math.abs(found.r)).toBeLessThanOrEqual(1);
        expect(found.learners).toBe(all.length);
      }),
    );
  });

  test('is positive where those who know the rest are right, and negative where they are wrong', () => {
    const of = (isRight: (n: number) => boolean): number => {
      const all = Array.from({ length: 12 }, (_, n) => ({ right: isRight(n), restRight: n, restAnswered: 12 }));
      const found = discriminationOf(all);
      return found.kind === 'known' ? found.r : Number.NaN;
    };
    expect(of((n) => n > 6)).toBeGreaterThan(0.8);
    expect(of((n) => n < 6)).toBeLessThan(-0.8);
  });

  test('is none under ten learners, and a learner counts from a rest of five', () => {
    const learner = (n: number, restAnswered: number) => ({ right: n % 2 === 0, restRight: n % 5, restAnswered });
    const nine = Array.from({ length: 9 }, (_, n) => learner(n, 20));
    expect(discriminationOf(nine)).toEqual({ kind: 'unknown', why: 'few-learners', learners: 9 });
    expect(discriminationOf([...nine, learner(9, 4)])).toMatchObject({ why: 'few-learners', learners: 9 });
    expect(discriminationOf([...nine, learner(9, 5)])).toMatchObject({ kind: 'known', learners: 10 });
  });

  test('is none where the item, or the rest, came out the same for all', () => {
    const twelve = Array.from({ length: 12 }, (_, n) => n);
    const allRight = twelve.map((n) => ({ right: true, restRight: n, restAnswered: 12 }));
    // Seven tenths of ten and of twenty are one share.
    const allAlike = twelve.map((n) => ({ right: n > 6, restRight: n % 2 ? 7 : 14, restAnswered: n % 2 ? 10 : 20 }));
    for (const all of [allRight, allAlike])
      expect(discriminationOf(all)).toEqual({ kind: 'unknown', why: 'all-alike', learners: 12 });
  });
});
