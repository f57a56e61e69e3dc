/**
 * A pairing of rows with columns, each in one pair at most, of the greatest total weight: for each row its column, or
 * null. A weight of zero is no possible pair. Grows along the best augmenting path (successive best paths, Bellman
 * and Ford's relaxation): a row that came early may move aside for one that has no other place.
 */
export function assign(weights: readonly (readonly number[])[]): (number | null)[] {
  const columnOf: (number | null)[] = weights.map(() => null);
  for (;;) {
    const path = bestPath(weights, columnOf);
    if (path === null) return columnOf;
    for (const { row, column } of path) columnOf[row] = column;
  }
}

interface Move {
  readonly row: number;
  readonly column: number;
}

/** Moves that free a column for a row without one, and what they gain together. */
interface Path {
  readonly moves: readonly Move[];
  readonly gain: number;
}

function bestPath(
  weights: readonly (readonly number[])[],
  columnOf: readonly (number | null)[],
): readonly Move[] | null {
  const ending = new Map<number, Path>();
  const starts: [number, Path][] = weights.flatMap((_, row) => (columnOf[row] === null ? [[row, START]] : []));
  const waiting = starts;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [row, path] = next;
    for (const [column, weight] of (weights[row] ?? []).entries()) {
      if (weight <= 0 || column === columnOf[row]) continue;
      const gain = path.gain + weight;
      if (gain <= (ending.get(column)?.gain ?? 0)) continue;
      const longer = { moves: [...path.moves, { row, column }], gain };
      ending.set(column, longer);
      const owner = columnOf.indexOf(column);
      if (owner >= 0) waiting.push([owner, { ...longer, gain: gain - (weights[owner]?.[column] ?? 0) }]);
    }
  }
  const free = [...ending].filter(([column, { gain }]) => gain > 0 && !columnOf.includes(column));
  return (
    free.reduce<Path | null>((best, [, path]) => (path.gain > (best?.gain ?? 0) ? path : best), null)?.moves ?? null
  );
}

const START: Path = { moves: [], gain: 0 };
