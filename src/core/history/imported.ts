import { RATINGS } from '../drill/rating.ts';
import type { HistoryEvent, Imported } from './event.ts';

/** A review that was brought in from elsewhere; null for every other event, and for one that another program wrote otherwise. */
export function importedReview(event: HistoryEvent): Imported | null {
  if (event.type !== 'imported') return null;
  const { item, right, rating }: Unchecked = event;
  const isWhole = typeof item === 'string' && typeof right === 'boolean' && RATINGS.some((known) => known === rating);
  return isWhole ? event : null;
}

type Unchecked = { readonly [K in keyof Imported]?: unknown };

/** The sitting of a review that was made elsewhere: none, so that it stands by itself as an answer of a drill does. */
export const ELSEWHERE = { session: '', mode: 'drill' } as const;
