import type { Review, ReviewComplaint } from '../../core/intake/review.ts';
import type { Key } from '../key.ts';

/** Everything that the screen of a review shows, as a value: `step` makes the next one, `view` draws it. */
export interface ReviewState {
  readonly review: Review;
  /** Lines scrolled on from the top of the page. */
  readonly scroll: number;
  /** Why the last key did nothing; gone with the next. */
  readonly message: ReviewComplaint | null;
  readonly columns: number;
  readonly rows: number;
}

export type ReviewEvent =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'resize'; readonly columns: number; readonly rows: number };

/** How the screen is left: nothing is open, the rest stays as it was read, or the question goes to an editor. */
export type ReviewLeaving = 'done' | 'quit' | 'edit';

export interface ReviewStepped {
  readonly state: ReviewState;
  readonly leave?: ReviewLeaving;
}

export const openScreen = (review: Review, columns: number, rows: number): ReviewState => ({
  review,
  scroll: 0,
  message: null,
  columns,
  rows,
});
