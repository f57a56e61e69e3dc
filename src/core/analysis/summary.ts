import { type Bank, questionsOf } from '../bank/bank.ts';
import type { Day } from '../day.ts';
import type { Scheduler } from '../drill/scheduler.ts';
import type { HistoryEvent } from '../history/event.ts';
import type { Progress } from '../history/fold.ts';
import { bankOfRef, type CountedAnswer, countedAnswers } from './counted.ts';
import { countDue, type DueCount, sumDue } from './due.ts';
import { type HardQuestion, hardestQuestions } from './hardest.ts';
import { type ImportedSum, sumImported } from './imported.ts';
import { type BankRow, bankRows, type TopicRow, type TypeRow, topicRows, typeRows } from './result-rows.ts';
import { type SessionRow, sessionRows } from './sessions.ts';
import { type Tally, tallyOf } from './tally.ts';

/** What was answered and what is to come: the whole content of `quiz export`. */
export interface ResultsSummary {
  readonly today: Day;
  readonly filter: ResultsFilter;
  readonly total: Tally & { readonly due: DueCount };
  readonly banks: readonly BankRow[];
  readonly topics: readonly TopicRow[];
  readonly types: readonly TypeRow[];
  /** Newest first; only those with an answer that counts here. */
  readonly sessions: readonly SessionRow[];
  readonly hardest: readonly HardQuestion[];
  /** Counted nowhere else here. */
  readonly imported: ImportedSum;
}

/** Null where all banks count, or where the time is open on that side. Both days are within. */
export interface ResultsFilter {
  readonly banks: readonly string[] | null;
  readonly since: Day | null;
  readonly until: Day | null;
}

export interface SummaryInput {
  /** The whole history, in the order of the file. */
  readonly events: readonly HistoryEvent[];
  /** Those that could be loaded. */
  readonly banks: readonly Bank[];
  readonly scheduler: Scheduler;
  readonly progress: Progress;
  readonly today: Day;
  readonly filter: {
    /** Bank ids; an empty list singles none out, so all count. */
    readonly banks?: readonly string[] | undefined;
    readonly since?: Day | undefined;
    readonly until?: Day | undefined;
  };
}

/** Sums up the answers that still count. What is due is as of today, whatever days the filter names. */
export function summarise(input: SummaryInput): ResultsSummary {
  const filter = filterOf(input.filter);
  const banks = input.banks.filter((bank) => isChosen(filter, bank.id));
  const answers = countedAnswers(input.events).filter((answer) => isWithin(filter, answer));
  const questions = new Map(banks.flatMap(questionsOf).map((question) => [question.ref, question]));
  const rows = bankRows(answers, banks, (bank) => countDue(bank, input.progress, input.scheduler, input.today));
  return {
    today: input.today,
    filter,
    total: { ...tallyOf(answers), due: sumDue(rows.flatMap(({ due }) => due ?? [])) },
    banks: rows,
    topics: topicRows(answers, banks, questions),
    types: typeRows(answers, questions),
    sessions: sessionRows(input.events, answers).filter(({ answered }) => answered > 0),
    hardest: hardestQuestions(answers, questions),
    imported: sumImported(input.events, (ref, on) => isOf(filter, ref, on)),
  };
}

export function filterOf({ banks = [], since, until }: SummaryInput['filter']): ResultsFilter {
  return { banks: banks.length > 0 ? banks : null, since: since ?? null, until: until ?? null };
}

const isChosen = (filter: ResultsFilter, bank: string): boolean => filter.banks?.includes(bank) ?? true;

/** An answer whose day cannot be read is within no span of days. */
export const isWithin = (filter: ResultsFilter, { event, on }: CountedAnswer): boolean => isOf(filter, event.item, on);

function isOf(filter: ResultsFilter, ref: string, on: Day | null): boolean {
  if (!isChosen(filter, bankOfRef(ref))) return false;
  if (filter.since !== null && (on === null || on < filter.since)) return false;
  return filter.until === null || (on !== null && on <= filter.until);
}
