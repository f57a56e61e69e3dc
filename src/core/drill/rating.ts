import type { Rating } from '../history/event.ts';

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
