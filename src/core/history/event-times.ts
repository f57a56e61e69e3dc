import { type Day, parseInstant, studyDayOf } from '../day.ts';
import type { Answered, HistoryEvent } from './event.ts';

/** An event with the moment that it is sorted by. */
export interface TimedEvent {
  readonly event: HistoryEvent;
  readonly ms: number;
  readonly on: Day | null;
}

/** Events in order of time and id, whatever order they stand in. One whose time cannot be read stays behind the one before it. */
export function inTimeOrder(events: readonly HistoryEvent[]): TimedEvent[] {
  let last = Number.NEGATIVE_INFINITY;
  let lastId = '';
  let sorted = true;
  const timed = events.map((event): TimedEvent => {
    const at = parseInstant(event.at);
    const ms = at?.ms ?? last;
    if (ms < last || (at && ms === last && event.id < lastId)) sorted = false;
    last = ms;
    lastId = event.id;
    return { event: event.type === 'answered' ? whole(event) : event, ms, on: at && studyDayOf(at) };
  });
  return sorted
    ? timed
    : timed.sort((a, b) => a.ms - b.ms || (a.event.id < b.event.id ? -1 : a.event.id > b.event.id ? 1 : 0));
}

/**
 * Another program may have written an answer without all that this one writes, and it counts all the same: a number
 * that is not there is none, so that no sum becomes NaN, and a response that is not there is no answer.
 */
function whole(event: Answered): Answered {
  const { marks, of, ms, response }: Unchecked = event;
  if (areNumbers(marks, of, ms) && Array.isArray(response)) return event;
  return {
    ...event,
    marks: numberOr0(marks),
    of: numberOr0(of),
    ms: numberOr0(ms),
    response: Array.isArray(response) ? event.response : [],
  };
}

type Unchecked = { readonly [K in keyof Answered]?: unknown };

const areNumbers = (...values: unknown[]): boolean => values.every(Number.isFinite);

const numberOr0 = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
