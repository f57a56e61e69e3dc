import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_MISSES } from '../../../src/core/drill/memory.ts';
import {
  answersOf,
  lastDeed,
  type Opening,
  OTHERS_BETWEEN,
  openSession,
  replay,
  type Session,
  type SessionEvent,
  step,
} from '../../../src/core/session/session.ts';

const FORM = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const drill = (form: readonly string[] = FORM): Session => openSession({ form, repeatWrong: true });
const pendingOf = (session: Session): string => session.pending.map(({ ref }) => ref).join('');

let answers = 0;
const answer = (session: Session, right: boolean, ref = session.pending[0]?.ref ?? ''): Session =>
  step(session, { kind: 'answered', id: `e${++answers}`, ref, right });

describe('a wrong item', () => {
  test('comes back later each time it is missed again', () => {
    const form = Array.from('abcdefghijklmnop');
    const once = step(openSession({ form, repeatWrong: true }), { kind: 'answered', id: '1', ref: 'a', right: false });
    const front = { ...once, pending: [...once.pending].sort((x, y) => Number(y.ref === 'a') - Number(x.ref === 'a')) };
    const twice = step(front, { kind: 'answered', id: '2', ref: 'a', right: false });
    expect(twice.pending.findIndex(({ ref }) => ref === 'a')).toBe(OTHERS_BETWEEN + 3);
    expect(twice.pending.find(({ ref }) => ref === 'a')).toEqual({ ref: 'a', repeat: 2 });
  });

  test('comes back after four others', () => {
    const after = answer(drill(), false);
    expect(pendingOf(after)).toBe('bcdeafg');
    expect(after.pending[OTHERS_BETWEEN]).toEqual({ ref: 'a', repeat: 1 });
  });

  test('comes back last where fewer are left', () => {
    expect(pendingOf(answer(drill(['a', 'b', 'c']), false))).toBe('bca');
    expect(pendingOf(answer(drill(['a']), false))).toBe('a');
  });

  test('comes back until it is right, but not for ever', () => {
    const twice = answer(answer(drill(['a']), false), false);
    expect(twice.pending).toEqual([{ ref: 'a', repeat: 2 }]);
    expect(answer(twice, true).pending).toEqual([]);
    let missed = drill(['a']);
    for (let n = 0; n < MOST_MISSES; n++) missed = answer(missed, false);
    expect(missed.pending).toEqual([]);
  });

  test('does not come between the parts of a case', () => {
    const session = drill(['w', 'x', 'y', 'z', 'k#1', 'k#2', 'k#3', 'v']);
    const after = answer(session, false);
    expect(after.pending.map(({ ref }) => ref)).toEqual(['x', 'y', 'z', 'k#1', 'k#2', 'k#3', 'w', 'v']);
  });

  test('does not come back in an exam', () => {
    expect(pendingOf(answer(openSession({ form: FORM, repeatWrong: false }), false))).toBe('bcdefg');
  });
});

test('a right item does not come back', () => {
  expect(pendingOf(answer(drill(), true))).toBe('bcdefg');
});

test('an item put away is not asked again, nor is its repeat', () => {
  const wrong = answer(drill(), false);
  expect(pendingOf(step(wrong, { kind: 'put-away', id: 'p', ref: 'a' }))).toBe('bcdefg');
  expect(pendingOf(step(drill(), { kind: 'put-away', id: 'p', ref: 'c' }))).toBe('abdefg');
});

test('the end leaves nothing to ask', () => {
  expect(step(answer(drill(), false), { kind: 'ended' })).toMatchObject({ pending: [], status: 'ended' });
});

describe('undo', () => {
  const openings = fc.record({ form: fc.uniqueArray(fc.constantFrom(...'abcdefghij')), repeatWrong: fc.boolean() });
  const moves = fc.array(fc.tuple(fc.constantFrom('answer', 'answer', 'answer', 'put-away'), fc.boolean(), fc.nat(9)));
  type Moves = readonly (readonly [string, boolean, number])[];

  const sitting = (opening: Opening, made: Moves): Session =>
    made.reduce<Session>((session, [kind, right, index], n) => {
      const ref = session.pending[index % Math.max(1, session.pending.length)]?.ref;
      if (ref === undefined) return session;
      const event: SessionEvent =
        kind === 'answer' ? { kind: 'answered', id: `m${n}`, ref, right } : { kind: 'put-away', id: `m${n}`, ref };
      return step(session, event);
    }, openSession(opening));

  test('of the last answer gives back the sitting before it', () => {
    fc.assert(
      fc.property(openings, moves, fc.boolean(), (opening, made, right) => {
        const before = sitting(opening, made);
        const ref = before.pending[0]?.ref;
        if (ref === undefined) return;
        const after = step(before, { kind: 'answered', id: 'last', ref, right });
        expect(step(after, { kind: 'voided', target: 'last' })).toEqual(before);
      }),
    );
  });

  test('of any answer is a replay without it', () => {
    fc.assert(
      fc.property(openings, moves, fc.nat(20), (opening, made, pick) => {
        const session = sitting(opening, made);
        const target = answersOf(session)[pick % Math.max(1, answersOf(session).length)]?.id ?? 'none';
        const without = session.log.filter((event) => event.kind !== 'answered' || event.id !== target);
        expect(step(session, { kind: 'voided', target })).toEqual(replay(opening, without));
      }),
    );
  });

  test('of a putting away brings the item back', () => {
    const away = step(drill(), { kind: 'put-away', id: 'p', ref: 'c' });
    expect(lastDeed(away)).toMatchObject({ id: 'p' });
    expect(step(away, { kind: 'voided', target: 'p' })).toEqual(drill());
  });

  test('leaves what was put away put away', () => {
    const wrong = step(drill(['a', 'b', 'c']), { kind: 'answered', id: 'x', ref: 'a', right: false });
    const away = step(wrong, { kind: 'put-away', id: 'p', ref: 'b' });
    expect(pendingOf(step(away, { kind: 'voided', target: 'x' }))).toBe('ac');
  });

  test('of something unknown changes nothing', () => {
    const session = answer(drill(), false);
    expect(step(session, { kind: 'voided', target: 'nothing' })).toEqual(session);
  });
});

test('a sitting is rebuilt from its events', () => {
  const events: SessionEvent[] = [
    { kind: 'answered', id: '1', ref: 'a', right: false },
    { kind: 'put-away', id: 'p', ref: 'c' },
    { kind: 'answered', id: '2', ref: 'b', right: true },
  ];
  const session = replay({ form: FORM, repeatWrong: true }, events);
  expect(pendingOf(session)).toBe('deafg');
  expect(answersOf(session).map(({ id }) => id)).toEqual(['1', '2']);
  expect(replay(session.opening, session.log)).toEqual(session);
});
