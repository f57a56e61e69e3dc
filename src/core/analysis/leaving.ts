import type { Day } from '../day.ts';
import type { Cause } from '../drill/cause.ts';
import { type Memory, NEW, type Reviewed } from '../drill/memory.ts';
import { ratingWithCause } from '../drill/rating.ts';
import type { Scheduler } from '../drill/scheduler.ts';
import type { CountedAnswer } from './counted.ts';

/** How many study days must bring a right answer after the last wrong one. */
export const RIGHT_DAYS = 2;
/** Least stability, in days, that the memory must have reached: what holds for a week was not just read. */
export const STABILITY_DAYS = 7;

/** How an entry of the book stands with the rule by which it leaves. */
export type Standing = InBook | Left;

interface Known {
  /** Study days with a right answer after the last wrong one, guesses not counted; no more than the rule asks for. */
  readonly rightDays: number;
  /** Of the memory as it is now, in days; null where there is none. */
  readonly stability: number | null;
}

export interface InBook extends Known {
  readonly kind: 'in-book';
  readonly needs: {
    /** Further study days with a right answer. */
    readonly rightDays: number;
    /** The stability to be reached, in days; null where it is reached already. */
    readonly stability: number | null;
  };
}

export interface Left extends Known {
  readonly kind: 'left';
  /** The study day of the answer that met the rule. */
  readonly leftOn: Day;
}

export interface LeavingInput {
  readonly memory: Reviewed | undefined;
  readonly scheduler: Scheduler;
  readonly causes: ReadonlyMap<string, Cause>;
}

/** Applies the rule to all answers to one item, in order of time; at least one of them is wrong. */
export function standingOf(answers: readonly CountedAnswer[], input: LeavingInput): Standing {
  const days = rightDaysOf(answers);
  const rightDays = Math.min(days.size, RIGHT_DAYS);
  const stability = input.memory?.stability ?? null;
  const isStable = stability !== null && stability >= STABILITY_DAYS;
  if (rightDays === RIGHT_DAYS && isStable)
    return { kind: 'left', rightDays, stability, leftOn: leavingDay(answers, input) };
  return {
    kind: 'in-book',
    rightDays,
    stability,
    needs: { rightDays: RIGHT_DAYS - rightDays, stability: isStable ? null : STABILITY_DAYS },
  };
}

/** The study days on which it was known: right, no guess, after the last wrong answer. */
function rightDaysOf(answers: readonly CountedAnswer[]): ReadonlySet<Day> {
  const since = answers.slice(answers.findLastIndex(({ event }) => !event.right) + 1);
  return new Set(since.flatMap(({ event, on }) => (event.guess || on === null ? [] : [on])));
}

/**
 * Whether an entry has left is said by the memory as it is; on which day it did, only by the memory as it was after each
 * answer, so the reviews of this item are gone through once more. Where they do not come to the same (another
 * program rated them, a clock was wrong), the last of the right days stands for it.
 */
function leavingDay(answers: readonly CountedAnswer[], { scheduler, causes }: LeavingInput): Day {
  let memory: Memory = NEW;
  let days = new Set<Day>();
  let metOn: Day | null = null;
  for (const { event, on } of answers) {
    if (on === null) continue;
    memory = scheduler.review(memory, ratingWithCause(event.rating, causes.get(event.id)), on);
    if (!event.right) {
      days = new Set();
      metOn = null;
    } else if (!event.guess) days.add(on);
    if (days.size >= RIGHT_DAYS && memory.stability >= STABILITY_DAYS) metOn ??= on;
  }
  return metOn ?? [...days].reduce((last, day) => Math.max(last, day), Number.NEGATIVE_INFINITY);
}
