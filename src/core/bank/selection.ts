import { type BankQuestion, isWithinTopic } from './bank.ts';
import type { ItemType } from './item.ts';

/** Which questions are meant; an empty list leaves all of them in. */
export interface Selection {
  /** Topics, each with all that is below it. */
  readonly topics: readonly string[];
  /** `case` means the parts of cases, whatever their own types are. */
  readonly types: readonly ItemType[];
}

export function isSelected({ question, parent }: BankQuestion, { topics, types }: Selection): boolean {
  const isOfType = types.length === 0 || types.includes(question.type) || (parent !== null && types.includes('case'));
  return isOfType && (topics.length === 0 || topics.some((topic) => isWithinTopic(question.topic, topic)));
}
