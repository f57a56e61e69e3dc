import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay, parseInstant, studyDayOf } from '../../../src/core/day.ts';
import { RATINGS, type Rating } from '../../../src/core/drill/rating.ts';
import { createScheduler } from '../../../src/core/drill/scheduler.ts';
import {
  applyEvent,
  emptyProgress,
  type FoldEvent,
  foldProgress,
  type Progress,
  withoutVoided,
} from '../../../src/core/history/fold.ts';
import { holdsOn } from '../../../src/core/history/written-days.ts';

const scheduler = createScheduler({ retention: 0.9 });
const TODAY = parseDay('2026-11-22') as number;
const TONIGHT = parseInstant('2026-11-22T21:00:00+08:00')?.ms as number;
const DAY_MS = 86_400_000;

const IN_A_DRILL = { session: 's', mode: 'drill' } as const;

let written = 0;
/** Ids grow as they are written, like those of the file. */
const timed = (daysFromToday: number, ms = TONIGHT + daysFromToday * DAY_MS) => ({
  id: `e${String(++written).padStart(5, '0')}`,
  ms: ms + written,
  offset: 480,
});
const answered = (item: string, rating: Rating, daysFromToday: number): FoldEvent => ({
  ...timed(daysFromToday),
  ...IN_A_DRILL,
  type: 'answered',
  item,
  rating,
});
/** An answer on the sheet of an exam or a practice. */
const onSheet = (session: string, item: string, rating: Rating, daysFromToday: number): FoldEvent => ({
  ...(answered(item, rating, daysFromToday) as Extract<FoldEvent, { type: 'answered' }>),
  session,
  mode: 'exam',
});
const voided = (target: FoldEvent, daysFromToday = 0): FoldEvent => ({
  ...timed(daysFromToday),
  type: 'voided',
  target: target.id,
});
const fold = (events: readonly FoldEvent[], today = TODAY): Progress => foldProgress(events, scheduler, today);
const memoriesOf = (events: readonly FoldEvent[]): object => Object.fromEntries(fold(events).memories);

describe('a fold', () => {
  const item = fc.constantFrom('b/p', 'b/q', 'b/r');
  const event = fc.oneof(
    fc
      .tuple(item, fc.constantFrom(...RATINGS), fc.integer({ min: -400, max: 0 }))
      .map(([ref, rating, day]) => answered(ref, rating, day)),
    fc
      .tuple(item, fc.boolean(), fc.constantFrom('starred', 'suspended'), fc.integer({ min: -400, max: 0 }))
      .map(([ref, on, type, day]): FoldEvent => ({ ...timed(day), type: type as 'starred', item: ref, on })),
    fc
      .tuple(item, fc.string(), fc.integer({ min: -400, max: 0 }))
      .map(([ref, text, day]): FoldEvent => ({ ...timed(day), type: 'noted', item: ref, text })),
  );
  const histories = fc
    .tuple(fc.array(event, { maxLength: 25 }), fc.array(fc.nat(40), { maxLength: 6 }))
    .map(([events, targets]): FoldEvent[] => {
      const all = [...events];
      for (const pick of targets) if (all.length > 0) all.push(voided(all[pick % all.length] as FoldEvent));
      return all;
    });

  test('is blind to the order of lines', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (events, keys) => {
        const shuffled = events
          .map((each) => ({ each, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key);
        expect(fold(shuffled.map(({ each }) => each))).toEqual(fold(events));
      }),
    );
  });

  test('is blind to the order of lines written in one millisecond', () => {
    const at = { ms: TONIGHT, offset: 480 };
    const events: FoldEvent[] = [
      { ...at, ...IN_A_DRILL, id: 'e1', type: 'answered', item: 'b/q', rating: 'good' },
      { ...at, ...IN_A_DRILL, id: 'e2', type: 'answered', item: 'b/q', rating: 'again' },
      { ...at, id: 'e3', type: 'noted', item: 'b/q', text: '先' },
      { ...at, id: 'e4', type: 'noted', item: 'b/q', text: '后' },
    ];
    expect(fold([...events].reverse())).toEqual(fold(events));
    expect(fold([...events].reverse()).notes.get('b/q')).toBe('后');
  });

  test('of a beginning, and then the rest one by one, is the fold of all', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), fc.nat(25), (events, cut) => {
        const inTime = [...events].sort((a, b) => a.ms - b.ms);
        const progress = fold(inTime.slice(0, cut));
        for (const each of inTime.slice(cut)) applyEvent(progress, each, scheduler);
        expect(progress).toEqual(fold(inTime));
      }),
    );
  });

  test('counts an event once that stands in the file twice', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), fc.array(event, { maxLength: 5 }), (events, more) => {
        const repeated = [...more, ...events, ...more, ...events.slice(0, 3)];
        expect(fold(repeated)).toEqual(fold([...more, ...events]));
      }),
    );
  });

  test('counts of two answers that share an id the one that stands first, also where their times differ', () => {
    const [first, second] = [answered('b/q', 'again', -9), answered('b/q', 'good', -3)];
    const twin: FoldEvent = { ...second, id: first.id };
    expect(memoriesOf([first, twin])).toEqual(memoriesOf([first]));
    expect(memoriesOf([twin, first])).toEqual(memoriesOf([twin]));
    const uuid = (n: number): string => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    const many = Array.from({ length: 40 }, (_, n) => ({ ...answered('b/q', 'good', -n), id: uuid(n) }));
    const twins = many.map((each) => ({ ...each, ms: each.ms + 1000, rating: 'again' as const }));
    expect(memoriesOf([...many, ...twins])).toEqual(memoriesOf(many));
    expect(memoriesOf([...twins, ...many, ...twins])).toEqual(memoriesOf(twins));
  });

  test('of nothing is nothing known', () => {
    expect(fold([])).toEqual(emptyProgress());
  });

  test('counts the study day of the clock that was read', () => {
    const late = {
      ...IN_A_DRILL,
      id: 'e1',
      type: 'answered',
      item: 'b/q',
      rating: 'good',
      ms: parseInstant('2026-11-22T01:30:00+08:00')?.ms as number,
    } as const;
    expect(fold([{ ...late, offset: 480 }]).memories.get('b/q')?.reviewedOn).toBe(TODAY - 1);
    expect(fold([{ ...late, offset: 720 }]).memories.get('b/q')?.reviewedOn).toBe(TODAY);
  });

  test('passes over events of kinds it does not know', () => {
    const answer = answered('b/q', 'good', -1);
    expect(memoriesOf([{ ...timed(-2), type: 'other' }, answer, { ...timed(0), type: 'other' }])).toEqual(
      memoriesOf([answer]),
    );
  });
});

