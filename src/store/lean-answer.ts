import { type Instant, parseDay, parseInstant } from '../core/day.ts';
import { MODES, type Mode, RATINGS, type Rating } from '../core/history/event.ts';

/** What the memory fold needs of an answer. */
export interface LeanAnswer extends Instant {
  readonly type: 'answered';
  readonly id: string;
  readonly session: string;
  readonly mode: Mode;
  readonly item: string;
  readonly right: boolean;
  readonly rating: Rating;
}

interface Known<T> {
  readonly bytes: Uint8Array;
  readonly value: T;
}

/** What comes again from line to line, so that it is made once: names by a hash of their bytes, the last session, the last day. */
export interface Memo {
  readonly names: Map<number, Known<string>>;
  session: Known<string>;
  /** The milliseconds at which the day begins at offset 0. */
  day: Known<number>;
}

export const emptyMemo = (): Memo => ({
  names: new Map(),
  session: { bytes: new Uint8Array(0), value: '' },
  day: { bytes: ascii('1970-01-01'), value: 0 },
});

const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

const ID_KEY = ascii('{"id":"');
const AT_KEY = ascii('","at":"');
const DEVICE_KEY = ascii('","device":"');
const TYPE_KEY = ascii('","type":"answered","session":"');
const MODE_KEY = ascii('","mode":"');
const ITEM_KEY = ascii('","item":"');
const RIGHT_KEY = ascii('"right":');
const RATING_KEY = ascii('"rating":');
const TRUE = ascii('true,');
const FALSE = ascii('false,');
const CLOSE = ascii('},\n');
const MODE_WORDS = MODES.map((word) => ({ word, bytes: ascii(`${word}"`) }));
const RATING_WORDS = RATINGS.map((word) => ({ word, bytes: ascii(`"${word}"`) }));

/** An id is 36 characters and an instant 29; a line with others is parsed. */
const ID = ID_KEY.length;
const AT = ID + 36 + AT_KEY.length;
const DEVICE = AT + 29 + DEVICE_KEY.length;

/**
 * Reads an answer out of the bytes of its line, `start` to `end`, without parsing it. Null for
 * whatever is not an answer with its first fields in the order they are written in, and for odd values. The caller
 * has seen that the line holds no nested object and no backslash. In such a line every quote opens or closes a
 * text, so that `"rating":` can be nothing but the key.
 */
export function quickAnswer(bytes: Buffer, start: number, end: number, memo: Memo): LeanAnswer | null {
  if (!isAt(bytes, start, ID_KEY) || !isAt(bytes, end - CLOSE.length, CLOSE)) return null;
  if (!isAt(bytes, start + AT - AT_KEY.length, AT_KEY)) return null;
  if (!isAt(bytes, start + DEVICE - DEVICE_KEY.length, DEVICE_KEY)) return null;
  const deviceEnd = quoteFrom(bytes, start + DEVICE);
  if (!isAt(bytes, deviceEnd, TYPE_KEY)) return null;
  const session = deviceEnd + TYPE_KEY.length;
  const sessionEnd = quoteFrom(bytes, session);
  if (!isAt(bytes, sessionEnd, MODE_KEY)) return null;
  const mode = wordAt(bytes, sessionEnd + MODE_KEY.length, MODE_WORDS);
  const modeEnd = quoteFrom(bytes, sessionEnd + MODE_KEY.length);
  if (mode === null || !isAt(bytes, modeEnd, ITEM_KEY)) return null;
  const item = modeEnd + ITEM_KEY.length;
  const itemEnd = quoteFrom(bytes, item);
  const rightAt = valueAt(bytes, RIGHT_KEY, itemEnd + 2, end);
  const right = isAt(bytes, rightAt, TRUE);
  if (!right && !isAt(bytes, rightAt, FALSE)) return null;
  const rating = wordAt(bytes, valueAt(bytes, RATING_KEY, rightAt + (right ? 5 : 6), end), RATING_WORDS);
  const instant = instantAt(bytes, start + AT, memo);
  if (rating === null || instant === null) return null;
  return {
    type: 'answered',
    id: bytes.toString('utf8', start + ID, start + ID + 36),
    ms: instant.ms,
    offset: instant.offset,
    session: sessionOf(bytes, session, sessionEnd, memo),
    mode,
    item: nameOf(bytes, item, itemEnd, memo),
    right,
    rating,
  };
}

