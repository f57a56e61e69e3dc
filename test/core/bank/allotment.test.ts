import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Allotment } from '../../../src/core/bank/allotment.ts';
import { assign } from '../../../src/core/grading/assign.ts';

interface Case {
  readonly rooms: readonly number[];
  readonly fitting: readonly (readonly number[])[];
}

const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 4 }).chain((groups) =>
  fc.record({
    rooms: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: groups, maxLength: groups }),
    fitting: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: groups - 1 })), { maxLength: 9 }),
  }),
);

function allot({ rooms, fitting }: Case, order: readonly number[]): Allotment {
  const allotment = new Allotment(rooms.length, (item) => fitting[item] as readonly number[]);
  for (const [group, room] of rooms.entries()) allotment.open(group, room);
  for (const item of order) allotment.place(item);
  return allotment;
}

/** The most items that can be placed, by weights of one for each chair of each group. */
function mostPlaced({ rooms, fitting }: Case): number {
  const chairs = rooms.flatMap((room, group) => Array.from({ length: room }, () => group));
  const pairs = assign(fitting.map((groups) => chairs.map((group) => (groups.includes(group) ? 1 : 0))));
  return pairs.filter((chair) => chair !== null).length;
}

const placedIn = (allotment: Allotment, { fitting }: Case): number[] =>
  [...fitting.keys()].filter((item) => allotment.has(item));

describe('an allotment', () => {
  test('places as many items as any pairing can, in whatever order they come', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), (some, keys) => {
        const order = [...some.fitting.keys()].map((item) => ({ item, key: keys.next().value as number }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ item }) => item);
        expect(placedIn(allot(some, shuffled), some)).toHaveLength(mostPlaced(some));
      }),
    );
  });

  test('keeps to the rooms, and puts each item where it fits', () => {
    fc.assert(
      fc.property(cases, (some) => {
        const allotment = allot(some, [...some.fitting.keys()]);
        for (const [group, room] of some.rooms.entries()) {
          const items = allotment.itemsIn(group);
          expect(items.length).toBeLessThanOrEqual(room);
          for (const item of items) expect(some.fitting[item]).toContain(group);
        }
      }),
    );
  });

  test('never lets an item go that it once let in', () => {
    fc.assert(
      fc.property(cases, (some) => {
        const order = [...some.fitting.keys()];
        for (const end of order) {
          const before = placedIn(allot(some, order.slice(0, end)), some);
          const after = placedIn(allot(some, order.slice(0, end + 1)), some);
          expect(after).toEqual(expect.arrayContaining(before));
        }
      }),
    );
  });

  test('moves an item aside for one that has no other place', () => {
    const allotment = allot({ rooms: [1, 1], fitting: [[0, 1], [0]] }, [0, 1]);
    expect([allotment.itemsIn(0), allotment.itemsIn(1)]).toEqual([[1], [0]]);
  });
});
