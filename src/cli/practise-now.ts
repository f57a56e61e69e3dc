import type { BankQuestion } from '../core/bank/bank.ts';
import { groupsOf } from '../core/drill/queue.ts';
import { askThrough } from './ask-through.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './errors.ts';
import type { Journal } from './journal.ts';
import { LateScript } from './late-script.ts';

/**
 * A practice of questions that were not chosen by the learner's own settings, such as those missed in an exam: each once,
 * judged at once. `from` says in the history where they come from; `quiz practice` alone does not repeat them.
 */
export function practiseNow(
  context: Context,
  journal: Journal,
  questions: readonly BankQuestion[],
  from: string,
): Promise<ExitCode> {
  context.print(context.words.practice.start(questions.length));
  const plan = {
    mode: 'practice',
    queue: inCases(questions).map((question) => ({ question, because: 'chosen' as const })),
    seed: Math.floor(Math.random() * 2 ** 32).toString(16),
    shuffle: true,
    settings: { from },
    script: new LateScript(),
  } as const;
  return askThrough(context, journal, plan, { limitMinutes: null, perItemSeconds: null });
}

/** The parts of a case stand together, where its first one was, in the order of the case. */
const inCases = (questions: readonly BankQuestion[]): BankQuestion[] =>
  groupsOf(questions).flatMap((group) => group.toSorted((a, b) => placeInCase(a) - placeInCase(b)));

const placeInCase = ({ question, parent }: BankQuestion): number => parent?.items.indexOf(question) ?? 0;
