/** What is seen of lines that are taller than their room, and how many are hidden at either end. */
export interface Clip {
  readonly lines: string[];
  /** The offset that holds: the asked one, kept so that the window never hangs over an end. */
  readonly offset: number;
  readonly above: number;
  readonly below: number;
}

/** A window of `rows` lines, scrolled down by `offset`. No room shows nothing; everything is then below or above. */
export function clip(lines: readonly string[], rows: number, offset: number): Clip {
  const room = Math.max(0, Math.floor(rows));
  const lowest = Math.max(0, lines.length - room);
  const start = Math.min(Math.max(0, Math.floor(offset)), lowest);
  const seen = lines.slice(start, start + room);
  return { lines: seen, offset: start, above: start, below: lines.length - start - seen.length };
}
