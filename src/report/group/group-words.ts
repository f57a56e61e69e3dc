import type { FallWords } from '../mistakes.ts';
import type { DurationWords } from '../quantities.ts';
import type { GroupCsvColumn } from './group-csv.ts';

/** What the reports on a group need of a language. */
export interface GroupWords extends FallWords {
  readonly title: string;
  /** Days as `2026-11-22`; null where the time is open on that side. */
  readonly period: (since: string | null, until: string | null, today: string) => string;
  readonly onlyBanks: (ids: string) => string;
  readonly nothingAnswered: string;
  readonly headings: Readonly<Record<GroupHeading, string>>;
  readonly columns: Readonly<Record<GroupColumn, string>>;
  readonly csvColumns: Readonly<Record<GroupCsvColumn, string>>;
  /** The row of all learners together. */
  readonly all: string;
  readonly noTopic: string;
  /** Between wrong options that nobody chose. */
  readonly and: string;
  /** Below a table that shows only its first rows. */
  readonly more: (count: number) => string;
  readonly duration: DurationWords;
  /** How the numbers came about; the numbers are those of the rules. */
  readonly method: (leastLearners: number, leastRest: number) => readonly string[];
}

export type GroupHeading = 'learners' | 'topics' | 'items' | 'neverRight' | 'suspects' | 'method';

export type GroupColumn =
  | 'number'
  | 'learner'
  | 'file'
  | 'answered'
  | 'right'
  | 'share'
  | 'marks'
  | 'time'
  | 'lastDay'
  | 'studyDays'
  | 'bank'
  | 'topic'
  | 'learners'
  | 'meanShare'
  | 'question'
  | 'firstRight'
  | 'facility'
  | 'discrimination'
  | 'mostChosen'
  | 'unchosen';
