import type { Letter } from '../bank/item.ts';

/** What somebody answered, by the bank's own letters. Nothing chosen or typed is `letters: []`, `value: null`, `texts: ['']`. */
export type Response =
  | { readonly kind: 'letters'; readonly letters: readonly Letter[] }
  | { readonly kind: 'truth'; readonly value: boolean | null }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  /** `covered`: numbers (from 1) of the key points that the learner says were made. */
  | { readonly kind: 'essay'; readonly text: string; readonly covered: readonly number[] };

/** Points are kept in hundredths, so that parts add up to the total. */
export interface Mark {
  /** Hundredths of a point; negative where the rule deducts. */
  readonly hundredths: number;
  /** Hundredths that full marks are worth. */
  readonly of: number;
  /** Full marks. */
  readonly right: boolean;
  /** The rule that was applied, as it is stored with the answer. */
  readonly rule: string;
  /** For typed texts: which step of the tolerant matching accepted each blank; null where none did. */
  readonly steps?: readonly (MatchStep | null)[];
}

/** Steps of the tolerant matching, strictest first. */
export const MATCH_STEPS = ['exact', 'folded', 'numeral', 'unit', 'synonym', 'script', 'slip'] as const;
export type MatchStep = (typeof MATCH_STEPS)[number];

/**
 * The one rounding of marks: to whole hundredths, half away from zero, so that a deduction rounds like a gain.
 * The tiny addend undoes binary noise: 1.005 × 100 is 100.49999999999999.
 */
export const hundredthsOf = (points: number): number =>
  Math.sign(points) * Math.round(Math.abs(points) * 100 + 1e-9) || 0;

/** `1`, `0.5`, `-0.25`: hundredths as people write points. */
export const formatPoints = (hundredths: number): string => String(hundredths / 100);
