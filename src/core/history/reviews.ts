import { studyDayOf } from '../day.ts';
import { RATINGS, type Rating } from '../drill/rating.ts';

/**
 * Answers in columns, a row each in the order of the file: what the fold of memories needs, without a value for each of
 * a hundred thousand answers that would have to be made and collected.
 */
export class Reviews {
  count = 0;
  /** Refs of the items, each once. */
  readonly items: string[] = [];
  /** Index into `items`. */
  item = new Int32Array(FIRST_ROOM);
  /** Index into `RATINGS`. */
  rating = new Uint8Array(FIRST_ROOM);
  ms = new Float64Array(FIRST_ROOM);
  /** Study day. */
  on = new Int32Array(FIRST_ROOM);
  /** Ids of the usual length, one behind the other; the others are in `#oddIds`. */
  #ids = new Uint8Array(FIRST_ROOM * ID_LENGTH);
  readonly #oddIds = new Map<number, string>();
  readonly #indexes = new Map<string, number>();

  /** `offset` in minutes, as recorded with the instant. */
  add(id: string, item: string, rating: Rating, ms: number, offset: number): void {
    const bytes = Uint8Array.from(id, (character) => character.charCodeAt(0));
    const isUsual = id.length === ID_LENGTH && /^[ -~]*$/.test(id);
    if (!isUsual) this.#oddIds.set(this.count, id);
    const row = { item: this.indexOf(item), rating: RATINGS.indexOf(rating), ms, on: studyDayOf({ ms, offset }) };
    this.addRow(isUsual ? bytes : NO_ID, 0, row.item, row.rating, row.ms, row.on);
  }

  /** The id is the 36 bytes of ASCII that begin at `at`. */
  addRow(id: Uint8Array, at: number, item: number, rating: number, ms: number, on: number): void {
    const row = this.count++;
    if (row === this.item.length) this.#grow();
    const into = row * ID_LENGTH;
    for (let i = 0; i < ID_LENGTH; i++) this.#ids[into + i] = id[at + i] as number;
    this.item[row] = item;
    this.rating[row] = rating;
    this.ms[row] = ms;
    this.on[row] = on;
  }

  idOf(row: number): string {
    const odd = this.#oddIds.get(row);
    if (odd !== undefined) return odd;
    return String.fromCharCode(...this.#ids.subarray(row * ID_LENGTH, (row + 1) * ID_LENGTH));
  }

  /** Every row but those with these ids. */
  rowsWithout(ids: ReadonlySet<string>): Uint32Array {
    const rows = new Uint32Array(this.count);
    const ends = new Set(Array.from(ids, endOf));
    let kept = 0;
    for (let row = 0; row < this.count; row++) {
      const mayBe = ends.size > 0 && (this.#oddIds.has(row) || ends.has(this.#endOf(row)));
      if (!mayBe || !ids.has(this.idOf(row))) rows[kept++] = row;
    }
    return rows.subarray(0, kept);
  }

  indexOf(item: string): number {
    const known = this.#indexes.get(item);
    if (known !== undefined) return known;
    this.#indexes.set(item, this.items.length);
    return this.items.push(item) - 1;
  }

  /** The last four characters in one number: enough to pass most rows by without making their ids. */
  #endOf(row: number): number {
    const end = (row + 1) * ID_LENGTH;
    const at = (back: number): number => this.#ids[end - back] as number;
    return (at(4) << 24) | (at(3) << 16) | (at(2) << 8) | at(1);
  }

  #grow(): void {
    const room = this.item.length * 4;
    this.item = wider(new Int32Array(room), this.item);
    this.rating = wider(new Uint8Array(room), this.rating);
    this.ms = wider(new Float64Array(room), this.ms);
    this.on = wider(new Int32Array(room), this.on);
    this.#ids = wider(new Uint8Array(room * ID_LENGTH), this.#ids);
  }
}

const FIRST_ROOM = 4096;
/** Of a UUID as text. */
const ID_LENGTH = 36;
const NO_ID = new Uint8Array(ID_LENGTH);

function wider<T extends Int32Array | Uint8Array | Float64Array>(into: T, old: T): T {
  into.set(old);
  return into;
}

function endOf(id: string): number {
  const at = (back: number): number => id.charCodeAt(id.length - back);
  return (at(4) << 24) | (at(3) << 16) | (at(2) << 8) | at(1);
}
