interface Placed {
  readonly at: number;
}

/** Of marks in order of place, those that begin in `[from, to)`. */
export function between<T extends Placed>(marks: readonly T[], from: number, to: number): T[] {
  return marks.slice(firstFrom(marks, from), firstFrom(marks, to));
}

/** The first mark at or behind a place. */
export const nextFrom = <T extends Placed>(marks: readonly T[], at: number): T | undefined =>
  marks[firstFrom(marks, at)];

/** The last mark before a place. */
export const lastBefore = <T extends Placed>(marks: readonly T[], at: number): T | undefined =>
  marks[firstFrom(marks, at) - 1];

function firstFrom(marks: readonly Placed[], at: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Placed).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
