import type { Cause } from './cause.ts';

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
/** What the learner's recall was worth. */
export type Rating = (typeof RATINGS)[number];

export interface Recall {
  /** Full marks. */
  readonly right: boolean;
  readonly guess: boolean;
  /** Right only because the learner overruled the marking. */
  readonly overrule: boolean;
  /** The learner's own key said that it was too easy. */
  readonly easy: boolean;
}

/** What an answer says of the memory. A lucky guess and an overruled answer are recall with effort at best. */
export function ratingOf(recall: Recall): Rating {
  if (!recall.right) return 'again';
  if (recall.guess || recall.overrule) return 'hard';
  return recall.easy ? 'easy' : 'good';
}

/**
 * The rating once it is known why the answer was wrong. Where the question was misread or the hand slipped, the fact was
 * known and the reading failed: recall with effort, not a lapse. Any other rating is not touched.
 */
export function ratingWithCause(rating: Rating, cause: Cause | undefined): Rating {
  return rating === 'again' && (cause === 'misread' || cause === 'careless') ? 'hard' : rating;
}
