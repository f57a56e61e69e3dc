import { type Day, parseInstant, studyDayOf } from '../day.ts';
import type { Answered, HistoryEvent } from '../history/event.ts';
import { withoutVoided } from '../history/fold.ts';
import { openSheets } from './open-sheets.ts';

/** An answer that still counts. */
export interface CountedAnswer {
  readonly event: Answered;
  /** Study day; null where the time of the event cannot be read. */
  readonly on: Day | null;
  /** Time spent on it: in an exam, the time of every change of this answer. */
  readonly ms: number;
}

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
  return sorted ? timed : timed.sort((a, b) => compare(a.ms, b.ms) || compare(a.event.id, b.event.id));
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

export const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** The answers that count as results: those that stand, but none on a sheet that is not handed in. */
export function countedAnswers(events: readonly HistoryEvent[]): CountedAnswer[] {
  const live = withoutVoided(events);
  const isOpen = openSheets(live);
  return finalOf(inTimeOrder(live)).filter(({ event }) => !isOpen(event.session, event.mode));
}

/**
 * The answers that stand, in order of time: none that was taken back, and of the answers to one item in an exam or
 * a practice only the last. Every other repetition is an answer of its own.
 */
export function standingAnswers(events: readonly HistoryEvent[]): CountedAnswer[] {
  return finalOf(inTimeOrder(withoutVoided(events)));
}

/** Those of events that were not taken back, in order of time. */
function finalOf(events: readonly TimedEvent[]): CountedAnswer[] {
  const answers: CountedAnswer[] = [];
  for (const { event, on } of events) if (event.type === 'answered') answers.push({ event, on, ms: event.ms });
  const finals = finalAnswers(answers);
  const standing: CountedAnswer[] = [];
  for (const answer of answers) {
    const final = answer.event.mode === 'drill' ? answer : finals.get(slotOf(answer.event));
    if (final?.event === answer.event) standing.push(final);
  }
  return standing;
}

/** The last answer to each item of each exam, with the time of all its changes. */
function finalAnswers(answers: readonly CountedAnswer[]): Map<string, CountedAnswer> {
  const finals = new Map<string, CountedAnswer>();
  for (const answer of answers) {
    if (answer.event.mode === 'drill') continue;
    const slot = slotOf(answer.event);
    finals.set(slot, { ...answer, ms: answer.ms + (finals.get(slot)?.ms ?? 0) });
  }
  return finals;
}

/** The place on an answer sheet; a space is in no id. */
const slotOf = (event: Answered): string => `${event.session} ${event.item}`;

/** The bank's id in `bank/item`. */
export function bankOfRef(ref: string): string {
  const slash = ref.indexOf('/');
  return slash < 0 ? ref : ref.slice(0, slash);
}
