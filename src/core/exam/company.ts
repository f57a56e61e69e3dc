import type { Profile } from './profile.ts';

/** From here on two items ask the same thing. */
const TWINS = 0.85;
/** How far the options move a likeness of stems up or down: same options make twins of stems that share two thirds. */
const OPTIONS_WEIGHT = 0.4;

/**
 * The items of a form so far, by their texts: does another one ask the same again, or would one of the two give the
 * other away? Answered from indexes, so that a form of hundreds is drawn from thousands in milliseconds.
 */
export class Company {
  readonly #profiles: Profile[] = [];
  readonly #byGram = new Map<string, number[]>();
  readonly #keysByHead = new Map<string, string[]>();
  #stems = '';

  add(profile: Profile): void {
    const place = this.#profiles.push(profile) - 1;
    for (const gram of profile.grams) listUnder(this.#byGram, gram).push(place);
    for (const key of profile.keys) listUnder(this.#keysByHead, key.slice(0, HEAD)).push(key);
    // What no folded text holds parts the stems, so that no key reaches from one into the next.
    this.#stems += `\n${profile.text}`;
  }

  clashesWith(profile: Profile): boolean {
    return this.#givesAway(profile) || this.#isGivenAway(profile) || this.#hasTwin(profile);
  }

  /** One of the keys so far stands in its stem. */
  #givesAway({ text }: Profile): boolean {
    for (let at = 0; at + HEAD <= text.length; at++) {
      const keys = this.#keysByHead.get(text.slice(at, at + HEAD));
      if (keys?.some((key) => text.startsWith(key, at))) return true;
    }
    return false;
  }

  #isGivenAway({ keys }: Profile): boolean {
    return keys.some((key) => this.#stems.includes(key));
  }

  #hasTwin(profile: Profile): boolean {
    const shared = new Uint32Array(this.#profiles.length);
    for (const gram of profile.grams) for (const place of this.#byGram.get(gram) ?? []) (shared[place] as number) += 1;
    for (const [place, other] of this.#profiles.entries()) {
      const common = shared[place] as number;
      if (common === 0) continue;
      const stems = common / Math.sqrt(profile.grams.size * other.grams.size);
      if (stems + OPTIONS_WEIGHT / 2 >= TWINS && likeness(stems, profile, other) >= TWINS) return true;
    }
    return false;
  }
}

/** Characters of a key by which it is found: no key is shorter. */
const HEAD = 4;

/** Common trigrams (cosine, kinder than Jaccard to one word put in); between two choices, more where the options are the same and less where they differ. */
function likeness(stems: number, one: Profile, other: Profile): number {
  if (one.options.size === 0 || other.options.size === 0) return stems;
  const common = [...one.options].filter((option) => other.options.has(option)).length;
  const options = common / (one.options.size + other.options.size - common);
  return stems + OPTIONS_WEIGHT * (options - 0.5);
}

function listUnder<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  if (list.length === 0) map.set(key, list);
  return list;
}
