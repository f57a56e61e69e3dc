import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankQuestion } from '../../../src/core/bank/bank.ts';
import { parseDay } from '../../../src/core/day.ts';
import type { HistoryEvent, SessionStarted } from '../../../src/core/history/event.ts';
import { rngOf } from '../../../src/core/rng.ts';
import {
  choosePractice,
  lastChoices,
  ORDERS,
  type PracticeChoices,
  type PracticeInput,
  placeOf,
} from '../../../src/core/session/practice.ts';
import { aCase, aSingle, aTruth, questionsIn } from '../../support/drill-questions.ts';
import { anAnswer, aStart, aVoid, minute } from '../../support/results-history.ts';

const TODAY = parseDay('2026-11-22') as number;

const choices = (fields: Partial<PracticeChoices> = {}): PracticeChoices => ({
  banks: ['b'],
  files: {},
  topics: [],
  types: [],
  difficulty: null,
  count: 20,
  only: null,
  order: 'sequential',
  feedback: 'item',
  limitMinutes: null,
  perItemSeconds: null,
  shuffle: true,
  ...fields,
});

const chosen = (
  questions: readonly BankQuestion[],
  wanted: Partial<PracticeChoices> = {},
  more: Partial<PracticeInput> = {},
): string[] =>
  choosePractice({
    choices: choices(wanted),
    questions,
    isAskedFor: () => true,
    suspended: new Set(),
    after: [],
    rng: rngOf('1'),
    ...more,
  }).map(({ ref }) => ref);

const refs = (...ids: string[]): string[] => ids.map((id) => `b/${id}`);
const singles = (count: number) => Array.from({ length: count }, (_, n) => aSingle(`q${n + 1}`));
/** Two questions, a case of three parts, and two more. */
const withACase = questionsIn(aSingle('q1'), aSingle('q2'), aCase('c', 3), aSingle('q3'), aSingle('q4'));

describe('the questions of a practice', () => {
  const item = fc.record({
    kind: fc.constantFrom('single', 'truth', 'case'),
    topic: fc.constantFrom('', 'sky', 'sky.rain', 'sea'),
    difficulty: fc.integer({ min: 1, max: 5 }),
    parts: fc.integer({ min: 1, max: 4 }),
  });
  const bank = fc.array(item, { maxLength: 14 }).map((items) =>
    questionsIn(
      ...items.map(({ kind, topic, difficulty, parts }, n) => {
        if (kind === 'case') return aCase(`i${n}`, parts, topic);
        return kind === 'truth' ? aTruth(`i${n}`, { topic, difficulty }) : aSingle(`i${n}`, { topic, difficulty });
      }),
    ),
  );
  const wishes = fc.record({
    topics: fc.subarray(['sky', 'sea']),
    types: fc.subarray(['single', 'boolean', 'case'] as const),
    difficulty: fc.constantFrom(null, [2, 4] as const, [5, 5] as const),
    count: fc.integer({ min: 1, max: 12 }),
    order: fc.constantFrom(...ORDERS),
  });
  const input = fc.tuple(bank, wishes, fc.nat(6), fc.string()).map(([questions, wanted, modulus, seed]) => {
    const isNth = (nth: number) => (ref: string) =>
      questions.findIndex((each) => each.ref === ref) % (modulus + 2) !== nth;
    const suspended = new Set(questions.map(({ ref }) => ref).filter((ref) => !isNth(0)(ref)));
    return { questions, choices: choices(wanted), isAskedFor: isNth(1), suspended, after: [], rng: rngOf(seed) };
  });

  test('are those that were asked for, each once', () => {
    fc.assert(
      fc.property(input, (given) => {
        const out = choosePractice(given);
        expect(new Set(out.map(({ ref }) => ref)).size).toBe(out.length);
        for (const { ref, question, parent } of out) {
          const { topics, types, difficulty } = given.choices;
          expect(given.isAskedFor(ref) && !given.suspended.has(ref)).toBe(true);
          if (topics.length > 0)
            expect(topics.some((topic) => `${question.topic}.`.startsWith(`${topic}.`))).toBe(true);
          if (types.length > 0) expect(types).toContain(parent && types.includes('case') ? 'case' : question.type);
          if (difficulty) expect(question.difficulty).toBeGreaterThanOrEqual(difficulty[0]);
          if (difficulty) expect(question.difficulty).toBeLessThanOrEqual(difficulty[1]);
        }
      }),
    );
  });

  test('are no more than were asked for, but for a case that stands alone; and there are some where some match', () => {
    fc.assert(
      fc.property(input, (given) => {
        const out = choosePractice(given);
        const all = choosePractice({ ...given, choices: { ...given.choices, count: 9999 } });
        if (out.length > given.choices.count) expect(new Set(out.map(({ parent }) => parent)).size).toBe(1);
        expect(out.length > 0).toBe(all.length > 0);
      }),
    );
  });

  test('have the parts of a case together, in their order, and all of those that match', () => {
    fc.assert(
      fc.property(input, (given) => {
        const out = choosePractice(given);
        const all = choosePractice({ ...given, choices: { ...given.choices, count: 9999 } });
        for (const parent of new Set(out.flatMap((each) => each.parent ?? []))) {
          const places = out.flatMap((each, place) => (each.parent === parent ? [place] : []));
          expect((places.at(-1) as number) - (places[0] as number)).toBe(places.length - 1);
          const parts = out.filter((each) => each.parent === parent).map(({ ref }) => ref);
          expect(parts).toEqual([...parts].sort());
          expect(parts).toHaveLength(all.filter((each) => each.parent === parent).length);
        }
      }),
    );
  });

  test('are blind to chance where they come in order, and to everything but chance where they are drawn', () => {
    fc.assert(
      fc.property(input, fc.string(), (given, seed) => {
        const drawn = (luck: string) => choosePractice({ ...given, rng: rngOf(luck) }).map(({ ref }) => ref);
        expect(drawn(seed)).toEqual(drawn(seed));
        if (given.choices.order === 'sequential') expect(drawn(seed)).toEqual(drawn(`${seed} another`));
        const behind = choosePractice({ ...given, rng: rngOf(seed), after: [given.questions.at(0)?.ref ?? ''] });
        if (given.choices.order === 'random') expect(behind.map(({ ref }) => ref)).toEqual(drawn(seed));
      }),
    );
  });

  test('leave a case out that is larger than the whole quiz, while there is anything else', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(chosen(withACase, { count: 2, order: 'random' }, { rng: rngOf(`${seed}`) }).join()).not.toContain('c#');
    expect(chosen(questionsIn(aCase('c', 3)), { count: 2, order: 'random' })).toHaveLength(3);
  });
});

