/**
 * How part of a multiple-choice answer is worth part of the marks.
 * - `exact`: all or nothing
 * - `under-each`: a wrong pick earns nothing; otherwise half a point for each hit, the whole only for the whole key
 * - `under-half`: a wrong pick earns nothing; an incomplete answer earns half
 * - `under-proportional`: a wrong pick earns nothing; otherwise the share of the key that was picked
 * - `each-plus-minus`: each hit adds, each wrong pick takes away, one key's share of the points
 */
export const MULTIPLE_SCORINGS = [
  'exact',
  'under-each',
  'under-half',
  'under-proportional',
  'each-plus-minus',
] as const;
export type MultipleScoring = (typeof MULTIPLE_SCORINGS)[number];

/** `exact`: all or nothing; `pairs`: the share of neighbouring pairs that stand together as in the key. */
export const ORDERING_SCORINGS = ['exact', 'pairs'] as const;
export type OrderingScoring = (typeof ORDERING_SCORINGS)[number];

export interface Rule {
  /** Points of the item; null takes what the item itself says (blanks and key points carry their own). */
  readonly points: number | null;
  readonly multiple: MultipleScoring;
  readonly ordering: OrderingScoring;
  /** Points for a wrong answer to a single or boolean item, zero or negative. A blank is never a deduction. */
  readonly wrong: number;
  /** Least that an item can give, zero or negative. */
  readonly floor: number;
}

/** What a drill marks by: one point an item, all or nothing, no deductions. */
export const DRILL_RULE: Rule = { points: null, multiple: 'exact', ordering: 'exact', wrong: 0, floor: 0 };
