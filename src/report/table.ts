/** Columns of a terminal that a text takes. Handed in, because only the terminal knows. */
export type WidthOf = (text: string) => number;

export interface TableColumn<T> {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly side: 'left' | 'right';
  readonly cell: (row: T) => string;
}

/** Rows under their titles, two spaces between columns, aligned by display width; no line ends in spaces. */
export function alignedTable<T>(rows: readonly T[], columns: readonly TableColumn<T>[], widthOf: WidthOf): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  const widths = columns.map((_, index) => lines.reduce((most, line) => Math.max(most, widthOf(line[index] ?? '')), 0));
  const fill = (cell: string, index: number): string => {
    const space = ' '.repeat((widths[index] ?? 0) - widthOf(cell));
    return columns[index]?.side === 'right' ? space + cell : cell + space;
  };
  return lines.map((line) => `${line.map(fill).join('  ').trimEnd()}\n`).join('');
}

export const toLeft = <T>(title: string, cell: TableColumn<T>['cell']): TableColumn<T> => ({
  title,
  side: 'left',
  cell,
});
export const toRight = <T>(title: string, cell: TableColumn<T>['cell']): TableColumn<T> => ({
  title,
  side: 'right',
  cell,
});
