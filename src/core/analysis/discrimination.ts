/** One learner's answer to an item, and how the learner did in the other items: right ones of those answered. */
export interface AgainstRest {
  readonly right: boolean;
  readonly restRight: number;
  readonly restAnswered: number;
}

/** `r` is from -1 to 1; `learners` are those whose rest is long enough. */
export type Discrimination =
  | { readonly kind: 'known'; readonly r: number; readonly learners: number }
  | { readonly kind: 'unknown'; readonly why: UnknownWhy; readonly learners: number };

/** Too few learners; or the item, or the rest, came out the same for all of them, so that there is nothing to compare. */
export type UnknownWhy = 'few-learners' | 'all-alike';

/** Of ten learners a correlation is known to about a third; of fewer it says nothing. */
export const LEAST_LEARNERS = 10;
/** Items that the rest must have: what somebody knows is not told by four answers. */
export const LEAST_REST = 5;

/**
 * How well an item tells those who know from those who do not: the correlation of the item with the rest score, without
 * the item itself (corrected point-biserial; S. Henrysson, "Correction of item-total correlations in item analysis",
 * Psychometrika 28, 1963). The rest is a share, since learners answer different numbers of items.
 */
export function discriminationOf(scores: readonly AgainstRest[]): Discrimination {
  const counted = scores.filter(({ restAnswered }) => restAnswered >= LEAST_REST);
  const learners = counted.length;
  if (learners < LEAST_LEARNERS) return { kind: 'unknown', why: 'few-learners', learners };
  const pairs = counted.map(({ right, restRight, restAnswered }) => [Number(right), restRight / restAnswered] as const);
  const r = correlation(pairs);
  return r === null ? { kind: 'unknown', why: 'all-alike', learners } : { kind: 'known', r, learners };
}

type Pair = readonly [number, number];

/** Pearson's correlation; null where one side does not vary. The order of the pairs makes no difference, not even in the last digit. */
export function correlation(pairs: readonly Pair[]): number | null {
  if (isConstant(pairs, 0) || isConstant(pairs, 1)) return null;
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const meanX = sorted.reduce((sum, [x]) => sum + x, 0) / sorted.length;
  const meanY = sorted.reduce((sum, [, y]) => sum + y, 0) / sorted.length;
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (const [x, y] of sorted) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Told by the values themselves: their distances from a rounded mean are not quite nothing. */
const isConstant = (pairs: readonly Pair[], side: 0 | 1): boolean =>
  pairs.every((pair) => pair[side] === pairs[0]?.[side]);
