import type { HistoryEvent } from '../history/event.ts';
import { countedAnswers } from './counted.ts';

/** Questions whose last answer was marked as a guess, right or wrong. */
export function unsureRefs(events: readonly HistoryEvent[]): string[] {
  const last = new Map<string, boolean>();
  for (const { event } of countedAnswers(events)) last.set(event.item, event.guess);
  return [...last].flatMap(([ref, guess]) => (guess ? [ref] : []));
}
