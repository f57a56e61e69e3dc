import { describe, expect, test } from 'vitest';
import { listSessions, sessionsNamed, showSession } from '../../../src/core/analysis/sessions.ts';
import type { Answered } from '../../../src/core/history/event.ts';
import { aCause } from '../../support/results-causes.ts';
import { anAnswer, anEnd, aStart, aVoid, minute } from '../../support/results-history.ts';

describe('the list of sessions', () => {
  test('has the newest first, whatever the order of the file', () => {
    const events = [aStart({ id: 'new', at: minute(9) }), aStart({ id: 'old', at: minute(1) })];
    expect(listSessions(events).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('also has a session that nothing was answered in', () => {
    expect(listSessions([aStart()])).toMatchObject([{ id: 's1', answered: 0, shareRight: null, ended: null }]);
  });

  test('makes do without the beginning of a session', () => {
    const events = [anAnswer({ at: minute(5), item: 'mail/a' }), anAnswer({ at: minute(6) })];
    const row = { id: 's1', mode: 'drill', startedAt: minute(5), asked: null, banks: ['mail', 'phone'], answered: 2 };
    expect(listSessions(events)).toMatchObject([row]);
  });

  test('tells how a session ended at last', () => {
    const events = [aStart(), anEnd({ how: 'quit', at: minute(5) }), anEnd({ how: 'submitted', at: minute(9) })];
    expect(listSessions(events)[0]?.ended).toBe('submitted');
  });

  test('shortens ids as far as they still differ, and not below eight characters', () => {
    const shorts = (...ids: string[]) => listSessions(ids.map((id) => aStart({ id }))).map(({ shortId }) => shortId);
    expect(shorts('0197aaaa-bbbb', '0198aaaa-bbbb').sort()).toEqual(['0197aaaa', '0198aaaa']);
    expect(shorts('0197aaaa-b1', '0197aaaa-b2').sort()).toEqual(['0197aaaa-b1', '0197aaaa-b2']);
  });
});

describe('the story of a session', () => {
  const first = anAnswer({ mode: 'exam', right: false, at: minute(1) });
  const last = anAnswer({ mode: 'exam', at: minute(3), overrule: true });
  const undone = anAnswer({ mode: 'exam', item: 'phone/goodbye', at: minute(2), expired: true });
  const events = [
    aStart({ mode: 'exam' }),
    last,
    first,
    undone,
    aVoid(undone.id),
    anAnswer({ session: 's2', at: minute(4) }),
  ];

  test('tells each answer in order, those that no longer count too', () => {
    const answers = showSession(events, 's1')?.answers;
    expect(answers?.map(({ id, voided, replaced }) => [id, voided, replaced])).toEqual([
      [first.id, false, true],
      [undone.id, true, false],
      [last.id, false, false],
    ]);
    expect(answers?.map(({ overrule, expired }) => [overrule, expired])).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ]);
  });

  test('tells why an answer was wrong, where the learner said so', () => {
    const told = [...events, aCause(first, 'unknown'), aCause(first, 'misread')];
    expect(showSession(told, 's1')?.answers.map(({ cause }) => cause)).toEqual(['misread', null, null]);
  });

  test('sums up what counts alone', () => {
    expect(showSession(events, 's1')?.session).toMatchObject({ answered: 1, right: 1, mode: 'exam' });
  });

  test('is found by the beginning of its id if no other begins so', () => {
    const two = [aStart({ id: 'abc' }), aStart({ id: 'abd' }), aStart({ id: 'ab' })];
    expect(showSession(two, 'abc')?.session.id).toBe('abc');
    expect(showSession(two, 'ab')?.session.id).toBe('ab');
    expect(showSession(two, 'a')).toBeNull();
    expect(showSession(two, '')).toBeNull();
    expect(showSession(two, 'x')).toBeNull();
    expect(sessionsNamed(two, 'a').sort()).toEqual(['ab', 'abc', 'abd']);
  });
});

describe('an answer that lacks its numbers', () => {
  const { marks: _, of: __, ms: ___, response: ____, ...bare } = anAnswer({ item: 'phone/bare', at: minute(2) });
  const events = [aStart(), anAnswer({ at: minute(1) }), bare as Answered];

  test('counts as an answer worth nothing out of nothing', () => {
    const sums = { answered: 2, right: 2, markHundredths: 100, ofHundredths: 100, ms: 5_000 };
    expect(listSessions(events)).toMatchObject([sums]);
  });

  test('has its row, with nothing in it', () => {
    const row = { item: 'phone/bare', marks: 0, of: 0, ms: 0, response: [] };
    expect(showSession(events, 's1')?.answers[1]).toMatchObject(row);
  });
});
