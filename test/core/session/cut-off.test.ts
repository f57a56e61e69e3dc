import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../../src/core/day.ts';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { cutOffSitting } from '../../../src/core/session/cut-off.ts';
import { openSession, replay, type Session, step } from '../../../src/core/session/session.ts';
import { NOON } from '../../support/histories.ts';

const FORM = ['b/a', 'b/b', 'b/c', 'b/k#1', 'b/k#2', 'b/d'];
const SESSION = 'd0';

let count = 0;
const event = (type: string, fields: object, seconds = count++): HistoryEvent =>
  ({
    id: `e${String(count++).padStart(6, '0')}`,
    at: formatInstant({ ms: NOON.ms + seconds * 1000, offset: NOON.offset }),
    device: 'k3f9',
    type,
    ...fields,
  }) as unknown as HistoryEvent;

const started = (seconds = 0): HistoryEvent =>
  ({
    ...event('session-started', {}, seconds),
    id: SESSION,
    mode: 'drill',
    banks: [],
    settings: {},
    seed: '1',
    form: FORM.map((item) => ({ item })),
  }) as unknown as HistoryEvent;

const answered = (item: string, right: boolean, seconds?: number, ms = 1000): HistoryEvent =>
  event('answered', { session: SESSION, mode: 'drill', item, right, ms, marks: 0, of: 1, response: ['A'] }, seconds);

const opening = { form: FORM, repeatWrong: true };
const rebuilt = (events: readonly HistoryEvent[]): Session =>
  replay(opening, cutOffSitting(events, SESSION)?.log ?? []);

describe('a sitting that was cut off', () => {
  test('is rebuilt from its events to stand where it stood, whatever was done in it and in whatever order its lines are', () => {
    const deed = fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), right: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('put-away' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('elsewhere' as const) }) },
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), fc.infiniteStream(fc.nat(9)), (deeds, chance) => {
        let live = openSession(opening);
        const events = [started()];
        for (const what of deeds) {
          const ref = live.pending[0]?.ref;
          const last = live.log.at(-1);
          if (what.kind === 'elsewhere') {
            events.push(event('answered', { session: 'other', mode: 'drill', item: 'b/a', right: false, ms: 1 }));
            events.push(event('suspended', { item: 'c/z', on: true }));
          } else if (what.kind === 'undo') {
            if (!last || !('id' in last)) continue;
            events.push(event('voided', { target: last.id }));
            live = step(live, { kind: 'voided', target: last.id });
          } else if (ref !== undefined && what.kind === 'answer') {
            const written = answered(ref, what.right);
            events.push(written);
            live = step(live, { kind: 'answered', id: written.id, ref, right: what.right });
          } else if (ref !== undefined) {
            const written = event('suspended', { item: ref, on: true });
            events.push(written);
            live = step(live, { kind: 'put-away', id: written.id, ref });
          }
        }
        const mixed = events
          .map((each) => ({ each, at: chance.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        expect(rebuilt(mixed)).toEqual(live);
      }),
    );
  });

  test('took from its first question to its last answer', () => {
    const events = [started(0), answered('b/a', true, 0, 7000), answered('b/b', true, 20), answered('b/c', true, 31)];
    expect(cutOffSitting(events, SESSION)?.usedMs).toBe(38_000);
    expect(cutOffSitting([started()], SESSION)?.usedMs).toBe(0);
  });

  test('asks again what was put away and taken out again', () => {
    const away = event('suspended', { item: 'b/a', on: true });
    const back = event('suspended', { item: 'b/a', on: false });
    expect(rebuilt([started(), away]).pending.map(({ ref }) => ref)).toEqual(FORM.slice(1));
    expect(rebuilt([started(), away, back]).pending.map(({ ref }) => ref)).toEqual(FORM);
  });

  test('is none where it was ended, was never begun, or is something else', () => {
    const end = event('session-ended', { session: SESSION, how: 'quit' });
    const answer = answered('b/a', true);
    expect(cutOffSitting([started(), answer, end], SESSION)).toBeNull();
    expect(cutOffSitting([started(), answer, end, event('voided', { target: end.id })], SESSION)).not.toBeNull();
    expect(cutOffSitting([answer], SESSION)).toBeNull();
    expect(cutOffSitting([answer], answer.id)).toBeNull();
  });
});
