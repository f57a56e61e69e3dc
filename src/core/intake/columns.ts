import type { SourceText } from './source-text.ts';

/** A line of a page in two columns. */
interface Row {
  readonly left: string;
  readonly right: string;
}

/** As many rows with something on both sides, and as many numbers on each, make columns of a page. */
const FEWEST_ROWS = 6;
const FEWEST_NUMBERS = 2;

/**
 * A page that was set in two columns and pasted line by line, one column below the other again. Each line keeps the number
 * it had. Options that stand side by side are no columns: no question begins on their right.
 */
export function uncolumned(source: SourceText): SourceText {
  const all = source.text.split('\n');
  if (!all.some((line) => GAP.test(line))) return source;
  const texts: string[] = [];
  const lines: number[] = [];
  const take = (text: string, line: number): void => {
    texts.push(text);
    lines.push(line);
  };
  let found = false;
  for (let from = 0; from < all.length; ) {
    const block = blockAt(all, from);
    if (block === null) {
      take(all[from] as string, from + 1);
      from++;
      continue;
    }
    found = true;
    for (const side of ['left', 'right'] as const)
      block.forEach((row, index) => {
        if (row[side].trim() !== '') take(row[side].trimEnd(), from + index + 1);
      });
    from += block.length;
  }
  return found ? { ...source, text: texts.join('\n'), lines } : source;
}

/** Where the right side of a line may begin: behind three spaces, on the first half of a wide page or later. */
const GAP = /\S[ \u3000]{3,}\d{1,3}[.、．]/;

function blockAt(all: readonly string[], from: number): Row[] | null {
  const gap = GAP.exec(all[from] ?? '');
  if (!gap) return null;
  const line = all[from] as string;
  const column = columnsOf(
    line.slice(0, gap.index + gap[0].length - (/\d{1,3}[.、．]$/.exec(gap[0])?.[0].length ?? 0)),
  );
  const rows: Row[] = [];
  for (let index = from; index < all.length; index++) {
    const row = splitAt(all[index] as string, column);
    if (row === null) break;
    rows.push(row);
  }
  // Below the last row with two sides the left may go on, until something else begins.
  const last = rows.findLastIndex(({ right }) => right.trim() !== '');
  const below = rows.findIndex(({ left }, index) => index > last && ELSE.test(left));
  if (below >= 0) rows.length = below;
  const both = rows.filter(({ left, right }) => left.trim() !== '' && right.trim() !== '').length;
  const numbered = (side: keyof Row): number => rows.filter((row) => /^\s*\d{1,3}[.、．]/.test(row[side])).length;
  return both >= FEWEST_ROWS && numbered('left') >= FEWEST_NUMBERS && numbered('right') >= FEWEST_NUMBERS ? rows : null;
}

/** Nothing, the head of a section, or that of a list of answers. */
const ELSE = /^\s*(?:$|[一二三四五六七八九十]{1,2}[、.]|第.{1,3}部分|[【(（]?(?:参考|正确|标准)?答[ ]?案)/;

/** The line parted where the right column begins; null where text runs across. */
function splitAt(line: string, column: number): Row | null {
  let width = 0;
  for (let at = 0; at < line.length; at++) {
    if (width >= column) {
      const left = line.slice(0, at);
      return width - column <= 1 && (left.trim() === '' || /[ \u3000]{2}$/.test(left))
        ? { left, right: line.slice(at) }
        : null;
    }
    width += widthOf(line[at] as string);
  }
  return { left: line, right: '' };
}

const columnsOf = (text: string): number => Array.from(text).reduce((sum, unit) => sum + widthOf(unit), 0);
/** Chinese characters and full-width signs take two columns of a page set in a fixed width. */
const widthOf = (unit: string): number =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’…—]/.test(unit)
    ? 2
    : 1;
