import { type Bank, type BankQuestion, draftsOf, isWithinTopic, questionsOf, type Topic } from '../bank/bank.ts';
import { isSelected, type Selection } from '../bank/selection.ts';
import type { Place } from './place.ts';

/** One page to read: the notes of a topic, or a question with its answer. */
export type Page = NotesPage | QuestionPage;

export interface NotesPage {
  readonly kind: 'notes';
  readonly bank: Bank;
  readonly topic: Topic;
}

export interface QuestionPage {
  readonly kind: 'question';
  readonly bank: Bank;
  /** Null for a question without a topic. */
  readonly topic: Topic | null;
  readonly question: BankQuestion;
}

/**
 * Bank by bank and topic by topic: its notes, where it has any, then its questions in the order of the bank; questions
 * without a topic come last. Where only some types are read, notes are there for topics that have, or whose topics
 * below have, a question to read.
 */
export function pagesOf(banks: readonly Bank[], selection: Selection, withNotes: boolean): Page[] {
  return banks.flatMap((bank) => {
    const questions = [...questionsOf(bank), ...draftsOf(bank)].filter((question) => isSelected(question, selection));
    const byTopic = new Map<string, BankQuestion[]>();
    for (const each of questions) {
      const { topic } = each.question;
      const known = byTopic.get(topic);
      if (known) known.push(each);
      else byTopic.set(topic, [each]);
    }
    const isRead = (topic: Topic): boolean =>
      withNotes &&
      topic.notes.trim() !== '' &&
      (selection.topics.length === 0 || selection.topics.some((wanted) => isWithinTopic(topic.path, wanted))) &&
      (selection.types.length === 0 || [...byTopic.keys()].some((path) => isWithinTopic(path, topic.path)));
    const pagesFor = (topic: Topic | null): Page[] =>
      (byTopic.get(topic?.path ?? '') ?? []).map((question) => ({ kind: 'question', bank, topic, question }));
    return [
      ...bank.topics.flatMap((topic): Page[] => [
        ...(isRead(topic) ? [{ kind: 'notes' as const, bank, topic }] : []),
        ...pagesFor(topic),
      ]),
      ...pagesFor(null),
    ];
  });
}

export const topicOf = (page: Page): string => page.topic?.path ?? '';

/** What the history calls a page within its bank. */
export const itemOf = (page: Page): string | null => (page.kind === 'question' ? page.question.ref : null);

/** Indexes of the pages that begin another topic, or another bank. */
export function topicStarts(pages: readonly Page[]): number[] {
  return pages.flatMap((page, index) => {
    const before = pages[index - 1];
    return before && before.bank === page.bank && topicOf(before) === topicOf(page) ? [] : [index];
  });
}

/**
 * The page of a place. Where it is no longer there, the last page before it of the same topic that still is; else the
 * first of the topic, else the first of the bank.
 */
export function pageAtPlace(pages: readonly Page[], { bank, topic, items }: Place): number {
  const within = (page: Page): boolean => page.bank.id === bank && topicOf(page) === topic;
  const last = items.at(-1) ?? null;
  // A question is known by its own name, also where it has moved to another topic.
  const itself = last === null ? -1 : pages.findIndex((page) => itemOf(page) === last);
  if (itself >= 0) return itself;
  for (const item of items.toReversed()) {
    const index = pages.findIndex((page) => within(page) && itemOf(page) === item);
    if (index >= 0) return index;
  }
  const near = [pages.findIndex(within), pages.findIndex((page) => page.bank.id === bank)];
  return near.find((index) => index >= 0) ?? 0;
}
