import type { Bank } from '../bank.ts';
import type { FindingParams } from '../finding.ts';
import type { Case, Question } from '../item.ts';

/**
 * Rules of item writing, after Haladyna, Downing and Rodriguez (2002, doi 10.1207/s15324818ame1503_5) and the flaw list of
 * the NBME: faults that let somebody score who does not know the subject, and faults that trip up somebody who does.
 */
export const RULE_IDS = [
  'E02',
  'E03',
  'E04',
  'E05',
  'E06',
  'E07',
  'W01',
  'W02',
  'W03',
  'W04',
  'W05',
  'W06',
  'W07',
  'W08',
  'W09',
  'W10',
  'W11',
  'W12',
  'W13',
  'W14',
  'W15',
  'W16',
  'W17',
  'W18',
  'W19',
  'W20',
  'W21',
  'W22',
  'W23',
  'W24',
  'W25',
  'W26',
  'W27',
  'W28',
  'W29',
  'W30',
  'I01',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export type Severity = 'error' | 'warning' | 'info';

/** A question with its place in the file. */
export interface Placed {
  readonly question: Question;
  readonly parent: Case | null;
  /** From the top of the file to the question. */
  readonly path: readonly (string | number)[];
}

/** Says that a rule is broken, at a field of the question or at the question itself. */
export type Say = (field: readonly (string | number)[], params?: FindingParams) => void;

/** A rule that needs one question only. */
export interface ItemRule {
  readonly id: RuleId;
  readonly severity: Severity;
  check(question: Question, say: Say, parent: Case | null): void;
}

/** Says that a rule is broken by one of the questions, or by the bank as a whole (null). */
export type SayOf = (
  at: Placed | null,
  field: readonly (string | number)[],
  params?: FindingParams,
  severity?: Severity,
) => void;

/** A rule that needs all of them. */
export interface BankRule {
  readonly id: RuleId;
  readonly severity: Severity;
  check(questions: readonly Placed[], bank: Bank, say: SayOf): void;
}

export type Choosing = Extract<Question, { type: 'single' | 'multiple' }>;

export const isChoosing = (question: Question): question is Choosing =>
  question.type === 'single' || question.type === 'multiple';

/** The options that are right, and those that are not. */
export function sidesOf(question: Choosing): { readonly keys: readonly number[]; readonly others: readonly number[] } {
  const isKey = (index: number): boolean =>
    (question.type === 'single' ? [question.key] : question.key).includes(String.fromCharCode(65 + index));
  const indexes = [...question.options.keys()];
  return { keys: indexes.filter(isKey), others: indexes.filter((index) => !isKey(index)) };
}
