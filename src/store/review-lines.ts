import { DAY_TURNS_AT_MS, parseDay, parseInstant } from '../core/day.ts';
import { RATINGS } from '../core/drill/rating.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import { Reviews } from '../core/history/reviews.ts';
import { type LineReason, parseLine } from './event-line.ts';
import type { LineFault } from './event-lines.ts';

/** A history as the fold needs it: answers in columns, and the few other events that change what is known of an item. */
export interface ReviewReading {
  readonly reviews: Reviews;
  readonly marks: readonly HistoryEvent[];
  readonly faults: readonly LineFault[];
}

/**
 * Reads lines into columns, in a fifth of the time that parsing takes. An answer written with its first fields in the
 * usual order is read where it stands; sittings' openings and ends are passed over; every other line is parsed.
 */
export class ReviewLines implements ReviewReading {
  readonly reviews = new Reviews();
  readonly marks: HistoryEvent[] = [];
  readonly faults: LineFault[] = [];
  /** The number of the line that comes next, from 1. */
  line = 1;
  readonly #items = new Map<number, { readonly bytes: Uint8Array; readonly index: number }>();
  #day = { digits: Uint8Array.of(), ms: 0 };

  /** Adds whole lines. */
  read(bytes: Buffer): void {
    const isClean = !bytes.includes(0);
    let brace = -1;
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
      // An answer holds no object but itself: a brace before the end of its line is another event run into it, or worse.
      if (brace <= start) brace = bytes.indexOf(BRACE, start + 1);
      const isFlat = brace < 0 || brace >= end;
      const isRead = isClean && ((isFlat && this.#answer(bytes, start, end)) || isSitting(bytes, start, end));
      if (!isRead) this.#parse(bytes.toString('utf8', start, end));
      this.line++;
      start = end;
    }
  }

  #parse(line: string): void {
    const event: HistoryEvent | LineReason = parseLine(line);
    if (typeof event === 'string') this.faults.push({ line: this.line, reason: event });
    else if (event.type !== 'answered') this.marks.push(event);
    else {
      const { ms, offset } = parseInstant(event.at) as { ms: number; offset: number };
      this.reviews.add(event.id, event.item, event.rating, ms, offset);
    }
  }

  /**
   * Reads an answer out of the bytes of its line. False for whatever is not an answer in the usual order, and for odd
   * values. Nearly all of a long history passes here once, before V8 has compiled it well: hence one flat function.
   */
  #answer(bytes: Buffer, start: number, end: number): boolean {
    if (!isAt(bytes, start, ID_KEY) || !isAt(bytes, start + AT - 8, AT_KEY)) return false;
    if (!isAt(bytes, start + DEVICE - 12, DEVICE_KEY) || !isAt(bytes, end - 3, CLOSE)) return false;
    let at = start + DEVICE;
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[++at]) if (byte === BACKSLASH || at === end) return false;
    if (!isAt(bytes, at, TYPE_KEY)) return false;
    at += TYPE_KEY.length + ID_LENGTH;
    if (!isAt(bytes, at, MODE_KEY)) return false;
    at += MODE_KEY.length;
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[++at]) if (byte === BACKSLASH || at === end) return false;
    if (!isAt(bytes, at, ITEM_KEY)) return false;
    at += ITEM_KEY.length;
    const item = at;
    let hash = 0;
    for (let byte = bytes[at] as number; byte !== QUOTE; byte = bytes[++at] as number) {
      if (byte === BACKSLASH || at === end) return false;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const rightAt = valueAt(bytes, RIGHT_KEY, at + 2, start, end);
    const right = isAt(bytes, rightAt, TRUE);
    if (!right && !isAt(bytes, rightAt, FALSE)) return false;
    const ratingAt = valueAt(bytes, RATING_KEY, rightAt + (right ? 5 : 6), start, end);
    const rating = ratingIn(bytes, ratingAt);
    if (rating < 0 || !this.#instant(bytes, start + AT)) return false;
    this.reviews.addRow(bytes, start + ID, this.#itemIndex(bytes, item, at, hash), rating, this.#ms, this.#on);
    return true;
  }

  /** Items come again and again; each is made a text once. */
  #itemIndex(bytes: Buffer, start: number, end: number, hash: number): number {
    const known = this.#items.get(hash);
    if (known && known.bytes.length === end - start && isAt(bytes, start, known.bytes)) return known.index;
    const index = this.reviews.indexOf(bytes.toString('utf8', start, end));
    this.#items.set(hash, { bytes: new Uint8Array(bytes.subarray(start, end)), index });
    return index;
  }

  /** What `#instant` read. */
  #ms = 0;
  #on = 0;

  /** The instant of `2026-11-22T21:05:13.120+08:00` by arithmetic; false for anything odd. */
  #instant(bytes: Buffer, at: number): boolean {
    if (this.#day.digits.length === 0 || !isAt(bytes, at, this.#day.digits)) {
      const day = parseDay(bytes.toString('latin1', at, at + 10));
      if (day === null) return false;
      this.#day = { digits: Uint8Array.from(bytes.subarray(at, at + 10)), ms: day * DAY_MS };
    }
    const hour = two(bytes, at + 11);
    const minute = two(bytes, at + 14);
    const second = two(bytes, at + 17);
    const lastTwo = two(bytes, at + 21);
    const milli = two(bytes, at + 20) * 10 + (lastTwo % 10);
    const zoneHour = two(bytes, at + 24);
    const zoneMinute = two(bytes, at + 27);
    if (!(isPunctuated(bytes, at) && hour < 24 && minute < 60 && second < 60 && milli < 1000 && lastTwo < 100))
      return false;
    if (!(zoneHour < 24 && zoneMinute < 60)) return false;
    const east = (zoneHour * 60 + zoneMinute) * (bytes[at + 23] === MINUS ? -1 : 1);
    const local = this.#day.ms + ((hour * 60 + minute) * 60 + second) * 1000 + milli;
    this.#ms = local - east * 60_000;
    this.#on = Math.floor((local - DAY_TURNS_AT_MS) / DAY_MS);
    return true;
  }
}

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
const STARTED = ascii('","type":"session-started",');
const ENDED = ascii('","type":"session-ended",');
const RATING_WORDS = RATINGS.map((word) => ascii(`"${word}"`));

