import type { Paint } from './markdown-inline.ts';
import { truncate, widthOf } from './width.ts';

/** What keys do, most needed first: `first` before `others`. */
export interface Hints {
  readonly first: readonly string[];
  readonly others: readonly string[];
}

/**
 * Hints on one row, or on two where that holds more of them, the first above the others. A hint is shown whole or not at
 * all. None is shown on a low screen.
 */
export function hintRows({ first, others }: Hints, rows: number, columns: number, paint: Paint): string[] {
  if (rows < 8) return [];
  const together = [...first, ...others];
  const inOneRow = isLow(rows) || others.length === 0 || widthOf(together.join(GAP)) <= columns;
  return (inOneRow ? [together] : [first, others]).map((hints) => paint(rowOf(hints, columns)));
}

export const GAP = '  ';

/** No room for a second row of hints. */
export const isLow = (rows: number): boolean => rows < 16;

/** Hints that are written as one text. */
export const splitHints = (hints: string): string[] => hints.split(GAP);

/** Hints that are written as one text, whole on as many rows as they take, but no more than `most`. */
export function hintsInRows(hints: string, columns: number, most: number): string[] {
  const rows: string[] = [];
  for (const hint of splitHints(hints)) {
    const longer = [...rows.slice(-1), hint].join(GAP);
    if (rows.length === most || (rows.length > 0 && widthOf(longer) <= columns)) rows[rows.length - 1] = longer;
    else rows.push(hint);
  }
  return rows.map((row) => truncate(row, columns));
}

/** The hints that fit; of the first at least a part. */
function rowOf(hints: readonly string[], columns: number): string {
  const row = hints.reduce((before, hint) => {
    const longer = before + GAP + hint;
    return widthOf(longer) <= columns ? longer : before;
  });
  return truncate(row, columns);
}
