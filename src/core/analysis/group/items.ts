import type { BankQuestion } from '../../bank/bank.ts';
import type { QuestionType } from '../../bank/item.ts';
import { bankOfRef, type CountedAnswer, compare } from '../counted.ts';
import { type AgainstRest, type Discrimination, discriminationOf } from '../discrimination.ts';
import { oneLineStem } from '../hardest.ts';
import type { QuestionsByRef } from '../result-rows.ts';
import { groupBy } from '../tally.ts';
import { type Interval, leastShare, wilsonInterval } from '../wilson.ts';
import { type Choices, choicesOf } from './choices.ts';

/** One item over all learners. What a learner answered first counts; later answers show what practice did. */
export interface GroupItem {
  readonly ref: string;
  /** On one line, cut; empty where no bank at hand has the item. */
  readonly stem: string;
  /** Dotted path; null where no bank at hand has the item, and so is the type. */
  readonly topic: string | null;
  readonly type: QuestionType | null;
  /** Learners who answered it, and those of them whose first answer was right. */
  readonly learners: number;
  readonly right: number;
  /** Share of right first answers, with its 95 % interval. */
  readonly facility: number;
  readonly interval: Interval;
  /** Learners with any right answer. */
  readonly everRight: number;
  readonly discrimination: Discrimination;
  readonly choices: Choices;
}

/** Items that anybody answered, those that go wrong most surely first. */
export function groupItems(learners: readonly (readonly CountedAnswer[])[], questions: QuestionsByRef): GroupItem[] {
  const firsts = learners.map(firstAnswers);
  const rests = firsts.map(bankTotals);
  const groups = groupBy(learners.flat(), ({ event }) => event.item);
  const everRight = rightLearners(learners);
  return [...groups]
    .map(([ref, all]): GroupItem => {
      const first = firsts.flatMap((answers) => answers.get(ref) ?? []);
      const right = first.filter(({ event }) => event.right).length;
      const question = questions.get(ref);
      return {
        ref,
        ...aboutQuestion(question),
        learners: first.length,
        right,
        facility: right / first.length,
        interval: wilsonInterval(right, first.length),
        everRight: everRight.get(ref) ?? 0,
        discrimination: discriminationOf(againstRests(ref, firsts, rests)),
        choices: choicesOf(first, all, question?.question ?? null),
      };
    })
    .map((item) => ({ item, hardness: leastShare(item.learners - item.right, item.learners) }))
    .sort((a, b) => b.hardness - a.hardness || compare(a.item.ref, b.item.ref))
    .map(({ item }) => item);
}

/** Items to which nobody gave a right answer, also not later; those that most tried first. */
export const neverRight = (items: readonly GroupItem[]): GroupItem[] =>
  items.filter(({ everRight }) => everRight === 0).sort((a, b) => b.learners - a.learners);

/**
 * Items that those who know the rest get wrong more often than those who do not, the worst first: the key may be wrong,
 * or the item misleads. With few learners it happens by chance too.
 */
export function keySuspects(items: readonly GroupItem[]): GroupItem[] {
  const rOf = ({ discrimination }: GroupItem): number => (discrimination.kind === 'known' ? discrimination.r : 0);
  return items.filter((item) => rOf(item) < 0).sort((a, b) => rOf(a) - rOf(b));
}

const aboutQuestion = (found: BankQuestion | undefined): Pick<GroupItem, 'stem' | 'topic' | 'type'> => ({
  stem: oneLineStem(found),
  topic: found?.question.topic ?? null,
  type: found?.question.type ?? null,
});

type FirstAnswers = ReadonlyMap<string, CountedAnswer>;

function firstAnswers(answers: readonly CountedAnswer[]): FirstAnswers {
  const firsts = new Map<string, CountedAnswer>();
  for (const answer of answers) if (!firsts.has(answer.event.item)) firsts.set(answer.event.item, answer);
  return firsts;
}

interface Total {
  right: number;
  answered: number;
}

/** What the first answers of one learner came to in each bank: items of another subject do not measure the same. */
function bankTotals(firsts: FirstAnswers): ReadonlyMap<string, Total> {
  const totals = new Map<string, Total>();
  for (const [ref, { event }] of firsts) {
    const bank = bankOfRef(ref);
    const total = totals.get(bank) ?? { right: 0, answered: 0 };
    totals.set(bank, { right: total.right + Number(event.right), answered: total.answered + 1 });
  }
  return totals;
}

/** The rest score of each learner is what stands in the bank without the item itself. */
function againstRests(
  ref: string,
  firsts: readonly FirstAnswers[],
  totals: readonly ReadonlyMap<string, Total>[],
): AgainstRest[] {
  const bank = bankOfRef(ref);
  return firsts.flatMap((answers, n) => {
    const answer = answers.get(ref);
    const total = totals[n]?.get(bank);
    if (!answer || !total) return [];
    const { right } = answer.event;
    return [{ right, restRight: total.right - Number(right), restAnswered: total.answered - 1 }];
  });
}

/** By item, how many learners ever answered it right. */
function rightLearners(learners: readonly (readonly CountedAnswer[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const answers of learners) {
    const right = new Set(answers.flatMap(({ event }) => (event.right ? [event.item] : [])));
    for (const ref of right) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  }
  return counts;
}
