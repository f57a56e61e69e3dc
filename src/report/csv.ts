import { bankOfRef } from '../core/analysis/counted.ts';
import type { DueCount } from '../core/analysis/due.ts';
import type { HardQuestion } from '../core/analysis/hardest.ts';
import type { SessionRow } from '../core/analysis/sessions.ts';
import type { ResultsSummary } from '../core/analysis/summary.ts';
import type { Tally } from '../core/analysis/tally.ts';
import { formatPoints } from '../core/grading/mark.ts';
import { csvText } from './csv-text.ts';
import type { ResultsWords } from './results-words.ts';

/**
 * One flat table: what a row is of stands in `kind`, what doesn't apply to a row is empty. The order of the columns and all
 * codes (kind, type, mode, ended) are the same in every language; new columns are only ever added at the end.
 */
export const CSV_COLUMNS = [
  /** total, bank, topic, type, session or hardest. */
  'kind',
  'bank',
  /** The bank's id, the topic's path, the code of the type, the session's id, or the question's `bank/item`. */
  'name',
  'title',
  'answered',
  'questions',
  'right',
  /** Right answers by answers, 0 to 1. */
  'share',
  'marks',
  'of',
  'seconds',
  'guesses',
  'inBank',
  'dueToday',
  'dueWithin7Days',
  'fresh',
  'putAway',
  'mode',
  'started',
  /** submitted, timed-out, quit, or unfinished. */
  'ended',
  'asked',
  'wrong',
  /** Whether the last answer was right: 1 or 0. */
  'lastRight',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

type Row = Partial<Record<CsvColumn, string | number | null>>;

/** UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8. */
export function renderCsv(summary: ResultsSummary, words: ResultsWords): string {
  const header = CSV_COLUMNS.map((column) => words.csvColumns[column]);
  const rows = rowsOf(summary, words).map((row) => CSV_COLUMNS.map((column) => row[column] ?? ''));
  return `\uFEFF${csvText([header, ...rows])}`;
}

function rowsOf(summary: ResultsSummary, words: ResultsWords): Row[] {
  const { total, banks, topics, types, sessions, hardest } = summary;
  return [
    { kind: 'total', title: words.headings.total, ...tallyCells(total), ...dueCells(total.due) },
    ...banks.map((row) => {
      const cells = { kind: 'bank', bank: row.bank, name: row.bank, title: row.title };
      return { ...cells, ...tallyCells(row), ...(row.due && dueCells(row.due)) };
    }),
    ...topics.map((row) => {
      const title = row.path === '' ? words.noTopic : row.title;
      return { kind: 'topic', bank: row.bank, name: row.path, title, ...tallyCells(row) };
    }),
    ...types.map((row) => {
      const title = row.type === null ? words.noType : words.types[row.type];
      return { kind: 'type', name: row.type, title, ...tallyCells(row) };
    }),
    ...sessions.map(sessionCells),
    ...hardest.map(hardCells),
  ];
}

function tallyCells(tally: Tally): Row {
  return {
    answered: tally.answered,
    questions: tally.questions,
    right: tally.right,
    share: shareCell(tally.shareRight),
    marks: formatPoints(tally.markHundredths),
    of: formatPoints(tally.ofHundredths),
    seconds: tally.ms / 1000,
    guesses: tally.guesses,
  };
}

/** Four decimals are enough to tell any two shares of a hundred answers apart. */
const shareCell = (share: number | null): number | null => share && Math.round(share * 10_000) / 10_000;

const dueCells = (due: DueCount): Row => ({
  inBank: due.questions,
  dueToday: due.today,
  dueWithin7Days: due.within7Days,
  fresh: due.fresh,
  putAway: due.putAway,
});

const sessionCells = (row: SessionRow): Row => ({
  kind: 'session',
  bank: row.banks.join(' '),
  name: row.id,
  ...tallyCells(row),
  mode: row.mode,
  started: row.startedAt,
  ended: row.ended ?? 'unfinished',
  asked: row.asked,
});

const hardCells = (question: HardQuestion): Row => ({
  kind: 'hardest',
  bank: bankOfRef(question.ref),
  name: question.ref,
  title: question.stem,
  answered: question.answered,
  right: question.answered - question.wrong,
  share: shareCell((question.answered - question.wrong) / question.answered),
  wrong: question.wrong,
  lastRight: question.lastRight ? 1 : 0,
});
