import { isUtf8 } from 'node:buffer';
import { type Instant, parseInstant } from '../core/day.ts';
import type { Answered, HistoryEvent } from '../core/history/event.ts';
import { type LineReason, parseLine } from './event-line.ts';
import { emptyMemo, type LeanAnswer, type Memo, quickAnswer } from './lean-answer.ts';

const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;

/** Answers are nearly all of a history; the other events are few, and come in full. */
export type LeanEvent = LeanAnswer | Exclude<HistoryEvent, Answered>;

export interface LineFault {
  /** From 1. */
  readonly line: number;
  readonly reason: LineReason;
}

/** What has been read so far, and the number of the line that comes next. */
export interface Gathered<E> {
  readonly events: E[];
  readonly faults: LineFault[];
  line: number;
  readonly memo: Memo;
}

export const gathered = <E>(line = 1): Gathered<E> => ({ events: [], faults: [], line, memo: emptyMemo() });

/** Adds the events of whole lines, each parsed as the JSON it is. */
export function fullEvents(bytes: Buffer, into: Gathered<HistoryEvent>): void {
  const sound = isUtf8(bytes);
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    keep(sound || isUtf8(line) ? parseLine(line.toString('utf8')) : 'NOT_UTF8', into);
    start = end;
  }
}

/** Adds the events of whole lines, answers in lean form: read where they stand if that is safe, parsed if it isn't. */
export function leanEvents(bytes: Buffer, into: Gathered<LeanEvent>): void {
  const isClean = !bytes.includes(0);
  let backslash = bytes.indexOf(BACKSLASH);
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    const brace = bytes.indexOf(BRACE, start + 1);
    if (backslash >= 0 && backslash < start) backslash = bytes.indexOf(BACKSLASH, start);
    const isFlat = isClean && (brace < 0 || brace >= end) && (backslash < 0 || backslash >= end);
    const answer = isFlat ? quickAnswer(bytes, start, end, into.memo) : null;
    keep(answer ?? leanLine(bytes.toString('utf8', start, end)), into);
    start = end;
  }
}

function leanLine(line: string): LeanEvent | LineReason {
  const event = parseLine(line);
  return typeof event === 'object' && event.type === 'answered' ? lean(event) : event;
}

function keep<E extends object>(parsed: E | LineReason, into: Gathered<E>): void {
  if (typeof parsed === 'string') into.faults.push({ line: into.line, reason: parsed });
  else into.events.push(parsed);
  into.line++;
}

function lean(event: Answered): LeanAnswer {
  const { id, session, mode, item, right, rating } = event;
  const { ms, offset } = parseInstant(event.at) as Instant;
  return { type: 'answered', id, ms, offset, session, mode, item, right, rating };
}
