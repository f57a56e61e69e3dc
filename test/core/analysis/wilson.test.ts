import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastShare, wilsonInterval } from '../../../src/core/analysis/wilson.ts';

const counts = fc
  .integer({ min: 1, max: 5_000 })
  .chain((tries) => fc.tuple(fc.integer({ min: 0, max: tries }), fc.constant(tries)));

/**
 * Wilson's own definition: the true shares under which what was seen is no more than 1.96 standard errors away. The far end is
 * sought by halving, between the share that was seen and the end of the scale.
 */
function farthest(share: number, tries: number, end: 0 | 1): number {
  const isNear = (p: number): boolean => Math.abs(share - p) <= 1.959964 * Math.sqrt((p * (1 - p)) / tries);
  let [near, far] = [share, end as number];
  if (isNear(far)) return far;
  for (let step = 0; step < 60; step++) {
    const middle = (near + far) / 2;
    if (isNear(middle)) near = middle;
    else far = middle;
  }
  return near;
}

describe('the interval of a share', () => {
  test('is within 0 and 1 and has the share in it', () => {
    fc.assert(
      fc.property(counts, ([hits, tries]) => {
        const { low, high } = wilsonInterval(hits, tries);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(hits / tries);
        expect(high).toBeGreaterThanOrEqual(hits / tries);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  test('is what the definition gives', () => {
    fc.assert(
      fc.property(counts, ([hits, tries]) => {
        const { low, high } = wilsonInterval(hits, tries);
        const share = hits / tries;
        expect(low).toBeCloseTo(hits === 0 ? 0 : farthest(share, tries, 0), 9);
        expect(high).toBeCloseTo(hits === tries ? 1 : farthest(share, tries, 1), 9);
      }),
    );
  });

  test('of the misses mirrors that of the hits', () => {
    fc.assert(
      fc.property(counts, ([hits, tries]) => {
        const [of, against] = [wilsonInterval(hits, tries), wilsonInterval(tries - hits, tries)];
        expect(of.low).toBeCloseTo(1 - against.high, 12);
        expect(of.high).toBeCloseTo(1 - against.low, 12);
      }),
    );
  });

  test('grows narrower with more of the same', () => {
    const width = (tries: number): number => {
      const { low, high } = wilsonInterval(tries / 4, tries);
      return high - low;
    };
    expect([4, 40, 400, 4_000].map(width)).toEqual([4_000, 400, 40, 4].map(width).sort((a, b) => b - a));
  });
});

// Bounds of the 95 % Wilson score interval worked out by hand from the formula.
test.each([
  [1, 1, 0.2065],
  [8, 10, 0.4902],
  [1, 5, 0.0362],
  [0, 10, 0],
])('%i misses in %i prove a share of %f at least', (hits, tries, share) => {
  expect(leastShare(hits, tries)).toBeCloseTo(share, 3);
});
