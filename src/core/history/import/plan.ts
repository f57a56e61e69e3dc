import { type Day, studyDayOf } from '../../day.ts';
import { RATINGS, type Rating } from '../../drill/rating.ts';
import type { Digest } from '../card-ids.ts';
import type { Entry } from '../entry.ts';
import { type ReadRow, type RefusedRow, type RowReading, readRow } from './row.ts';
import { entryOf, withIds } from './row-events.ts';
import type { TableRow } from './table.ts';

/** An item by its whole ref, with the first line that names it and what may be meant. */
export interface UnknownItem {
  readonly ref: string;
  readonly line: number;
  readonly names: readonly string[];
}

export interface ImportPlan {
  readonly rows: number;
  /** What the history and the archive lack, in the order of the table. */
  readonly entries: readonly Entry[];
  readonly already: number;
  readonly refused: readonly RefusedRow[];
  /** Items that no bank at hand has; their reviews are brought in all the same. */
  readonly unknown: readonly UnknownItem[];
  /** How many of the new reviews are worth what. */
  readonly ratings: Readonly<Record<Rating, number>>;
  readonly questions: number;
  /** Study days of the first and the last new review; null for none. */
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface ImportInput extends RowReading {
  readonly rows: Iterable<TableRow>;
  readonly digest: Digest;
  readonly isKnownId: (id: string) => boolean;
  /** How often the history has a review of this item at this very millisecond. */
  readonly reviewsAt: (ref: string, ms: number) => number;
}

/** What the rows of a table come to. A row that says nothing certain is refused, with its line; none is left out in silence. */
export function planImport(input: ImportInput): ImportPlan {
  const refused: RefusedRow[] = [];
  const read: ReadRow[] = [];
  const unknown = new Map<string, UnknownItem>();
  let rows = 0;
  for (const row of input.rows) {
    rows++;
    const result = readRow(row, input);
    if (result.kind === 'refused') refused.push(result.row);
    else read.push(result);
    if (result.kind === 'read' && result.near && !unknown.has(result.ref))
      unknown.set(result.ref, { ref: result.ref, line: row.line, names: result.near });
  }
  const known = new KnownReviews(input);
  const fresh = withIds(read, input.digest).filter(({ id, row }) => !known.take(id, row));
  const ratings = Object.fromEntries(RATINGS.map((rating) => [rating, 0])) as Record<Rating, number>;
  for (const { row } of fresh) ratings[row.rating]++;
  const days = fresh.map(({ row }) => studyDayOf(row.at));
  return {
    rows,
    entries: fresh.map(entryOf),
    already: read.length - fresh.length,
    refused,
    unknown: [...unknown.values()],
    ratings,
    questions: new Set(fresh.map(({ row }) => row.ref)).size,
    from: days.length > 0 ? days.reduce((a, b) => Math.min(a, b)) : null,
    to: days.length > 0 ? days.reduce((a, b) => Math.max(a, b)) : null,
  };
}

/**
 * A review is there already by its id; or, where the table knows its time to the millisecond, as an answer of that very moment:
 * what `quiz history export` wrote comes back to where it was made.
 */
class KnownReviews {
  readonly #input: ImportInput;
  readonly #taken = new Map<string, number>();

  constructor(input: ImportInput) {
    this.#input = input;
  }

  take(id: string, { ref, moment }: ReadRow): boolean {
    if (this.#input.isKnownId(id)) return true;
    if (moment.kind !== 'instant') return false;
    const slot = `${moment.ms} ${ref}`;
    const taken = this.#taken.get(slot) ?? 0;
    if (taken >= this.#input.reviewsAt(ref, moment.ms)) return false;
    this.#taken.set(slot, taken + 1);
    return true;
  }
}
