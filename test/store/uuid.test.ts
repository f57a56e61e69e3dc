import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuidv7 } from '../../src/store/uuid.ts';

describe('an id', () => {
  test('has the form of a UUIDv7', () => {
    expect(uuidv7(1_764_000_000_000, randomBytes)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('begins with its millisecond', () => {
    const ms = 1_900_000_000_000;
    expect(uuidv7(ms, randomBytes).replace('-', '').slice(0, 12)).toBe(ms.toString(16).padStart(12, '0'));
  });

  test('is greater than the one before, whatever the clock does', () => {
    const clocks = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(clocks, (readings) => {
        const ids = readings.map((ms) => uuidv7(1_950_000_000_000 + ms, randomBytes));
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('stays greater where chance has no more to give', () => {
    const highest = (bytes: number) => new Uint8Array(bytes).fill(255);
    const ids = Array.from({ length: 1_000 }, () => uuidv7(0, highest));
    expect([...ids].sort()).toEqual(ids);
  });
});
