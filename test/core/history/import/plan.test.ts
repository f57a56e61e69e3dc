import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant, studyDayOf } from '../../../../src/core/day.ts';
import { type Header, readHeader } from '../../../../src/core/history/import/header.ts';
import { ItemFinder } from '../../../../src/core/history/import/items.ts';
import { type ImportInput, type ImportPlan, planImport } from '../../../../src/core/history/import/plan.ts';
import { tableRows } from '../../../../src/core/history/import/table.ts';
import { aBank, aQuestion } from '../../../support/results-history.ts';

const TODAY = studyDayOf(parseInstant('2026-11-22T12:00:00+08:00') as { ms: number; offset: number });
const banks = [
  aBank(
    'b',
    ['q', 'p', 'r'].map((id) => aQuestion(id)),
  ),
];

function planned(table: string, input: Partial<ImportInput> = {}): ImportPlan {
  const text = `item,date,grade,ms\n${table}`;
  return planImport({
    rows: tableRows(text, readHeader(text) as Header),
    scale: '1-4',
    items: new ItemFinder({ banks, chosen: ['b'], known: [], cards: new Map() }),
    offsetAt: () => 480,
    today: TODAY,
    digest: (said) => createHash('sha256').update(said).digest('hex'),
    isKnownId: () => false,
    reviewsAt: () => 0,
    ...input,
  });
}
const eventsOf = (plan: ImportPlan) => plan.entries.map(({ text }) => JSON.parse(text));
const atOf = (plan: ImportPlan): string[] => eventsOf(plan).map(({ at }) => at);
const idsOf = (plan: ImportPlan): string[] => plan.entries.map(({ id }) => id);

describe('the events of a table', () => {
  test('say what the rows say, and nothing of the machine', () => {
    const [event, other] = eventsOf(planned('b/q,2026-01-05,3,5120\np,2026-01-06 20:03,1,\n'));
    expect(event).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      at: '2026-01-05T12:00:00.000+08:00',
      device: 'import',
      type: 'imported',
      item: 'b/q',
      right: true,
      rating: 'good',
      ms: 5120,
    });
    expect(other).toMatchObject({ at: '2026-01-06T20:03:00.000+08:00', item: 'b/p', right: false, rating: 'again' });
    expect('ms' in other).toBe(false);
  });

  test('have ids that follow from item, time, grade and repetition, however these are written', () => {
    const [one] = idsOf(planned('b/q,2026-01-05,3\n'));
    expect(idsOf(planned('b/p,2026-01-04,1\nq,2026/1/5,3\n'))[1]).toBe(one);
    expect(idsOf(planned('What is q?,2026年1月5日,good\n', { scale: 'words' }))).toEqual([one]);
    expect(
      new Set(idsOf(planned('b/q,2026-01-05,3\nb/q,2026-01-05,3\nb/q,2026-01-05,4\nb/q,2026-01-06,3\n'))).size,
    ).toBe(4);
    expect(idsOf(planned('b/q,2026-01-05,3\nb/q,2026-01-05,3\n'))[0]).toBe(one);
    // A fixed id: what was brought in by one version must be known to every later one.
    expect(one).toBe('95a03d4c-14bc-8666-a41f-a4f58a98a23e');
  });

  test('of one item and day keep their order, also where the newest rows stand first', () => {
    expect(atOf(planned('q,2026-01-05,1\nq,2026-01-05,3\nq,2026-01-06,3\n'))).toEqual([
      '2026-01-05T12:00:00.000+08:00',
      '2026-01-05T12:00:00.001+08:00',
      '2026-01-06T12:00:00.000+08:00',
    ]);
    expect(atOf(planned('q,2026-01-06,3\nq,2026-01-05,3\nq,2026-01-05,1\n'))).toEqual([
      '2026-01-06T12:00:00.000+08:00',
      '2026-01-05T12:00:00.001+08:00',
      '2026-01-05T12:00:00.000+08:00',
    ]);
  });

  test('have the offset of the clock as it was then, or that of the row', () => {
    // Berlin: summer time from 29 March to 25 October 2026.
    const berlin = (ms: number): number => (ms >= Date.UTC(2026, 2, 29, 1) && ms < Date.UTC(2026, 9, 25, 1) ? 120 : 60);
    const table =
      'q,2026-01-05,3\nq,2026-07-05,3\nq,2026-03-29 03:30,3\nq,2026-07-05T20:00:00Z,3\nq,2026-07-06T20:00:00-05:00,3\n';
    expect(atOf(planned(table, { offsetAt: berlin }))).toEqual([
      '2026-01-05T12:00:00.000+01:00',
      '2026-07-05T12:00:00.000+02:00',
      '2026-03-29T03:30:00.000+02:00',
      '2026-07-05T22:00:00.000+02:00',
      '2026-07-06T20:00:00.000-05:00',
    ]);
  });
});

describe('the plan of an import', () => {
  test('refuses a row with its line and what is wrong, and counts the rest', () => {
    const plan = planned(
      'q,2026-01-05,3\nx,2026-01-05,3\nq,05/06/2026,3\nq,2026-11-24,3\nq,2026-01-05,\nq,2026-01-05,7\nq,2026-01-05,3,long\nq,2026-01-05,3,1,9\nb/z,2026-01-07,4\n',
    );
    expect(plan.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'UNKNOWN_ITEM'],
      [4, 'YEAR_LAST'],
      [5, 'IN_FUTURE'],
      [6, 'NO_GRADE'],
      [7, 'BAD_GRADE'],
      [8, 'BAD_MS'],
      [9, 'MORE_CELLS'],
    ]);
    expect(plan).toMatchObject({ rows: 9, questions: 2, already: 0, ratings: { again: 0, hard: 0, good: 1, easy: 1 } });
    expect(plan.unknown).toEqual([{ ref: 'b/z', line: 10, names: expect.any(Array) }]);
    expect(plan.entries).toHaveLength(2);
  });

  test('takes what is dated today, also where it is not yet noon', () => {
    expect(planned('q,2026-11-22,3\n').entries).toHaveLength(1);
  });

  test('knows what is there already by its id, or by a review of that very moment', () => {
    const table = 'q,2026-01-05,3\nq,1767614591120,3\nq,1767614591120,2\nq,1767614591121,3\n';
    const ids = new Set(idsOf(planned(table)).slice(0, 1));
    const plan = planned(table, {
      isKnownId: (id) => ids.has(id),
      reviewsAt: (ref, ms) => (ref === 'b/q' && ms === 1767614591120 ? 1 : 0),
    });
    expect(plan.already).toBe(2);
    expect(plan.entries.map(({ at }) => at.ms)).toEqual([1767614591121, 1767614591121]);
  });

  test('brings nothing in the second time, whatever the rows', () => {
    const cell = (...values: readonly string[]) => fc.constantFrom(...values);
    const row = fc
      .tuple(
        cell('q', 'b/p', 'x', ''),
        cell('2026-01-05', '2026/1/5', '1767614591', '2026-01-05 20:03', '?'),
        cell('1', '3', '9'),
      )
      .map((cells) => cells.join());
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.boolean(), (rows, isShorter) => {
        const first = planned(rows.join('\n'));
        const ids = new Set(idsOf(first));
        expect(ids.size).toBe(first.entries.length);
        const again = planned((isShorter ? rows.slice(0, -1) : rows).join('\n'), { isKnownId: (id) => ids.has(id) });
        expect(again.entries).toEqual([]);
        expect(first.entries.length + first.already + first.refused.length).toBe(first.rows);
      }),
    );
  });
});
