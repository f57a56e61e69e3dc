import type { HistoryEvent } from '../history/event.ts';
import { withoutVoided } from '../history/fold.ts';
import { type CountedAnswer, countedAnswers } from './counted.ts';

/**
 * The counted answers that stand for good: those of an exam only once it was submitted or its time was over, since until
 * then any of them may be changed; those of drills and practice always.
 */
export function finishedAnswers(events: readonly HistoryEvent[]): CountedAnswer[] {
  const finished = new Set(
    withoutVoided(events).flatMap((event) =>
      event.type === 'session-ended' && event.how !== 'quit' ? [event.session] : [],
    ),
  );
  return countedAnswers(events).filter(({ event }) => event.mode !== 'exam' || finished.has(event.session));
}
