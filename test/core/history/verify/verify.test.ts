import { describe, expect, test } from 'vitest';
import { parseDay, parseInstant } from '../../../../src/core/day.ts';
import type { HistoryEvent } from '../../../../src/core/history/event.ts';
import type { SpottedEvent } from '../../../../src/core/history/verify/finding.ts';
import { verifyEvents } from '../../../../src/core/history/verify/verify.ts';

const TODAY = parseDay('2026-11-22') as number;

type Fields = Readonly<Record<string, unknown>>;
let drawn = 0;

/** A UUIDv7 of that time. */
function idAt(at: string): string {
  const hex = Date.parse(at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${(++drawn).toString(16).padStart(12, '0')}`;
}

function anEvent(type: string, fields: Fields = {}): HistoryEvent {
  const at = (fields.at as string | undefined) ?? '2026-11-22T21:00:00.000+08:00';
  return { id: idAt(at), at, device: 'k3f9', type, ...fields } as unknown as HistoryEvent;
}

const started = (fields: Fields = {}): HistoryEvent =>
  anEvent('session-started', { mode: 'drill', banks: [], settings: {}, seed: '1', form: [], ...fields });
const answered = (session: string, fields: Fields = {}): HistoryEvent =>
  anEvent('answered', { session, mode: 'drill', item: 'b/a', right: true, rating: 'good', ...fields });
const ended = (session: string, fields: Fields = {}): HistoryEvent =>
  anEvent('session-ended', { session, how: 'submitted', ...fields });

/** The events as lines of one file, the first on the second line. */
const lined = (events: readonly HistoryEvent[], file = 0): SpottedEvent[] =>
  events.map((event, n) => ({ file, line: n + 2, event, at: parseInstant(event.at) ?? { ms: 0, offset: 0 } }));

const found = (...events: readonly HistoryEvent[]) => verifyEvents(lined(events), TODAY);
/** `CODE@line about`, in the order of the lines. */
const toldOf = (...events: readonly HistoryEvent[]): string[] => {
  const { damage, oddities } = found(...events);
  return [...damage, ...oddities].map(({ code, line, about }) => `${code}@${line} ${about}`);
};

/** A drill of one answer that nothing can be said against. */
function aDrill(): [HistoryEvent, HistoryEvent, HistoryEvent] {
  const start = started();
  return [start, answered(start.id), ended(start.id)];
}

test('nothing is said of a history in order', () => {
  expect(found(...aDrill(), ...aDrill())).toMatchObject({ damage: [], oddities: [] });
  expect(found()).toMatchObject({ damage: [], oddities: [], census: { events: 0, firstAt: null, lastAt: null } });
});

describe('fields', () => {
  test.each([
    [{ right: 1 }, 'WRONG_FIELD@3 right'],
    [{ item: undefined }, 'MISSING_FIELD@3 item'],
    [{ rating: 'fine' }, 'WRONG_FIELD@3 rating'],
    [{ ms: '5120' }, 'WRONG_FIELD@3 ms'],
    [{ marks: Number.POSITIVE_INFINITY }, 'WRONG_FIELD@3 marks'],
    [{ order: ['A', 1] }, 'WRONG_FIELD@3 order'],
    [{ response: [1] }, 'WRONG_FIELD@3 response'],
    [{ device: 7 }, 'WRONG_FIELD@3 device'],
  ])('an answer with %j is damage', (fields, told) => {
    const [start, , end] = aDrill();
    expect(toldOf(start, answered(start.id, fields), end)).toContain(told);
    expect(found(start, answered(start.id, fields), end).damage).toHaveLength(1);
  });

  test.each([
    ['starred', { item: 'b/a' }, 'MISSING_FIELD@2 on'],
    ['starred', { item: 'b/a', on: 'yes' }, 'WRONG_FIELD@2 on'],
    ['suspended', { on: true }, 'MISSING_FIELD@2 item'],
    ['noted', { item: 'b/a', text: null }, 'WRONG_FIELD@2 text'],
    ['voided', {}, 'MISSING_FIELD@2 target'],
    ['session-ended', { how: 'quit' }, 'MISSING_FIELD@2 session'],
    ['session-started', { banks: [{}], form: [] }, 'WRONG_FIELD@2 banks'],
    ['session-started', { banks: [], form: [{ item: 1 }] }, 'WRONG_FIELD@2 form'],
    ['cause', { target: 3, cause: 'slip' }, 'WRONG_FIELD@2 target'],
  ])('%s with %j is damage', (type, fields, told) => {
    expect(toldOf(anEvent(type, fields))).toContain(told);
  });

  test('fields that other programs leave out, and fields that nobody knows, are none', () => {
    const [start, , end] = aDrill();
    const bare = { id: 'x', at: '2026-11-22T21:00:00+08:00', type: 'answered', session: start.id, mode: 'drill' };
    const answer = { ...bare, item: 'b/a', right: false, rating: 'again', mood: { good: [true] } };
    expect(found(start, answer as unknown as HistoryEvent, end)).toMatchObject({ damage: [], oddities: [] });
  });

  test('a type that nobody knows is odd, whatever it holds', () => {
    expect(toldOf(anEvent('dreamt', { item: 7, on: 'x' }))).toEqual(['UNKNOWN_TYPE@2 dreamt']);
    expect(found(anEvent('constructor')).damage).toEqual([]);
  });
});

describe('ids', () => {
  test('the same event twice is odd, also with its fields in another order', () => {
    const [start, answer, end] = aDrill();
    const again = Object.fromEntries(Object.entries(answer).reverse()) as unknown as HistoryEvent;
    expect(found(start, answer, again, end)).toMatchObject({
      damage: [],
      oddities: [{ code: 'REPEATED_ID', line: 4, first: { file: 0, line: 3 } }],
      census: { events: 3, answers: 1 },
    });
  });

  test('two contents under one id are damage, also in two files', () => {
    const [start, answer, end] = aDrill();
    const other = { ...answer, rating: 'easy' } as HistoryEvent;
    expect(found(start, answer, other, end).damage).toMatchObject([{ code: 'ID_CONFLICT', line: 4, about: answer.id }]);
    const { damage } = verifyEvents([...lined([start, answer, end]), ...lined([other], 1)], TODAY);
    expect(damage).toMatchObject([{ code: 'ID_CONFLICT', file: 1, line: 2, first: { file: 0, line: 3 } }]);
  });
});

describe('times', () => {
  const early = '2026-11-20T21:00:00.000+08:00';

  test('a line dated before the one above is odd; the first line of another file is not', () => {
    expect(toldOf(...aDrill(), anEvent('starred', { item: 'b/a', on: true, at: early }))).toEqual([
      `OUT_OF_ORDER@5 ${early}`,
    ]);
    const other = lined([anEvent('starred', { item: 'b/a', on: true, at: early })], 1);
    expect(verifyEvents([...lined(aDrill()), ...other], TODAY).oddities).toEqual([]);
  });

  test.each([
    ['2026-11-24T21:00:00.000+08:00', 'DATED_AHEAD'],
    ['2026-11-22T21:00:00.000+14:15', 'ODD_OFFSET'],
    ['2026-11-22T21:00:00.000-12:30', 'ODD_OFFSET'],
  ])('%s is odd', (at, code) => {
    expect(toldOf(anEvent('starred', { item: 'b/a', on: true, at }))).toEqual([`${code}@2 ${at}`]);
  });

  test('tomorrow is not', () => {
    const at = '2026-11-23T21:00:00.000+08:00';
    expect(toldOf(anEvent('starred', { item: 'b/a', on: true, at }))).toEqual([]);
  });

  test('an id drawn more than an hour from its time is odd; an id that is no UUIDv7 is not', () => {
    const star = anEvent('starred', { item: 'b/a', on: true });
    expect(toldOf({ ...star, id: idAt('2026-11-22T14:01:00.000Z') } as HistoryEvent)).toEqual([
      'ID_TIME@2 2026-11-22T21:00:00.000+08:00',
    ]);
    expect(toldOf({ ...star, id: idAt('2026-11-22T13:59:00.000Z') } as HistoryEvent)).toEqual([]);
    expect(toldOf({ ...star, id: 'mine' } as HistoryEvent)).toEqual([]);
  });

  test('a clock that goes back by more than a minute within a session of one device is odd', () => {
    const start = started();
    const at = (time: string, device = 'k3f9') => answered(start.id, { at: `2026-11-22T${time}.000+08:00`, device });
    const codes = (...events: HistoryEvent[]) =>
      found(start, ...events)
        .oddities.filter(({ code }) => code === 'CLOCK_BACK')
        .map(({ line }) => line);
    expect(codes(at('21:05:00'), at('21:04:01'))).toEqual([]);
    expect(codes(at('21:05:00'), at('21:03:00'), at('21:03:10'))).toEqual([4]);
    expect(codes(at('21:05:00'), at('21:03:00', 'm2x7'))).toEqual([]);
  });
});

describe('references', () => {
  test('what is taken back, what has a cause and what began are there', () => {
    const [start, answer, end] = aDrill();
    const cause = anEvent('cause', { target: answer.id, item: 'b/a', cause: 'slip' });
    expect(toldOf(start, answer, end, anEvent('voided', { target: answer.id }), cause)).toEqual([]);
  });

  test('or are told', () => {
    const [start] = aDrill();
    const lost = answered('gone');
    expect(
      toldOf(anEvent('voided', { target: 'gone' }), anEvent('cause', { target: start.id, cause: 'slip' }), lost),
    ).toEqual(['VOIDS_NOTHING@2 gone', `CAUSE_OF_NOTHING@3 ${start.id}`, 'NOT_STARTED@4 gone']);
    expect(toldOf(ended('gone'))).toEqual(['NOT_STARTED@2 gone']);
  });
});

describe('sessions', () => {
  const at = '2026-11-22T21:30:00.000+08:00';

  test('one without an end is told, unless it was taken back', () => {
    const [start, answer] = aDrill();
    expect(toldOf(start, answer)).toEqual([`NOT_ENDED@2 ${start.id}`]);
    expect(toldOf(start, answer, anEvent('voided', { target: start.id }))).toEqual([]);
  });

  test('an answer after the end is told, unless it was taken back or only marked anew', () => {
    const [start, , end] = aDrill();
    const late = answered(start.id, { at });
    expect(toldOf(start, end, late)).toEqual(['AFTER_END@4 b/a']);
    expect(toldOf(start, end, late, anEvent('voided', { target: late.id, at }))).toEqual([]);
    expect(toldOf(start, end, answered(start.id, { at, remarked: true }))).toEqual([]);
  });

  test('an answer that the form of its exam does not ask for is told; a drill may ask more than it began with', () => {
    const start = started({ mode: 'exam', form: [{ item: 'b/a' }] });
    const [asked, other] = ['b/a', 'b/z'].map((item) => answered(start.id, { mode: 'exam', item })) as [
      HistoryEvent,
      HistoryEvent,
    ];
    expect(toldOf(start, asked, other, ended(start.id))).toEqual(['NOT_IN_FORM@4 b/z']);
    const drill = started({ form: [{ item: 'b/a' }] });
    expect(toldOf(drill, answered(drill.id, { item: 'b/z' }), ended(drill.id))).toEqual([]);
  });
});

test('the census counts sessions, answers, questions and devices, and finds the first and the last', () => {
  const [start, answer, end] = aDrill();
  const late = anEvent('starred', { item: 'b/q', on: true, at: '2026-11-22T22:00:00.000+08:00', device: 'm2x7' });
  const early = anEvent('starred', { item: 'b/q', on: true, at: '2026-11-01T22:00:00.000+08:00' });
  expect(found(start, answer, end, late, early, late).census).toEqual({
    events: 5,
    sessions: 1,
    answers: 1,
    items: 1,
    firstAt: early.at,
    lastAt: late.at,
    devices: [
      { device: 'k3f9', events: 4 },
      { device: 'm2x7', events: 1 },
    ],
  });
});

test('a hundred thousand events are looked at within seconds', () => {
  const [start, answer] = aDrill();
  const events = Array.from({ length: 100_000 }, (_, n) => ({ ...answer, id: `${n}` }) as HistoryEvent);
  const began = process.cpuUsage();
  expect(found(start, ...events).census.answers).toBe(100_000);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(5_000);
});
