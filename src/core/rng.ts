/** Seeded chance. The core never asks the machine for luck: a sitting with the same seed is the same sitting. */
export interface Rng {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
}

/** 32-bit FNV-1a of the UTF-16 code units; spreads a text seed over the generator's state. */
function hash32(text: string, basis: number): number {
  let hash = basis >>> 0;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/**
 * One number in [0, 1) that depends on nothing but the text, where a generator would be too much: the hash, with its bits
 * mixed by the finaliser of MurmurHash3 (Austin Appleby).
 */
export function chanceOf(text: string): number {
  let hash = hash32(text, 0x811c9dc5);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** sfc32 (Chris Doty-Humphrey's small fast counter), seeded with four hashes of the text and warmed up. */
export function rngOf(seed: string): Rng {
  let a = hash32(seed, 0x811c9dc5);
  let b = hash32(seed, a ^ 0x9e3779b9);
  let c = hash32(seed, b ^ 0x85ebca6b);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return { next, below: (limit) => Math.floor(next() * limit) };
}

/** Fisher-Yates. The seed is in the session's first event, so the same form can be sat again. */
export function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const out = [...items];
  for (let last = out.length - 1; last > 0; last--) {
    const pick = rng.below(last + 1);
    const picked = out[pick] as T;
    out[pick] = out[last] as T;
    out[last] = picked;
  }
  return out;
}
