import type { GridRow } from '../table/grid.ts';
import { type Element, elementsOf, firstOf, textIn } from '../tree.ts';
import type { CellFormats } from './cell-format.ts';

/** Wider tables hold no questions: columns behind are left away, and Excel itself has 16,384 of them. */
const WIDEST = 256;

/**
 * The rows of a sheet as they are shown.
 */
export function sheetGrid(sheet: Element, shared: readonly string[], formats: CellFormats): GridRow[] {
  const rows: GridRow[] = [];
  let line = 0;
  for (const row of elementsOf(firstOf(sheet, 'sheetData'), 'row')) {
    line = wholeIn(row.attributes.r) ?? line + 1;
    const cells: string[] = [];
    let column = -1;
    for (const cell of elementsOf(row, 'c')) {
      column = columnIn(cell.attributes.r) ?? column + 1;
      if (column >= WIDEST) break;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(cell, shared, formats);
    }
    rows.push({ line, cells });
  }
  return rows;
}

/** Cells that are one with those below them: what is said once holds for all their rows. */
export function mergedDown(
  sheet: Element,
  rows: readonly GridRow[],
  isRepeated: (column: number) => boolean,
): GridRow[] {
  const byLine = new Map(rows.map((row): [number, string[]] => [row.line, [...row.cells]]));
  for (const { attributes } of elementsOf(firstOf(sheet, 'mergeCells'), 'mergeCell')) {
    const [first = '', last = ''] = (attributes.ref ?? '').split(':');
    const column = columnIn(first);
    const from = lineIn(first);
    const to = Math.min(lineIn(last), from + MOST_MERGED);
    if (column === null || !isRepeated(column)) continue;
    const text = byLine.get(from)?.[column] ?? '';
    for (let line = from + 1; line <= to; line++) {
      const cells = byLine.get(line);
      if (!cells || cells.every((cell) => cell.trim() === '')) continue;
      while (cells.length <= column) cells.push('');
      cells[column] ||= text;
    }
  }
  return rows.map(({ line }) => ({ line, cells: byLine.get(line) ?? [] }));
}

const MOST_MERGED = 100_000;

function cellText(cell: Element, shared: readonly string[], formats: CellFormats): string {
  const value = firstOf(cell, 'v');
  const text = value ? textIn(value) : '';
  switch (cell.attributes.t) {
    case 's':
      return shared[Number(text)] ?? '';
    case 'inlineStr':
      return richText(firstOf(cell, 'is'));
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'str':
      return unescaped(text);
    case 'e':
    case 'd':
      return text;
    default: {
      const number = Number(text);
      return text.trim() === '' || !Number.isFinite(number)
        ? text
        : formats.show(number, Number(cell.attributes.s ?? 0));
    }
  }
}

/** A text in pieces of several fonts; how it is to be read aloud stands beside it and is left out. */
export function richText(item: Element | undefined): string {
  return unescaped(
    elementsOf(item)
      .map((child) => (child.name === 't' ? textIn(child) : child.name === 'r' ? richText(child) : ''))
      .join(''),
  );
}

/** Characters that XML has no place for are written `_x000D_`; line ends are made one. */
const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');

/** `C7` is column 2. */
function columnIn(reference: string | undefined): number | null {
  const letters = /^\$?([A-Z]{1,3})/i.exec(reference ?? '')?.[1]?.toUpperCase();
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const lineIn = (reference: string): number => Number(/\d{1,7}$/.exec(reference)?.[0] ?? 0);
const wholeIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : null;
