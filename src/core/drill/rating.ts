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
