import type { SessionRow } from '../core/analysis/sessions.ts';
import type { ResultsSummary } from '../core/analysis/summary.ts';
import type { Tally } from '../core/analysis/tally.ts';
import { formatDay } from '../core/day.ts';
import { escapeMarkdown, markdownTable, type Side } from './markdown-text.ts';
import { clockTimeOf, durationOf, marksOf, percentOf, questionsOf } from './quantities.ts';
import type { ResultsColumn, ResultsHeading, ResultsWords } from './results-words.ts';

/** The newest sessions that a page for people shows; the other formats have them all. */
export const SESSIONS_SHOWN = 30;

/** A page for people: the whole first, then its parts, then what to look at again. */
export function renderMarkdown(summary: ResultsSummary, words: ResultsWords): string {
  const page = [`# ${words.title}`, ...frameOf(summary, words), ...partsOf(summary, words)];
  return `${page.join('\n\n')}\n`;
}

function frameOf({ filter, today }: ResultsSummary, words: ResultsWords): string[] {
  const { since, until, banks } = filter;
  const period = words.period(
    since === null ? null : formatDay(since),
    until === null ? null : formatDay(until),
    formatDay(today),
  );
  return banks === null ? [period] : [period, words.onlyBanks(banks.map(escapeMarkdown).join(', '))];
}

function partsOf(summary: ResultsSummary, words: ResultsWords): string[] {
  const { total, banks, topics, types, sessions, hardest, imported } = summary;
  const titleOf = (bank: string) => escapeMarkdown(banks.find((row) => row.bank === bank)?.title || bank);
  const part = <T>(heading: ResultsHeading, rows: readonly T[], columns: readonly Column<T>[]): string[] =>
    rows.length === 0 ? [] : [`## ${words.headings[heading]}`, tableOf(rows, columns, words)];
  const tally = tallyColumns(words);

  return [
    ...(total.answered === 0 ? [words.nothingAnswered] : part('total', [total], tally)),
    ...(imported.reviews > 0 ? [words.imported(imported.reviews, imported.questions)] : []),
    ...part('banks', banks.filter(hasAnswers), [left('bank', (row) => titleOf(row.bank)), ...tally]),
    ...part(
      'due',
      banks.flatMap(({ bank, due }) => (due ? [{ bank, ...due }] : [])),
      [
        left('bank', (row) => titleOf(row.bank)),
        right('inBank', (row) => row.questions),
        right('dueToday', (row) => row.today),
        right('dueWithin7Days', (row) => row.within7Days),
        right('fresh', (row) => row.fresh),
        right('putAway', (row) => row.putAway),
      ],
    ),
    ...part('topics', topics, [
      left('bank', (row) => titleOf(row.bank)),
      left('topic', (row) => (row.path === '' ? words.noTopic : escapeMarkdown(row.title))),
      ...tally,
    ]),
    ...part('types', types, [
      left('type', (row) => (row.type === null ? words.noType : words.types[row.type])),
      ...tally,
    ]),
    ...part('sessions', sessions.slice(0, SESSIONS_SHOWN), sessionColumns(words)),
    ...(sessions.length > SESSIONS_SHOWN ? [words.olderSessions(sessions.length - SESSIONS_SHOWN)] : []),
    ...part('hardest', hardest, [
      left('question', (row) => escapeMarkdown(row.stem === '' ? row.ref : `${row.stem} (${row.ref})`)),
      right('answered', (row) => row.answered),
      right('wrong', (row) => row.wrong),
      left('lastAnswer', (row) => (row.lastRight ? words.right : words.wrong)),
    ]),
  ];
}

const hasAnswers = (tally: Tally): boolean => tally.answered > 0;

interface Column<T> {
  readonly name: ResultsColumn;
  readonly side: Side;
  readonly cell: (row: T) => string | number;
}

const left = <T>(name: ResultsColumn, cell: Column<T>['cell']): Column<T> => ({ name, side: 'left', cell });
const right = <T>(name: ResultsColumn, cell: Column<T>['cell']): Column<T> => ({ name, side: 'right', cell });

function tableOf<T>(rows: readonly T[], columns: readonly Column<T>[], words: ResultsWords): string {
  return markdownTable(
    columns.map(({ name }) => words.columns[name]),
    columns.map(({ side }) => side),
    rows.map((row) => columns.map(({ cell }) => String(cell(row)))),
  );
}

const tallyColumns = (words: ResultsWords): Column<Tally>[] => [
  right('answered', (row) => row.answered),
  right('questions', (row) => row.questions),
  ...scoreColumns(words),
];

const scoreColumns = (words: ResultsWords): Column<Tally>[] => [
  right('right', (row) => row.right),
  right('share', (row) => percentOf(row.shareRight)),
  right('guesses', (row) => row.guesses),
  right('marks', (row) => marksOf(row.markHundredths, row.ofHundredths)),
  right('time', (row) => durationOf(row.ms, words.duration)),
];

const sessionColumns = (words: ResultsWords): Column<SessionRow>[] => [
  left('started', (row) => escapeMarkdown(clockTimeOf(row.startedAt))),
  left('mode', (row) => words.modes[row.mode]),
  left('ended', (row) => (row.ended === null ? words.unfinished : words.endings[row.ended])),
  left('bank', (row) => row.banks.map(escapeMarkdown).join(', ')),
  right('answered', (row) => row.answered),
  right('questions', (row) => questionsOf(row.questions, row.asked)),
  ...scoreColumns(words),
];