describe('an undo', () => {
  test('takes the answer out of the memory', () => {
    const [first, second] = [answered('b/q', 'good', -3), answered('b/q', 'again', -1)];
    expect(memoriesOf([first, second, voided(second)])).toEqual(memoriesOf([first]));
    expect(memoriesOf([first, second, voided(first)])).toEqual(memoriesOf([second]));
    expect(memoriesOf([first, voided(first)])).toEqual({});
  });

  test('that was undone gives the answer back', () => {
    const answer = answered('b/q', 'again', -1);
    const undo = voided(answer);
    const redo = voided(undo);
    expect(memoriesOf([answer, undo, redo])).toEqual(memoriesOf([answer]));
    expect(memoriesOf([answer, undo, redo, voided(redo)])).toEqual({});
    expect(memoriesOf([redo, undo, answer])).toEqual(memoriesOf([answer]));
  });

  test('given twice still counts when one of the two was undone', () => {
    const answer = answered('b/q', 'again', -1);
    const [one, two] = [voided(answer), voided(answer)];
    expect(memoriesOf([answer, one, two, voided(one)])).toEqual({});
  });

  test('may be a hundred thousand, each of the one before it, or all of one answer', () => {
    const answer = { id: 'v0', type: 'answered' };
    const chain = Array.from({ length: 100_000 }, (_, n) => ({ id: `v${n + 1}`, type: 'voided', target: `v${n}` }));
    const standing = withoutVoided([answer, ...chain]);
    // The last stands, the one before it does not, and so on down to the answer.
    expect(standing).toHaveLength(50_001);
    expect(standing[0]).toBe(answer);
    expect(withoutVoided([answer, ...chain].reverse())).toHaveLength(50_001);
    const ofOne = chain.map((voided) => ({ ...voided, target: 'v0' }));
    expect(withoutVoided([answer, ...ofOne])).toEqual(ofOne);
  });

  test('may point at itself or in a circle without an end to it', () => {
    const circle = [
      { id: 'x', type: 'voided', target: 'y' },
      { id: 'y', type: 'voided', target: 'x' },
      { id: 'z', type: 'voided', target: 'z' },
      { id: 'a', type: 'answered' },
    ];
    expect(withoutVoided(circle)).toContainEqual({ id: 'a', type: 'answered' });
  });

  test('of a star, a note or a putting away takes them back', () => {
    const star: FoldEvent = { ...timed(-1), type: 'starred', item: 'b/q', on: true };
    expect(fold([star, voided(star)]).starred.size).toBe(0);
  });
});

