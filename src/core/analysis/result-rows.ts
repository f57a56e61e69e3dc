import type { Bank, BankQuestion } from '../bank/bank.ts';
import type { QuestionType } from '../bank/item.ts';
import { bankOfRef, type CountedAnswer, compare } from './counted.ts';
import type { DueCount } from './due.ts';
import { groupBy, type Tally, tallyOf } from './tally.ts';

export interface BankRow extends Tally {
  readonly bank: string;
  /** Empty for a bank that could not be loaded. */
  readonly title: string;
  /** Null for a bank that could not be loaded. */
  readonly due: DueCount | null;
}

/** A topic's own questions, without those of the topics below it, so that the rows add up. */
export interface TopicRow extends Tally {
  readonly bank: string;
  /** `service.traits`; empty for questions without a topic or without a bank. */
  readonly path: string;
  readonly title: string;
}

export interface TypeRow extends Tally {
  /** Null for questions that no bank has any more. */
  readonly type: QuestionType | null;
}

/** Questions of the loaded banks by what the history calls them. */
export type QuestionsByRef = ReadonlyMap<string, BankQuestion>;

/** The banks as given, answered or not, then those that only the history still knows. */
export function bankRows(
  answers: readonly CountedAnswer[],
  banks: readonly Bank[],
  dueOf: (bank: Bank) => DueCount,
): BankRow[] {
  const groups = groupBy(answers, ({ event }) => bankOfRef(event.item));
  const loaded = banks.map((bank) => ({ bank: bank.id, title: bank.title, due: dueOf(bank) }));
  const gone = [...groups.keys()].filter((id) => !banks.some((bank) => bank.id === id)).sort(compare);
  return [...loaded, ...gone.map((bank) => ({ bank, title: '', due: null }))].map((row) => ({
    ...row,
    ...tallyOf(groups.get(row.bank) ?? []),
  }));
}

/** Topics with answers, bank by bank in the order of the tree; what has no topic comes last in its bank. */
export function topicRows(
  answers: readonly CountedAnswer[],
  banks: readonly Bank[],
  questions: QuestionsByRef,
): TopicRow[] {
  const groups = groupBy(answers, ({ event }) => bankOfRef(event.item));
  const gone = [...groups.keys()].filter((id) => !banks.some((bank) => bank.id === id)).sort(compare);
  const trees = [...banks, ...gone.map((id) => ({ id, topics: [] }))];
  return trees.flatMap(({ id, topics }) => {
    const known = new Set(topics.map(({ path }) => path));
    const byTopic = groupBy(groups.get(id) ?? [], ({ event }) => {
      const path = questions.get(event.item)?.question.topic ?? '';
      return known.has(path) ? path : '';
    });
    return [...topics, { path: '', title: '' }].flatMap(({ path, title }) => {
      const group = byTopic.get(path);
      return group ? [{ bank: id, path, title, ...tallyOf(group) }] : [];
    });
  });
}

const TYPE_ORDER: readonly (QuestionType | null)[] = [
  'single',
  'multiple',
  'boolean',
  'blank',
  'ordering',
  'short',
  null,
];

/** Types with answers, always in the same order. */
export function typeRows(answers: readonly CountedAnswer[], questions: QuestionsByRef): TypeRow[] {
  const groups = groupBy(answers, ({ event }) => questions.get(event.item)?.question.type ?? null);
  return TYPE_ORDER.flatMap((type) => {
    const group = groups.get(type);
    return group ? [{ type, ...tallyOf(group) }] : [];
  });
}
