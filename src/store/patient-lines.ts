import { isUtf8 } from 'node:buffer';
import type { HistoryEvent } from '../core/history/event.ts';
import { NEWLINE } from './bytes.ts';
import { type LineReason, parseLine } from './event-line.ts';
import type { LineFault } from './event-lines.ts';
import { END } from './history-tail.ts';

/** What is kept of an event; null passes over it. */
export type Keep = (event: HistoryEvent) => HistoryEvent | null;

const END_LINE = END.trimEnd();

/** The events kept, and the lines that were wrong: those that gave no event, and those that gave it all the same. */
export interface LinesRead {
  readonly events: readonly HistoryEvent[];
  readonly lost: readonly LineFault[];
  readonly odd: readonly LineFault[];
}

/** Lines of a history that nobody here may mend: what can be understood of a damaged one is understood. */
export class PatientLines {
  readonly events: HistoryEvent[] = [];
  readonly faults: LineFault[] = [];
  readonly odd: LineFault[] = [];
  line = 1;
  #sawEnd = false;
  readonly #keep: Keep;

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  read(bytes: Buffer): void {
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
      const line = bytes.subarray(start, end);
      this.#take(isUtf8(line) ? parseLine(line.toString('utf8')) : 'NOT_UTF8', line);
      this.line++;
      start = end;
    }
  }

  /** No event is lost with a first line that is wrong, nor with an end line that is not there. */
  told(isTorn: boolean): LinesRead {
    const isEnd = ({ line }: LineFault): boolean => line >= this.line;
    const frame = this.faults.filter((fault) => fault.line === 1 || (isEnd(fault) && !isTorn && !this.#sawEnd));
    const lost = this.faults.filter((fault) => fault.line > 1 && !isEnd(fault));
    return { events: this.events, lost, odd: [...this.odd, ...frame].sort((a, b) => a.line - b.line) };
  }

  #take(parsed: HistoryEvent | LineReason, line: Buffer): void {
    if (typeof parsed !== 'string') return this.#put(parsed);
    const mended = mendedLine(parsed, line);
    if (mended === null) this.faults.push({ line: this.line, reason: parsed });
    else {
      this.odd.push({ line: this.line, reason: parsed });
      if (mended === 'end') this.#sawEnd = true;
      else this.#put(mended);
    }
  }

  #put(event: HistoryEvent): void {
    const kept = this.#keep(event);
    if (kept) this.events.push(kept);
  }
}

/** The event in a line that lacks nothing but its right ending, or the end line; null where there is neither. */
function mendedLine(reason: LineReason, line: Buffer): HistoryEvent | 'end' | null {
  if (reason !== 'CRLF' && reason !== 'NOT_CLOSED' && reason !== 'NO_END_LINE') return null;
  const text = line.toString('utf8').replace(/,?\s*$/, '');
  if (text === END_LINE) return 'end';
  const parsed = parseLine(`${text},\n`);
  return typeof parsed === 'string' ? null : parsed;
}
