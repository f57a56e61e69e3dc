import { examOf } from '../exam/opening.ts';
import type { HistoryEvent, Mode } from '../history/event.ts';

/**
 * Tells the sessions whose answers are on a sheet that was not handed in: exams, and practices that are judged at their end.
 * What such a sheet came to so far is shown nowhere. `live`: events that still count.
 */
export function openSheets(live: readonly HistoryEvent[]): (session: string, mode: Mode) => boolean {
  const over = new Set<string>();
  const practices = new Set<string>();
  for (const event of live) {
    if (event.type === 'session-ended') over.add(event.session);
    if (event.type === 'session-started' && event.mode === 'practice' && examOf(event)) practices.add(event.id);
  }
  return (session, mode) => !over.has(session) && (mode === 'exam' || practices.has(session));
}
