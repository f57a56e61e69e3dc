import { withoutHidden } from '../core/hidden-places.ts';

/** Records as RFC 4180 wants them: CRLF behind each, quotes where a cell needs them. */
export function csvText(records: readonly (readonly (string | number)[])[]): string {
  return records.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** Hidden characters go first: a spreadsheet that drops them too could find a formula behind one. */
function csvCell(value: string | number): string {
  const text = disarmed(withoutHidden(String(value)));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet runs a cell that begins like a formula, also with a full-width sign (OWASP, "CSV Injection"); a single quote
 * in front makes it text. Plain numbers stay numbers.
 */
function disarmed(text: string): string {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return text;
  return /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
