import type { Day } from '../day.ts';
import type { Answered, HistoryEvent } from '../history/event.ts';
import { inTimeOrder, type TimedEvent } from '../history/event-times.ts';
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
