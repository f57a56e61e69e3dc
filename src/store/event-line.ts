import { parseInstant } from '../core/day.ts';
import { RATINGS } from '../core/drill/rating.ts';
import type { HistoryEvent } from '../core/history/event.ts';

/** What every event has. An event of a kind this program doesn't know has its own `type` and further fields. */
export interface WrittenEvent {
  readonly id: string;
  readonly at: string;
  readonly device: string;
  readonly type: string;
}

export type LineReason =
  /** A byte order mark before the first line. */
  | 'BYTE_ORDER_MARK'
  | 'CRLF'
  | 'WRONG_HEADER'
  | 'CONFLICT_MARK'
  /** The end line, and more after it. */
  | 'END_INSIDE'
  | 'NO_END_LINE'
  | 'NOT_CLOSED'
  | 'NUL'
  | 'NOT_UTF8'
  | 'NOT_JSON'
  /** JSON, but without what every event has, or an answer without what every answer has. */
  | 'NOT_AN_EVENT';

/** The line of an event, closed. What is read most comes first, in one order: that is how it is found fast. */
export function eventLine(event: WrittenEvent): string {
  const { id, at, device, type, session, mode, item, right, rating, ...rest } = event as WrittenEvent & Frequent;
  return `${JSON.stringify({ id, at, device, type, session, mode, item, right, rating, ...rest })},\n`;
}

type Frequent = Readonly<Record<'session' | 'mode' | 'item' | 'right' | 'rating', unknown>>;

/** The event of a line that stands between the header and the end, or what is wrong with it. */
export function parseLine(line: string): HistoryEvent | LineReason {
  const value = line.startsWith('{"') && line.endsWith(',\n') ? parseJson(line.slice(0, -2)) : undefined;
  if (value !== undefined) return isEvent(value) ? value : 'NOT_AN_EVENT';
  return reasonOf(line);
}

/** What is wrong with a line that holds no JSON, or is not closed. */
function reasonOf(line: string): LineReason {
  if (!line.endsWith('\n')) return 'NO_END_LINE';
  if (line.endsWith('\r\n')) return 'CRLF';
  if (line.includes('\0')) return 'NUL';
  if (line.startsWith('{"type":"end"}]}')) return 'END_INSIDE';
  if (/^(<{7} |={7}\n|>{7} |\|{7} )/.test(line)) return 'CONFLICT_MARK';
  if (!line.endsWith(',\n')) return isTypedObject(line) ? 'NOT_CLOSED' : 'NOT_JSON';
  return 'NOT_JSON';
}

/** Whether a text is a JSON object with a `type`: as much as can be said of an event of any version. */
export function isTypedObject(text: string): boolean {
  // Most lines that are none fail here, a hundred times as fast as JSON fails.
  if (!text.trimStart().startsWith('{') || !text.trimEnd().endsWith('}')) return false;
  const value = parseJson(text);
  return isObject(value) && typeof value.type === 'string';
}

/**
 * What is unknown passes: it is for those who read to leave it alone. What this program counts on is checked, so
 * that an answer without its item can't slip into a memory.
 */
function isEvent(value: unknown): value is HistoryEvent {
  if (!isObject(value) || !areStrings(value.id, value.at, value.type)) return false;
  if (parseInstant(value.at as string) === null) return false;
  if (value.type === 'session-started') return Array.isArray(value.form) && Array.isArray(value.banks);
  if (value.type !== 'answered') return true;
  if (!areStrings(value.item, value.session, value.mode)) return false;
  return typeof value.right === 'boolean' && RATINGS.some((rating) => rating === value.rating);
}

const areStrings = (...values: unknown[]): boolean => values.every((value) => typeof value === 'string');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
