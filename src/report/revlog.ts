import type { CardIds } from '../core/history/card-ids.ts';
import type { RevlogRow } from '../core/history/revlog.ts';
import { csvText } from './csv-text.ts';

/** The review log as a file for the tools of FSRS; without a byte order mark, which they would take for a part of the first name. */
export function renderRevlog(rows: readonly RevlogRow[], cards: CardIds): string {
  return csvText([
    ['card_id', 'review_time', 'review_rating', 'review_state', 'review_duration'],
    ...rows.map(({ ref, timeMs, rating, state, durationMs }) => [
      cardOf(cards, ref),
      timeMs,
      rating,
      state,
      durationMs,
    ]),
  ]);
}

/** Which item each card is: a file beside the log. */
export function renderCardMap(rows: readonly RevlogRow[], cards: CardIds): string {
  const refs = [...new Set(rows.map(({ ref }) => ref))].sort();
  return csvText([['card_id', 'item'], ...refs.map((ref) => [cardOf(cards, ref), ref])]);
}

const cardOf = ({ of }: CardIds, ref: string): number => of.get(ref) ?? 0;
