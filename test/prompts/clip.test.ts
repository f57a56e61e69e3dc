import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip } from '../../src/prompts/clip.ts';

const five = ['1', '2', '3', '4', '5'];

test('what fits is shown whole, wherever it was scrolled to', () => {
  expect(clip(five, 5, 3)).toEqual({ lines: five, offset: 0, above: 0, below: 0 });
  expect(clip([], 5, 3)).toEqual({ lines: [], offset: 0, above: 0, below: 0 });
});

test('the window tells how much is hidden at either end', () => {
  expect(clip(five, 2, 1)).toEqual({ lines: ['2', '3'], offset: 1, above: 1, below: 2 });
});

test('scrolling stops at both ends', () => {
  expect(clip(five, 2, 99)).toEqual({ lines: ['4', '5'], offset: 3, above: 3, below: 0 });
  expect(clip(five, 2, -1)).toEqual({ lines: ['1', '2'], offset: 0, above: 0, below: 3 });
});

test('no room shows nothing', () => {
  expect(clip(five, 0, 0)).toEqual({ lines: [], offset: 0, above: 0, below: 5 });
  expect(clip(five, -3, 0).lines).toEqual([]);
});

test('no line is lost, and the offset that comes back holds', () => {
  const numbers = fc.tuple(fc.array(fc.string()), fc.integer({ min: -2, max: 20 }), fc.integer({ min: -9, max: 30 }));
  fc.assert(
    fc.property(numbers, ([lines, rows, offset]) => {
      const seen = clip(lines, rows, offset);
      expect(seen.above + seen.lines.length + seen.below).toBe(lines.length);
      expect(seen.lines).toEqual(lines.slice(seen.above, lines.length - seen.below));
      expect(clip(lines, rows, seen.offset)).toEqual(seen);
    }),
  );
});
