import { rngOf } from '../../rng.ts';

const DRAWS = 4000;

/** How often each of `kinds` occurs. */
export function countsOf(values: readonly number[], kinds: number): number[] {
  const counts = new Array<number>(kinds).fill(0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Pearson's statistic against an even spread. */
const spreadOf = (counts: readonly number[], total: number): number =>
  counts.reduce((sum, count) => sum + (count - total / counts.length) ** 2 / (total / counts.length), 0);

/**
 * The chance that keys drawn by lot are spread as unevenly as these, by drawing them some thousand times (a Monte-Carlo
 * test, so that small banks need no approximation). The draws are seeded: the same keys have the same chance.
 */
export function chanceOfSpread(values: readonly number[], kinds: number): number {
  const rng = rngOf(`spread ${values.length} ${kinds}`);
  const seen = spreadOf(countsOf(values, kinds), values.length);
  let asUneven = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const counts = new Array<number>(kinds).fill(0);
    for (let n = 0; n < values.length; n++) {
      const kind = rng.below(kinds);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    if (spreadOf(counts, values.length) >= seen - 1e-9) asUneven++;
  }
  return (asUneven + 1) / (DRAWS + 1);
}

/** P(X ≥ hits) for a sum of independent trials with these chances, exactly. */
export function chanceOfHits(hits: number, chances: readonly number[]): number {
  let spread = [1];
  for (const chance of chances) {
    const next = new Array<number>(spread.length + 1).fill(0);
    spread.forEach((p, n) => {
      next[n] = (next[n] ?? 0) + p * (1 - chance);
      next[n + 1] = (next[n + 1] ?? 0) + p * chance;
    });
    spread = next;
  }
  return spread.slice(Math.ceil(hits - 1e-9)).reduce((sum, p) => sum + p, 0);
}
