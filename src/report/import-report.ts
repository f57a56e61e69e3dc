import { formatDay } from '../core/day.ts';
import { RATINGS, type Rating } from '../core/drill/rating.ts';
import type { Scale } from '../core/history/import/grades.ts';
import type { ImportPlan } from '../core/history/import/plan.ts';
import type { RefusedRow, RowFault } from '../core/history/import/row.ts';
import { jsonText } from './json-text.ts';
import { cut } from './merge-report.ts';
import { oneLine, shortened } from './one-line.ts';

export interface ImportWords {
  readonly file: (name: string, rows: number) => string;
  readonly scale: (scale: string) => string;
  readonly scales: Readonly<Record<Scale, string>>;
  readonly unread: (names: string) => string;
  readonly fresh: (reviews: number, questions: number, days: string, ratings: string) => string;
  readonly ratings: Readonly<Record<Rating, string>>;
  readonly days: (from: string, to: string) => string;
  readonly already: (rows: number) => string;
  readonly refused: (rows: number) => string;
  readonly refusedRow: (place: string, why: string) => string;
  readonly unknown: (questions: number) => string;
  readonly unknownItem: (item: string, line: number, near: string) => string;
  readonly reasons: Readonly<Record<RowFault, (cell: string, names: string) => string>>;
  readonly more: (count: number) => string;
  readonly noRows: string;
  readonly listGap: string;
  /** Between names. */
  readonly names: string;
}

export interface ImportReport {
  readonly name: string;
  readonly plan: ImportPlan;
  readonly scale: Scale | null;
  /** Columns that are not read. */
  readonly unread: readonly string[];
}

/** Characters of a cell, and of a list of columns, that a person is shown. */
const CELL_LENGTH = 60;
const NAMES_LENGTH = 200;

/** What a table would bring, and every row that is not brought in. */
export function renderImportPlan({ name, plan, scale, unread }: ImportReport, words: ImportWords): string {
  const lines = [
    words.file(oneLine(name), plan.rows),
    ...(plan.rows === 0 ? [words.noRows] : []),
    ...(scale ? [words.scale(words.scales[scale])] : []),
    ...(unread.length > 0 ? [words.unread(shortened(unread.join(words.names), NAMES_LENGTH))] : []),
    ...freshLines(plan, words),
    ...(plan.already > 0 ? [words.already(plan.already)] : []),
    ...refusedLines(name, plan.refused, words),
    ...unknownLines(plan, words),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function freshLines({ entries, questions, ratings, from, to }: ImportPlan, words: ImportWords): string[] {
  if (from === null || to === null) return [];
  const counts = RATINGS.filter((rating) => ratings[rating] > 0).map(
    (rating) => `${words.ratings[rating]} ${ratings[rating]}`,
  );
  return [
    words.fresh(entries.length, questions, words.days(formatDay(from), formatDay(to)), counts.join(words.listGap)),
  ];
}

function refusedLines(name: string, refused: readonly RefusedRow[], words: ImportWords): string[] {
  if (refused.length === 0) return [];
  const rows = refused.map(({ line, lastLine, reason, cell, names }) => {
    const place = `${oneLine(name)}:${line}${lastLine > line ? `-${lastLine}` : ''}`;
    return words.refusedRow(place, words.reasons[reason](shortened(cell, CELL_LENGTH), names.join(words.names)));
  });
  return [words.refused(refused.length), ...cut(rows, words)];
}

function unknownLines({ unknown }: ImportPlan, words: ImportWords): string[] {
  if (unknown.length === 0) return [];
  const items = unknown.map(({ ref, line, names }) =>
    words.unknownItem(shortened(ref, CELL_LENGTH), line, names.join(words.names)),
  );
  return [words.unknown(unknown.length), ...cut(items, words)];
}

export interface ImportOutcome extends ImportReport {
  readonly dryRun: boolean;
  readonly changed: boolean;
  readonly backup: string | null;
  /** Questions due today; null where no bank is at hand. */
  readonly due: { readonly before: number | null; readonly after: number | null };
}

/** The same for programs, with what came of it. */
export function renderImportJson({ name, plan, scale, unread, dryRun, changed, backup, due }: ImportOutcome): string {
  const { entries, from, to, ...rest } = plan;
  const document = {
    dryRun,
    changed,
    backup,
    file: name,
    scale,
    new: entries.length,
    ...rest,
    from: from === null ? null : formatDay(from),
    to: to === null ? null : formatDay(to),
    refused: plan.refused.map((row) => ({ ...row, cell: row.cell.slice(0, NAMES_LENGTH) })),
    unread: unread.slice(0, MOST_COLUMNS),
    due,
  };
  return `${jsonText(document)}\n`;
}

/** A hostile table may have a hundred thousand. */
const MOST_COLUMNS = 1000;
