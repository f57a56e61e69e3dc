import type { Letter, Multiple } from '../bank/item.ts';
import type { Mark } from './mark.ts';
import { emptyMark, floored, fullMark, fullPoints, partMark, picksOf } from './points.ts';
import type { MultipleScoring, Rule } from './rule.ts';

/** Points for each hit under `under-each`. */
export const POINTS_A_HIT = 0.5;

/** The whole key earns the whole; what a part of it earns is the rule's to say. `Mark.rule` is the name of the scoring. */
export function gradeMultiple(question: Multiple, letters: readonly Letter[], rule: Rule): Mark {
  const points = fullPoints(question, rule);
  const picks = picksOf(letters);
  if (picks.length === 0) return emptyMark(points, rule.multiple);
  const hits = picks.filter((letter) => question.key.includes(letter)).length;
  const part: Part = { hits, wrongs: picks.length - hits, keys: question.key.length, points };
  if (part.hits === part.keys && part.wrongs === 0) return fullMark(points, rule.multiple);
  return partMark(floored(EARNED[rule.multiple](part), rule), points, rule.multiple);
}

/** An answer that is not the whole key, counted. */
interface Part {
  readonly hits: number;
  readonly wrongs: number;
  readonly keys: number;
  readonly points: number;
}

/** Points that a part earns, before the floor. */
const EARNED: Record<MultipleScoring, (part: Part) => number> = {
  exact: () => 0,
  'under-each': unlessWrong(({ hits, points }) => Math.max(0, Math.min(hits * POINTS_A_HIT, points - POINTS_A_HIT))),
  'under-half': unlessWrong(({ points }) => points / 2),
  'under-proportional': unlessWrong(({ hits, keys, points }) => (hits / keys) * points),
  'each-plus-minus': ({ hits, wrongs, keys, points }) => ((hits - wrongs) / keys) * points,
};

function unlessWrong(earned: (part: Part) => number): (part: Part) => number {
  return (part) => (part.wrongs > 0 ? 0 : earned(part));
}
