import type { Certificate } from './certificate.ts';
import type { Case, Item, Question } from './item.ts';
import type { Paper } from './paper.ts';

export const BANK_FORMAT = 'quiz-bank/1';

/** Of one text: a long chapter. What is shown is laid out anew at every key. */
export const MOST_CHARACTERS = 100_000;

export interface Bank {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly license: string;
  /** Hash of the file's text. */
  readonly revision: string;
  /** The tree, flattened: a parent before its children, in the order of the file. */
  readonly topics: readonly Topic[];
  readonly papers: readonly Paper[];
  readonly certificates: readonly Certificate[];
  readonly items: readonly Item[];
  /** Questions without a key, to read and not to ask: they stand in no list of what can be asked. */
  readonly drafts?: readonly Question[];
  /** Where each item stands in the file's own list; given where drafts stand between them. */
  readonly itemPlaces?: readonly number[];
}

export interface Topic {
  /** `service.traits`. */
  readonly path: string;
  readonly title: string;
  /** Markdown to read before drilling; empty for none. */
  readonly notes: string;
}

/** A question with its place in the world: `ref` is what history events call it. */
export interface BankQuestion {
  /** `bank/item` or `bank/case#n`. */
  readonly ref: string;
  readonly bank: Bank;
  readonly question: Question;
  /** The case that it belongs to, with the material. */
  readonly parent: Case | null;
}

/** Every question of a bank, sub-questions one by one, in the order of the file. */
export function questionsOf(bank: Bank): BankQuestion[] {
  const all: BankQuestion[] = [];
  const add = (question: Question, parent: Case | null): void => {
    all.push({ ref: `${bank.id}/${question.id}`, bank, question, parent });
  };
  for (const item of bank.items) {
    if (item.type !== 'case') add(item, null);
    else for (const question of item.items) add(question, item);
  }
  return all;
}

/** What there is to read besides: drafts, after the questions that have a key. */
export const draftsOf = (bank: Bank): BankQuestion[] =>
  (bank.drafts ?? []).map((question) => ({ ref: `${bank.id}/${question.id}`, bank, question, parent: null }));

/** True for the topic itself and everything below it. */
export function isWithinTopic(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`);
}
