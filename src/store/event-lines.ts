import { isUtf8 } from 'node:buffer';
import type { HistoryEvent } from '../core/history/event.ts';
import { NEWLINE } from './bytes.ts';
import { type LineReason, parseLine } from './event-line.ts';

export interface LineFault {
  /** From 1. */
  readonly line: number;
  readonly reason: LineReason;
  /** The file of the archive that the line stands in; none for one of the history itself. */
  readonly file?: string;
}

/** What has been read so far, and the number of the line that comes next. */
export interface Gathered<E> {
  readonly events: E[];
  readonly faults: LineFault[];
  line: number;
}

export const gathered = <E>(line = 1): Gathered<E> => ({ events: [], faults: [], line });

/** Adds the events of whole lines, each parsed as the JSON it is. */
export function fullEvents(bytes: Buffer, into: Gathered<HistoryEvent>): void {
  if (isUtf8(bytes)) return fullEventsOf(bytes.toString('utf8'), into);
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    keep(isUtf8(line) ? parseLine(line.toString('utf8')) : 'NOT_UTF8', into);
    start = end;
  }
}

/** One text for many lines is made sooner than one for each. */
function fullEventsOf(text: string, into: Gathered<HistoryEvent>): void {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    keep(parseLine(text.slice(start, end)), into);
    start = end;
  }
}

/** Adds the events of those lines that hold one of these words, and does not look at the others. */
export function eventsWith(words: readonly string[]): (bytes: Buffer, into: Gathered<HistoryEvent>) => void {
  return (bytes, into) => {
    const next = words.map((word) => bytes.indexOf(word));
    for (;;) {
      const at = Math.min(...next.filter((place) => place >= 0));
      if (at === Number.POSITIVE_INFINITY) return;
      const end = bytes.indexOf(NEWLINE, at) + 1 || bytes.length;
      fullEvents(bytes.subarray(bytes.lastIndexOf(NEWLINE, at) + 1, end), into);
      for (const [n, place] of next.entries())
        if (place >= 0 && place < end) next[n] = bytes.indexOf(words[n] as string, end);
    }
  };
}

function keep<E extends object>(parsed: E | LineReason, into: Gathered<E>): void {
  if (typeof parsed === 'string') into.faults.push({ line: into.line, reason: parsed });
  else into.events.push(parsed);
  into.line++;
}
