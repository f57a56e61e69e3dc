import type { Block, Cell, Table } from './block.ts';
import { type Line, linesOf } from './line.ts';
import { columnOf } from './table/columns.ts';

/**
 * A table that only lays things out, as lines: a grid of short cells keeps its rows, what is written as paragraphs in
 * cells is read one cell after the other.
 */
export function tableLines(table: Table, inside: (blocks: readonly Block[]) => Line[]): Line[] {
  return table.rows.flatMap((row) => rowLines(row, inside));
}

function rowLines(row: readonly Cell[], inside: (blocks: readonly Block[]) => Line[]): Line[] {
  const cells = row
    .map(({ blocks }) => inside(blocks).filter(({ text }) => text.trim() !== ''))
    .filter((lines) => lines.length > 0);
  if (cells.length <= 1 || cells.some((lines) => lines.length > 1)) return labelled(cells).flat();
  return [joined(cells.map((lines) => lines[0] as Line))];
}

/** `1` beside a question in several lines, `答案` beside an answer in several. */
function labelled(cells: readonly (readonly Line[])[]): (readonly Line[])[] {
  const [first, second, ...others] = cells;
  const only = first?.length === 1 ? (first[0]?.text ?? '') : '';
  const sign = signBehind(only, second?.[0]?.text ?? '');
  if (!first || !second || sign === null) return [...cells];
  return [[shifted(second[0] as Line, `${only.trim()}${sign}`), ...second.slice(1)], ...others];
}

function joined(lines: readonly Line[]): Line {
  return lines.reduce((before, line) => {
    const last = before.text.slice(before.text.lastIndexOf('\t') + 1);
    const head = `${before.text}${signBehind(last, line.text) ?? '\t'}`;
    return { text: head + line.text, stretches: [...before.stretches, ...shifted(line, head).stretches] };
  });
}

/** What a number, a letter or a label in a cell of its own needs in front of its text; null for nothing of them. */
function signBehind(cell: string, next: string): string | null {
  const text = cell.trim();
  if (/^\d{1,4}$/.test(text) && !/^\s*\d{0,4}\s*$/.test(next)) return '.';
  if (/^[A-La-l]$/.test(text) && !/^\s*[A-La-l]?\s*$/.test(next)) return '. ';
  const kind = columnOf(text)?.kind;
  const isLabel = (kind === 'answer' || kind === 'explanation') && !/^\s*(?:\d{1,3}|[A-L√×对错])?\s*$/.test(next);
  return isLabel ? ':' : null;
}

const shifted = ({ text, stretches }: Line, head: string): Line => ({
  text: head + text,
  stretches: stretches.map(({ from, to, mark }) => ({ from: from + head.length, to: to + head.length, mark })),
});

/** A cell as it is shown in one piece. */
export const cellText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block): string[] =>
      block.kind === 'paragraph'
        ? linesOf(block).map(({ text }) => text)
        : block.rows.map((row) => row.map((cell) => cellText(cell.blocks)).join(' ')),
    )
    .join('\n')
    .trim();
