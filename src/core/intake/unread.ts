import type { Found } from './found.ts';
import { between } from './lexer/between.ts';
import type { Lexed } from './lexer/lexed.ts';
import { INNER } from './lexer/numbers.ts';
import { withoutPassageNumber } from './passage-number.ts';
import type { Region } from './regions.ts';
import type { Noted } from './report.ts';

/** Where options or an answer stand, or a number in a section, and no question was read. Nothing that looks like a question is passed over in silence. */
export function unreadIn(lexed: Lexed, found: readonly Found[], regions: readonly Region[]): Noted[] {
  const { flat, text } = lexed;
  const signs = [
    ...lexed.runs.map((at) => ({ at, why: 'options' })),
    ...lexed.answers.map((at) => ({ at, why: 'answer' })),
    ...numberedIn(lexed, found, regions),
  ].sort((a, b) => a.at - b.at);
  const taken = [
    ...found.map(({ from, to }) => ({ from, to })),
    ...regions
      .filter(({ kind }) => kind === 'answers')
      .map(({ head, from, to }) => ({ from: head?.at ?? from - 40, to })),
  ].sort((a, b) => a.from - b.from);
  // The number of a case stands before its passage, not before a question.
  const passages = new Set(found.map(({ material }) => withoutPassageNumber(material).replace(/\s/g, '').slice(0, 40)));
  const isPassage = (at: number): boolean => {
    const begins = withoutPassageNumber(flat.raw.slice(at, at + 40))
      .replace(/\s/g, '')
      .replace(/^(?:案例|背景|材料|资料)[^:：]{0,4}[:：]/, '')
      .slice(0, 10);
    return [...passages].some((passage) => passage.includes(begins));
  };
  const noted: Noted[] = [];
  let next = 0;
  let covered = 0;
  for (const { at, why } of signs) {
    for (; next < taken.length && (taken[next]?.from ?? 0) <= at; next++)
      covered = Math.max(covered, taken[next]?.to ?? 0);
    const line = flat.lineOf(at);
    if (at < covered || noted.at(-1)?.line === line) continue;
    if (why === 'numbered' && isPassage(at)) continue;
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

/** Lines that begin with a number as questions do, in sections that have questions. */
function numberedIn(
  { numbers, text }: Lexed,
  found: readonly Found[],
  regions: readonly Region[],
): { at: number; why: string }[] {
  const heads = new Set(found.map(({ section }) => section?.at));
  return regions
    .filter(({ kind, head }) => kind === 'section' && head !== null && heads.has(head.at))
    .flatMap(({ from, to }) =>
      between(numbers, from, to)
        .filter(({ lineStart, loose, style, value }) => {
          return lineStart && !loose && value !== null && !INNER.includes(style) && style !== 'han';
        })
        .filter(({ end }) => /^[^\n]{0,4}\p{L}{4}/u.test(text.slice(end, end + 20)))
        .map(({ at }) => ({ at, why: 'numbered' })),
    );
}
