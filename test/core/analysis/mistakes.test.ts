import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finishedAnswers } from '../../../src/core/analysis/finished.ts';
import { type Mistake, mistakeRefs, mistakesOf } from '../../../src/core/analysis/mistakes.ts';
import { formatDay } from '../../../src/core/day.ts';
import { NEW, type Reviewed } from '../../../src/core/drill/memory.ts';
import { ratingWithCause } from '../../../src/core/drill/rating.ts';
import { causesOf } from '../../../src/core/history/causes.ts';
import type { Answered, HistoryEvent } from '../../../src/core/history/event.ts';
import { aCause } from '../../support/results-causes.ts';
import { anAnswer, anEnd, aStart, aVoid, minute, scheduler } from '../../support/results-history.ts';

/** Minutes of a study day, so many days after 22 November. */
const day = (days: number, minutes = 1): string => minute(days * 1440 + minutes);
const wrong = (days: number, fields: Partial<Answered> = {}): Answered =>
  anAnswer({ right: false, response: ['B'], at: day(days), ...fields });
const right = (days: number, fields: Partial<Answered> = {}): Answered => anAnswer({ at: day(days, 2), ...fields });

const memory = (stability: number): Reviewed => ({
  kind: 'reviewed',
  stability,
  difficulty: 5,
  firstOn: 0,
  reviewedOn: 0,
  repetitions: 3,
  lapses: 0,
  missed: 0,
});
const book = (events: readonly HistoryEvent[], stability = 30): Mistake[] => {
  const refs = events.flatMap((event) => (event.type === 'answered' ? [event.item] : []));
  return mistakesOf({ events, memories: new Map(refs.map((ref) => [ref, memory(stability)])), scheduler });
};
const standing = (events: readonly HistoryEvent[], stability?: number) => book(events, stability)[0]?.standing;

describe('the book', () => {
  test('has an item that was answered wrong, with how often and when', () => {
    const [entry] = book([right(0), wrong(1), wrong(3, { response: ['C'] }), wrong(4, { response: ['C'] })]);
    expect(entry).toMatchObject({ ref: 'phone/hello', answered: 4, wrong: 3, causes: [] });
    expect([entry?.firstWrongOn, entry?.lastWrongOn].map((on) => formatDay(on as number))).toEqual([
      '2026-11-23',
      '2026-11-26',
    ]);
    expect(entry?.given).toEqual([
      { response: ['C'], revision: 'r1', times: 2 },
      { response: ['B'], revision: 'r1', times: 1 },
    ]);
  });

  test('has nothing of what was always right, partly right is wrong, and overruled is right', () => {
    expect(book([right(0), right(1, { overrule: true, rating: 'hard' })])).toEqual([]);
    expect(book([wrong(0, { marks: 0.5 })])).toHaveLength(1);
  });

  test('counts no answer as wrong, too', () => {
    expect(book([wrong(0, { response: [], expired: true })])[0]?.given[0]?.response).toEqual([]);
  });

  test('forgets an answer that was taken back, with its cause', () => {
    const [kept, gone] = [wrong(0), wrong(1)];
    const events = [kept, gone, aCause(kept, 'misread'), aCause(gone, 'unknown'), aVoid(gone.id)];
    expect(book(events)).toMatchObject([{ wrong: 1, lastWrong: kept.id, causes: [{ cause: 'misread', times: 1 }] }]);
  });

  test('counts the causes, the most frequent first', () => {
    const answers = [wrong(0), wrong(1), wrong(2), wrong(3)];
    const causes = (['misread', 'careless', 'careless'] as const).map((cause, n) =>
      aCause(answers[n] as Answered, cause),
    );
    expect(book([...answers, ...causes])[0]?.causes).toEqual([
      { cause: 'careless', times: 2 },
      { cause: 'misread', times: 1 },
    ]);
  });

  test('has what went wrong most often first, then most recently, and what has left at the end', () => {
    const of = (item: string) => ({ item: `phone/${item}` });
    const events = [
      ...[0, 1, 2].map((on) => wrong(on, of('left'))),
      ...[3, 9].map((on) => right(on, of('left'))),
      ...[0, 1].map((on) => wrong(on, of('twice'))),
      wrong(2, of('older')),
      wrong(3, of('newer')),
    ];
    expect(book(events).map(({ ref }) => ref)).toEqual(['phone/twice', 'phone/newer', 'phone/older', 'phone/left']);
    expect(mistakeRefs(book(events))).toEqual(['phone/twice', 'phone/newer', 'phone/older']);
  });
});

describe('an exam', () => {
  const start = aStart({ mode: 'exam' });
  const first = wrong(0, { mode: 'exam' });
  const last = right(0, { mode: 'exam' });

  test.each(['submitted', 'timed-out'] as const)(
    'counts once it is over (%s), by its last answer to each item',
    (how) => {
      expect(book([start, first, last, anEnd({ how })])).toEqual([]);
      const changed = wrong(0, { mode: 'exam', response: ['C'], at: day(0, 5) });
      expect(book([start, first, last, changed, anEnd({ how })])).toMatchObject([{ answered: 1, wrong: 1 }]);
    },
  );

  test('does not count while it may go on', () => {
    expect(book([start, first])).toEqual([]);
    expect(book([start, first, anEnd({ how: 'quit' })])).toEqual([]);
    const end = anEnd();
    expect(book([start, first, end, aVoid(end.id)])).toEqual([]);
  });
});

