import { columnOf } from './columns.ts';
import { isHeader } from './grid.ts';

/** How far into a text its header is looked for. */
const WITHIN_LINES = 40;
const SEPARATORS = [',', '\t', ';', '|'] as const;

/** The sign that sets cells apart, by the header that it yields; `sep=;` in the first line names it, as Excel has it. */
export function separatorOf(text: string): string | null {
  const lines = text.slice(0, 40_000).split('\n', WITHIN_LINES);
  const named = /^sep=([,;|\t])\s*$/i.exec(lines[0] ?? '')?.[1];
  if (named !== undefined) return named;
  for (const line of lines)
    for (const sign of SEPARATORS)
      if (line.includes(sign) && isHeader(line.split(sign).map((cell) => columnOf(cell)))) return sign;
  return null;
}

/** Without a header: the sign that stands as often in every one of the first lines. */
export function usualSeparator(text: string): string {
  const lines = text
    .slice(0, 40_000)
    .split('\n', WITHIN_LINES)
    .filter((line) => line.trim() !== '');
  const counts = SEPARATORS.map((sign) => {
    const each = lines.map((line) => line.split(sign).length - 1);
    const least = Math.min(...each);
    return { sign, least, isEven: least === Math.max(...each) };
  }).filter(({ least }) => least > 0);
  return (counts.find(({ isEven }) => isEven) ?? counts.sort((a, b) => b.least - a.least)[0])?.sign ?? ',';
}
