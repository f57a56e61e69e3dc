import type { BankQuestion } from '../bank/bank.ts';
import { type CountedAnswer, compare } from './counted.ts';
import { groupBy } from './tally.ts';
import { leastShare } from './wilson.ts';

/** A question that was answered wrong at least once. */
export interface HardQuestion {
  readonly ref: string;
  /** On one line, at most STEM_LENGTH characters; empty where no bank has the question any more. */
  readonly stem: string;
  readonly answered: number;
  readonly wrong: number;
  readonly lastRight: boolean;
}

export const HARDEST_SHOWN = 20;
export const STEM_LENGTH = 80;

/**
 * The questions that go wrong most reliably: by the lower bound of the share of wrong answers, so that eight misses in
 * ten stand before one miss in one; then by the number of misses.
 */
export function hardestQuestions(
  answers: readonly CountedAnswer[],
  questions: ReadonlyMap<string, BankQuestion>,
): HardQuestion[] {
  return [...groupBy(answers, ({ event }) => event.item)]
    .map(([ref, group]) => ({
      ref,
      answered: group.length,
      wrong: group.filter(({ event }) => !event.right).length,
      lastRight: group.at(-1)?.event.right ?? false,
    }))
    .filter(({ wrong }) => wrong > 0)
    .map((question) => ({ ...question, least: leastShare(question.wrong, question.answered) }))
    .sort((a, b) => b.least - a.least || b.wrong - a.wrong || compare(a.ref, b.ref))
    .slice(0, HARDEST_SHOWN)
    .map(({ least: _, ...question }) => ({ ...question, stem: oneLineStem(questions.get(question.ref)) }));
}

/** A stem on one line, cut to a length that tells it from others. */
export function oneLineStem(question: BankQuestion | undefined): string {
  const characters = Array.from((question?.question.stem ?? '').replace(/\s+/g, ' ').trim());
  if (characters.length <= STEM_LENGTH) return characters.join('');
  return `${characters.slice(0, STEM_LENGTH - 1).join('')}…`;
}
