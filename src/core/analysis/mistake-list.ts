import { type BankQuestion, isWithinTopic } from '../bank/bank.ts';
import type { ItemType } from '../bank/item.ts';
import type { Day } from '../day.ts';
import type { Cause } from '../drill/cause.ts';
import { bankOfRef } from './counted.ts';
import { type FellFor, fellFor } from './fell-for.ts';
import type { Mistake } from './mistakes.ts';

/** Which entries of the book are wanted; an empty list, or null, leaves nothing out. */
export interface MistakeFilter {
  /** Ids. */
  readonly banks: readonly string[];
  readonly topics: readonly string[];
  readonly types: readonly ItemType[];
  readonly causes: readonly Cause[];
  /** Wrong on this study day or after it. */
  readonly since: Day | null;
  readonly limit: number | null;
  /** Those that have left, too. */
  readonly left: boolean;
}

/** An entry with the question that it is about; null where its bank is not at hand. */
export interface MistakeEntry extends Mistake {
  readonly question: BankQuestion | null;
  readonly fell: FellFor;
}

export interface MistakeList {
  readonly filter: MistakeFilter;
  /** In the order of the book, no more than the limit. */
  readonly entries: readonly MistakeEntry[];
  /** What matches, listed or not. */
  readonly inBook: number;
  readonly left: number;
}

/** The entries that match, joined with their questions. A topic or a type is not known without the bank. */
export function listMistakes(
  mistakes: readonly Mistake[],
  questions: ReadonlyMap<string, BankQuestion>,
  filter: MistakeFilter,
): MistakeList {
  const matching = mistakes.filter((mistake) => matches(mistake, questions.get(mistake.ref) ?? null, filter));
  const inBook = matching.filter(({ standing }) => standing.kind === 'in-book');
  const wanted = filter.left ? matching : inBook;
  const entries = wanted.slice(0, filter.limit ?? wanted.length).map((mistake): MistakeEntry => {
    const question = questions.get(mistake.ref) ?? null;
    return { ...mistake, question, fell: fellFor(mistake.given, question?.question ?? null) };
  });
  return { filter, entries, inBook: inBook.length, left: matching.length - inBook.length };
}

function matches(mistake: Mistake, found: BankQuestion | null, filter: MistakeFilter): boolean {
  const { banks, topics, types, causes, since } = filter;
  if (banks.length > 0 && !banks.includes(bankOfRef(mistake.ref))) return false;
  if (causes.length > 0 && !mistake.causes.some(({ cause }) => causes.includes(cause))) return false;
  if (since !== null && (mistake.lastWrongOn === null || mistake.lastWrongOn < since)) return false;
  if (topics.length > 0 && !topics.some((topic) => found && isWithinTopic(found.question.topic, topic))) return false;
  if (types.length === 0) return true;
  return found !== null && (types.includes(found.question.type) || (found.parent !== null && types.includes('case')));
}
