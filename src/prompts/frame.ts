import { clip } from './clip.ts';
import type { Paint } from './markdown-inline.ts';
import { truncate } from './width.ts';

/** How the rows of a screen are shared out. */
export interface Frame {
  readonly header: readonly string[];
  /** How many lines are seen of what scrolls. */
  readonly room: number;
  /** Lines that stay, the caret at the end of the last. */
  readonly pinned: readonly string[];
  readonly hints: readonly string[];
}

/** Below this a screen shows nothing that could be read. */
export const NARROWEST = 12;

/** The last column stays free: a terminal may break the line behind a full one. */
export const columnsOf = (screen: { readonly columns: number }): number => Math.max(1, screen.columns - 1);

/** In little room the caret's line comes first, then a line of what scrolls, then the header, then the hints. */
export function frameOf(
  terminalRows: number,
  parts: { readonly header: readonly string[]; readonly pinned: readonly string[]; readonly hints: readonly string[] },
): Frame {
  const rows = Math.max(2, terminalRows - 1);
  const pinned = parts.pinned.slice(1 - rows);
  const header = parts.header.slice(0, rows - pinned.length - 1);
  const hints = parts.hints.slice(0, rows - pinned.length - header.length - 1);
  return { header, room: Math.max(1, rows - header.length - pinned.length - hints.length - 1), pinned, hints };
}

/** Where a body that is taller than its room can stand at the lowest. */
export const lowestOffset = (lines: readonly string[], room: number): number => Math.max(0, lines.length - room);

/** Lines scrolled back from where a screen stands by itself, brought back between the ends, so that no key is spent beyond one. */
export const heldScroll = (scroll: number, rest: number, lowest: number): number =>
  Math.min(Math.max(scroll, rest - lowest), rest);

/** What is seen of lines from an offset on; where some are hidden, one says how many. */
export function scrolled(
  lines: readonly string[],
  room: number,
  offset: number,
  { columns, words, paint }: { readonly columns: number; readonly words: MoreWords; readonly paint: Paint },
): string[] {
  const window = clip(lines, room, offset);
  const shown = [...window.lines];
  const more = (text: string): string => paint(truncate(text, columns));
  if (window.below > 0 && room > 1) shown[room - 1] = more(words.moreBelow(window.below + 1));
  if (window.above > 0 && room > 2) shown[0] = more(words.moreAbove(window.above + 1));
  return shown;
}

export interface MoreWords {
  readonly moreAbove: (lines: number) => string;
  readonly moreBelow: (lines: number) => string;
}
