/** Bounds of a share, both within 0 and 1, with the share itself between them. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const Z = 1.959964;

/**
 * The Wilson score interval of a share (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", JASA 22, 1927, pp. 209-212): unlike the share plus or minus two errors it stays within 0 and 1 and says something of
 * none in three. At least one try.
 */
export function wilsonInterval(hits: number, tries: number): Interval {
  const share = hits / tries;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * tries);
  const spread = Z * Math.sqrt((share * (1 - share)) / tries + z2 / (4 * tries * tries));
  const scale = 1 + z2 / tries;
  // What binary fractions leave over may push a bound past the share of none or of all.
  return {
    low: Math.min(share, Math.max(0, (middle - spread) / scale)),
    high: Math.max(share, Math.min(1, (middle + spread) / scale)),
  };
}

/** The lower bound alone: few tries prove little, so one miss in one stands behind eight in ten. */
export const leastShare = (hits: number, tries: number): number => wilsonInterval(hits, tries).low;