describe('a clock that was wrong', () => {
  const FAR = 365 * 5;

  test('for one evening in 2031 puts no item off', () => {
    const before = answered('b/p', 'good', -2);
    const wrong = [answered('b/q', 'good', FAR), answered('b/r', 'again', FAR)];
    const after = answered('b/p', 'good', -1);
    const { memories, days } = fold([before, ...wrong, after]);
    for (const ref of ['b/q', 'b/r']) expect(memories.get(ref)?.reviewedOn).toBe(TODAY - 2);
    expect(memories.get('b/p')).toMatchObject({ reviewedOn: TODAY - 1, repetitions: 2 });
    expect(days.latestOn).toBeGreaterThan(TODAY + 1);
  });

  test('from the first evening on puts no item off either', () => {
    const wrong = [answered('b/q', 'good', FAR), answered('b/q', 'good', FAR + 1)];
    expect(fold([...wrong, answered('b/p', 'good', -1)]).memories.get('b/q')?.reviewedOn).toBeLessThan(TODAY);
    expect(fold(wrong).memories.get('b/q')).toMatchObject({ reviewedOn: TODAY - 1, repetitions: 2 });
  });

  test('counts an answer once that stands in two files', () => {
    const [first, later, wrong] = [
      answered('b/p', 'good', -9),
      answered('b/p', 'good', -2),
      answered('b/q', 'good', FAR),
    ];
    expect(fold([first, wrong, later, wrong])).toEqual(fold([first, wrong, later]));
  });

  test('is taken alike on every day on which the same events lie in the future', () => {
    const days = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, fc.integer({ min: -8, max: 8 }), (all, later) => {
        const events = all.flatMap((day): FoldEvent[] => [
          answered('b/q', 'good', day),
          { ...timed(day), type: 'starred', item: 'b/q', on: day % 2 === 0 },
        ]);
        const seen = fold(events);
        if (holdsOn(seen.days, TODAY + later)) expect(fold(events, TODAY + later)).toEqual(seen);
        const isFuture = (day: number, from: number): boolean => day > from + 1;
        const isSame = all.every((day) => isFuture(day, 0) === isFuture(day, later));
        // A history that is all of the future is placed by the day of the reading.
        const isPlaced = later === 0 || all.some((day) => !isFuture(day, 0)) || !all.some((day) => isFuture(day, 0));
        expect(holdsOn(seen.days, TODAY + later)).toBe(isSame && isPlaced);
      }),
    );
  });

  test('is seen in what is applied later, too', () => {
    const progress = fold([answered('b/p', 'good', -2)]);
    applyEvent(progress, answered('b/q', 'good', FAR), scheduler);
    expect(progress.days.latestOn).toBe(TODAY + FAR);
  });

  test('that went backwards keeps every answer, in the order of the times given', () => {
    const events = [answered('b/q', 'good', -1), answered('b/q', 'good', -400), answered('b/q', 'good', 0)];
    expect(fold(events).memories.get('b/q')).toMatchObject({ firstOn: TODAY - 400, reviewedOn: TODAY, repetitions: 3 });
  });

  test('of a traveller a day ahead is not wrong', () => {
    const ahead = answered('b/q', 'good', 1);
    expect(studyDayOf(ahead)).toBe(TODAY + 1);
    expect(fold([answered('b/p', 'good', -5), ahead]).memories.get('b/q')?.reviewedOn).toBe(TODAY + 1);
  });
});

describe('stars, notes and items put away', () => {
  test('are as they were last set', () => {
    const set = (type: 'starred' | 'suspended', item: string, on: boolean, day: number): FoldEvent => ({
      ...timed(day),
      type,
      item,
      on,
    });
    const note = (text: string, day: number): FoldEvent => ({ ...timed(day), type: 'noted', item: 'b/q', text });
    const progress = fold([
      set('starred', 'b/p', true, -3),
      set('starred', 'b/q', true, -3),
      set('starred', 'b/q', false, -2),
      set('suspended', 'b/r', true, -2),
      note('一', -2),
      note('二', -1),
    ]);
    expect([...progress.starred]).toEqual(['b/p']);
    expect([...progress.suspended]).toEqual(['b/r']);
    expect([...progress.notes]).toEqual([['b/q', '二']]);
    applyEvent(progress, note('', 0), scheduler);
    expect(progress.notes.size).toBe(0);
  });
});

