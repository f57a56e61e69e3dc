import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../../src/core/bank/bank.ts';
import type { Item } from '../../../src/core/bank/item.ts';
import { MOST_MISSES, type Reviewed } from '../../../src/core/drill/memory.ts';
import { planQueue, type QueueInput } from '../../../src/core/drill/queue.ts';
import { createScheduler } from '../../../src/core/drill/scheduler.ts';
import { rngOf } from '../../../src/core/rng.ts';
import { aBank, aCase, aSingle, questionsIn } from '../../support/drill-questions.ts';

const TODAY = 20_000;
const scheduler = createScheduler({ retention: 0.9 });

/** A memory that falls due so many days from today: before it when negative. Its interval is one day, without spread. */
const dueIn = (days: number): Reviewed => ({
  kind: 'reviewed',
  stability: 1,
  difficulty: 5,
  firstOn: TODAY - 90,
  reviewedOn: TODAY + days - 1,
  repetitions: 1,
  lapses: 0,
  missed: 0,
});

/** One that is known so well that it is not due for weeks. */
const KNOWN: Reviewed = { ...dueIn(0), stability: 100 };

const input = (
  items: readonly Item[],
  memories: Record<string, Reviewed>,
  rest: Partial<QueueInput> = {},
): QueueInput => ({
  questions: questionsIn(...items),
  memories: new Map(Object.entries(memories).map(([id, memory]) => [`b/${id}`, memory])),
  suspended: new Set(),
  scheduler,
  today: TODAY,
  newLeft: 20,
  newUntouched: true,
  limit: null,
  ahead: false,
  rng: rngOf('test'),
  ...rest,
});

const plan = (...given: Parameters<typeof input>): string[] =>
  planQueue(input(...given)).map(({ question }) => question.question.id);
const singles = (...ids: string[]): Item[] => ids.map((id) => aSingle(id));

describe('what is due', () => {
  test('comes before what is new, the oldest first', () => {
    const memories = { c: dueIn(-1), d: dueIn(-5), e: dueIn(0) };
    expect(plan(singles('a', 'b', 'c', 'd', 'e'), memories)).toEqual(['d', 'c', 'e', 'a', 'b']);
  });

  test('and falls due on one day is shuffled by the seed', () => {
    const ids = Array.from({ length: 12 }, (_, n) => `q${n}`);
    const memories = Object.fromEntries(ids.map((id) => [id, dueIn(-1)]));
    const first = plan(singles(...ids), memories);
    expect(plan(singles(...ids), memories)).toEqual(first);
    expect([...first].sort()).toEqual([...ids].sort());
    expect(plan(singles(...ids), memories, { rng: rngOf('other') })).not.toEqual(first);
  });

  test('is not asked again on a day it was answered', () => {
    expect(plan(singles('a'), { a: { ...dueIn(1), reviewedOn: TODAY } })).toEqual([]);
  });

  test('tomorrow is asked today only ahead, the soonest first', () => {
    const memories = {
      a: { ...KNOWN, reviewedOn: TODAY - 2 },
      b: { ...dueIn(0), stability: 2, reviewedOn: TODAY - 1 },
    };
    expect(plan(singles('a', 'b'), memories)).toEqual([]);
    expect(plan(singles('a', 'b'), memories, { ahead: true })).toEqual(['b', 'a']);
  });
});

describe('what is new', () => {
  test('comes in the order of the topics, then of the file', () => {
    const items = [
      aSingle('x'),
      aSingle('b2', { topic: 'b' }),
      aSingle('a1', { topic: 'a' }),
      aSingle('b1', { topic: 'b' }),
    ];
    const questions = questionsOf(aBank('b', items, ['a', 'b']));
    expect(plan([], {}, { questions })).toEqual(['a1', 'b2', 'b1', 'x']);
  });

  test('comes bank by bank', () => {
    const bank = (id: string) =>
      questionsOf(aBank(id, [aSingle(`${id}2`, { topic: 'z' }), aSingle(`${id}1`, { topic: 'a' })], ['a', 'z']));
    expect(plan([], {}, { questions: [...bank('n'), ...bank('m')] })).toEqual(['n1', 'n2', 'm1', 'm2']);
  });

  test('is no more than the day has left', () => {
    expect(plan(singles('a', 'b', 'c'), {}, { newLeft: 2 })).toEqual(['a', 'b']);
    expect(plan(singles('a', 'b', 'c'), { c: dueIn(0) }, { newLeft: 0 })).toEqual(['c']);
  });
});

