import type { Found } from './found.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { Region } from './regions.ts';
import type { Noted } from './report.ts';

/** Where options or an answer stand and no question was read. Nothing that looks like a question is passed over in silence. */
export function unreadIn(lexed: Lexed, found: readonly Found[], regions: readonly Region[]): Noted[] {
  const { flat, text } = lexed;
  const signs = [
    ...lexed.runs.map((at) => ({ at, why: 'options' })),
    ...lexed.answers.map((at) => ({ at, why: 'answer' })),
  ].sort((a, b) => a.at - b.at);
  const taken = [
    ...found.map(({ from, to }) => ({ from, to })),
    ...regions
      .filter(({ kind }) => kind === 'answers')
      .map(({ head, from, to }) => ({ from: head?.at ?? from - 40, to })),
  ].sort((a, b) => a.from - b.from);
  const noted: Noted[] = [];
  let next = 0;
  let covered = 0;
  for (const { at, why } of signs) {
    for (; next < taken.length && (taken[next]?.from ?? 0) <= at; next++)
      covered = Math.max(covered, taken[next]?.to ?? 0);
    const line = flat.lineOf(at);
    if (at < covered || noted.at(-1)?.line === line) continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const newline = text.indexOf('\n', at);
    noted.push({
      file: flat.file,
      line,
      text: flat.raw.slice(Math.max(start, at - 40), Math.min(newline < 0 ? text.length : newline, at + 60)).trim(),
      why,
    });
  }
  return noted;
}
