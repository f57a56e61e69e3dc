import { expect, test } from 'vitest';
import { formatDay, formatInstant } from '../../../../src/core/day.ts';
import { momentKey, parseMoment } from '../../../../src/core/history/import/moments.ts';

const read = (cell: string): string => {
  const moment = parseMoment(cell);
  if (typeof moment === 'string') return moment;
  if (moment.kind === 'day') return formatDay(moment.day);
  if (moment.kind === 'local') return formatInstant({ ms: moment.localMs, offset: 0 }).slice(0, 23);
  const { ms, offset } = moment;
  return formatInstant({ ms, offset: offset ?? 0 }) + (offset === null ? ' UTC' : '');
};

test.each([
  ['2026-01-05', '2026-01-05'],
  ['2026/1/5', '2026-01-05'],
  ['2026.1.5', '2026-01-05'],
  ['2026年1月5日', '2026-01-05'],
  ['2026年1月5号', '2026-01-05'],
  ['２０２６／１／５', '2026-01-05'],
  ['20260105', '2026-01-05'],
  ['2024-02-29', '2024-02-29'],
  ['2026-01-05T20:03', '2026-01-05T20:03:00.000'],
  ['2026-01-05 20:03:11', '2026-01-05T20:03:11.000'],
  ['2026/1/5 8:03', '2026-01-05T08:03:00.000'],
  ['2026-01-05 20:03:11.5', '2026-01-05T20:03:11.500'],
  ['2026年1月5日 20时03分', '2026-01-05T20:03:00.000'],
  ['2026年1月5日20:03', '2026-01-05T20:03:00.000'],
  ['2026-01-05T20:03:11+08:00', '2026-01-05T20:03:11.000+08:00'],
  ['2026-01-05T20:03:11.123456-0330', '2026-01-05T20:03:11.123-03:30'],
  ['2026-01-05T20:03:11Z', '2026-01-05T20:03:11.000+00:00 UTC'],
  ['2026-01-05 20:03:11+00:00', '2026-01-05T20:03:11.000+00:00 UTC'],
  ['1767614591', '2026-01-05T12:03:11.000+00:00 UTC'],
  ['1767614591.25', '2026-01-05T12:03:11.250+00:00 UTC'],
  ['1767614591120', '2026-01-05T12:03:11.120+00:00 UTC'],
])('%s is read as %s', (cell, expected) => {
  expect(read(cell)).toBe(expected);
});

test.each([
  ['', 'NO_DATE'],
  ['  ', 'NO_DATE'],
  ['05/06/2026', 'YEAR_LAST'],
  ['25.12.2026', 'YEAR_LAST'],
  ['5-6-26', 'YEAR_LAST'],
  ['2026-02-30', 'BAD_DATE'],
  ['2026-13-01', 'BAD_DATE'],
  ['2026-01-05 25:00', 'BAD_DATE'],
  ['2026-01-05 20:61', 'BAD_DATE'],
  ['2026-01-05+08:00', 'BAD_DATE'],
  ['46027', 'BAD_DATE'],
  ['yesterday', 'BAD_DATE'],
  ['20261301', 'BAD_DATE'],
  ['-1767614591', 'BAD_DATE'],
  ['1969-12-31', 'TOO_EARLY'],
  ['0001-01-01', 'TOO_EARLY'],
  [`2026-01-05${' '.repeat(200)}x`, 'BAD_DATE'],
])('%j is refused as %s', (cell, fault) => {
  expect(parseMoment(cell)).toBe(fault);
});

test('the same time has one key, however it is written', () => {
  const key = (cell: string) => {
    const moment = parseMoment(cell);
    return typeof moment === 'string' ? moment : momentKey(moment);
  };
  expect(key('2026/1/5')).toBe(key('2026年1月5日'));
  expect(key('2026-01-05T20:03:11+08:00')).toBe(key('1767614591'));
  expect(key('2026-01-05 20:03')).toBe(key('2026/1/5 20:03:00'));
  expect(key('2026-01-05')).not.toBe(key('2026-01-05 12:00'));
});