describe('answers of exams and practices', () => {
  const memoryOf = (events: readonly FoldEvent[]) => fold(events).memories.get('b/q');

  test('are reviews, as in a drill', () => {
    expect(memoryOf([onSheet('x', 'b/q', 'good', -3)])).toEqual(memoryOf([answered('b/q', 'good', -3)]));
  });

  test('count once, by the last answer on the sheet, also after midnight', () => {
    const changed = [onSheet('x', 'b/q', 'again', -4), onSheet('x', 'b/q', 'good', -3)];
    expect(memoryOf(changed)).toEqual(memoryOf([answered('b/q', 'good', -3)]));
    expect(memoryOf([...changed].reverse())).toEqual(memoryOf([answered('b/q', 'good', -3)]));
  });

  test('give way to the answer before where the last one was taken back', () => {
    const [first, last] = [onSheet('x', 'b/q', 'again', -3), onSheet('x', 'b/q', 'good', -3)];
    expect(memoryOf([first, last, voided(last)])).toEqual(memoryOf([answered('b/q', 'again', -3)]));
  });

  test('do not count on a study day on which the question was reviewed before', () => {
    const drilled = answered('b/q', 'good', -3);
    expect(memoryOf([drilled, onSheet('x', 'b/q', 'again', -3)])).toEqual(memoryOf([drilled]));
    expect(memoryOf([onSheet('x', 'b/q', 'good', -3), onSheet('y', 'b/q', 'again', -3)])).toEqual(memoryOf([drilled]));
    expect(memoryOf([drilled, onSheet('x', 'b/q', 'again', -2)])).toEqual(
      memoryOf([drilled, answered('b/q', 'again', -2)]),
    );
  });
});

describe('unfinished exams', () => {
  const begun = (daysFromToday: number): FoldEvent => ({
    ...timed(daysFromToday),
    type: 'session-started',
    exam: '模拟卷',
  });
  const ended = (exam: FoldEvent): FoldEvent => ({ ...timed(0), type: 'session-ended', session: exam.id });

  test('are those that were begun and not ended, whatever the order of lines', () => {
    const [first, second] = [begun(-2), begun(-1)];
    expect([...fold([first, second, ended(first)]).unfinished]).toEqual([[second.id, '模拟卷']]);
    expect([...fold([ended(first), second, first]).unfinished]).toEqual([[second.id, '模拟卷']]);
  });

  test('are unfinished again where the end was taken back', () => {
    const exam = begun(-1);
    const end = ended(exam);
    expect(fold([exam, end, voided(end)]).unfinished.size).toBe(1);
  });
});

describe('the cause of a wrong answer', () => {
  const because = (target: FoldEvent, cause: 'unknown' | 'misread' | 'careless'): FoldEvent => ({
    ...timed(0),
    type: 'cause',
    target: target.id,
    cause,
  });
  const learnt = [answered('b/q', 'good', -30), answered('b/q', 'good', -20)];
  const wrong = answered('b/q', 'again', -3);
  const memoryOf = (events: readonly FoldEvent[]) => fold(events).memories.get('b/q');

  test.each(['misread', 'careless'] as const)(
    '%s: the fact was known, so the memory is one recalled with effort',
    (cause) => {
      const hard = answered('b/q', 'hard', -3);
      expect(memoryOf([...learnt, wrong, because(wrong, cause)])).toEqual(memoryOf([...learnt, hard]));
      expect(memoryOf([...learnt, wrong, because(wrong, cause)])?.stability).toBeGreaterThan(
        memoryOf([...learnt, wrong])?.stability as number,
      );
    },
  );

  test('any other leaves the lapse a lapse, and so does one that was taken back or given up for another', () => {
    const slip = because(wrong, 'careless');
    const lapse = memoryOf([...learnt, wrong]);
    expect(memoryOf([...learnt, wrong, because(wrong, 'unknown')])).toEqual(lapse);
    expect(memoryOf([...learnt, wrong, slip, voided(slip)])).toEqual(lapse);
    expect(memoryOf([...learnt, wrong, slip, because(wrong, 'unknown')])).toEqual(lapse);
  });
});
