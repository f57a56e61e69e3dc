import { parseArgs } from 'node:util';
import { Fixture } from './fixture.ts';
import { median, type Pair, ratioOf } from './pairs.ts';
import { type Row, rows } from './rows.ts';

/** Measures every row, prints a table, and fails where a budget is spent. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
  });
  const chosen = rows.filter(({ name }) => values.only === undefined || values.only.includes(name));
  if (chosen.length === 0) throw new Error(`--only takes ${rows.map(({ name }) => name).join(', ')}.`);
  const fixture = new Fixture();
  process.once('SIGINT', () => {
    fixture.remove();
    process.exit(130);
  });
  let spent = 0;
  try {
    print(['', 'what', 'beside', 'ms', 'ms', 'ratio', 'at most']);
    for (const row of chosen) {
      const result = resultOf(row, await row.measure(fixture, values.quick));
      if (result > row.most) spent++;
    }
  } finally {
    fixture.remove();
  }
  process.stdout.write(spent === 0 ? 'Every budget is kept.\n' : `${spent} of ${chosen.length} over budget.\n`);
  return spent === 0 ? 0 : 1;
}

/** Prints a row; what it came to, in the row's unit. */
function resultOf(row: Row, pairs: readonly Pair[]): number {
  const ours = median(pairs.map((pair) => pair.ours));
  const theirs = median(pairs.map((pair) => pair.theirs));
  const isRatio = row.unit === 'ratio';
  const result = isRatio ? ratioOf(pairs) : ours;
  print([
    result > row.most ? '✘' : '✔',
    `${row.name.padEnd(19)}  ${row.what}`,
    row.besides,
    milliseconds(ours),
    isRatio ? milliseconds(theirs) : '',
    isRatio ? shortened(result) : '',
    isRatio ? shortened(row.most) : `${row.most} ms`,
    row.remark?.(pairs) ?? '',
  ]);
  return result;
}

const milliseconds = (ms: number): string => (ms < 1 ? ms.toFixed(3) : ms.toFixed(1));

/** `1.35`; below one, `1/15.2`. */
const shortened = (ratio: number): string => (ratio < 0.5 ? `1/${(1 / ratio).toFixed(1)}` : ratio.toFixed(2));

const WIDTHS = [1, 78, 32, 8, 8, 7, 7, 24];

function print(cells: readonly string[]): void {
  const line = cells.map((cell, column) => {
    const width = WIDTHS[column] ?? 0;
    return column < 3 ? cell.padEnd(width) : column < 7 ? cell.padStart(width) : `  ${cell}`;
  });
  process.stdout.write(`${line.join(' ').trimEnd()}\n`);
}

process.exitCode = await main(process.argv.slice(2));
