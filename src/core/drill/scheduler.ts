import {
  computeDecayFactor,
  default_w,
  FSRSAlgorithm,
  type FSRSParameters,
  generatorParameters,
  get_fuzz_range,
} from 'ts-fsrs';
import type { Day } from '../day.ts';
import { chanceOf } from '../rng.ts';
import { LEAST_STABILITY, stepOf } from './fsrs-step.ts';
import type { Memory, Reviewed } from './memory.ts';
import type { Rating } from './rating.ts';

/**
 * FSRS-6 (Jarrett Ye and others, "The Algorithm", open-spaced-repetition) through `ts-fsrs`. Only its memory formulas
 * are used: it counts days by UTC date, seeds its fuzz by the clock and rolls back by patching, so days, chance
 * and undo are our own.
 */
export interface Scheduler {
  /** Memory after one review. `on` is a study day: the forgetting curve counts nights, not hours. */
  review(memory: Memory, rating: Rating, on: Day): Reviewed;
  /** The same in place, for a fold of years of answers; a new memory begins as `unreviewed`. */
  advance(memory: MutableMemory, rating: Rating, on: Day): void;
  /** Chance of recall on a day, 0 to 1. */
  retrievability(memory: Reviewed, on: Day): number;
  /** Whole days, at least one, until recall falls to the desired retention, spread a little by item and repetition. */
  intervalDays(memory: Reviewed, ref: string): number;
  dueOn(memory: Reviewed, ref: string): Day;
  /** Whether `dueOn` has come; for most memories that shows before any chance is drawn. */
  isDue(memory: Reviewed, ref: string, on: Day): boolean;
}

export interface SchedulerOptions {
  /** Chance of recall at which an item comes back, above 0 and below 1. */
  readonly retention: number;
  /** The 21 parameters of FSRS-6. */
  readonly parameters?: readonly number[];
}

export const DEFAULT_RETENTION = 0.9;
export const DEFAULT_PARAMETERS: readonly number[] = default_w;
const LONGEST_INTERVAL_DAYS = 36_500;

const GRADES = { again: 1, hard: 2, good: 3, easy: 4 } as const;

export function createScheduler(options: SchedulerOptions): Scheduler {
  const fsrs = new FixedFsrs(
    generatorParameters({
      w: options.parameters ?? DEFAULT_PARAMETERS,
      request_retention: options.retention,
      maximum_interval: LONGEST_INTERVAL_DAYS,
      enable_fuzz: false,
      enable_short_term: true,
    }),
  );
  const step = stepOf(fsrs.parameters.w);
  const { decay, factor } = computeDecayFactor(fsrs.parameters.w);
  /** R(t) = (1 + factor * t / S) ^ decay, to eight places, as the package rounds it. */
  const curve = (elapsed: number, stability: number): number =>
    Math.round((1 + (factor * elapsed) / stability) ** decay * 1e8) / 1e8;
  const retrievability = (memory: Reviewed, on: Day): number => curve(elapsedDays(memory, on), memory.stability);
  const exactDays = (memory: Reviewed): number => fsrs.next_interval(memory.stability, 0) as number;
  const intervalDays = (memory: Reviewed, ref: string): number => fuzzed(exactDays(memory), memory, ref);

  const advance = (memory: MutableMemory, rating: Rating, on: Day): void => {
    if (memory.repetitions === 0) {
      const { stability, difficulty } = fsrs.next_state(null, 0, GRADES[rating], 1);
      memory.stability = stability;
      memory.difficulty = difficulty;
    } else {
      const elapsed = elapsedDays(memory, on);
      if (!(memory.difficulty >= 1 && memory.stability >= LEAST_STABILITY))
        throw new RangeError('No memory is like that.');
      step(memory, elapsed, GRADES[rating], elapsed === 0 ? 1 : curve(elapsed, memory.stability));
      if (rating === 'again' && elapsed > 0) memory.lapses++;
      if (elapsed > 0) memory.missed = 0;
    }
    memory.missed = rating === 'again' ? memory.missed + 1 : 0;
    memory.reviewedOn = on;
    memory.repetitions++;
  };

  return {
    advance,
    review(memory, rating, on) {
      const next = memory.kind === 'new' ? unreviewed(on) : { ...memory };
      advance(next, rating, on);
      return next;
    },
    retrievability,
    intervalDays,
    dueOn: (memory, ref) => memory.reviewedOn + intervalDays(memory, ref),
    isDue(memory, ref, on) {
      const passed = on - memory.reviewedOn;
      const interval = exactDays(memory);
      // No fuzz comes near to that, so most of what has been due for long is told without drawing any.
      if (passed >= interval * 2 + 2) return true;
      const { least, most } = fuzzRange(interval);
      return passed >= most || (passed >= least && passed >= fuzzed(interval, memory, ref));
    },
  };
}

/** A memory on its way through a fold. */
export type MutableMemory = { -readonly [K in keyof Reviewed]: Reviewed[K] };

/** What a first review starts from: no repetition yet, so nothing else of it is read. */
export const unreviewed = (on: Day): MutableMemory => ({
  kind: 'reviewed',
  stability: 0,
  difficulty: 0,
  firstOn: on,
  reviewedOn: on,
  repetitions: 0,
  lapses: 0,
  missed: 0,
});

/** The package watches its parameters through a proxy, which every formula pays for; ours never change. */
class FixedFsrs extends FSRSAlgorithm {
  constructor(parameters: FSRSParameters) {
    super(parameters);
    this.param = { ...this.param };
  }
}

/** A clock that went backwards makes no negative time: the review counts as one of the same day. */
const elapsedDays = (memory: Reviewed, on: Day): number => Math.max(0, on - memory.reviewedOn);

/** The least and the most days that the fuzz can make of an interval. */
function fuzzRange(interval: number): { readonly least: number; readonly most: number } {
  if (interval < 2.5) return { least: interval, most: interval };
  const { min_ivl, max_ivl } = get_fuzz_range(interval, 0, LONGEST_INTERVAL_DAYS);
  return { least: min_ivl, most: max_ivl };
}

/** Seeded by item and repetition, so that the preview, the commit and every later fold agree. */
function fuzzed(interval: number, memory: Reviewed, ref: string): number {
  const { least, most } = fuzzRange(interval);
  return least === most ? least : least + Math.floor(chanceOf(`${ref}:${memory.repetitions}`) * (most - least + 1));
}
