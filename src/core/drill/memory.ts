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
}

export const NEW: Memory = { kind: 'new' };
