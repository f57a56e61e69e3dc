import type { Letter, Single } from '../bank/item.ts';
import type { Mark } from './mark.ts';
import { emptyMark, floored, fullMark, fullPoints, nameOfExact, partMark, picksOf } from './points.ts';
import type { Rule } from './rule.ts';

/** Right or wrong, a wrong one at the rule's price. Two letters are not an answer to a single choice: they are wrong. */
export function gradeSingle(question: Single, letters: readonly Letter[], rule: Rule): Mark {
  const points = fullPoints(question, rule);
  const picks = picksOf(letters);
  const name = nameOfExact(rule);
  if (picks.length === 0) return emptyMark(points, name);
  if (picks.length === 1 && picks[0] === question.key) return fullMark(points, name);
  return partMark(floored(rule.wrong, rule), points, name);
}
