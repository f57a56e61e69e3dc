import type { QuestionType } from '../core/bank/item.ts';
import type { Ending, Mode } from '../core/history/event.ts';
import type { CsvColumn } from './csv.ts';
import type { DurationWords } from './quantities.ts';

/** What the reports of results need of a language. */
export interface ResultsWords {
  readonly title: string;
  /** Days as `2026-11-22`; null where the time is open on that side. */
  readonly period: (since: string | null, until: string | null, today: string) => string;
  readonly onlyBanks: (ids: string) => string;
  readonly nothingAnswered: string;
  readonly headings: Readonly<Record<ResultsHeading, string>>;
  readonly columns: Readonly<Record<ResultsColumn, string>>;
  readonly csvColumns: Readonly<Record<CsvColumn, string>>;
  readonly types: Readonly<Record<QuestionType, string>>;
  /** For questions that no bank has any more. */
  readonly noType: string;
  readonly noTopic: string;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly endings: Readonly<Record<Ending, string>>;
  readonly unfinished: string;
  readonly right: string;
  readonly wrong: string;
  readonly duration: DurationWords;
  /** Below a table that shows the newest sessions only. */
  /** Reviews made in other programs, and of how many questions. */
  readonly imported: (reviews: number, questions: number) => string;
  readonly olderSessions: (count: number) => string;
}

export type ResultsHeading = 'total' | 'banks' | 'due' | 'topics' | 'types' | 'sessions' | 'hardest';

export type ResultsColumn =
  | 'bank'
  | 'topic'
  | 'type'
  | 'started'
  | 'mode'
  | 'ended'
  | 'answered'
  | 'questions'
  | 'right'
  | 'share'
  | 'guesses'
  | 'marks'
  | 'time'
  | 'inBank'
  | 'dueToday'
  | 'dueWithin7Days'
  | 'fresh'
  | 'putAway'
  | 'question'
  | 'wrong'
  | 'lastAnswer';
