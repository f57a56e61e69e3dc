import type { Day } from '../day.ts';
import { RATINGS } from '../drill/rating.ts';
import type { LoggedReview } from './review-log.ts';

/** 0 new, 1 learning, 2 review, 3 relearning. */
export type ReviewState = 0 | 1 | 2 | 3;

/**
 * A review as the tools of FSRS read it: the fields and their units are those of the "Review Logs Schema" in the README of
 * open-spaced-repetition/fsrs-optimizer, whose command line and `fsrs-cli` take a CSV file with these columns. No column is
 * added: the optimizer tells rows apart by all that it does not know.
 */
export interface RevlogRow {
  readonly ref: string;
  readonly on: Day;
  /** Milliseconds since 1970, UTC. */
  readonly timeMs: number;
  /** 1 again, 2 hard, 3 good, 4 easy. */
  readonly rating: number;
  readonly state: ReviewState;
  /** Milliseconds; 0 where it is not known, which the optimizer passes over. */
  readonly durationMs: number;
}

/**
 * There are no learning steps here, so a state is what it would be called with steps of a day: the first review finds a new card,
 * others of its first day a card being learnt; a lapse makes those of the same day relearning; all else is review.
 */
export function revlogRows(log: readonly LoggedReview[], durationOf: (id: string) => number): RevlogRow[] {
  const cards = new Map<string, { readonly firstOn: Day; lapsedOn: Day | null }>();
  return log.map(({ id, ref, rating, ms, on }) => {
    const card = cards.get(ref);
    const state = card === undefined ? 0 : on === card.firstOn ? 1 : on === card.lapsedOn ? 3 : 2;
    if (!card) cards.set(ref, { firstOn: on, lapsedOn: null });
    else if (state === 2 && rating === 'again') card.lapsedOn = on;
    const durationMs = Math.min(LONGEST_MS, Math.max(0, Math.round(durationOf(id))));
    return { ref, on, timeMs: ms, rating: RATINGS.indexOf(rating) + 1, state, durationMs };
  });
}

/** `fsrs-cli` reads it into 32 bits. */
const LONGEST_MS = 2 ** 32 - 1;
