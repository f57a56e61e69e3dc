/** What one measured thing cost beside another: both in milliseconds, taken one right after the other. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

/**
 * Measures A B A B …: whatever else the machine does meets both alike. The first pair warms files and code up and does
 * not count. Either may take a moment to prepare, outside of what it returns.
 */
export async function pairsOf(
  count: number,
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let n = 0; n <= count; n++) {
    const pair = { ours: await ours(), theirs: await theirs() };
    if (n > 0) pairs.push(pair);
  }
  return pairs;
}

/** The median of the ratios, which is steadier than the ratio of the medians. */
export const ratioOf = (pairs: readonly Pair[]): number => median(pairs.map(({ ours, theirs }) => ours / theirs));

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
