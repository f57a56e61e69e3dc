import { parseInstant } from '../day.ts';
import { type Cause, isCause } from '../drill/cause.ts';
import type { CauseGiven, HistoryEvent } from './event.ts';
import { withoutVoided } from './fold.ts';

/**
 * The cause of each answer that was given one, by the id of the answer: the last by time and id, of those that were not
 * taken back. One that this program has no word for is passed over.
 */
export function causesOf(events: readonly HistoryEvent[]): ReadonlyMap<string, Cause> {
  const given = withoutVoided(events).filter((event): event is CauseGiven => event.type === 'cause' && isWhole(event));
  const timed = given.map((event) => ({ event, ms: parseInstant(event.at)?.ms ?? 0 }));
  timed.sort((a, b) => a.ms - b.ms || (a.event.id < b.event.id ? -1 : 1));
  return new Map(timed.map(({ event: { target, cause } }) => [target, cause]));
}

/** Another program may have written it: of a cause, only what every event has was checked when it was read. */
const isWhole = ({ target, cause }: CauseGiven): boolean => typeof target === 'string' && isCause(cause);