describe('an entry leaves', () => {
  test('after right answers on two study days, when the memory holds for a week', () => {
    const events = [wrong(0), right(1), right(5)];
    expect(standing(events, 7)).toMatchObject({ kind: 'left', rightDays: 2, stability: 7 });
    expect(standing(events, 6.99)).toEqual({
      kind: 'in-book',
      rightDays: 2,
      stability: 6.99,
      needs: { rightDays: 0, stability: 7 },
    });
    expect(mistakesOf({ events, memories: new Map(), scheduler })[0]?.standing).toMatchObject({
      kind: 'in-book',
      stability: null,
    });
  });

  test('not by two right answers of one day, nor by a guess', () => {
    const needs = { rightDays: 1, stability: null };
    expect(standing([wrong(0), right(1), right(1, { at: day(1, 9) })])).toMatchObject({ rightDays: 1, needs });
    expect(standing([wrong(0), right(1), right(2, { guess: true })])).toMatchObject({ rightDays: 1, needs });
  });

  test('not by what was right before the last wrong answer', () => {
    expect(standing([right(0), right(2), wrong(3)])).toMatchObject({ rightDays: 0, needs: { rightDays: 2 } });
    expect(standing([wrong(0), right(1), wrong(2), right(3)])).toMatchObject({ rightDays: 1 });
  });

  test('on the day of the answer that brought the memory that far', () => {
    const events = [wrong(0), right(1), right(3), right(9), right(30)];
    expect(standing(events)).toMatchObject({ kind: 'left' });
    const leftOn = (standing(events) as { leftOn: number }).leftOn;
    expect(formatDay(leftOn)).toBe('2026-12-01');
    expect(standing(events.slice(0, -1))).toMatchObject({ leftOn });
  });
});

describe('laws', () => {
  const answers = fc
    .array(
      fc.record({
        item: fc.constantFrom('b/p', 'b/q', 'b/r'),
        days: fc.nat(40),
        right: fc.boolean(),
        guess: fc.boolean(),
        mode: fc.constantFrom('drill', 'practice', 'exam'),
        session: fc.constantFrom('s1', 's2'),
      }),
      { maxLength: 25 },
    )
    .map((list) =>
      list.map(({ days, ...fields }) => anAnswer({ ...fields, at: day(days), response: fields.right ? ['A'] : ['B'] })),
    );
  const histories = fc
    .tuple(answers, fc.array(fc.nat(30), { maxLength: 4 }))
    .map(([given, picks]): HistoryEvent[] => [
      ...given,
      ...picks.flatMap((pick) => (given[pick] ? [aCause(given[pick], 'careless'), aVoid(given[pick].id)] : [])),
      anEnd({ session: 's1', at: day(41) }),
    ]);

  test('the book is blind to the order of events', () => {
    const shuffled = histories.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(fc.property(shuffled, ([events, others]) => void expect(book(others)).toEqual(book(events))));
  });

  test('of two answers in one millisecond the later by id is the last, in whatever order they stand', () => {
    const [first, second] = [wrong(0, { at: minute(1) }), anAnswer({ at: minute(1) })];
    for (const events of [
      [first, second],
      [second, first],
    ])
      expect(standing(events)).toMatchObject({ rightDays: 1 });
  });

  test('a wrong answer puts its item in, whatever was known before', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const entry = book([...events, wrong(60, { item: 'b/p' })]).find(({ ref }) => ref === 'b/p');
        expect(entry?.standing).toMatchObject({ kind: 'in-book', rightDays: 0 });
      }),
    );
  });

  /** The memories as the answers themselves make them. */
  const lived = (events: readonly HistoryEvent[]): Mistake | undefined => {
    const causes = causesOf(events);
    const memories = new Map<string, Reviewed>();
    for (const { event, on } of finishedAnswers(events)) {
      const rating = ratingWithCause(event.rating, causes.get(event.id));
      memories.set(event.item, scheduler.review(memories.get(event.item) ?? NEW, rating, on as number));
    }
    return mistakesOf({ events, memories, scheduler }).find(({ ref }) => ref === 'b/p');
  };

  test('what has left stays out, with its day, until something goes wrong', () => {
    const later = fc.array(fc.tuple(fc.integer({ min: 60, max: 90 }), fc.boolean()), { maxLength: 5 });
    let seen = 0;
    fc.assert(
      fc.property(histories, later, (events, more) => {
        const known = [...events, ...[42, 46, 58].map((days) => right(days, { item: 'b/p' }))];
        const rights = more.map(([days, guess]) =>
          right(days, { item: 'b/p', guess, rating: guess ? 'hard' : 'good' }),
        );
        const before = lived(known)?.standing;
        if (before?.kind !== 'left') return;
        seen++;
        expect(lived([...known, ...rights])?.standing).toMatchObject({ kind: 'left', leftOn: before.leftOn });
        expect(lived([...known, wrong(91, { item: 'b/p' })])?.standing.kind).toBe('in-book');
      }),
    );
    expect(seen).toBeGreaterThan(20);
  });

  test('wrong and right answers add up, and an entry needs at least one of them', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const { wrong: times, answered, given, standing: now } of book(events)) {
          expect(times).toBeGreaterThan(0);
          expect(answered).toBeGreaterThanOrEqual(times);
          expect(given.reduce((sum, each) => sum + each.times, 0)).toBe(times);
          expect(now.rightDays + (now.kind === 'in-book' ? now.needs.rightDays : 0)).toBe(2);
        }
      }),
    );
  });
});
