import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../../../src/core/grading/assign.ts';

test('an early row moves aside for one that has no other place', () => {
  expect(
    assign([
      [1, 1],
      [1, 0],
    ]),
  ).toEqual([1, 0]);
});

test('a row without a possible pair stays alone', () => {
  expect(
    assign([
      [0, 0],
      [0, 3],
    ]),
  ).toEqual([null, 1]);
});

test('no pairing weighs more, and no column is taken twice', () => {
  const weight = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(20) });
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );
  fc.assert(
    fc.property(table, (weights) => {
      const columns = assign(weights);
      const taken = columns.filter((column) => column !== null);
      expect(new Set(taken).size).toBe(taken.length);
      const total = columns.reduce<number>(
        (sum, column, row) => sum + (column === null ? 0 : (weights[row]?.[column] ?? 0)),
        0,
      );
      expect(total).toBe(heaviest(weights, new Set()));
    }),
  );
});

/** By trying every pairing. */
function heaviest([row, ...rest]: readonly (readonly number[])[], taken: ReadonlySet<number>): number {
  if (row === undefined) return 0;
  const choices = row.map((weight, column) =>
    taken.has(column) ? 0 : weight + heaviest(rest, new Set([...taken, column])),
  );
  return Math.max(heaviest(rest, taken), ...choices);
}
