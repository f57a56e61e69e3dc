/** What was seen of an object or a list that is being read, as bits. */
export const SEEN = {
  object: 1,
  id: 2,
  at: 4,
  type: 8,
  /** Its type is one that is known. */
  known: 16,
  /** An event stands in it. */
  event: 32,
  /** Its type is that of the mark that closes a history. */
  end: 64,
  /** It has a field that neither an end mark nor the recognising of an event asks for. */
  other: 128,
} as const;

/** The objects and lists that a place stands in, the innermost last: ten million of them take no more than fifty megabytes. */
export class Frames {
  depth = 0;
  #starts = new Int32Array(64);
  #seen = new Uint8Array(64);
  #keys = new Uint8Array(64);

  /** Where the innermost begins. */
  get start(): number {
    return this.#starts[this.depth - 1] as number;
  }

  get seen(): number {
    return this.#seen[this.depth - 1] as number;
  }

  /** The field whose value comes next, as one of the bits. */
  get key(): number {
    return this.#keys[this.depth - 1] as number;
  }

  set key(bit: number) {
    this.#keys[this.depth - 1] = bit;
  }

  get isObject(): boolean {
    return (this.seen & SEEN.object) !== 0;
  }

  push(start: number, seen: number): void {
    if (this.depth === this.#starts.length) this.#grow();
    this.#starts[this.depth] = start;
    this.#seen[this.depth] = seen;
    this.#keys[this.depth++] = 0;
  }

  mark(bits: number): void {
    if (this.depth > 0) this.#seen[this.depth - 1] = this.seen | bits;
  }

  #grow(): void {
    const room = this.depth * 2;
    const starts = new Int32Array(room);
    const seen = new Uint8Array(room);
    const keys = new Uint8Array(room);
    starts.set(this.#starts);
    seen.set(this.#seen);
    keys.set(this.#keys);
    this.#starts = starts;
    this.#seen = seen;
    this.#keys = keys;
  }
}
