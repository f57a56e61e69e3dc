import type { Day } from '../day.ts';
import { CAUSES, type Cause } from '../drill/cause.ts';
import type { Reviewed } from '../drill/memory.ts';
import type { Scheduler } from '../drill/scheduler.ts';
import { causesOf } from '../history/causes.ts';
import type { Answered, HistoryEvent } from '../history/event.ts';
import { type CountedAnswer, compare } from './counted.ts';
import { finishedAnswers } from './finished.ts';
import { type Standing, standingOf } from './leaving.ts';
import { groupBy } from './tally.ts';

/** One item of the wrong-answer book (错题本), from the history alone. */
export interface Mistake {
  readonly ref: string;
  readonly answered: number;
  readonly wrong: number;
  /** Study days; null where the time of that answer cannot be read. */
  readonly firstWrongOn: Day | null;
  readonly lastWrongOn: Day | null;
  /** The id of the last wrong answer: what a cause given later is about. */
  readonly lastWrong: string;
  /** What was answered wrong, most often first. */
  readonly given: readonly WrongResponse[];
  /** Of the wrong answers that were given one, most often first. */
  readonly causes: readonly { readonly cause: Cause; readonly times: number }[];
  readonly standing: Standing;
}

export interface WrongResponse {
  /** As recorded: the bank's letters, a truth value, or the typed texts. Empty: nothing was answered. */
  readonly response: Answered['response'];
  /** Of the question then: after an edit the same letter may name another option. */
  readonly revision: string;
  readonly times: number;
}

export interface BookInput {
  readonly events: readonly HistoryEvent[];
  readonly memories: ReadonlyMap<string, Reviewed>;
  readonly scheduler: Scheduler;
}

/**
 * The book: every item that was ever answered wrong, those that have left it too. Those still in it come first, and
 * of them what went wrong most often, then most recently.
 */
export function mistakesOf({ events, memories, scheduler }: BookInput): Mistake[] {
  const causes = causesOf(events);
  const places = new Map<string, number>();
  const mistakes: Mistake[] = [];
  const answers = finishedAnswers(events);
  answers.forEach(({ event }, place) => {
    if (!event.right) places.set(event.item, place);
  });
  for (const [ref, group] of groupBy(answers, ({ event }) => event.item)) {
    const wrong = group.filter(({ event }) => !event.right);
    const [first, last] = [wrong[0], wrong.at(-1)];
    if (!first || !last) continue;
    mistakes.push({
      ref,
      answered: group.length,
      wrong: wrong.length,
      firstWrongOn: first.on,
      lastWrongOn: last.on,
      lastWrong: last.event.id,
      given: wrongResponses(wrong),
      causes: countedCauses(wrong, causes),
      standing: standingOf(group, { memory: memories.get(ref), scheduler, causes }),
    });
  }
  const isLeft = ({ standing }: Mistake): number => Number(standing.kind === 'left');
  const lastPlace = ({ ref }: Mistake): number => places.get(ref) ?? 0;
  return mistakes.sort((a, b) => isLeft(a) - isLeft(b) || b.wrong - a.wrong || lastPlace(b) - lastPlace(a));
}

/** What is still in the book, in its order. */
export function mistakeRefs(mistakes: readonly Mistake[]): string[] {
  return mistakes.filter(({ standing }) => standing.kind === 'in-book').map(({ ref }) => ref);
}

/** Most often first; of two as often, the one given last. */
export function wrongResponses(wrong: readonly CountedAnswer[]): WrongResponse[] {
  const newestFirst = [...wrong].reverse();
  return [...groupBy(newestFirst, ({ event }) => JSON.stringify([event.revision, event.response])).values()]
    .map((group) => {
      const { response, revision } = (group[0] as CountedAnswer).event;
      return { response, revision, times: group.length };
    })
    .sort((a, b) => compare(b.times, a.times));
}

function countedCauses(wrong: readonly CountedAnswer[], causes: ReadonlyMap<string, Cause>): Mistake['causes'] {
  return CAUSES.map((cause) => ({
    cause,
    times: wrong.filter(({ event }) => causes.get(event.id) === cause).length,
  }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => compare(b.times, a.times));
}
