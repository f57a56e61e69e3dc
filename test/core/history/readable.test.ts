import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { withoutVoided } from '../../../src/core/history/fold.ts';
import { readable } from '../../../src/core/history/readable.ts';
import { anAnswer, anEnd, aStart, aVoid } from '../../support/results-history.ts';

const event = (fields: object): HistoryEvent =>
  ({ id: 'e1', at: '2026-11-22T20:00:00.000+08:00', device: 'k3f9', ...fields }) as HistoryEvent;

describe('an event that is whole', () => {
  test.each([anAnswer(), aStart(), anEnd(), aVoid('x'), event({ type: 'starred', item: 'b/i', on: true })])(
    'is taken as it is: $type',
    (whole) => {
      expect(readable(whole)).toBe(whole);
    },
  );

  test('may have fields of a later version, and be of a kind of one', () => {
    const later = event({ type: 'noted', item: 'b/i', text: '记', mood: [1] });
    expect(readable(later)).toBe(later);
    const unknown = event({ type: 'tuned', parameters: null });
    expect(readable(unknown)).toBe(unknown);
  });
});

describe('an event that lacks what its kind says', () => {
  test.each([
    { type: 'voided', target: 7 },
    { type: 'starred', item: ['b/i'], on: true },
    { type: 'starred', item: 'b/i', on: 'yes' },
    { type: 'suspended', on: true },
    { type: 'noted', item: 'b/i', text: {} },
    { type: 'session-ended', session: 's1', how: 'constructor' },
    { type: 'session-ended', session: 's1', how: 'quit', usedMs: '5' },
    { type: 'paused', session: 's1' },
    { type: 'viewed', session: 's1', item: 'b/i', ms: null },
    { type: 'flagged', session: null, item: 'b/i', on: true },
    { type: 'cause', target: 'e0', item: 'b/i', cause: 'toString' },
    { type: 'studied', bank: 'b', item: 3, topic: '', scope: {} },
  ])('counts for nothing: %j', (fields) => {
    expect(readable(event(fields))).toMatchObject({ id: 'e1', type: 'unknown' });
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('of a kind called %s is unknown', (type) => {
    const strange = event({ type });
    expect(readable(strange)).toBe(strange);
  });
});

test('an answer keeps what can be read of it', () => {
  const broken = {
    ...anAnswer(),
    mode: '__proto__',
    response: ['A', null, 3, true],
    marks: 'full',
    ms: null,
    order: ['A', 'b'],
  };
  expect(readable(broken as never)).toMatchObject({ mode: 'practice', response: ['A', true], marks: 0, ms: 0, of: 1 });
  expect(readable(broken as never)).not.toHaveProperty('order');
});

test('an opening keeps the banks and questions that can be read', () => {
  const form = [null, { item: 'b/i' }, { item: 5 }, { item: 'b/j', order: 'AB' }, []];
  const broken = { ...aStart(), settings: null, seed: 1, banks: [{ id: 'b', revision: 'r' }, {}, 'b'], form };
  expect(readable(broken as never)).toMatchObject({
    settings: {},
    seed: '',
    banks: [{ id: 'b', revision: 'r' }],
    form: [{ item: 'b/i' }],
  });
});

describe('a great many voids', () => {
  const ids = (events: readonly HistoryEvent[]): string[] => withoutVoided(events).map(({ id }) => id);
  const chain = (length: number): HistoryEvent[] =>
    Array.from({ length }, (_, n) => ({ ...aVoid(n === 0 ? 'e0' : `v${n - 1}`), id: `v${n}` }));

  test('in a chain, each of the one before', () => {
    const answer = { ...anAnswer(), id: 'e0' };
    // The last counts, and so does every second one before it.
    expect(ids([answer, ...chain(100_000)])).toContain('e0');
    expect(ids([answer, ...chain(100_001)])).not.toContain('e0');
  });

  test('of one answer', () => {
    const answer = { ...anAnswer(), id: 'e0' };
    const voids = Array.from({ length: 100_000 }, (_, n) => ({ ...aVoid('e0'), id: `v${n}` }));
    expect(ids([answer, ...voids])).toHaveLength(100_000);
  });

  test('in a circle, ends', () => {
    const circle = chain(50_000).map((one, n) => (n === 0 ? { ...one, target: 'v49999' } : one)) as HistoryEvent[];
    expect(ids(circle).length).toBeGreaterThan(0);
  });
});
