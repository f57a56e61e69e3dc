import type { Draft } from '../draft.ts';
import type { Source } from '../intake.ts';
import { readText } from '../read-text.ts';
import type { Noted } from '../report.ts';
import { answerTable } from './answer-table.ts';
import type { Block, Table } from './block.ts';
import { cellText, tableLines } from './flat-table.ts';
import { withFormatKeys } from './key-by-format.ts';
import { type Line, linesOf, plainLine } from './line.ts';
import { type GridRow, headerIn } from './table/grid.ts';
import { readGrid } from './table/read-grid.ts';

interface Written {
  /** What is read as a text; rows of a table of questions are empty lines in it, so that lines keep their numbers. */
  readonly lines: Line[];
  readonly drafts: Draft[];
  readonly unread: Noted[];
  readonly rows: Map<number, string>;
}

/** A document as text to be understood, and the questions of those of its tables whose columns say what they are. */
export function documentSources(file: string, blocks: readonly Block[]): Source[] {
  const written: Written = { lines: [], drafts: [], unread: [], rows: new Map() };
  for (const block of blocks) write(file, block, written);
  const { lines, drafts, unread, rows } = written;
  const plain = lines.map(({ text }) => text);
  const marked = withFormatKeys(lines);
  const keys = marked && isKeyless(file, plain) ? marked : null;
  const text = (keys?.lines ?? plain).join('\n');
  const asText: Source = { kind: 'text', file, text, unit: 'paragraph', ...(keys ? { keysBy: keys.by } : {}) };
  if (drafts.length === 0) return [asText];
  const whole = plain.map((line, index) => rows.get(index) ?? line).join('\n');
  const table: Source = { kind: 'items', file, drafts, unread, text: whole, unit: 'paragraph' };
  return /[\p{L}\p{N}]/u.test(text) ? [table, asText] : [table];
}

function write(file: string, block: Block, into: Written): void {
  if (block.kind === 'paragraph') into.lines.push(...linesOf(block, true));
  else if (!writeGrid(file, block, into)) into.lines.push(...(answerLines(block, into) ?? tableLines(block, linesIn)));
}

function answerLines(table: Table, { lines }: Written): Line[] | null {
  const above = lines.findLast(({ text }) => text.trim() !== '')?.text ?? '';
  const rows = table.rows.map((row) => row.map(({ blocks }) => cellText(blocks)));
  return answerTable(rows, above)?.map(plainLine) ?? null;
}

const linesIn = (blocks: readonly Block[]): Line[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? linesOf(block) : tableLines(block, linesIn)));

/** Tables are read by their columns only where a header names them. */
function writeGrid(file: string, table: Table, { lines, drafts, unread, rows }: Written): boolean {
  const grid = table.rows.map((row, index): GridRow => {
    const cells = row.flatMap(({ blocks, columns }) => [cellText(blocks), ...Array<string>(columns - 1).fill('')]);
    return { line: lines.length + index + 1, cells };
  });
  const layout = headerIn(grid);
  if (!layout) return false;
  const reading = readGrid(file, grid, layout);
  if (reading.drafts.length === 0) return false;
  drafts.push(...reading.drafts);
  unread.push(...reading.unread);
  for (const { line, cells } of grid) {
    rows.set(line - 1, cells.filter(Boolean).join(' | ').replace(/\n/g, ' '));
    lines.push(plainLine(''));
  }
  return true;
}

/** No choice of the whole text has a key. */
function isKeyless(file: string, lines: readonly string[]): boolean {
  const choices = readText({ file, text: lines.join('\n') }).drafts.filter(({ options }) => options.length > 1);
  return choices.length > 0 && choices.every(({ answer }) => answer === null);
}
