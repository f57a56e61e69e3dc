/** A row of a text of fields, with the lines that it stands on. */
export interface Row {
  readonly fields: readonly string[];
  readonly line: number;
  readonly endLine: number;
}

/**
 * Rows of fields between separators, as spreadsheets and note programs write them: a field in quotes may hold separators
 * and line ends, and a doubled quote in it is a quote. A quote that nothing closes within its row is a character like any other.
 */
export function separatedRows(text: string, separator: string, firstLine = 1): Row[] {
  const rows: Row[] = [];
  let fields: string[] = [];
  let line = firstLine;
  let begun = line;
  let at = 0;
  while (at < text.length) {
    const end = text[at] === '"' ? quotedEnd(text, at, separator) : -1;
    const to = end < 0 ? plainEnd(text, at, separator) : end;
    const raw = text.slice(at, to);
    fields.push(end < 0 ? raw : raw.slice(1, -1).replaceAll('""', '"'));
    for (let next = raw.indexOf('\n'); next >= 0; next = raw.indexOf('\n', next + 1)) line++;
    at = to;
    if (text[at] === separator) {
      at++;
      // A separator at the very end has an empty field behind it.
      if (at < text.length && text[at] !== '\n') continue;
      fields.push('');
    }
    rows.push({ fields, line: begun, endLine: line });
    fields = [];
    at++;
    line++;
    begun = line;
  }
  return rows.filter(({ fields: all }) => all.some((field) => field.trim() !== ''));
}

/** Behind the quote that closes a field; -1 where none does. */
function quotedEnd(text: string, open: number, separator: string): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || text[at + 1] === separator || text[at + 1] === '\n' ? at + 1 : -1;
  }
  return -1;
}

function plainEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
  return at;
}
