import type { Source } from '../../intake.ts';
import { answerTable } from '../answer-table.ts';
import type { Column } from './columns.ts';
import { type GridRow, headerIn, type Layout, shapeOf } from './grid.ts';
import { readGrid } from './read-grid.ts';

/** A table of a file: a sheet of a workbook, or all of a text of separated cells. */
export interface TableText {
  /** Of the sheet; empty for none. */
  readonly name: string;
  readonly rows: readonly GridRow[];
  readonly filledDown?: (isRepeated: (column: number) => boolean) => readonly GridRow[];
}

/** What is said once over several rows holds for each of them. */
const REPEATED: ReadonlySet<Column['kind']> = new Set(['chapter', 'topic', 'type', 'points', 'difficulty', 'material']);

/**
 * The questions of tables, each row one; a table of one column is a text, and so is one of numbers and keys. Null where no table says by a header, or by
 * what it holds, which column is what: a guess could make a key of something else.
 */
export function tableSources(file: string, tables: readonly TableText[]): Source[] | null {
  const filled = tables.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')));
  if (filled.length === 0) return [{ kind: 'items', file, drafts: [], text: '' }];
  const known = filled.flatMap((table) => {
    const layout = headerIn(table.rows) ?? shapeOf(table.rows);
    return layout ? [{ table, layout }] : [];
  });
  if (known.length > 0)
    return known.map(({ table, layout }) => sourceOf(known.length > 1 ? `${file}#${table.name}` : file, table, layout));
  const answers = filled.map(({ rows }) =>
    answerTable(
      rows.map(({ cells }) => cells),
      '',
    ),
  );
  if (answers.every((lines) => lines !== null))
    return answers.map((lines) => ({ kind: 'text', file, text: lines.join('\n') }));
  const single = filled.filter(isOneColumn);
  return single.length === filled.length
    ? single.map(({ rows }) => ({ kind: 'text', file, text: textOf(rows) }))
    : null;
}

function sourceOf(file: string, table: TableText, layout: Layout): Source {
  const isRepeated = (index: number): boolean => REPEATED.has(layout.columns[index]?.kind ?? 'stem');
  const rows = table.filledDown?.(isRepeated) ?? table.rows;
  return { kind: 'items', file, ...readGrid(file, rows, layout, table.name), text: textOf(table.rows) };
}

/** One line for each row of the file, so that rows can be found again by their number. */
function textOf(rows: readonly GridRow[]): string {
  const lines: string[] = [];
  for (const { line, cells } of rows) {
    while (lines.length < Math.min(line - 1, MOST_LINES)) lines.push('');
    lines.push(cells.filter(Boolean).join(' | ').replace(/\n/g, ' '));
  }
  return lines.join('\n');
}

/** Of an empty sheet with a word in its last row. */
const MOST_LINES = 1_100_000;

function isOneColumn({ rows }: TableText): boolean {
  const used = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const alone = used.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length === 1);
  return alone.length >= used.length * 0.9;
}