describe('what was missed earlier today', () => {
  const missed = (times: number): Reviewed => ({ ...dueIn(1), missed: times });

  test('comes back behind what is due and before what is new', () => {
    expect(plan(singles('new', 'missed', 'due'), { missed: missed(1), due: dueIn(0) })).toEqual([
      'due',
      'missed',
      'new',
    ]);
  });

  test('waits until tomorrow where it was missed too often', () => {
    expect(plan(singles('a'), { a: missed(MOST_MISSES - 1) })).toEqual(['a']);
    expect(plan(singles('a'), { a: missed(MOST_MISSES) })).toEqual([]);
  });

  test('comes without the other parts of its case, which rest', () => {
    const memories = { 'k#1': { ...dueIn(1), stability: 5 }, 'k#2': missed(2), 'k#3': dueIn(-4) };
    expect(plan([aCase('k', 4)], memories)).toEqual(['k#2']);
  });
});

describe('the limit', () => {
  test('keeps the head of the queue', () => {
    expect(plan(singles('a', 'b', 'c'), { c: dueIn(0) }, { limit: 2 })).toEqual(['c', 'a']);
  });

  test('cuts no case in two, unless the case alone is longer', () => {
    const items = [aSingle('a'), aCase('k', 3), aSingle('z')];
    expect(plan(items, {}, { limit: 2 })).toEqual(['a', 'z']);
    expect(plan([aCase('k', 3), aSingle('z')], {}, { limit: 2 })).toEqual(['k#1', 'k#2', 'k#3']);
  });
});

test('what was put away is never asked', () => {
  const suspended = new Set(['b/a', 'b/b', 'b/c']);
  const memories = { b: dueIn(-3), c: { ...KNOWN, reviewedOn: TODAY - 2 } };
  expect(plan(singles('a', 'b', 'c', 'd'), memories, { suspended, ahead: true })).toEqual(['d']);
});

describe('the parts of a case', () => {
  test('stand together and in order', () => {
    expect(plan([aSingle('a'), aCase('k', 3)], { 'k#3': dueIn(-2), 'k#1': dueIn(-1), a: dueIn(-2) })).toSatisfy(
      (ids: string[]) => ids.join(' ').includes('k#1 k#2 k#3'),
    );
  });

  test('rest until tomorrow when one of them was answered today', () => {
    const memories = { 'k#1': { ...dueIn(0), reviewedOn: TODAY }, 'k#2': dueIn(-4) };
    expect(plan([aCase('k', 3)], memories, { ahead: true })).toEqual([]);
  });

  test('that are new come along with those due while the day has room for all of them', () => {
    expect(plan([aCase('k', 3)], { 'k#2': dueIn(0) }, { newLeft: 2 })).toEqual(['k#1', 'k#2', 'k#3']);
    expect(plan([aCase('k', 3)], { 'k#2': dueIn(0) }, { newLeft: 1 })).toEqual(['k#2']);
  });

  test('that outnumber what is left of the day come first thing or not at all', () => {
    const items = [aCase('k', 3), aSingle('a')];
    expect(plan(items, {}, { newLeft: 2 })).toEqual(['k#1', 'k#2', 'k#3']);
    expect(plan(items, {}, { newLeft: 2, newUntouched: false })).toEqual(['a']);
    expect(plan([aSingle('a'), aCase('k', 3)], {}, { newLeft: 2 })).toEqual(['a']);
  });

  test('that were put away leave the others to be asked', () => {
    expect(plan([aCase('k', 3)], {}, { suspended: new Set(['b/k#2']) })).toEqual(['k#1', 'k#3']);
  });
});

