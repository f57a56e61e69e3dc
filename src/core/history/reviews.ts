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
  /** Ids as four numbers of 32 bits each; those that are no UUID in small letters are in `#oddIds`. */
  #ids = new Uint32Array(FIRST_ROOM * WORDS);
  readonly #oddIds = new Map<number, string>();
  readonly #indexes = new Map<string, number>();

  /** `offset` in minutes, as recorded with the instant. */
  add(id: string, item: string, rating: Rating, ms: number, offset: number): void {
    const row = this.count;
    const bytes = Uint8Array.from(id, (character) => character.charCodeAt(0));
    this.addRow(bytes, 0, this.indexOf(item), RATINGS.indexOf(rating), ms, studyDayOf({ ms, offset }));
    if (this.idOf(row) !== id) this.#oddIds.set(row, id);
  }

  /** The id is the 36 bytes of ASCII that begin at `at`. */
  addRow(id: Uint8Array, at: number, item: number, rating: number, ms: number, on: number): void {
    const row = this.count++;
    if (row === this.item.length) this.#grow();
    if (!packId(id, at, this.#ids, row * WORDS))
      this.#oddIds.set(row, String.fromCharCode(...id.subarray(at, at + ID_LENGTH)));
    this.item[row] = item;
    this.rating[row] = rating;
    this.ms[row] = ms;
    this.on[row] = on;
  }

  idOf(row: number): string {
    return this.#oddIds.get(row) ?? unpackedId(this.#ids, row * WORDS);
  }

  /** Every row but those with these ids. */
  rowsWithout(ids: ReadonlySet<string>): Uint32Array {
    const rows = new Uint32Array(this.count);
    const ends = new Set(Array.from(ids, (id) => Number.parseInt(id.slice(-8), 16)));
    let kept = 0;
    for (let row = 0; row < this.count; row++) {
      const mayBe = ends.size > 0 && (ends.has(this.#ids[row * WORDS + 3] as number) || this.#oddIds.has(row));
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

  #grow(): void {
    const room = this.item.length * 4;
    this.item = wider(new Int32Array(room), this.item);
    this.rating = wider(new Uint8Array(room), this.rating);
    this.ms = wider(new Float64Array(room), this.ms);
    this.on = wider(new Int32Array(room), this.on);
    this.#ids = wider(new Uint32Array(room * WORDS), this.#ids);
  }
}

const FIRST_ROOM = 4096;
/** Of a UUID as text. */
const ID_LENGTH = 36;
const WORDS = 4;

/** The value of a small hexadecimal digit by its code; 16 for every other byte. */
const DIGIT = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return digit < 0 ? 16 : digit;
});
const DASH = 0x2d;
/** Where the digits stand: 8-4-4-4-12. */
const PLACES = Uint8Array.from(
  Array.from({ length: ID_LENGTH }, (_, at) => at).filter((at) => ![8, 13, 18, 23].includes(at)),
);

/** Writes a UUID into four words; false for any other text. */
function packId(bytes: Uint8Array, at: number, words: Uint32Array, into: number): boolean {
  let word = 0;
  let odd = 0;
  for (let n = 0; n < 32; n++) {
    const digit = DIGIT[bytes[at + (PLACES[n] as number)] as number] as number;
    odd |= digit;
    word = (word << 4) | (digit & 15);
    if ((n & 7) === 7) words[into + (n >> 3)] = word;
  }
  const dashed =
    bytes[at + 8] === DASH && bytes[at + 13] === DASH && bytes[at + 18] === DASH && bytes[at + 23] === DASH;
  return odd < 16 && dashed;
}

function unpackedId(words: Uint32Array, at: number): string {
  const hex = Array.from(words.subarray(at, at + WORDS), (word) => word.toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function wider<T extends Int32Array | Uint8Array | Uint32Array | Float64Array>(into: T, old: T): T {
  into.set(old);
  return into;
}
