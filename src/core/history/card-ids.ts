/** The SHA-256 of a text, as 64 hexadecimal digits. */
export type Digest = (text: string) => string;

export interface CardIds {
  readonly of: ReadonlyMap<string, number>;
  /** Refs whose number another ref had already; they were given the next free one. */
  readonly moved: readonly string[];
}

/**
 * A number for each item, as programs want it that know cards by number: positive, below 2^53, and the same on every machine
 * and at all times, unless two of these refs share it by chance. With a hundred thousand items that happens once in a million.
 */
export function cardIds(refs: Iterable<string>, digest: Digest): CardIds {
  const taken = new Set<number>();
  const of = new Map<string, number>();
  const moved: string[] = [];
  for (const ref of [...new Set(refs)].sort()) {
    let id = cardIdOf(ref, digest);
    if (taken.has(id)) moved.push(ref);
    while (taken.has(id)) id = (id % Number.MAX_SAFE_INTEGER) + 1;
    taken.add(id);
    of.set(ref, id);
  }
  return { of, moved };
}

/** The first 53 bits. */
export function cardIdOf(ref: string, digest: Digest): number {
  const hex = digest(ref);
  const bits = Number.parseInt(hex.slice(0, 13), 16) * 2 + (Number.parseInt(hex.slice(13, 14), 16) >> 3);
  return Math.max(1, bits);
}