describe('a practice in order', () => {
  const five = questionsIn(...singles(5));

  test('goes on behind the place, and begins anew behind the last question', () => {
    expect(chosen(five, { count: 2 })).toEqual(refs('q1', 'q2'));
    expect(chosen(five, { count: 2 }, { after: refs('q2', 'q1') })).toEqual(refs('q3', 'q4'));
    expect(chosen(five, { count: 2 }, { after: refs('q4') })).toEqual(refs('q5'));
    expect(chosen(five, { count: 2 }, { after: refs('q5') })).toEqual(refs('q1', 'q2'));
  });

  test('goes on behind the nearest question that is left, where the place is no longer in the bank', () => {
    expect(chosen(five, { count: 2 }, { after: refs('gone', 'q3', 'q2') })).toEqual(refs('q4', 'q5'));
    expect(chosen(five, { count: 2 }, { after: refs('gone') })).toEqual(refs('q1', 'q2'));
  });

  test('stops before a case that would be cut in two, and begins with it the next time', () => {
    expect(chosen(withACase, { count: 3 })).toEqual(refs('q1', 'q2'));
    expect(chosen(withACase, { count: 3 }, { after: refs('q2') })).toEqual(refs('c#1', 'c#2', 'c#3'));
    expect(chosen(withACase, { count: 2 }, { after: refs('q2') })).toEqual(refs('c#1', 'c#2', 'c#3'));
    expect(chosen(withACase, { count: 5 })).toEqual(refs('q1', 'q2', 'c#1', 'c#2', 'c#3'));
  });

  test('asks a case that was left in the middle from its first part', () => {
    expect(chosen(withACase, { count: 4 }, { after: refs('c#2', 'c#1') })).toEqual(refs('c#1', 'c#2', 'c#3', 'q3'));
  });

  test('round after round misses no question, whatever the count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (count) => {
        const met: string[] = [];
        for (let round = 0; round < 7; round++)
          met.push(...chosen(withACase, { count }, { after: met.toReversed().slice(0, 1) }));
        expect(met.slice(0, withACase.length)).toEqual(withACase.map(({ ref }) => ref));
      }),
    );
  });
});

