import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOfParts, shareOut } from '../../../src/core/exam/shares.ts';
import { aCase, aTruth } from '../../support/drill-questions.ts';

const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 });
const totals = fc.integer({ min: 0, max: 100_000 });

test('shares add up to the total, each within one hundredth of its due', () => {
  fc.assert(
    fc.property(totals, weights, (total, each) => {
      const shares = shareOut(total, each);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
      const sum = each.reduce((all, weight) => all + weight, 0);
      if (sum === 0) return;
      shares.forEach((share, index) => {
        expect(Math.abs(share - (total * (each[index] as number)) / sum)).toBeLessThan(1);
      });
    }),
  );
});

test('a heavier part never has less', () => {
  fc.assert(
    fc.property(totals, weights, (total, each) => {
      const shares = shareOut(total, each);
      each.forEach((weight, one) => {
        each.forEach((other, two) => {
          if (weight > other) expect(shares[one]).toBeGreaterThanOrEqual(shares[two] as number);
        });
      });
    }),
  );
});

test('ten points in three are 3.34, 3.33 and 3.33', () => {
  expect(shareOut(1000, [1, 1, 1])).toEqual([334, 333, 333]);
  expect(shareOut(1000, [0, 0])).toEqual([500, 500]);
});

test('the parts of a case weigh what their key points and blanks are worth', () => {
  const [first] = aCase('c', 1).items;
  const common = { ...aTruth('c#2'), stem: '说' };
  const short = {
    ...common,
    type: 'short',
    answer: '说',
    points: [1, 2].map((points) => ({ text: '点', keywords: [], points })),
  } as const;
  const parts = pointsOfParts({ ...aCase('c', 1), items: [first as typeof common, short] }, 1000);
  expect(parts.map(({ of }) => of)).toEqual([250, 750]);
});
