import fc from 'fast-check';
import { FSRSAlgorithm, generatorParameters, get_fuzz_range } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import type { Memory, Reviewed } from '../../../src/core/drill/memory.ts';
import { RATINGS, type Rating, ratingOf } from '../../../src/core/drill/rating.ts';
import { createScheduler, DEFAULT_RETENTION } from '../../../src/core/drill/scheduler.ts';

const scheduler = createScheduler({ retention: DEFAULT_RETENTION });
const NEW: Memory = { kind: 'new' };
const reference = new FSRSAlgorithm(generatorParameters({ request_retention: DEFAULT_RETENTION, enable_fuzz: false }));

const rating = fc.constantFrom(...RATINGS);
const days = fc.oneof(fc.constantFrom(0, 1), fc.nat(60), fc.nat(2_000));
const reviews = fc.array(fc.tuple(rating, days), { minLength: 1, maxLength: 12 });
type Reviews = readonly (readonly [Rating, number])[];

function memoryAfter(sequence: Reviews, startOn = 20_000): Reviewed {
  let on = startOn;
  return sequence.reduce<Memory>((memory, [given, after]) => {
    on += after;
    return scheduler.review(memory, given, on);
  }, NEW) as Reviewed;
}

describe('a review', () => {
  test('changes memory as ts-fsrs computes it, over 2,000 sequences', () => {
    fc.assert(
      fc.property(reviews, (sequence) => {
        const theirs = sequence.reduce<{ stability: number; difficulty: number } | null>(
          (state, [given, after]) => reference.next_state(state, state ? after : 0, RATINGS.indexOf(given) + 1),
          null,
        );
        expect(memoryAfter(sequence)).toMatchObject(theirs as object);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that failed never raises stability', () => {
    fc.assert(
      fc.property(reviews, days, (sequence, after) => {
        const before = memoryAfter(sequence);
        const lapsed = scheduler.review(before, 'again', before.reviewedOn + after);
        expect(lapsed.stability).toBeLessThanOrEqual(before.stability);
      }),
    );
  });

  test('is worth more the better it went', () => {
    fc.assert(
      fc.property(reviews, days, (sequence, after) => {
        const before = memoryAfter(sequence);
        const next = RATINGS.map((given) => scheduler.review(before, given, before.reviewedOn + after));
        const byRating = next.map(({ stability }) => stability);
        expect(byRating).toEqual([...byRating].sort((a, b) => a - b));
        for (const { difficulty } of next) expect(difficulty >= 1 && difficulty <= 10).toBe(true);
      }),
    );
  });

  test('counts days, not where they stand in the calendar', () => {
    fc.assert(
      fc.property(reviews, fc.nat(40_000), (sequence, startOn) => {
        const { stability, difficulty } = memoryAfter(sequence, startOn);
        expect(memoryAfter(sequence)).toMatchObject({ stability, difficulty });
      }),
    );
  });

  test('under a clock that went backwards counts as one of the same day', () => {
    const before = memoryAfter([['good', 0]]);
    const { stability } = scheduler.review(before, 'good', before.reviewedOn);
    expect(scheduler.review(before, 'good', before.reviewedOn - 400).stability).toBe(stability);
    expect(scheduler.retrievability(before, before.reviewedOn - 400)).toBe(1);
  });

  test('is counted; a lapse only where a night lay between', () => {
    expect(
      memoryAfter([
        ['again', 0],
        ['again', 0],
        ['good', 1],
        ['again', 3],
      ]),
    ).toMatchObject({
      repetitions: 4,
      lapses: 1,
      missed: 1,
      firstOn: 20_000,
      reviewedOn: 20_004,
    });
  });
});

test('what was missed on its last day is counted until it is right', () => {
  const missedAfter = (...reviews: Parameters<typeof memoryAfter>[0]): number => memoryAfter(reviews).missed;
  expect(missedAfter(['again', 0])).toBe(1);
  expect(missedAfter(['again', 0], ['again', 0])).toBe(2);
  expect(missedAfter(['again', 0], ['again', 1])).toBe(1);
  expect(missedAfter(['again', 0], ['hard', 0])).toBe(0);
});

describe('retrievability', () => {
  test('is nine tenths when as many days went by as the stability has', () => {
    for (const stability of [1, 2, 7, 30, 365])
      expect(scheduler.retrievability({ ...memoryAfter([['good', 0]]), stability }, 20_000 + stability)).toBeCloseTo(
        0.9,
        7,
      );
  });

  test('is whole on the day itself, and only falls', () => {
    fc.assert(
      fc.property(reviews, fc.nat(300), (sequence, day) => {
        const memory = memoryAfter(sequence);
        const at = (n: number): number => scheduler.retrievability(memory, memory.reviewedOn + n);
        expect(at(0)).toBe(1);
        expect(at(day + 1)).toBeLessThanOrEqual(at(day));
        expect(at(day)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('an interval', () => {
  const refs = fc.stringMatching(/^[a-z]{1,6}\/[a-z]{1,8}$/);

  test('is a whole day at least, and lies within the spread', () => {
    fc.assert(
      fc.property(reviews, refs, (sequence, ref) => {
        const memory = memoryAfter(sequence);
        const exact = reference.next_interval(memory.stability, 0) as number;
        const { min_ivl: least, max_ivl: most } =
          exact < 2.5 ? { min_ivl: exact, max_ivl: exact } : get_fuzz_range(exact, 0, 36_500);
        const interval = scheduler.intervalDays(memory, ref);
        expect(Number.isInteger(interval) && interval >= 1).toBe(true);
        expect(interval >= least && interval <= most).toBe(true);
      }),
    );
  });

  test('is the same whenever it is asked for: the preview is the commit', () => {
    fc.assert(
      fc.property(reviews, rating, days, refs, (sequence, given, after, ref) => {
        const before = memoryAfter(sequence);
        const on = before.reviewedOn + after;
        const preview = scheduler.dueOn(scheduler.review(before, given, on), ref);
        const again = createScheduler({ retention: DEFAULT_RETENTION });
        expect(again.dueOn(again.review({ ...before }, given, on), ref)).toBe(preview);
      }),
    );
  });

  test('differs between items learnt alike, so that they do not all come back at once', () => {
    const memory = { ...memoryAfter([['good', 0]]), stability: 60 };
    const intervals = Array.from({ length: 200 }, (_, n) => scheduler.intervalDays(memory, `b/q${n}`));
    const { min_ivl: least, max_ivl: most } = get_fuzz_range(60, 0, 36_500);
    expect(new Set(intervals)).toEqual(new Set(Array.from({ length: most - least + 1 }, (_, n) => least + n)));
  });

  test('has passed when the item is due, and not before', () => {
    const stability = fc.oneof(
      fc.double({ min: 0.1, max: 60, noNaN: true }),
      fc.double({ min: 0.1, max: 36_500, noNaN: true }),
    );
    fc.assert(
      fc.property(
        stability,
        refs,
        fc.nat(50),
        fc.integer({ min: -3, max: 3 }),
        fc.nat(3),
        (days, ref, n, off, times) => {
          const memory = { ...memoryAfter([['good', 0]]), stability: days, repetitions: n };
          const on = memory.reviewedOn + scheduler.intervalDays(memory, ref) * Math.max(1, times) + off;
          expect(scheduler.isDue(memory, ref, on)).toBe(on >= scheduler.dueOn(memory, ref));
        },
      ),
    );
  });

  test('grows with the retention that is given up, and is never longer than a life', () => {
    const memory = { ...memoryAfter([['good', 0]]), stability: 100 };
    const at = (retention: number): number => createScheduler({ retention }).intervalDays(memory, 'b/q');
    expect(at(0.8)).toBeGreaterThan(at(0.9));
    expect(at(0.9)).toBeGreaterThan(at(0.97));
    expect(
      createScheduler({ retention: 0.7 }).intervalDays({ ...memory, stability: 36_500 }, 'b/q'),
    ).toBeLessThanOrEqual(36_500);
  });
});

describe('a rating', () => {
  const recall = { right: true, guess: false, overrule: false, easy: false };

  test('is again for a wrong answer, whatever else was said of it', () => {
    expect(ratingOf({ right: false, guess: true, overrule: false, easy: true })).toBe('again');
  });

  test('is good for a right one, hard for a guess or an overruled one, easy by the key alone', () => {
    expect(ratingOf(recall)).toBe('good');
    expect(ratingOf({ ...recall, guess: true })).toBe('hard');
    expect(ratingOf({ ...recall, overrule: true, easy: true })).toBe('hard');
    expect(ratingOf({ ...recall, easy: true })).toBe('easy');
  });
});
