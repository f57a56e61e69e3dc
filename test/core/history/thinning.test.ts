import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Kept, superfluous } from '../../../src/core/history/thinning.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = { ms: Date.UTC(2026, 10, 22, 13), offset: 480 };

const backup = (daysAgo: number, isLasting = false): Kept => ({
  at: { ms: NOW.ms - daysAgo * DAY, offset: 480 },
  isLasting,
});

/** What is left of them, as ages in days, the youngest first. */
function left(backups: readonly Kept[], now = NOW): number[] {
  const gone = new Set(superfluous(backups, now));
  return backups
    .filter((each) => !gone.has(each))
    .map(({ at }) => (now.ms - at.ms) / DAY)
    .sort((a, b) => a - b);
}

const hourly = Array.from({ length: 24 * 400 }, (_, n) => backup(n / 24));

test('of one backup an hour for more than a year about forty-eight, twelve, seven and ten are left', () => {
  const ages = left(hourly);
  const between = (from: number, to: number): number => ages.filter((age) => age > from && age <= to).length;
  expect(between(-1, 2)).toBe(49);
  expect(between(2, 14)).toBe(13);
  expect(between(14, 61)).toBeGreaterThanOrEqual(7);
  expect(between(14, 61)).toBeLessThanOrEqual(8);
  expect(between(61, 366)).toBeGreaterThanOrEqual(10);
  expect(between(61, 366)).toBeLessThanOrEqual(12);
  expect(between(366, 1_000)).toBe(0);
});

test('of a day the last one stays', () => {
  const young = Array.from({ length: 12 }, (_, n) => backup(n / 100));
  expect(left([...young, backup(5), backup(5.1), backup(5.2)]).slice(-1)).toEqual([5]);
});

test('the last ten stay, however old: a clock that jumped ahead empties nothing', () => {
  const young = Array.from({ length: 12 }, (_, n) => backup(n));
  const years = { ms: NOW.ms + 4_000 * DAY, offset: 480 };
  expect(left(young, years)).toHaveLength(10);
});

test('what is to last stays', () => {
  const many = Array.from({ length: 20 }, (_, n) => backup(n / 100));
  expect(left([...many, backup(2_000, true), backup(2_000)])).toHaveLength(21);
});

test('thinning twice is thinning once', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 800, noNaN: true }), { maxLength: 60 }), (days) => {
      const backups = days.map((each) => backup(each));
      const gone = new Set(superfluous(backups, NOW));
      const rest = backups.filter((each) => !gone.has(each));
      expect(superfluous(rest, NOW)).toEqual([]);
    }),
  );
});
