import type { Found } from './found.ts';
import type { Lexed } from './lexer/lexed.ts';

/** Shorter, what stands before the first number is a sentence of instruction. */
const SHORTEST_PASSAGE = 40;

/**
 * A passage with numbered gaps, and below it nothing but numbers with options: each question is about its gap, and has
 * the passage as its material. `from` is where the section's text begins.
 */
export function withPassage(lexed: Lexed, found: readonly Found[], from: number): Found[] {
  const first = found[0];
  const gaps = found.filter(isGap);
  if (!first || gaps.length < 3 || gaps.length < 0.8 * found.length) return [...found];
  const passage = lexed.flat.raw.slice(from, first.from).trim();
  const named = gaps.filter(({ number }) => number !== null && passage.includes(String(number))).length;
  if (passage.length < SHORTEST_PASSAGE || named < 0.6 * gaps.length) return [...found];
  return found.map((each) =>
    isGap(each) ? { ...each, stem: `(${each.number})`, material: passage, rules: [...each.rules, 'material'] } : each,
  );
}

const isGap = ({ stem, options, material, number }: Found): boolean =>
  number !== null && material === '' && options.length >= 2 && !/[\p{L}\p{N}]/u.test(stem);
