import type { Draft } from '../../draft.ts';
import type { Source } from '../../intake.ts';
import type { Noted } from '../../report.ts';
import { answerTable } from '../answer-table.ts';
import type { GridRow } from '../table/grid.ts';
import { headerIn } from '../table/grid.ts';
import { readGrid } from '../table/read-grid.ts';
import { withLettersAndNumbers } from './check-list.ts';
import { plainInline } from './inline.ts';

/**
 * Markdown as text to be understood, line for line, so that numbers of lines stay: lists with boxes become options,
 * tables of questions are read by their columns, marks of the markup are taken away.
 */
export function markdownSources(file: string, text: string): Source[] {
  const lines = withLettersAndNumbers(text.split('\n'));
  const drafts: Draft[] = [];
  const unread: Noted[] = [];
  for (const { from, to } of tablesIn(lines)) {
    const rows = lines
      .slice(from, to)
      .map((line, index): GridRow => ({ line: from + index + 1, cells: cellsOf(line) }))
      .filter(({ cells }) => !isRule(cells));
    const layout = headerIn(rows);
    const reading = layout && readGrid(file, rows, layout);
    const shown = reading && reading.drafts.length > 0 ? [] : shownRows(rows, lines.slice(0, from));
    drafts.push(...(reading?.drafts ?? []));
    unread.push(...(reading?.unread ?? []));
    lines.fill('', from, to);
    for (const [index, line] of shown.entries()) lines[(rows[index] as GridRow).line - 1] = line;
  }
  const plain = lines.map(plainInline).join('\n');
  const source: Source = { kind: 'text', file, text: plain };
  if (drafts.length === 0) return [source];
  const marked: Source = { kind: 'items', file, drafts, unread, text };
  return /[\p{L}\p{N}]/u.test(plain) ? [marked, source] : [marked];
}

/** A table that holds no questions, a line for each of its rows. */
function shownRows(rows: readonly GridRow[], above: readonly string[]): string[] {
  const cells = rows.map((row) => row.cells);
  const head = above.findLast((line) => line.trim() !== '') ?? '';
  return answerTable(cells, head.replace(/^[#>*\s]+|[*\s]+$/g, '')) ?? cells.map((row) => row.join('\t'));
}

/** Rows with bars, at least one of them a rule of dashes. */
function tablesIn(lines: readonly string[]): { from: number; to: number }[] {
  const tables: { from: number; to: number }[] = [];
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && /^\s*\|?[^|]*\|/.test(lines[to] as string)) to++;
    if (to - from >= 2 && isRule(cellsOf(lines[from + 1] ?? ''))) tables.push({ from, to });
    from = Math.max(from, to - 1);
  }
  return tables;
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plainInline(cell.replace(/\\\|/g, '|').replace(/<br\s*\/?>/gi, '\n')).trim());

const isRule = (cells: readonly string[]): boolean => cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