function isAt(bytes: Buffer, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** The next quote; the end of the bytes where none comes. */
function quoteFrom(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== QUOTE) at++;
  return at;
}

/** Where the value of a key begins, sought from `from`, where it should be; the end of the line where it isn't. */
function valueAt(bytes: Buffer, key: Uint8Array, from: number, end: number): number {
  if (isAt(bytes, from, key)) return from + key.length;
  for (let at = from + key.length; at < end; at++)
    if (bytes[at - 1] === COLON && isAt(bytes, at - key.length, key)) return at;
  return end;
}

function wordAt<T extends string>(
  bytes: Buffer,
  at: number,
  words: readonly { readonly word: T; readonly bytes: Uint8Array }[],
): T | null {
  for (const { word, bytes: wanted } of words) if (isAt(bytes, at, wanted)) return word;
  return null;
}

function sessionOf(bytes: Buffer, start: number, end: number, memo: Memo): string {
  if (!isKnown(bytes, start, end, memo.session))
    memo.session = { bytes: copied(bytes, start, end), value: nameOf(bytes, start, end, memo) };
  return memo.session.value;
}

/** Names that differ tend to differ at their ends, so the hash is of their last bytes. */
function nameOf(bytes: Buffer, start: number, end: number, { names }: Memo): string {
  let hash = end - start;
  for (let at = Math.max(start, end - 12); at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
  const known = names.get(hash);
  if (known !== undefined && isKnown(bytes, start, end, known)) return known.value;
  const value = bytes.toString('utf8', start, end);
  names.set(hash, { bytes: copied(bytes, start, end), value });
  return value;
}

const isKnown = (bytes: Buffer, start: number, end: number, known: Known<unknown>): boolean =>
  known.bytes.length === end - start && isAt(bytes, start, known.bytes);

const copied = (bytes: Buffer, start: number, end: number): Uint8Array => Uint8Array.from(bytes.subarray(start, end));

/** The instant of `2026-11-22T21:05:13.120+08:00` by arithmetic. Anything odd is parsed. */
function instantAt(bytes: Buffer, at: number, memo: Memo): Instant | null {
  if (!isAt(bytes, at, memo.day.bytes)) {
    const text = bytes.toString('latin1', at, at + 10);
    const day = parseDay(text);
    if (day === null) return null;
    memo.day = { bytes: ascii(text), value: day * DAY_MS };
  }
  const hour = two(bytes, at + 11);
  const minute = two(bytes, at + 14);
  const second = two(bytes, at + 17);
  const centi = two(bytes, at + 20);
  const milli = centi * 10 + two(bytes, at + 21) - (centi % 10) * 10;
  const zoneHour = two(bytes, at + 24);
  const zoneMinute = two(bytes, at + 27);
  const isUsual =
    isPunctuated(bytes, at) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    milli <= 999 &&
    zoneHour <= 23 &&
    zoneMinute <= 59;
  if (!isUsual) return parseInstant(bytes.toString('latin1', at, at + 29));
  const east = zoneHour * 60 + zoneMinute;
  const offset = bytes[at + 23] === MINUS ? -east : east;
  const sinceMidnight = ((hour * 60 + minute - offset) * 60 + second) * 1000 + milli;
  return { ms: memo.day.value + sinceMidnight, offset };
}

const DAY_MS = 86_400_000;
const QUOTE = 0x22;
const PLUS = 0x2b;
const MINUS = 0x2d;
const COLON = 0x3a;

function isPunctuated(bytes: Buffer, at: number): boolean {
  return (
    bytes[at + 10] === 0x54 &&
    bytes[at + 13] === COLON &&
    bytes[at + 16] === COLON &&
    bytes[at + 19] === 0x2e &&
    (bytes[at + 23] === PLUS || bytes[at + 23] === MINUS) &&
    bytes[at + 26] === COLON
  );
}

/** A number of two digits; more than any number in a time for anything else. */
function two(bytes: Buffer, at: number): number {
  const tens = (bytes[at] as number) - 48;
  const ones = (bytes[at + 1] as number) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 10_000;
}
