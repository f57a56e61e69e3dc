import type { Letter, Question } from '../bank/item.ts';
import { formatPoints, hundredthsOf, type Mark } from './mark.ts';
import type { Rule } from './rule.ts';

/** Points that the whole key earns: what the rule says, else what the question says of itself. */
export function fullPoints(question: Question, rule: Rule): number {
  if (rule.points !== null) return rule.points;
  switch (question.type) {
    case 'blank':
      return totalOf(question.blanks);
    case 'short':
      return totalOf(question.points);
    default:
      return 1;
  }
}

/** The mark for the whole key. */
export function fullMark(points: number, rule: string): Mark {
  const of = hundredthsOf(points);
  return { hundredths: of, of, right: true, rule };
}

/** The mark for anything less: however it rounds, a part never earns as much as the whole. */
export function partMark(earned: number, points: number, rule: string): Mark {
  const of = hundredthsOf(points);
  return { hundredths: Math.min(hundredthsOf(earned), Math.max(of - 1, 0)), of, right: false, rule };
}

/** The mark for nothing answered: no rule deducts for it. */
export const emptyMark = (points: number, rule: string): Mark => partMark(0, points, rule);

/** The mark of a question made of parts: `weights` share out the points among them, `earned` says which parts count. */
export function shareMark(weights: readonly number[], earned: readonly boolean[], points: number, rule: string): Mark {
  if (weights.length > 0 && weights.every((_, part) => earned[part])) return fullMark(points, rule);
  const even = sumOf(weights) === 0;
  const worth = weights.map((weight) => (even ? 1 : weight));
  const share = sumOf(worth.filter((_, part) => earned[part])) / (sumOf(worth) || 1);
  return partMark(points * share, points, rule);
}

/** An item never gives less than the floor, and a floor above zero is none: it would pay for an answer left out. */
export const floored = (points: number, rule: Rule): number => Math.max(points, Math.min(rule.floor, 0));

/** `exact`, or `exact-0.5` where a wrong answer costs half a point. */
export const nameOfExact = (rule: Rule): string =>
  rule.wrong < 0 ? `exact${formatPoints(hundredthsOf(rule.wrong))}` : 'exact';

/** The letters of a response; one that is named twice was picked once. */
export const picksOf = (letters: readonly Letter[]): readonly Letter[] => [...new Set(letters)];

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** In whole hundredths, as marks are. */
const totalOf = (parts: readonly { readonly points: number }[]): number =>
  hundredthsOf(sumOf(parts.map((part) => part.points))) / 100;
