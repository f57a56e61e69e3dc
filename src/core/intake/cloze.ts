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
    isGap(each)
      ? { ...each, stem: sentenceOf(passage, each.number ?? 0), material: passage, rules: [...each.rules, 'material'] }
      : each,
  );
}

/** The sentence with the gap of that number; the number alone where it stands in none. */
function sentenceOf(passage: string, number: number): string {
  const gap = new RegExp(`[_(（【\\[][_ ]{0,8}${number}[_ ]{0,8}[_)）】\\]]`).exec(passage);
  if (!gap) return `(${number})`;
  const before = passage.slice(0, gap.index);
  const from = Math.max(
    0,
    ...Array.from(before.matchAll(/[.!?。！？]["”’]?\s/g), ({ index, 0: end }) => index + end.length),
  );
  const end = /[.!?。！？](?=["”’]?(?:\s|$))/.exec(passage.slice(gap.index + gap[0].length));
  const to = end ? gap.index + gap[0].length + end.index + 1 : passage.length;
  return to - from <= LONGEST_SENTENCE ? passage.slice(from, to).replace(/\s+/g, ' ').trim() : `(${number})`;
}

const LONGEST_SENTENCE = 300;

const isGap = ({ stem, options, material, number }: Found): boolean =>
  number !== null && material === '' && options.length >= 2 && !/[\p{L}\p{N}]/u.test(stem);
