import type { Found } from './found.ts';
import { between } from './lexer/between.ts';
import { firstAtLeast } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { Mark } from './lexer/marks.ts';
import { readItem } from './read-item.ts';

/**
 * A stretch with two whole questions in it: the number of the second was lost, or damaged beyond reading. The second
 * begins behind the answer of the first, at the line (or, in a running text, the sentence) before its options.
 */
export function splitMerged(
  lexed: Lexed,
  found: Found,
  marks: readonly Mark[],
  usual: number,
  isNew: boolean,
): Found[] {
  const { runs, flat, text } = lexed;
  const one = isNew ? { ...found, section: null } : found;
  const first = runs[firstAtLeast(runs, found.from)] ?? found.to;
  const answer = marks.find(({ kind, at }) => kind === 'answer' && at > first);
  if (!answer) return [one];
  const second = runs[firstAtLeast(runs, answer.end)] ?? found.to;
  const answers = marks.filter(({ kind, at }) => kind === 'answer' && at < found.to);
  if (second >= found.to || answers.length < 2 || (answers[1]?.at ?? 0) < second) return [one];
  const cut = stemBegin(text, answer.keyEnd ?? answer.end, second);
  if (cut === null) return [one];
  const startOf = found.from + (/^[^\n]{0,20}?(?=\S)/.exec(text.slice(found.from, found.from + 1))?.[0].length ?? 0);
  const numberEnd = numberEndOf(lexed, startOf);
  const before = marks.filter(({ at }) => at < cut);
  const after = marks.filter(({ at }) => at >= cut);
  const head = readItem(
    flat,
    before,
    { number: found.number, at: found.from, from: numberEnd, to: cut },
    one.section,
    usual,
  );
  const tail = readItem(flat, after, { number: null, at: cut, from: cut, to: found.to }, one.section, usual);
  return [
    head,
    ...splitMerged(lexed, { ...tail, doubts: [...tail.doubts, { code: 'NUMBER_LOST', at: cut }] }, after, usual, false),
  ];
}

const numberEndOf = (lexed: Lexed, at: number): number => between(lexed.numbers, at, at + 1)[0]?.end ?? at;

function stemBegin(text: string, from: number, run: number): number | null {
  const between = text.slice(from, run).trimEnd();
  const newline = between.lastIndexOf('\n');
  if (newline >= 0) return from + newline + 1;
  return between.trim().length >= 6 && /^\s/.test(text.slice(from, run)) ? from : null;
}
