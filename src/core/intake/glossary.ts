import type { Found, Section } from './found.ts';
import { countIn } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import { readItem } from './read-item.ts';

const ABOUT_TERMS = /名词|术语|概念|释义|定义|解释|definitions?|terms/i;
const LONGEST_TERM = 24;

/** Under `名词解释`: terms on lines of their own, what each means below it, an empty line between two. Empty where it is not so. */
export function glossary(lexed: Lexed, from: number, to: number, section: Section | null): Found[] {
  if (section?.type !== 'short' || !ABOUT_TERMS.test(section.title)) return [];
  if (countIn(lexed.answers, from, to) + countIn(lexed.strongRuns, from, to) > 0) return [];
  const blocks = blocksIn(lexed.text, from, to);
  const terms = blocks.flatMap(({ at, end }) => {
    const newline = lexed.text.indexOf('\n', at);
    const term = lexed.text.slice(at, newline).trim();
    const isTerm = newline > at && newline < end && term.length <= LONGEST_TERM && !/[。.?？!！;；:：,，]$/.test(term);
    return isTerm ? [{ at, end, newline }] : [];
  });
  if (terms.length < 2 || terms.length < 0.8 * blocks.length) return [];
  return terms.map(({ at, end, newline }) => {
    const span = { number: null, at, from: at, to: newline };
    const answer = { raw: lexed.flat.raw.slice(newline + 1, end), text: lexed.text.slice(newline + 1, end) };
    const found = readItem(lexed.flat, [], span, section, 4);
    return { ...found, to: end, answer, rules: [...found.rules, 'term'] };
  });
}

function blocksIn(text: string, from: number, to: number): { readonly at: number; readonly end: number }[] {
  const blocks: { at: number; end: number }[] = [];
  for (const { 0: block, index } of text.slice(from, to).matchAll(/[^\s][^\n]*(?:\n[ ]*[^\s][^\n]*)*/g))
    blocks.push({ at: from + index, end: from + index + block.length });
  return blocks;
}
