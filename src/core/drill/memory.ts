import type { Day } from '../day.ts';

/** What is known of somebody's memory of one question. A new one has no stability that could be written down. */
export type Memory = { readonly kind: 'new' } | Reviewed;

export interface Reviewed {
  readonly kind: 'reviewed';
  /** Days until the chance of recall falls to 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly firstOn: Day;
  readonly reviewedOn: Day;
  /** Reviews so far. */
  readonly repetitions: number;
  /** How often a memory that had formed was lost. */
  readonly lapses: number;
  /** How often it was missed on the day of `reviewedOn`; 0 once it was right. */
  readonly missed: number;
}

/** What was missed so often on one day is not learnt on it; it is due tomorrow. */
export const MOST_MISSES = 5;

/** Whether it was missed today and not right since: it comes back, in the same sitting or in the next. */
export const comesBack = ({ reviewedOn, missed }: Reviewed, today: Day): boolean =>
  reviewedOn === today && missed > 0 && missed < MOST_MISSES;

export const NEW: Memory = { kind: 'new' };
