import type { SessionRow } from '../core/analysis/sessions.ts';
import type { Ending, Mode } from '../core/history/event.ts';
import { oneLine } from './one-line.ts';
import { clockTimeOf, type DurationWords, durationOf, marksOf, percentOf, questionsOf } from './quantities.ts';
import { alignedTable, toLeft, toRight, type WidthOf } from './table.ts';

export interface HistoryListWords {
  /** Where there is no session, with the next step. */
  readonly none: string;
  readonly columns: Readonly<
    Record<'session' | 'started' | 'mode' | 'ended' | 'questions' | 'right' | 'marks' | 'time' | 'banks', string>
  >;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly endings: Readonly<Record<Ending, string>>;
  readonly unfinished: string;
  readonly duration: DurationWords;
}

/** One line a session, each with an id short enough to type. */
export function renderHistoryList(rows: readonly SessionRow[], words: HistoryListWords, widthOf: WidthOf): string {
  if (rows.length === 0) return `${words.none}\n`;
  const { columns } = words;
  return alignedTable(
    rows,
    [
      toLeft(columns.session, (row) => oneLine(row.shortId)),
      toLeft(columns.started, (row) => oneLine(clockTimeOf(row.startedAt))),
      toLeft(columns.mode, (row) => words.modes[row.mode]),
      toLeft(columns.ended, (row) => (row.ended === null ? words.unfinished : words.endings[row.ended])),
      toRight(columns.questions, (row) => questionsOf(row.questions, row.asked)),
      toRight(columns.right, (row) => (row.isOpen ? NOT_YET : percentOf(row.shareRight))),
      toRight(columns.marks, (row) => (row.isOpen ? NOT_YET : marksOf(row.markHundredths, row.ofHundredths))),
      toRight(columns.time, (row) => durationOf(row.ms, words.duration)),
      toLeft(columns.banks, (row) => oneLine(row.banks.join(', '))),
    ],
    widthOf,
  );
}

/** What a sheet came to before it was handed in is no result. */
const NOT_YET = '–';
