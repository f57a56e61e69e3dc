import type { Short } from '../bank/item.ts';
import type { Mark } from './mark.ts';
import { emptyMark, fullPoints, shareMark } from './points.ts';
import type { Rule } from './rule.ts';
import { foldText } from './text-fold.ts';

/** `points`: the sum of the key points that were confirmed. */
const NAME = 'points';

/** `covered` are the numbers (from 1) the learner confirmed; a repeated one counts once, one that names no point not at all. */
export function gradeShort(question: Short, text: string, covered: readonly number[], rule: Rule): Mark {
  const points = fullPoints(question, rule);
  if (foldText(text) === '') return emptyMark(points, NAME);
  const weights = question.points.map((point) => point.points);
  const earned = question.points.map((_, index) => covered.includes(index + 1));
  return shareMark(weights, earned, points, NAME);
}

/**
 * Numbers (from 1) of the key points that a text seems to make: one of their keywords stands in it. Keywords are
 * alternatives, and a hint only: the learner confirms. A point without keywords is left to the learner altogether.
 */
export function suggestCovered(question: Short, text: string): number[] {
  const said = foldText(text);
  return question.points.flatMap((point, index) =>
    point.keywords.map(foldText).some((keyword) => keyword !== '' && said.includes(keyword)) ? [index + 1] : [],
  );
}
