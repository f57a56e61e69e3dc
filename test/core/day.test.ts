import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, formatInstant, type Instant, parseDay, parseInstant, studyDayOf } from '../../src/core/day.ts';

const at = (text: string): Instant => parseInstant(text) as Instant;
const dayAt = (text: string): string => formatDay(studyDayOf(at(text)));

describe('a study day', () => {
  test('turns at four in the morning in Shanghai', () => {
    expect(dayAt('2026-11-22T03:59:59.999+08:00')).toBe('2026-11-21');
    expect(dayAt('2026-11-22T04:00:00.000+08:00')).toBe('2026-11-22');
    expect(dayAt('2026-11-23T01:30:00.000+08:00')).toBe('2026-11-22');
    expect(dayAt('2026-11-22T08:00:00.000+08:00')).toBe('2026-11-22');
  });

  test('turns at four on the clock in New York when clocks go forward', () => {
    expect(dayAt('2026-03-08T01:59:59.999-05:00')).toBe('2026-03-07');
    expect(dayAt('2026-03-08T03:00:00.000-04:00')).toBe('2026-03-07');
    expect(dayAt('2026-03-08T03:59:59.999-04:00')).toBe('2026-03-07');
    expect(dayAt('2026-03-08T04:00:00.000-04:00')).toBe('2026-03-08');
  });

  test('turns at four on the clock in New York when clocks go back', () => {
    expect(dayAt('2026-11-01T01:30:00.000-04:00')).toBe('2026-10-31');
    expect(dayAt('2026-11-01T01:30:00.000-05:00')).toBe('2026-10-31');
    expect(dayAt('2026-11-01T03:59:59.999-05:00')).toBe('2026-10-31');
    expect(dayAt('2026-11-01T04:00:00.000-05:00')).toBe('2026-11-01');
  });

  test('is the one that a traveller lives, on whichever side of the world', () => {
    expect(dayAt('2026-11-22T21:00:00.000+08:00')).toBe('2026-11-22');
    expect(dayAt('2026-11-22T21:00:00.000-08:00')).toBe('2026-11-22');
    expect(dayAt('2026-11-23T13:00:00.000+08:00')).toBe('2026-11-23');
    expect(at('2026-11-22T21:00:00.000-08:00').ms).toBe(at('2026-11-23T13:00:00.000+08:00').ms);
  });

  test('never goes back while the clock goes on', () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.nat(1e9), offsets, (ms, later, offset) => {
        expect(studyDayOf({ ms: ms + later, offset })).toBeGreaterThanOrEqual(studyDayOf({ ms, offset }));
      }),
    );
  });
});

describe('instants', () => {
  test('are written with milliseconds and offset, always 29 characters', () => {
    expect(formatInstant(at('2026-11-22T13:05Z'))).toBe('2026-11-22T13:05:00.000+00:00');
    expect(formatInstant(at('2026-11-22T21:05:13.1-03:30'))).toBe('2026-11-22T21:05:13.100-03:30');
  });

  test('are read back as they were written', () => {
    const instants = fc.record({
      ms: fc.integer({ min: 0, max: 4_102_444_800_000 }),
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parseInstant(formatInstant(instant))).toEqual(instant);
      }),
    );
  });

  test('are found where the platform finds them, and nowhere else', () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
    const year = fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(0, 1600, 1900, 2000, 2024, 2100));
    const parts = fc.tuple(
      year,
      two(13),
      two(32),
      two(25),
      two(61),
      two(61),
      fc.nat(999),
      two(25),
      two(61),
      fc.boolean(),
    );
    fc.assert(
      fc.property(parts, ([year, month, day, hour, minute, second, milli, zoneHour, zoneMinute, isEast]) => {
        const time = `T${hour}:${minute}:${second}.${String(milli).padStart(3, '0')}`;
        const date = `${String(year).padStart(4, '0')}-${month}-${day}`;
        const zone = `${isEast ? '+' : '-'}${zoneHour}:${zoneMinute}`;
        const parsed = parseInstant(date + time + zone);
        const ms = Date.parse(date + time + zone);
        const isThatDay = parseDay(date) !== null && Number(hour) < 24;
        expect(parsed?.ms ?? null).toBe(isThatDay && !Number.isNaN(ms) ? ms : null);
        if (parsed && parsed.offset !== 0) expect(formatInstant(parsed)).toBe(date + time + zone);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '',
    'yesterday',
    '2026-11-22',
    '2026-11-22T21:05:13',
    '2026-11-22 21:05:13+08:00',
    '2026-13-22T21:05:13+08:00',
    '2026-02-30T21:05:13+08:00',
    '2026-11-22T25:05:13+08:00',
    '2026-11-22T21:05:13+0800',
    '2026-11-22T21:05:13+99:00',
    '2026-11-22T21:05:13+08:60',
    ' 2026-11-22T21:05:13+08:00',
  ])('are not found in %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

describe('days', () => {
  test('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
        expect(parseDay(formatDay(day))).toBe(day);
      }),
    );
  });

  test('subtract over a leap day', () => {
    expect((parseDay('2028-03-01') as number) - (parseDay('2028-02-28') as number)).toBe(2);
  });

  test.each(['', '2026-2-3', '2026-02-29', '2026-02-30', '2026-00-01', '20261122', '2026-11-22T00:00'])(
    'are not found in %j',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );
});
