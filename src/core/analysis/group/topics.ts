import type { Bank } from '../../bank/bank.ts';
import { type CountedAnswer, compare } from '../counted.ts';
import { type QuestionsByRef, topicRows } from '../result-rows.ts';
import type { Tally } from '../tally.ts';
import { leastShare } from '../wilson.ts';

/** A topic's own questions, without those of the topics below it. */
export interface GroupTopic {
  readonly bank: string;
  /** `service.traits`; empty for questions without a topic or without a bank. */
  readonly path: string;
  readonly title: string;
  readonly answered: number;
  /** Learners with an answer to it. */
  readonly learners: number;
  /** The mean of their shares of right answers: one who answers more does not count for more. */
  readonly meanShare: number;
  /** In the order of the learners; null for one who answered nothing of it. */
  readonly each: readonly (Tally | null)[];
}

/**
 * Topics that anybody answered, the one that goes wrong most surely first: one learner's one miss proves less than the many
 * of ten. As evidence each question counts once for each learner, however often it was repeated.
 */
export function groupTopics(
  learners: readonly (readonly CountedAnswer[])[],
  banks: readonly Bank[],
  known: QuestionsByRef,
): GroupTopic[] {
  const keyOf = ({ bank, path }: { readonly bank: string; readonly path: string }): string => `${bank} ${path}`;
  const own = learners.map(
    (answers) => new Map(topicRows(answers, banks, known).map((row) => [keyOf(row), row as Tally])),
  );
  return topicRows(learners.flat(), banks, known)
    .map((row): GroupTopic => {
      const { bank, path, title, answered } = row;
      const each = own.map((rows) => rows.get(keyOf(row)) ?? null);
      const shares = each.flatMap((tally) => tally?.shareRight ?? []);
      return { bank, path, title, answered, learners: shares.length, meanShare: meanOf(shares), each };
    })
    .map((topic) => {
      const questions = topic.each.reduce((sum, tally) => sum + (tally?.questions ?? 0), 0);
      return { topic, weakness: leastShare((1 - topic.meanShare) * questions, questions) };
    })
    .sort(
      (a, b) => b.weakness - a.weakness || compare(a.topic.bank, b.topic.bank) || compare(a.topic.path, b.topic.path),
    )
    .map(({ topic }) => topic);
}

/** Summed from the smallest up, so that the order they come in makes no difference. */
const meanOf = (shares: readonly number[]): number =>
  [...shares].sort((a, b) => a - b).reduce((sum, share) => sum + share, 0) / shares.length;
