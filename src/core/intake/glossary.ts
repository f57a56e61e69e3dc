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
  const lines = inLines(lexed, from, to, section);
  if (lines.length > 0) return lines;
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

/** `牛鞭效应 —— 需求信息…`, a line for each. */
function inLines(lexed: Lexed, from: number, to: number, section: Section): Found[] {
  const lines = [...lexed.text.slice(from, to).matchAll(/^[ ]*(\S[^\n]*)$/gm)].filter(([line]) => /\p{L}/u.test(line));
  const entries = lines.flatMap(({ 0: line, index }) => {
    const parts = /^[ ]*([^\s\d:：-][^\n:：-]{0,23}?)[ ]*(?:-{1,4}|[:：])[ ]*(?=\S[^\n]{7,})/.exec(line);
    return parts ? [{ at: from + index, begin: from + index + parts[0].length, end: from + index + line.length }] : [];
  });
  if (entries.length < 2 || entries.length < lines.length) return [];
  return entries.map(({ at, begin, end }) => {
    const stemEnd = at + lexed.text.slice(at, begin).replace(/[ ]*[-:：]*[ ]*$/, '').length;
    const found = readItem(lexed.flat, [], { number: null, at, from: at, to: stemEnd }, section, 4);
    const answer = { raw: lexed.flat.raw.slice(begin, end), text: lexed.text.slice(begin, end) };
    return { ...found, to: end, answer, rules: [...found.rules, 'term'] };
  });
}

function blocksIn(text: string, from: number, to: number): { readonly at: number; readonly end: number }[] {
  const blocks: { at: number; end: number }[] = [];
  for (const { 0: block, index } of text.slice(from, to).matchAll(/[^\s][^\n]*(?:\n[ ]*[^\s][^\n]*)*/g))
    blocks.push({ at: from + index, end: from + index + block.length });
  return blocks;
}
