import { rngOf } from '../../rng.ts';

const DRAWS = 4000;

/** Trials for which limit theorems hold to the digits that are shown; counting them out would take minutes. */
const MANY = 2_000;

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
  if (values.length > MANY) return chiSquareTail(spreadOf(countsOf(values, kinds), values.length), kinds - 1);
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

/** P(X ≥ hits) for a sum of independent trials with these chances, exactly; of very many, by the normal distribution. */
export function chanceOfHits(hits: number, chances: readonly number[]): number {
  if (chances.length > MANY) {
    const mean = chances.reduce((sum, p) => sum + p, 0);
    const variance = chances.reduce((sum, p) => sum + p * (1 - p), 0);
    return variance === 0 ? Number(hits <= mean) : normalTail((hits - 0.5 - mean) / Math.sqrt(variance));
  }
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

/** P(Z ≥ z), by the complementary error function (Abramowitz and Stegun 7.1.26, to 1e-7). */
function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (series * Math.exp(-x * x)) / 2;
  return z < 0 ? 1 - tail : tail;
}

/** P(X ≥ x) of a chi-square with so many degrees of freedom, by steps of two from the first (Abramowitz and Stegun 26.4.4, 26.4.5). */
function chiSquareTail(x: number, freedom: number): number {
  const isOdd = freedom % 2 === 1;
  let tail = isOdd ? 2 * normalTail(Math.sqrt(x)) : Math.exp(-x / 2);
  let term = isOdd ? Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2) : (x / 2) * Math.exp(-x / 2);
  for (let degrees = isOdd ? 3 : 4; degrees <= freedom; degrees += 2) {
    tail += term;
    term *= x / degrees;
  }
  return tail;
}
