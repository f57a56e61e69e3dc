import { hundredthsOf } from '../grading/mark.ts';
import type { CountedAnswer } from './counted.ts';

/** What a set of answers came to. All but `questions` and `shareRight` add up over the parts of the set. */
export interface Tally {
  readonly answered: number;
  /** Distinct questions; one that was answered in two sessions is one. */
  readonly questions: number;
  readonly right: number;
  /** Right answers by answers, 0 to 1; null where nothing was answered. */
  readonly shareRight: number | null;
  /** Answers that the learner marked as a guess. */
  readonly guesses: number;
  /** Hundredths of a point: whole numbers, so that parts add up to the total. */
  readonly markHundredths: number;
  /** Hundredths that full marks for everything answered would be. */
  readonly ofHundredths: number;
  /** Milliseconds spent answering. */
  readonly ms: number;
}

export function tallyOf(answers: readonly CountedAnswer[]): Tally {
  const questions = new Set<string>();
  let right = 0;
  let guesses = 0;
  let markHundredths = 0;
  let ofHundredths = 0;
  let ms = 0;
  for (const answer of answers) {
    const { event } = answer;
    questions.add(event.item);
    if (event.right) right++;
    if (event.guess) guesses++;
    markHundredths += hundredthsOf(event.marks);
    ofHundredths += hundredthsOf(event.of);
    ms += Math.round(answer.ms);
  }
  const answered = answers.length;
  const shareRight = answered === 0 ? null : right / answered;
  return { answered, questions: questions.size, right, shareRight, guesses, markHundredths, ofHundredths, ms };
}

/** Values by their key, keys in the order of their first value. */
export function groupBy<K, T>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
