import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../../src/core/drill/cause.ts';
import { RATINGS, ratingOf, ratingWithCause } from '../../../src/core/drill/rating.ts';

describe('a rating', () => {
  const recall = { right: true, guess: false, overrule: false, easy: false };

  test('of a wrong answer is again, whatever else was said of it', () => {
    expect(ratingOf({ ...recall, right: false, guess: true, easy: true })).toBe('again');
  });

  test('of a guess and of an overruled answer is hard, easy only by the learner’s own key', () => {
    expect(ratingOf({ ...recall, guess: true })).toBe('hard');
    expect(ratingOf({ ...recall, overrule: true, easy: true })).toBe('hard');
    expect(ratingOf(recall)).toBe('good');
    expect(ratingOf({ ...recall, easy: true })).toBe('easy');
  });
});

describe('the cause of a wrong answer', () => {
  test('makes it hard where the reading failed, and leaves it where the fact was not known', () => {
    expect(CAUSES.map((cause) => ratingWithCause('again', cause))).toEqual(['again', 'again', 'hard', 'hard']);
    expect(ratingWithCause('again', undefined)).toBe('again');
  });

  test('touches no other rating', () => {
    for (const rating of RATINGS.filter((each) => each !== 'again'))
      for (const cause of CAUSES) expect(ratingWithCause(rating, cause)).toBe(rating);
  });
});