describe('every queue', () => {
  const learner = fc.record({
    parts: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }),
    states: fc.array(fc.constantFrom('new', 'due', 'later', 'today', 'missed', 'suspended'), {
      minLength: 48,
      maxLength: 48,
    }),
    days: fc.array(fc.nat(30), { minLength: 48, maxLength: 48 }),
    newLeft: fc.nat(10),
    newUntouched: fc.boolean(),
    limit: fc.option(fc.integer({ min: 1, max: 12 })),
    ahead: fc.boolean(),
    seed: fc.string(),
  });
  type Learner = typeof learner extends fc.Arbitrary<infer L> ? L : never;

  function inputOf({ parts, states, days, seed, ...rest }: Learner): QueueInput {
    const items = parts.map((count, n) => (count === 1 ? aSingle(`q${n}`) : aCase(`q${n}`, count)));
    const memories = new Map<string, Reviewed>();
    const suspended = new Set<string>();
    questionsIn(...items).forEach(({ ref }, n) => {
      if (states[n] === 'due') memories.set(ref, dueIn(-(days[n] as number)));
      if (states[n] === 'later') memories.set(ref, { ...KNOWN, reviewedOn: TODAY - 2 });
      if (states[n] === 'today') memories.set(ref, { ...dueIn(1), reviewedOn: TODAY });
      if (states[n] === 'missed') memories.set(ref, { ...dueIn(1), missed: 1 });
      if (states[n] === 'suspended') suspended.add(ref);
    });
    return { ...input(items, {}), memories, suspended, ...rest, rng: rngOf(seed) };
  }

  test('asks no question twice, none put away, and none answered today unless it was missed, or to look ahead', () => {
    fc.assert(
      fc.property(learner, (some) => {
        const given = inputOf(some);
        const refs = planQueue(given).map(({ question }) => question.ref);
        expect(new Set(refs).size).toBe(refs.length);
        for (const ref of refs) {
          expect(given.suspended.has(ref)).toBe(false);
          const { reviewedOn, missed } = given.memories.get(ref) ?? { missed: 0 };
          if (!given.ahead && missed === 0) expect(reviewedOn).not.toBe(TODAY);
        }
      }),
    );
  });

  test('without a limit asks everything that is due and does not rest', () => {
    fc.assert(
      fc.property(learner, (some) => {
        const given = { ...inputOf(some), limit: null };
        const asked = new Set(planQueue(given).map(({ question }) => question.ref));
        const resting = new Set(
          given.questions
            .filter(({ ref }) => given.memories.get(ref)?.reviewedOn === TODAY)
            .map(({ parent, ref }) => parent?.id ?? ref),
        );
        for (const { ref, parent } of given.questions) {
          const memory = given.memories.get(ref);
          if (!memory || scheduler.dueOn(memory, ref) > TODAY || resting.has(parent?.id ?? ref)) continue;
          expect(asked.has(ref)).toBe(true);
        }
      }),
    );
  });

  test('says why each question is in it, and brings no more new ones than the day has, but for one whole case', () => {
    fc.assert(
      fc.property(learner, (some) => {
        const given = inputOf(some);
        const queue = planQueue(given);
        for (const { question, because } of queue) {
          const memory = given.memories.get(question.ref);
          const isDue = memory && (scheduler.dueOn(memory, question.ref) <= TODAY || memory.missed > 0);
          const due = memory ? (isDue ? 'due' : 'ahead') : 'new';
          expect(because).toBe(due);
        }
        const fresh = queue.filter(({ because }) => because === 'new');
        const cases = new Set(fresh.map(({ question }) => question.parent?.id ?? question.ref));
        expect(fresh.length <= given.newLeft || (given.newUntouched && cases.size === 1)).toBe(true);
      }),
    );
  });

  test('keeps the parts of a case side by side', () => {
    fc.assert(
      fc.property(learner, (some) => {
        const owners = planQueue(inputOf(some)).map(({ question }) => question.parent?.id ?? question.ref);
        const runs = owners.filter((owner, n) => owner !== owners[n - 1]);
        expect(new Set(runs).size).toBe(runs.length);
      }),
    );
  });
});
