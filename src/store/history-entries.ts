import { isUtf8 } from 'node:buffer';
import { parseInstant } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import { parseLine } from './event-line.ts';
import type { LineFault } from './event-lines.ts';
import { END, HEADER } from './history-tail.ts';

export interface EntryReading {
  readonly entries: readonly Entry[];
  /** The lines that are no events; also where the first or the last line is not what it must be. */
  readonly faults: readonly LineFault[];
}

/** The events of a whole history as they are written, with the lines that are none. */
export function entriesIn(bytes: Buffer): EntryReading {
  const entries: Entry[] = [];
  const faults: LineFault[] = [];
  const hasEnd = bytes.length >= END.length && bytes.toString('latin1', bytes.length - END.length) === END;
  const end = hasEnd ? bytes.length - END.length : bytes.length;
  const hasHeader = bytes.toString('latin1', 0, HEADER.length) === HEADER;
  if (!hasHeader) faults.push({ line: 1, reason: 'WRONG_HEADER' });
  let line = hasHeader ? 2 : 1;
  for (let start = hasHeader ? HEADER.length : 0; start < end; line++) {
    const next = bytes.indexOf(NEWLINE, start) + 1 || end;
    const slice = bytes.subarray(start, next);
    const text = slice.toString('utf8');
    const event = isUtf8(slice) ? parseLine(text) : 'NOT_UTF8';
    if (typeof event === 'string') faults.push({ line, reason: event });
    else entries.push({ id: event.id, at: parseInstant(event.at) ?? EPOCH, text: text.slice(0, -2) });
    start = next;
  }
  if (!hasEnd) faults.push({ line, reason: 'NO_END_LINE' });
  return { entries, faults };
}

/** A history file of these events. */
export const historyOf = (entries: readonly Entry[]): Buffer =>
  Buffer.concat([Buffer.from(HEADER), linesOf(entries), Buffer.from(END)]);

/** The lines of these events, made in pieces: those of many years are longer than a text can be. */
export function linesOf(entries: readonly Entry[]): Buffer {
  const pieces: Buffer[] = [];
  for (let from = 0; from < entries.length; from += PIECE)
    pieces.push(Buffer.from(entries.slice(from, from + PIECE).reduce((lines, { text }) => `${lines}${text},\n`, '')));
  return Buffer.concat(pieces);
}

/** Events of a piece. */
const PIECE = 4096;

const NEWLINE = 0x0a;
const EPOCH = { ms: 0, offset: 0 };
