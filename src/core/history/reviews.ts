import { studyDayOf } from '../day.ts';
import { RATINGS, type Rating } from '../drill/rating.ts';
import { packId, unpackedId, WORDS } from './packed-id.ts';

/**
 * Answers in columns, a row each in the order of the file: what the fold of memories needs, without a value for each of
 * a hundred thousand answers that would have to be made and collected.
 */
export class Reviews {
  count = 0;
  /** Refs of the items, each once. */
  readonly items: string[] = [];
  /** Index into `items`. */
  item: Int32Array;
  /** Index into `RATINGS`. */
  rating: Uint8Array;
  ms: Float64Array;
  /** Study day. */
  on: Int32Array;
  /** The exam or practice that an answer was given in, a number for each; a row that has none is of a drill. */
  readonly sittings = new Map<number, number>();
  /** Ids as numbers; those that are no UUID in small letters are in `#oddIds`. */
  #ids: Uint32Array;
  readonly #oddIds = new Map<number, string>();
  readonly #indexes = new Map<string, number>();
  readonly #sessions = new Map<string, number>();

  /** `room` rows before the columns have to grow. */
  constructor(room = 64) {
    this.item = new Int32Array(room);
    this.rating = new Uint8Array(room);
    this.ms = new Float64Array(room);
    this.on = new Int32Array(room);
    this.#ids = new Uint32Array(room * WORDS);
  }

  add(answer: ReviewRow): void {
    const { id, item, rating, ms, offset } = answer;
    const bytes = Uint8Array.from(id, (character) => character.charCodeAt(0));
    const on = studyDayOf({ ms, offset });
    const row = this.addRow(bytes, 0, this.indexOf(item), RATINGS.indexOf(rating), ms, on);
    if (this.idOf(row) !== id) this.#oddIds.set(row, id);
    if (answer.mode !== 'drill') this.setSitting(row, answer.session);
  }

  /** The number of the row. The id is the 36 bytes of ASCII that begin at `at`. */
  addRow(id: Uint8Array, at: number, item: number, rating: number, ms: number, on: number): number {
    const row = this.count++;
    if (row === this.item.length) this.#grow();
    if (!packId(id, at, this.#ids, row * WORDS))
      this.#oddIds.set(row, String.fromCharCode(...id.subarray(at, at + 36)));
    this.item[row] = item;
    this.rating[row] = rating;
    this.ms[row] = ms;
    this.on[row] = on;
    return row;
  }

  /** The row was answered in this exam or practice. */
  setSitting(row: number, session: string): void {
    const known = this.#sessions.get(session) ?? this.#sessions.size;
    this.#sessions.set(session, known);
    this.sittings.set(row, known);
  }

  idOf(row: number): string {
    return this.#oddIds.get(row) ?? unpackedId(this.#ids, row * WORDS);
  }

  /** The rows with these ids. */
  rowsWith(ids: { readonly size: number; has(id: string): boolean; keys(): Iterable<string> }): number[] {
    if (ids.size === 0) return [];
    const ends = new Set(Array.from(ids.keys(), (id) => Number.parseInt(id.slice(-8), 16)));
    // A mark for each of these, by its last sixteen bits, tells most rows in a glance.
    const marks = new Uint8Array(0x10000);
    for (const end of ends) marks[end & 0xffff] = 1;
    const found: number[] = [];
    const isOdd = this.#oddIds.size > 0;
    for (let row = 0; row < this.count; row++) {
      const end = this.#ids[row * WORDS + WORDS - 1] as number;
      if ((marks[end & 0xffff] === 1 && ends.has(end)) || (isOdd && this.#oddIds.has(row)))
        if (ids.has(this.idOf(row))) found.push(row);
    }
    return found;
  }

  /** Rows whose id stands on an earlier row too: what a merge by lines may leave, or two events that share an id. */
  repeatedRows(): number[] {
    if (this.#idsGrow()) return [];
    const repeated: number[] = [];
    // Open addressing over the last words of the ids, which chance has made; a `Set` of texts takes thirty times as long.
    const slots = new Int32Array(2 ** (32 - Math.clz32(this.count * 2)));
    for (let row = 0; row < this.count; row++) {
      let slot = this.#hashOf(row) & (slots.length - 1);
      while (slots[slot] !== 0 && !this.#haveOneId((slots[slot] as number) - 1, row))
        slot = (slot + 1) & (slots.length - 1);
      if (slots[slot] !== 0) repeated.push(row);
      else slots[slot] = row + 1;
    }
    return repeated;
  }

  /** True of most histories: ids count up with time. */
  #idsGrow(): boolean {
    if (this.#oddIds.size > 0) return false;
    const ids = this.#ids;
    for (let at = WORDS; at < this.count * WORDS; at += WORDS) {
      let word = at;
      while (word < at + WORDS && ids[word] === ids[word - WORDS]) word++;
      if (word === at + WORDS || (ids[word] as number) < (ids[word - WORDS] as number)) return false;
    }
    return true;
  }

  #hashOf(row: number): number {
    const at = row * WORDS;
    return (
      Math.imul((this.#ids[at + 1] as number) ^ (this.#ids[at + 2] as number), 0x9e3779b1) ^
      (this.#ids[at + 3] as number)
    );
  }

  #haveOneId(one: number, other: number): boolean {
    for (let word = 0; word < WORDS; word++)
      if (this.#ids[one * WORDS + word] !== this.#ids[other * WORDS + word]) return false;
    return this.#oddIds.size === 0 || this.idOf(one) === this.idOf(other);
  }

  indexOf(item: string): number {
    const known = this.#indexes.get(item);
    if (known !== undefined) return known;
    this.#indexes.set(item, this.items.length);
    return this.items.push(item) - 1;
  }

  #grow(): void {
    const room = this.item.length * 2 + 64;
    this.item = wider(new Int32Array(room), this.item);
    this.rating = wider(new Uint8Array(room), this.rating);
    this.ms = wider(new Float64Array(room), this.ms);
    this.on = wider(new Int32Array(room), this.on);
    this.#ids = wider(new Uint32Array(room * WORDS), this.#ids);
  }
}

/** An answer as a value. */
export interface ReviewRow {
  readonly id: string;
  readonly session: string;
  readonly mode: string;
  readonly item: string;
  readonly rating: Rating;
  readonly ms: number;
  /** Minutes east of UTC, as recorded with the instant. */
  readonly offset: number;
}

function wider<T extends Int32Array | Uint8Array | Uint32Array | Float64Array>(into: T, old: T): T {
  into.set(old);
  return into;
}
