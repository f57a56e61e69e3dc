import type { Source } from '../../intake.ts';
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
  const drafts: ReturnType<typeof readGrid>['drafts'][number][] = [];
  const unread: ReturnType<typeof readGrid>['unread'][number][] = [];
  for (const { from, to } of tablesIn(lines)) {
    const rows = lines
      .slice(from, to)
      .map((line, index): GridRow => ({ line: from + index + 1, cells: cellsOf(line) }));
    const layout = headerIn(rows);
    const reading = layout
      ? readGrid(
          file,
          rows.filter(({ cells }) => !isRule(cells)),
          layout,
        )
      : null;
    if (reading && reading.drafts.length > 0) {
      drafts.push(...reading.drafts);
      unread.push(...reading.unread);
      lines.fill('', from, to);
    } else
      for (let at = from; at < to; at++)
        lines[at] = isRule(cellsOf(lines[at] ?? '')) ? '' : cellsOf(lines[at] ?? '').join('\t');
  }
  const plain = lines.map(plainInline).join('\n');
  const source: Source = { kind: 'text', file, text: plain };
  if (drafts.length === 0) return [source];
  const marked: Source = { kind: 'items', file, drafts, unread, text };
  return /[\p{L}\p{N}]/u.test(plain) ? [marked, source] : [marked];
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
