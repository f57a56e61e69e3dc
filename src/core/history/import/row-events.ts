import { formatInstant } from '../../day.ts';
import type { Digest } from '../card-ids.ts';
import type { Entry } from '../entry.ts';
import { momentKey } from './moments.ts';
import type { ReadRow } from './row.ts';

/** A row as an event. */
export interface Identified {
  readonly id: string;
  readonly row: ReadRow;
  /** Milliseconds behind those of the same item and time that come first. */
  readonly behindMs: number;
}

/**
 * The id of a review follows from what its row says and from how many rows before said the very same, so that the same
 * table brought in twice, or on two machines, is there once. Reviews of one item at one time keep their order by a millisecond
 * each: in the order of the table, or from its end where the newest rows stand first.
 */
export function withIds(rows: readonly ReadRow[], digest: Digest): Identified[] {
  const behind = placesOf(rows);
  const repetitions = new Map<string, number>();
  return rows.map((row, index) => {
    const says = JSON.stringify([row.ref, momentKey(row.moment), row.rating]);
    const repetition = (repetitions.get(says) ?? 0) + 1;
    repetitions.set(says, repetition);
    return { id: idOf(digest(`quiz import 1 ${says} ${repetition}`)), row, behindMs: behind[index] ?? 0 };
  });
}

function placesOf(rows: readonly ReadRow[]): number[] {
  let rising = 0;
  for (let n = 1; n < rows.length; n++)
    rising += Math.sign((rows[n] as ReadRow).at.ms - (rows[n - 1] as ReadRow).at.ms);
  const order = rows.map((_, index) => index);
  if (rising < 0) order.reverse();
  const counts = new Map<string, number>();
  const places = new Array<number>(rows.length).fill(0);
  for (const index of order) {
    const { ref, at } = rows[index] as ReadRow;
    const slot = `${at.ms} ${ref}`;
    const count = counts.get(slot) ?? 0;
    counts.set(slot, count + 1);
    places[index] = count;
  }
  return places;
}

/** A UUID of version 8 (RFC 9562), whose bits are free: the first of a digest. */
export function idOf(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function entryOf({ id, row, behindMs }: Identified): Entry {
  const at = { ms: row.at.ms + behindMs, offset: row.at.offset };
  const { ref: item, rating, ms } = row;
  const event = {
    id,
    at: formatInstant(at),
    device: ELSEWHERE,
    type: 'imported',
    item,
    right: rating !== 'again',
    rating,
  };
  return { id, at, text: JSON.stringify(ms === null ? event : { ...event, ms }) };
}

/** In the place of a device: which one it was is not known, and must not make two events of one row. */
const ELSEWHERE = 'import';
