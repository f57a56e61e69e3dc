import { oneLine } from './one-line.ts';

/**
 * Any text as one line of Markdown that shows the text itself: nothing in it becomes a table cell, a tag, a link, a
 * formula or emphasis.
 */
export const escapeMarkdown = (text: string): string => escapeMarks(oneLine(text));

/** The same for a text that is one visible line already, whose spaces matter. */
export function escapeMarks(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$#!]/g, '\\$&');
}

/** How a column stands: names to the left, numbers to the right. */
export type Side = 'left' | 'right';

/** A table of cells that are Markdown already. */
export function markdownTable(header: readonly string[], sides: readonly Side[], rows: readonly string[][]): string {
  const rule = header.map((_, index) => (sides[index] === 'right' ? '---:' : '---'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
