import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant } from '../../../src/core/day.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { byDay, planRestore } from '../../../src/core/history/restore.ts';

const anEntry = (n: number, note = ''): Entry => {
  const at = `2026-11-${String((n % 20) + 1).padStart(2, '0')}T21:00:00.000+08:00`;
  return { id: `e${n}`, at: parseInstant(at) as never, text: JSON.stringify({ id: `e${n}`, at, type: 'x', note }) };
};
const entries = (...numbers: number[]): Entry[] => numbers.map((n) => anEntry(n));
const idsOf = (some: readonly Entry[]): string[] => some.map(({ id }) => id);
const plan = (backup: Entry[], present: Entry[], more: { keepLater?: boolean; archive?: string[] } = {}) =>
  planRestore({
    backup,
    present,
    archive: new Set(more.archive ?? []),
    keepLater: more.keepLater ?? false,
    today: 30_000,
  });

test('the state of the backup is what is there afterwards, and what came later is named', () => {
  const { entries: after, later, comes, archived } = plan(entries(1, 2, 3), entries(2, 3, 4, 5));
  expect([idsOf(after), idsOf(later), comes, archived]).toEqual([['e1', 'e2', 'e3'], ['e4', 'e5'], 1, 0]);
});

test('what came later stays where that is asked for', () => {
  const { entries: after, later } = plan(entries(1, 2, 3), entries(2, 3, 4, 5), { keepLater: true });
  expect([idsOf(after), idsOf(later)]).toEqual([
    ['e1', 'e2', 'e3', 'e4', 'e5'],
    ['e4', 'e5'],
  ]);
});

test('what stands in the archive is not put into the history again', () => {
  const { entries: after, archived } = plan(entries(1, 2, 3), entries(3), { archive: ['e1', 'e2'] });
  expect([idsOf(after), archived]).toEqual([['e3'], 2]);
});

test('two contents of one id are both kept, and counted', () => {
  const { entries: after, conflicts } = plan([anEntry(1, 'a')], [anEntry(1, 'b')], { keepLater: true });
  expect([idsOf(after), conflicts]).toEqual([['e1', 'e1'], 1]);
});

test('keeping what came later loses nothing of either side, and doing it twice changes nothing', () => {
  const some = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
  fc.assert(
    fc.property(some, some, some, (backup, present, archive) => {
      const put = archive.filter((n) => !present.includes(n)).map((n) => `e${n}`);
      const input = { archive: put, keepLater: true };
      const first = plan(entries(...backup), entries(...present), input);
      const all = new Set([...idsOf(first.entries), ...put]);
      expect(idsOf(entries(...backup, ...present)).filter((id) => !all.has(id))).toEqual([]);
      expect(new Set(idsOf(first.entries)).size).toBe(first.entries.length);
      const again = plan(entries(...backup), [...first.entries], input);
      expect(idsOf(again.entries)).toEqual(idsOf(first.entries));
    }),
    { numRuns: 200 },
  );
});

test('events are counted by study day, in the order of the days', () => {
  expect(byDay(entries(3, 1, 21, 2))).toEqual([
    { day: '2026-11-02', events: 2 },
    { day: '2026-11-03', events: 1 },
    { day: '2026-11-04', events: 1 },
  ]);
});
