import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOf, rngOf, shuffled } from '../../src/core/rng.ts';

describe('seeded chance', () => {
  test('is the same for the same seed, and another for a seed that differs in one character', () => {
    const draw = (seed: string): number[] => {
      const rng = rngOf(seed);
      return Array.from({ length: 20 }, () => rng.next());
    };
    expect(draw('b/q:1')).toEqual(draw('b/q:1'));
    expect(draw('b/q:1')).not.toEqual(draw('b/q:2'));
    expect(draw('')).not.toEqual(draw('0'));
  });

  test('stays below its limit and reaches every number under it', () => {
    const rng = rngOf('limit');
    const seen = new Set(Array.from({ length: 500 }, () => rng.below(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('favours no number by much, the first draw of a seed included', () => {
    const counts = Array<number>(10).fill(0);
    for (let n = 0; n < 10_000; n++) counts[rngOf(`bank/item-${n}:1`).below(10)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('a number out of a text', () => {
  test('is the same for the same text, and lies in [0, 1)', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(chanceOf(text)).toBe(chanceOf(text));
        expect(chanceOf(text)).toBeGreaterThanOrEqual(0);
        expect(chanceOf(text)).toBeLessThan(1);
      }),
    );
  });

  test('favours no tenth by much, neither over the items nor over the repetitions of one', () => {
    for (const textOf of [(n: number) => `bank/item-${n}:1`, (n: number) => `bank/item:${n}`]) {
      const counts = Array<number>(10).fill(0);
      for (let n = 0; n < 10_000; n++) counts[Math.floor(chanceOf(textOf(n)) * 10)]! += 1;
      for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
    }
  });
});

describe('a shuffle', () => {
  test('keeps every item and leaves its list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        expect(shuffled(items, rngOf(seed)).sort()).toEqual([...items].sort());
        expect(items).toEqual(before);
      }),
    );
  });

  test('finds every order about equally often', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 6_000; n++) {
      const order = shuffled(['A', 'B', 'C'], rngOf(`seed ${n}`)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
