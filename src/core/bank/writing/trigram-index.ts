/**
 * Texts by their trigrams: what a text may be alike to is found through its rarest ones, not by comparing it with all.
 * Of two sets that share 85 % of what they have together, one of the rarest sixth of either is in the other.
 */
export class TrigramIndex {
  readonly #texts: { readonly trigrams: ReadonlySet<string>; readonly number: number }[] = [];
  readonly #holders = new Map<string, number[]>();

  add(text: string, number: number): void {
    const trigrams = trigramsOf(text);
    const place = this.#texts.push({ trigrams, number }) - 1;
    for (const trigram of trigrams) {
      const holders = this.#holders.get(trigram);
      if (holders) holders.push(place);
      else this.#holders.set(trigram, [place]);
    }
  }

  /** The number of a text that shares at least this much (Jaccard), the most alike first; null for none. */
  nearest(text: string, least: number): number | null {
    const own = trigramsOf(text);
    const byRarity = [...own]
      .map((trigram) => ({ trigram, held: this.#holders.get(trigram)?.length ?? 0 }))
      .sort((a, b) => a.held - b.held)
      .map(({ trigram }) => trigram);
    const probes = byRarity.slice(0, Math.floor((1 - least) * own.size) + 1);
    let best: { likeness: number; number: number } | null = null;
    for (const place of this.#candidates(probes)) {
      const other = this.#texts[place];
      const likeness = other ? likenessOf(byRarity, other.trigrams, least) : 0;
      if (other && likeness >= least && likeness > (best?.likeness ?? 0)) best = { likeness, number: other.number };
      if (likeness === 1) break;
    }
    return best?.number ?? null;
  }

  /** Numbers of texts that may hold this one, in the order they were added. */
  mayHold(text: string): readonly number[] {
    const sets = [...trigramsOf(text)].map((trigram) => this.#holders.get(trigram) ?? []);
    const fewest = sets.reduce((least, set) => (set.length < least.length ? set : least));
    return fewest.slice(0, MOST_COMPARED).map((place) => this.#texts[place]?.number ?? -1);
  }

  /** Holders of the rarest trigrams first. */
  #candidates(trigrams: readonly string[]): ReadonlySet<number> {
    const candidates = new Set<number>();
    for (const trigram of trigrams)
      for (const place of this.#holders.get(trigram) ?? []) {
        if (candidates.size === MOST_COMPARED) return candidates;
        candidates.add(place);
      }
    return candidates;
  }
}

/** A text that so many others may be like is like one of the first of them: comparing it with all would take for ever in a file of one question. */
const MOST_COMPARED = 200;

function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at++) trigrams.add(text.slice(at, at + 3));
  return trigrams.size > 0 ? trigrams : new Set([text]);
}

/**
 * Jaccard's index, or 0 as soon as it cannot be `least` any more. The rarest come first: most texts that are compared
 * are seen to differ by a few of them.
 */
function likenessOf(byRarity: readonly string[], other: ReadonlySet<string>, least: number): number {
  const size = byRarity.length;
  // Of sets with `shared` in common, the index is shared / (a + b - shared). Rounded down: no text at the edge is lost.
  const needed = Math.floor((least * (size + other.size)) / (1 + least));
  if (needed > other.size) return 0;
  let mayMiss = size - needed;
  let shared = 0;
  for (const one of byRarity) {
    if (other.has(one)) shared++;
    else if (--mayMiss < 0) return 0;
  }
  return mayMiss < 0 ? 0 : shared / (size + other.size - shared);
}
