/** A record of a CSV text. It may span several lines, since a cell in quotes may. */
export interface CsvRecord {
  /** From 1. */
  readonly line: number;
  readonly lastLine: number;
  readonly cells: readonly string[];
  /** A quote was opened and never closed: the rest of the text went into this record. */
  readonly isUnclosed: boolean;
}

/**
 * The records as RFC 4180 has them, with line ends of any system. A quote inside a cell that does not begin with one is
 * a character like any other. Every character is looked at once.
 */
export function* csvRecords(text: string, separator: string): Generator<CsvRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begin = line;
    const cells: string[] = [];
    let isUnclosed = false;
    for (let isLast = false; !isLast; ) {
      let cell = '';
      if (text[at] === '"') {
        const quoted = quotedCell(text, at);
        cell = quoted.cell;
        line += quoted.lines;
        at = quoted.end;
        isUnclosed ||= quoted.isUnclosed;
      }
      const end = cellEnd(text, at, separator);
      cells.push(cell + text.slice(at, end));
      at = end;
      isLast = text[at] !== separator;
      if (!isLast) at++;
    }
    yield { line: begin, lastLine: line, cells, isUnclosed };
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
  }
}

/** The cell that begins with the quote at `from`, up to the quote that closes it; a doubled one is one. */
function quotedCell(text: string, from: number) {
  let cell = '';
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    const isUnclosed = quote < 0;
    cell += text.slice(at, isUnclosed ? text.length : quote);
    if (!isUnclosed && text[quote + 1] === '"') {
      cell += '"';
      at = quote + 2;
      continue;
    }
    const end = isUnclosed ? text.length : quote + 1;
    return { cell, end, isUnclosed, lines: lineEndsIn(cell) };
  }
}

function cellEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

const lineEndsIn = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;
