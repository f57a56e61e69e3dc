import { type Column, columnOf } from './columns.ts';

/** A row of a table as it is shown, and the line or the row of the file that it stands on. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Which column holds what. */
export interface Layout {
  readonly columns: readonly (Column | null)[];
  /** Rows down to and with the header. */
  readonly from: number;
  /** How it was found: by the names of a header, or by what the cells hold. */
  readonly how: 'header' | 'shape';
}

/** Titles and instructions of templates stand above the header. */
const HEADER_WITHIN = 40;

/** A header names what is asked and what is right, or what can be chosen. */
export function headerIn(rows: readonly GridRow[]): Layout | null {
  for (const [index, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = cells.map(columnOf);
    if (isHeader(columns)) return { columns, from: index + 1, how: 'header' };
  }
  return null;
}

const has = (columns: readonly (Column | null)[], kind: Column['kind']): boolean =>
  columns.some((column) => column?.kind === kind);

export const isHeader = (columns: readonly (Column | null)[]): boolean =>
  has(columns, 'stem') && (has(columns, 'answer') || has(columns, 'options') || has(columns, 'option'));

/** So many rows must agree before columns are known without their names. */
const LEAST_ROWS = 3;
const KEY = /^(?:[A-H](?:[、,，;；\s]?[A-H]){0,7}|[√×✓✗对错]|正确|错误|true|false)$/i;

/**
 * Columns without names, where only one reading is possible: a text, its options, and a column of keys that name them,
 * the same in all rows. Null where there is any doubt.
 */
export function shapeOf(rows: readonly GridRow[]): Layout | null {
  const full = rows.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length >= 3);
  if (full.length < LEAST_ROWS || full.length < rows.length * 0.8) return null;
  const width = Math.max(...full.map(({ cells }) => cells.length));
  const columnsOf = (index: number): string[] => full.map(({ cells }) => (cells[index] ?? '').trim());
  const keys = Array.from({ length: width }, (_, index) => index).filter((index) =>
    columnsOf(index).every((cell) => KEY.test(cell)),
  );
  if (keys.length !== 1) return null;
  const key = keys[0] as number;
  const isNumbered = columnsOf(0).every((cell) => /^\d{1,5}$/.test(cell));
  const stem = isNumbered ? 1 : 0;
  const options = key - stem - 1;
  const lengthOf = (index: number): number => columnsOf(index).reduce((sum, cell) => sum + cell.length, 0);
  const isAsked = columnsOf(stem).every((cell) => cell.length >= 4);
  const others = Array.from({ length: Math.max(0, options) }, (_, n) => lengthOf(stem + 1 + n));
  if (!isAsked || options < 2 || options > 8 || others.some((length) => length > lengthOf(stem))) return null;
  if (others.slice(0, 2).some((length) => length === 0)) return null;
  const columns = Array.from({ length: width }, (_, index): Column | null => {
    if (index === stem) return { kind: 'stem' };
    if (index > stem && index < key) return { kind: 'option', letter: String.fromCharCode(64 + index - stem) };
    if (index === key) return { kind: 'answer' };
    if (index === key + 1) return { kind: 'explanation' };
    return isNumbered && index === 0 ? { kind: 'number' } : null;
  });
  return { columns, from: 0, how: 'shape' };
}