/** Index into `RATINGS`, -1 for anything else. */
function ratingIn(bytes: Uint8Array, at: number): number {
  for (let index = 0; index < RATING_WORDS.length; index++)
    if (isAt(bytes, at, RATING_WORDS[index] as Uint8Array)) return index;
  return -1;
}

const ID_LENGTH = 36;
/** An id is 36 characters and an instant 29; a line with others is parsed. */
const ID = ID_KEY.length;
const AT = ID + ID_LENGTH + AT_KEY.length;
const DEVICE = AT + 29 + DEVICE_KEY.length;

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const PLUS = 0x2b;
const MINUS = 0x2d;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const DAY_MS = 86_400_000;

/** Openings and ends of sittings say nothing of memories, and an opening is long. */
function isSitting(bytes: Buffer, start: number, end: number): boolean {
  if (!isAt(bytes, start, ID_KEY) || !isAt(bytes, end - 3, CLOSE) || !isAt(bytes, start + DEVICE - 12, DEVICE_KEY))
    return false;
  const deviceEnd = quoteFrom(bytes, start + DEVICE);
  if (!isAt(bytes, deviceEnd, STARTED) && !isAt(bytes, deviceEnd, ENDED)) return false;
  return !bytes.subarray(start, end).includes('},{"id":"');
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/** The next quote, or what makes a text more than its bytes: a backslash, or the end. */
function quoteFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== QUOTE && bytes[at] !== BACKSLASH) at++;
  return at;
}

/**
 * Where the value of a key begins, which should be right at `from`. It is sought further on only in a line without
 * backslashes: there every quote opens or closes a text, and the key can be nothing else. The end of the
 * line where it isn't found.
 */
function valueAt(bytes: Uint8Array, key: Uint8Array, from: number, start: number, end: number): number {
  if (isAt(bytes, from, key)) return from + key.length;
  if (bytes.subarray(start, end).includes(BACKSLASH)) return end;
  for (let at = from + key.length; at < end; at++)
    if (bytes[at - 1] === COLON && isAt(bytes, at - key.length, key)) return at;
  return end;
}

function isPunctuated(bytes: Uint8Array, at: number): boolean {
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
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 48;
  const ones = (bytes[at + 1] as number) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 10_000;
}
