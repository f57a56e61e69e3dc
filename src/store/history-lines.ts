import { isUtf8 } from 'node:buffer';
import type { HistoryEvent } from '../core/history/event.ts';
import { NEWLINE } from './bytes.ts';
import { type LineReason, parseLine } from './event-line.ts';
import type { LineFault } from './event-lines.ts';
import { END, HEADER, shapeIn } from './history-tail.ts';

export interface LineReading<T> {
  /** What was kept of each event. */
  readonly lines: readonly T[];
  /** The lines that are no events; also where the first or the last line is not what it must be. */
  readonly faults: readonly LineFault[];
}

export interface EventLine {
  /** From 1. */
  readonly line: number;
  readonly event: HistoryEvent;
  /** The JSON of the event as it is written, without the comma that closes the line. */
  readonly text: string;
}

/**
 * Every line of a whole history that is in memory: the events, and the lines that are none. Of a million events the parsed values
 * take gigabytes, so only what `keep` makes of each stays.
 */
export function linesIn<T>(bytes: Buffer, keep: (line: EventLine) => T): LineReading<T> {
  const lines: T[] = [];
  const faults: LineFault[] = [];
  const end = endIn(bytes);
  const head = headIn(bytes);
  if (head.reason) faults.push({ line: 1, reason: head.reason });
  let line = head.end > 0 ? 2 : 1;
  let last = '';
  const sound = isUtf8(bytes);
  for (let start = head.end; start < (end ?? bytes.length); line++) {
    const next = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    const slice = bytes.subarray(start, next);
    const text = slice.toString('utf8');
    const event = sound || isUtf8(slice) ? parseLine(text) : 'NOT_UTF8';
    if (typeof event === 'string') faults.push({ line, reason: event });
    else lines.push(keep({ line, event, text: text.slice(0, -2) }));
    last = text;
    start = next;
  }
  // One that ends in CRLF is named as that.
  const hasOther = last.trim() === END.trim() || faults.at(-1)?.reason === 'NO_END_LINE';
  if (end === null && !hasOther) faults.push({ line, reason: 'NO_END_LINE' });
  return { lines, faults };
}

/** Where the first line ends, 0 where it is none of ours, and what is wrong with it. */
function headIn(bytes: Buffer): { readonly end: number; readonly reason: LineReason | null } {
  const shape = shapeIn(bytes);
  const end = bytes.indexOf(NEWLINE) + 1 || bytes.length;
  const line = bytes.toString('utf8', 0, end);
  if (line === HEADER) return { end, reason: null };
  if (line.startsWith('\ufeff')) return { end, reason: 'BYTE_ORDER_MARK' };
  // Where the first line is gone, an event may be the first.
  if (typeof parseLine(line) !== 'string') return { end: 0, reason: 'WRONG_HEADER' };
  if (shape.kind === 'damaged' || shape.kind === 'newer')
    return { end, reason: line.endsWith('\r\n') ? 'CRLF' : 'WRONG_HEADER' };
  return { end: 0, reason: 'WRONG_HEADER' };
}

/** Where the last line begins; null where it is none of ours. */
function endIn(bytes: Buffer): number | null {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - END.length - 1));
  if (tail.endsWith(`\n${END}`)) return bytes.length - END.length;
  return tail.endsWith(`\n${END.trimEnd()}`) ? bytes.length - END.length + 1 : null;
}
