import type { Letter, Ordering } from '../bank/item.ts';
import type { Mark } from './mark.ts';
import { emptyMark, fullMark, fullPoints, partMark, picksOf } from './points.ts';
import type { Rule } from './rule.ts';

/**
 * All or nothing, or by `pairs`: the share of the key's neighbours that stand together in the same order, so that
 * one step out of place costs its own pairs and not the rest of the sequence.
 */
export function gradeOrdering(question: Ordering, letters: readonly Letter[], rule: Rule): Mark {
  const points = fullPoints(question, rule);
  const picks = picksOf(letters);
  if (picks.length === 0) return emptyMark(points, rule.ordering);
  if (picks.join() === question.key.join()) return fullMark(points, rule.ordering);
  if (rule.ordering === 'exact') return partMark(0, points, rule.ordering);
  const standing = new Set(pairsOf(picks));
  const pairs = pairsOf(question.key);
  const kept = pairs.filter((pair) => standing.has(pair)).length;
  return partMark(points * (kept / Math.max(pairs.length, 1)), points, rule.ordering);
}

/** `AB`, `BC` for A, B, C. */
const pairsOf = (letters: readonly Letter[]): string[] =>
  letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
