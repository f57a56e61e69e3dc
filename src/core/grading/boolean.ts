import type { Truth } from '../bank/item.ts';
import type { Mark } from './mark.ts';
import { emptyMark, floored, fullMark, fullPoints, nameOfExact, partMark } from './points.ts';
import type { Rule } from './rule.ts';

/** Right or wrong, a wrong one at the rule's price; null is nothing answered. */
export function gradeBoolean(question: Truth, value: boolean | null, rule: Rule): Mark {
  const points = fullPoints(question, rule);
  const name = nameOfExact(rule);
  if (value === null) return emptyMark(points, name);
  return value === question.key ? fullMark(points, name) : partMark(floored(rule.wrong, rule), points, name);
}
