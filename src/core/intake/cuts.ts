import type { Cut } from './flat-text.ts';

/** Every place where a pattern is found, each with the same in its stead. */
export function cutsOf(text: string, pattern: RegExp, instead: string): Cut[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    instead,
  }));
}

/** In order, without overlaps: where two meet, the one that begins first holds. */
export function inOrder(cuts: readonly Cut[]): Cut[] {
  const sorted = [...cuts].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Cut[] = [];
  let end = 0;
  for (const cut of sorted) {
    if (cut.from < end) continue;
    kept.push(cut);
    end = cut.to;
  }
  return kept;
}
