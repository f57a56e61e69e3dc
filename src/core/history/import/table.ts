import { type GradeSeen, plainGrade } from './grades.ts';
import type { Column, Header } from './header.ts';
import { csvRecords } from './records.ts';

/** A row as it stands there. */
export interface TableRow {
  readonly line: number;
  readonly lastLine: number;
  readonly item: string;
  readonly bank: string;
  readonly card: string;
  readonly date: string;
  readonly grade: string;
  readonly ms: string;
  /** What keeps it from being read at all. */
  readonly fault: 'MORE_CELLS' | 'UNCLOSED_QUOTE' | 'NUL' | null;
}

/** The rows below the header; what a spreadsheet leaves of empty ones is passed over. */
export function* tableRows(text: string, header: Header): Generator<TableRow> {
  const { at, width } = header;
  for (const { line, lastLine, cells, isUnclosed } of csvRecords(text, header.separator)) {
    if (line <= header.line || cells.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column): string => {
      const index = at.get(column);
      return index === undefined ? '' : (cells[index] ?? '').trim();
    };
    const fault = isUnclosed
      ? 'UNCLOSED_QUOTE'
      : cells.some((each) => each.includes('\0'))
        ? 'NUL'
        : cells.slice(width).some((each) => each.trim() !== '')
          ? 'MORE_CELLS'
          : null;
    const date = [cell('date'), cell('time')].filter(Boolean).join(' ');
    const named = { item: cell('item'), bank: cell('bank'), card: cell('card') };
    yield { line, lastLine, ...named, date, grade: cell('grade'), ms: cell('ms'), fault };
  }
}

/** The grades of all rows, as they are compared. */
export function* gradesOf(rows: Iterable<TableRow>): Generator<GradeSeen> {
  for (const { line, grade, fault } of rows) if (fault === null) yield { text: plainGrade(grade), line };
}
