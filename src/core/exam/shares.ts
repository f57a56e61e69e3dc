import { type Item, type Question, questionsIn } from '../bank/item.ts';
import { fullPoints } from '../grading/grade.ts';
import { hundredthsOf } from '../grading/mark.ts';
import { DRILL_RULE } from '../grading/rule.ts';

/**
 * A total shared out by weight in whole parts that add up to it: each has its share rounded down, and what is left goes,
 * one each, to the largest remainders, the first of equals (Hamilton's method). Weights of nothing at all are equal.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const even = weights.every((weight) => weight === 0);
  const worth = even ? weights.map(() => 1) : weights;
  const sum = worth.reduce((all, weight) => all + weight, 0);
  const exact = worth.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) (shares[index] as number) += 1;
  return shares;
}

/** The questions of an item with the hundredths that each is worth, where the item is worth so many. */
export function pointsOfParts(item: Item, hundredths: number): { question: Question; of: number }[] {
  const questions = questionsIn(item);
  const shares = shareOut(hundredths, questions.map(ownWeight));
  return questions.map((question, index) => ({ question, of: shares[index] as number }));
}

/** What a question says of itself: the points of its blanks or key points, else one. In hundredths, so that sums are exact. */
const ownWeight = (question: Question): number => hundredthsOf(fullPoints(question, DRILL_RULE));
