import { ELSEWHERE, importedReview } from '../imported.ts';
import { type ReviewRow, Reviews } from '../reviews.ts';
import type { Spot, SpottedEvent } from './finding.ts';

/** A history as it is read for the fold: answers in columns, the other events that matter to it as values. */
export interface FastReading {
  readonly reviews: Reviews;
  readonly marks: readonly { readonly id: string; readonly type: string }[];
}

/**
 * Where the fast reading of a file and the full one of the same file part: the first event that one of them has otherwise;
 * null where they agree. The fast one passes over the openings of drills and practices.
 */
export function readingsPart(events: readonly SpottedEvent[], fast: FastReading): Spot | null {
  const full = new Reviews(fast.reviews.count);
  let mark = 0;
  for (const spotted of events) {
    const { event, at } = spotted;
    const imported = importedReview(event);
    if (event.type === 'answered' || imported) {
      full.add({ ...event, ...(imported ? ELSEWHERE : {}), ...at } as ReviewRow);
      if (!isSameRow(full, fast.reviews, full.count - 1)) return spotted;
    } else if (fast.marks[mark]?.id === event.id && fast.marks[mark]?.type === event.type) mark++;
    else if (event.type !== 'session-started' || event.mode === 'exam') return spotted;
  }
  const agree = full.count === fast.reviews.count && mark === fast.marks.length;
  return agree ? null : (events.at(-1) ?? { file: 0, line: 1 });
}

function isSameRow(one: Reviews, other: Reviews, row: number): boolean {
  return (
    row < other.count &&
    one.idOf(row) === other.idOf(row) &&
    one.items[one.item[row] as number] === other.items[other.item[row] as number] &&
    one.rating[row] === other.rating[row] &&
    one.ms[row] === other.ms[row] &&
    one.on[row] === other.on[row] &&
    one.sittings.get(row) === other.sittings.get(row)
  );
}
