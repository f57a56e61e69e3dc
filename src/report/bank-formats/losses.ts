import { type Bank, questionsOf } from '../../core/bank/bank.ts';
import type { Question } from '../../core/bank/item.ts';
import type { BankFormat } from './formats.ts';

/** What a format has no place for, though the question itself is carried. Whole questions that do not fit are named one by one. */
export type Loss = keyof typeof HOLDS;

const everywhere = ['letters', 'blankRules', 'besides'] as const satisfies readonly Loss[];

/** Of each format, in the order in which it is said. What is not here comes back when the file is imported again. */
export const LOSSES: Readonly<Record<BankFormat | 'xlsx', readonly Loss[]>> = {
  text: ['ids', 'topics', 'difficulty', 'tags', 'keyPoints', 'shuffle', ...everywhere],
  gift: ['topics', 'difficulty', 'tags', 'keyPoints', 'shuffle', 'cases', ...everywhere],
  aiken: ['explanations', 'ids', 'topics', 'difficulty', 'tags', 'shuffle', 'cases', ...everywhere],
  csv: ['tags', 'keyPoints', 'shuffle', 'cases', ...everywhere],
  xlsx: ['tags', 'keyPoints', 'shuffle', 'cases', ...everywhere],
  'moodle-xml': ['topics', 'difficulty', 'tags', 'keyPoints', 'cases', ...everywhere],
  anki: ['difficulty', 'keyPoints', 'shuffle', 'cases', ...everywhere],
};

/** Of these, what this bank has. */
export const lossesOf = (bank: Bank, format: BankFormat | 'xlsx'): readonly Loss[] =>
  LOSSES[format].filter((loss) => HOLDS[loss](bank));

const some =
  (holds: (question: Question) => boolean) =>
  (bank: Bank): boolean =>
    questionsOf(bank).some(({ question }) => holds(question));

/** Whether a bank has what would be lost. */
const HOLDS = {
  explanations: some(({ explanation }) => explanation !== ''),
  ids: () => true,
  topics: some(({ topic }) => topic !== ''),
  difficulty: some(({ difficulty }) => difficulty !== 3),
  tags: some(({ tags }) => tags.length > 0),
  /** Keywords and points of what an open answer is to say. */
  keyPoints: some((question) => question.type === 'short' && question.points.length > 0),
  shuffle: some((question) => 'shuffle' in question && !question.shuffle),
  /** Their parts stand alone, each with the material in front. */
  cases: (bank: Bank) => bank.items.some(({ type }) => type === 'case'),
  /** `{B}` in an explanation follows its option when options are shuffled; elsewhere it is a plain B. */
  letters: some(({ explanation }) => /\{[A-Z]\}/.test(explanation)),
  /** How strictly a blank is read, its unit, its points, and the order of several. */
  blankRules: some(
    (question) =>
      question.type === 'blank' &&
      (question.anyOrder.length > 0 ||
        question.blanks.some(({ exact, unit, points }) => exact || unit !== '' || points !== 1)),
  ),
  /** What is no question: papers, certificates and the pages to read. */
  besides: ({ papers, certificates, topics }: Bank) =>
    papers.length + certificates.length > 0 || topics.some(({ notes }) => notes !== ''),
} satisfies Record<string, (bank: Bank) => boolean>;
