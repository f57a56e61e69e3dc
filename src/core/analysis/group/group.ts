import { type Bank, questionsOf } from '../../bank/bank.ts';
import type { Day } from '../../day.ts';
import { type CountedAnswer, countedAnswers } from '../counted.ts';
import { filterOf, isWithin, type ResultsFilter, type SummaryInput } from '../summary.ts';
import { type Tally, tallyOf } from '../tally.ts';
import { type GroupItem, groupItems } from './items.ts';
import type { Learner } from './learners.ts';
import { type GroupTopic, groupTopics } from './topics.ts';

/** What a group of learners knows and does not know: the whole content of `quiz export --by person`. */
export interface GroupSummary {
  readonly today: Day;
  readonly filter: ResultsFilter;
  /** In the order their files were given. */
  readonly learners: readonly LearnerRow[];
  readonly total: Studied;
  /** The banks at hand that count. */
  readonly banks: readonly Pick<Bank, 'id' | 'title'>[];
  /** Weakest first. */
  readonly topics: readonly GroupTopic[];
  /** Hardest first. */
  readonly items: readonly GroupItem[];
}

export interface LearnerRow extends Studied {
  readonly name: string;
  readonly paths: readonly string[];
  readonly devices: readonly string[];
}

export interface Studied extends Tally {
  /** The last study day with an answer; null without any. */
  readonly lastOn: Day | null;
  /** Different study days with an answer; of the whole group, days on which anybody answered. */
  readonly studyDays: number;
}

export interface GroupInput {
  readonly learners: readonly (Learner & { readonly name: string })[];
  /** Those that could be loaded. */
  readonly banks: readonly Bank[];
  readonly today: Day;
  readonly filter: SummaryInput['filter'];
}

/** Sums up the answers of each learner that still count, and sets them side by side. */
export function summariseGroup({ learners, banks, today, filter: wanted }: GroupInput): GroupSummary {
  const filter = filterOf(wanted);
  const chosen = banks.filter(({ id }) => filter.banks?.includes(id) ?? true);
  const questions = new Map(chosen.flatMap(questionsOf).map((question) => [question.ref, question]));
  const answers = learners.map(({ events }) => countedAnswers(events).filter((answer) => isWithin(filter, answer)));
  return {
    today,
    filter,
    learners: learners.map(({ name, paths, devices }, n) => ({
      name,
      paths,
      devices,
      ...studiedIn(answers[n] ?? [], today),
    })),
    total: studiedIn(answers.flat(), today),
    banks: chosen.map(({ id, title }) => ({ id, title })),
    topics: groupTopics(answers, chosen, questions),
    items: groupItems(answers, questions),
  };
}

/** Days after tomorrow were written under a wrong clock, and are none. */
function studiedIn(answers: readonly CountedAnswer[], today: Day): Studied {
  const days = new Set(answers.flatMap(({ on }) => (on === null || on > today + 1 ? [] : [on])));
  const last = [...days].reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  return { ...tallyOf(answers), lastOn: days.size === 0 ? null : last, studyDays: days.size };
}
