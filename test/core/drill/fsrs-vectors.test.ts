import { describe, expect, test } from 'vitest';
import type { Memory, Reviewed } from '../../../src/core/drill/memory.ts';
import { RATINGS, type Rating } from '../../../src/core/drill/rating.ts';
import { createScheduler, DEFAULT_PARAMETERS } from '../../../src/core/drill/scheduler.ts';

/**
 * Numbers that other implementations of FSRS-6 publish in their tests.
 * - fsrs-rs: open-spaced-repetition/fsrs-rs, src/inference.rs at 037345fd57472ea392a6086f217b1c73a9fa171a
 *   and src/model_v6.rs at 48b7d2f61fa51b16b1c74c9271b01f33fd5adbb0, single precision
 * - ts-fsrs: open-spaced-repetition/ts-fsrs, packages/fsrs/__tests__/FSRS-6.test.ts
 *   at a26a6605a1e34fd60590af2f4a6f9fe9ee68fea5
 */
const scheduler = createScheduler({ retention: 0.9 });

const known = (stability: number, difficulty: number): Reviewed => ({
  kind: 'reviewed',
  stability,
  difficulty,
  firstOn: 0,
  reviewedOn: 0,
  repetitions: 1,
  lapses: 0,
  missed: 0,
});

function sitting(ratings: readonly Rating[], daysBetween: readonly number[]): Reviewed {
  let on = 0;
  const after = ratings.reduce<Memory>(
    (memory, rating, index) => {
      on += daysBetween[index] as number;
      return scheduler.review(memory, rating, on);
    },
    { kind: 'new' },
  );
  return after as Reviewed;
}

describe('FSRS-6', () => {
  test('has the default parameters of fsrs-rs', () => {
    expect(DEFAULT_PARAMETERS).toEqual([
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
      1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]);
  });

  test('begins where ts-fsrs begins', () => {
    const first = RATINGS.map((rating) => sitting([rating], [0]));
    expect(first.map(({ stability }) => stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(first.map(({ difficulty }) => difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
  });

  test('remembers six reviews as fsrs-rs and ts-fsrs do', () => {
    const ratings = ['again', 'good', 'good', 'good', 'good', 'good'] as const;
    const { stability, difficulty } = sitting(ratings, [0, 0, 1, 3, 8, 21]);
    expect(stability).toBeCloseTo(53.62691, 4);
    expect(difficulty).toBeCloseTo(6.3574867, 4);
  });

  test.each([
    ['again', 1, 0.10088589, 8.806304],
    ['hard', 1, 3.2494123, 6.7404594],
    ['good', 1, 7.3153, 2.1112142],
    ['easy', 1, 18.014914, 1],
    ['again', 2, 0.112798266, 8.806304],
    ['hard', 2, 4.4694576, 6.7404594],
  ] as const)('%s twice, %d days apart, as in fsrs-rs', (rating, days, stability, difficulty) => {
    const after = sitting([rating, rating], [0, days]);
    expect(after.stability).toBeCloseTo(stability, 4);
    expect(after.difficulty).toBeCloseTo(difficulty, 4);
  });

  test('forgets along the curve of fsrs-rs', () => {
    const days = [0, 1, 2, 3, 4, 5];
    const stabilities = [1, 2, 3, 4, 4, 2];
    const curve = [1, 0.9403443, 0.9253786, 0.9185229, 0.9, 0.8261359];
    days.forEach((day, index) => {
      const left = scheduler.retrievability(known(stabilities[index] as number, 5), day);
      expect(left).toBeCloseTo(curve[index] as number, 5);
    });
  });

  test('moves a difficulty of five as fsrs-rs does', () => {
    const moved = RATINGS.map((rating) => scheduler.review(known(5, 5), rating, 5).difficulty);
    [8.341763, 6.6659956, 4.990228, 3.3144615].forEach((difficulty, index) => {
      expect(moved[index]).toBeCloseTo(difficulty, 4);
    });
  });

  test('recalls and forgets a stability of five at nine tenths as fsrs-rs does', () => {
    expect(scheduler.review(known(5, 1), 'good', 5).stability).toBeCloseTo(25.602541, 3);
    expect(scheduler.review(known(5, 1), 'again', 5).stability).toBeCloseTo(1.0525396, 4);
  });
});