describe('where a practice in order stopped', () => {
  const form = ['q1', 'q2', 'q3', 'q4'].map((id) => ({ item: `b/${id}` }));
  const begun = (id: string, wanted: Partial<PracticeChoices> = {}, at = 0): SessionStarted => {
    const { banks, ...settings } = choices(wanted);
    return aStart({ id, at: minute(at), mode: 'practice', settings: { ...settings, banks }, form });
  };
  const answered = (session: string, id: string) => anAnswer({ session, mode: 'practice', item: `b/${id}` });
  const place = (...events: HistoryEvent[]): string | undefined => placeOf(events, choices(), TODAY)[0];

  test('is the furthest question of the last one that was made of the same', () => {
    expect(place(begun('s'), answered('s', 'q1'), answered('s', 'q2'))).toBe('b/q2');
    expect(place(begun('s'), answered('s', 'q3'), begun('t'), answered('t', 'q1'))).toBe('b/q1');
  });

  test('is not moved back by an answer that was changed on the sheet', () => {
    expect(place(begun('s'), answered('s', 'q3'), answered('s', 'q1'))).toBe('b/q3');
  });

  test('is not moved by an answer that was taken back', () => {
    const last = answered('s', 'q2');
    expect(place(begun('s'), answered('s', 'q1'), last, aVoid(last.id))).toBe('b/q1');
  });

  test.each([
    { topics: ['sky'] },
    { types: ['single'] },
    { only: 'wrong' },
    { difficulty: [1, 2] },
    { banks: ['b', 'c'] },
    { order: 'random' },
  ] as Partial<PracticeChoices>[])('is another one for %j', (wanted) => {
    expect(place(begun('s', wanted), answered('s', 'q2'))).toBeUndefined();
  });

  test('is the same for another count, another feedback and other limits', () => {
    const wanted = { count: 3, feedback: 'end', limitMinutes: 5, perItemSeconds: 9, shuffle: false } as const;
    expect(place(begun('s', wanted), answered('s', 'q2'))).toBe('b/q2');
  });

  test('is found by days, whatever order these stand in, and by the lines of one day, whatever its clock said', () => {
    const answer = (session: string, id: string, at: number) =>
      anAnswer({ session, mode: 'practice', item: `b/${id}`, at: minute(at) });
    const today = [begun('t', {}, 5), answer('t', 'q1', 6)];
    const yesterday = [begun('s', {}, -1440), answer('s', 'q3', -1439)];
    expect(place(...today, ...yesterday)).toBe('b/q1');
    expect(place(...yesterday, ...today)).toBe('b/q1');
    expect(place(...today, begun('u', {}, 2), answer('u', 'q2', 3))).toBe('b/q2');
  });

  test('is known from its start back, so that a question that is gone leaves the one before', () => {
    expect(placeOf([begun('s'), answered('s', 'q3')], choices(), TODAY)).toEqual(refs('q3', 'q2', 'q1'));
    expect(placeOf([], choices(), TODAY)).toEqual([]);
  });

  test('of many banks is remembered though the draw took of one alone', () => {
    const many = { banks: ['b', 'c'] };
    const events = [begun('s', many), answered('s', 'q2')];
    expect(lastChoices(events, TODAY)).toEqual(choices(many));
    expect(placeOf(events, choices(many), TODAY)[0]).toBe('b/q2');
  });
});

describe('the choices of the last time', () => {
  const practice = (settings: object, fields: Partial<SessionStarted> = {}): SessionStarted =>
    aStart({ mode: 'practice', settings: settings as SessionStarted['settings'], ...fields });
  const { banks: _, files: __, ...older } = choices();

  test('are those of the last practice, drills and exams notwithstanding', () => {
    const drill = aStart({ settings: choices() as unknown as SessionStarted['settings'] });
    expect(lastChoices([practice(choices({ count: 3 })), practice(choices({ count: 5 })), drill], TODAY)?.count).toBe(
      5,
    );
    expect(lastChoices([drill], TODAY)).toBeNull();
  });

  test('are those of the latest day; one under a wrong clock is not the latest for years', () => {
    const at = (count: number, when: string) => practice(choices({ count }), { at: when, id: `s${count}` });
    const late = at(5, minute(5));
    const early = at(3, minute(-1440));
    const far = at(9, '2031-01-01T09:00:00.000+08:00');
    expect(lastChoices([late, early], TODAY)?.count).toBe(5);
    expect(lastChoices([early, far, late], TODAY)?.count).toBe(5);
    expect(lastChoices([early, late, far], TODAY)?.count).toBe(9);
  });

  test('are not told by the day of an answer that was taken back', () => {
    const late = practice(choices({ count: 5 }), { at: minute(5), id: 's5' });
    const undone = anAnswer({ mode: 'practice', session: 's5', at: minute(-1440) });
    const far = practice(choices({ count: 9 }), { at: '2031-01-01T09:00:00.000+08:00', id: 's9' });
    expect(lastChoices([late, undone, far], TODAY)?.count).toBe(5);
    expect(lastChoices([late, undone, far, aVoid(undone.id)], TODAY)?.count).toBe(9);
  });

  test('hold nothing else of what stands beside them', () => {
    const known = lastChoices(
      [practice({ ...choices(), paper: { id: 'practice' }, sections: [], strict: false })],
      TODAY,
    );
    expect(known).toEqual(choices());
  });

  test('take the banks of the session where they say none themselves', () => {
    expect(lastChoices([practice(older)], TODAY)).toEqual({ ...choices(), banks: ['phone'] });
  });

  test.each([
    { from: 'mistakes' },
    { ...older, only: 'hard' },
    { ...older, types: ['essay'] },
    { ...older, count: '3' },
    { ...older, difficulty: 3 },
    { ...older, limitMinutes: '5' },
  ])('are none where another hand wrote %j', (settings) => {
    expect(lastChoices([practice(settings)], TODAY)).toBeNull();
  });
});
