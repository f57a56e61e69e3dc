import { DAY_TURNS_AT_MS, parseDay } from '../core/day.ts';
import { RATINGS } from '../core/drill/rating.ts';
import { BACKSLASH, CLOSE_BRACE, COLON, COMMA, LETTER_I, MINUS, NEWLINE, NINE, PLUS, QUOTE, ZERO } from './bytes.ts';

/**
 * What the fold needs of an answer, read from the bytes of its line where they stand. One scanner is used for a whole
 * file: it holds the line read last, so that nothing has to be made for each of a hundred thousand.
 *
 * It reads the first answer of each way of writing them; those that are written alike are left to `LikeAnswer`. In a
 * file where no two are, all of them pass here: hence flat functions, and loops where a helper would read better.
 */
export class AnswerScanner {
  /** Where the text of the item begins and ends, and a hash of it. */
  itemAt = 0;
  itemEnd = 0;
  itemHash = 0;
  /** Where the session stands; nothing, before the item, for a review that was made elsewhere. */
  sessionAt = 0;
  sessionEnd = 0;
  /** Drills are most of a history; what is answered in them is scheduled by itself. */
  isDrill = true;
  /** Index into `RATINGS`. */
  rating = 0;
  ms = 0;
  /** Study day. */
  on = 0;
  /** Midnight of the line's calendar day, as if by UTC, and how far east of that its clock was. */
  dayMs = Number.NaN;
  eastMs = 0;
  /** The day as written: most lines share it with the one before. */
  readonly #digits = new Uint8Array(DAY_LENGTH);

  /** Reads a line that was written in the usual order. False for whatever else it is, and for odd values. */
  scan(bytes: Buffer, start: number, end: number): boolean {
    for (let i = 0; i < ID_KEY.length; i++) if (bytes[start + i] !== ID_KEY[i]) return false;
    for (let i = 0, at = start + AT - AT_KEY.length; i < AT_KEY.length; i++)
      if (bytes[at + i] !== AT_KEY[i]) return false;
    for (let i = 0, at = start + DEVICE - DEVICE_KEY.length; i < DEVICE_KEY.length; i++)
      if (bytes[at + i] !== DEVICE_KEY[i]) return false;
    if (bytes[end - 3] !== CLOSE_BRACE || bytes[end - 2] !== COMMA || bytes[end - 1] !== NEWLINE) return false;

    let at = start + DEVICE;
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[++at]) if (byte === BACKSLASH || at === end) return false;
    if (bytes[at + TYPE] === LETTER_I) {
      for (let i = 0; i < IMPORTED_KEY.length; i++) if (bytes[at + i] !== IMPORTED_KEY[i]) return false;
      at += IMPORTED_KEY.length;
      this.isDrill = true;
      this.sessionAt = at;
      this.sessionEnd = at;
    } else {
      for (let i = 0; i < TYPE_KEY.length; i++) if (bytes[at + i] !== TYPE_KEY[i]) return false;
      at += TYPE_KEY.length;
      this.sessionAt = at;
      for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[++at]) if (byte === BACKSLASH || at === end) return false;
      this.sessionEnd = at;
      for (let i = 0; i < MODE_KEY.length; i++) if (bytes[at + i] !== MODE_KEY[i]) return false;
      at += MODE_KEY.length;
      const mode = at;
      for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[++at]) if (byte === BACKSLASH || at === end) return false;
      this.isDrill = at - mode === DRILL.length;
      for (let i = 0; i < DRILL.length && this.isDrill; i++) this.isDrill = bytes[mode + i] === DRILL[i];
      for (let i = 0; i < ITEM_KEY.length; i++) if (bytes[at + i] !== ITEM_KEY[i]) return false;
      at += ITEM_KEY.length;
    }

    let hash = 0;
    this.itemAt = at;
    for (let byte = bytes[at] as number; byte !== QUOTE; byte = bytes[++at] as number) {
      if (byte === BACKSLASH || at === end) return false;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    this.itemEnd = at;
    this.itemHash = hash;
    // Nearly always right or wrong comes next, and the rating at once behind it.
    at += 2;
    if (isAt(bytes, at, RIGHT_RATED)) at += RIGHT_RATED.length;
    else if (isAt(bytes, at, WRONG_RATED)) at += WRONG_RATED.length;
    else at = ratingAt(bytes, at, start, end);
    this.rating = ratingIn(bytes, at);
    if (this.rating < 0) return false;

    // The instant, `2026-11-22T21:05:13.120+08:00`, by arithmetic.
    at = start + AT;
    let isSameDay = true;
    for (let i = 0; i < DAY_LENGTH && isSameDay; i++) isSameDay = bytes[at + i] === this.#digits[i];
    if (!isSameDay && !this.#setDay(bytes, at)) return false;
    if (bytes[at + 10] !== 0x54 || bytes[at + 13] !== COLON || bytes[at + 16] !== COLON || bytes[at + 19] !== 0x2e)
      return false;
    const sign = bytes[at + 23];
    if ((sign !== PLUS && sign !== MINUS) || bytes[at + 26] !== COLON) return false;
    for (let i = 0; i < DIGITS.length; i++) {
      const byte = bytes[at + (DIGITS[i] as number)] as number;
      if (byte < ZERO || byte > NINE) return false;
    }
    const hour = two(bytes, at + 11);
    const minute = two(bytes, at + 14);
    const second = two(bytes, at + 17);
    const milli = two(bytes, at + 20) * 10 + (bytes[at + 22] as number) - ZERO;
    const zoneHour = two(bytes, at + 24);
    const zoneMinute = two(bytes, at + 27);
    if (hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return false;
    this.eastMs = (zoneHour * 60 + zoneMinute) * (sign === MINUS ? -60_000 : 60_000);
    const local = this.dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + milli;
    this.ms = local - this.eastMs;
    this.on = Math.floor((local - DAY_TURNS_AT_MS) / DAY_MS);
    return true;
  }

  #setDay(bytes: Buffer, at: number): boolean {
    const day = parseDay(bytes.toString('latin1', at, at + DAY_LENGTH));
    if (day === null) return false;
    this.#digits.set(bytes.subarray(at, at + DAY_LENGTH));
    this.dayMs = day * DAY_MS;
    return true;
  }
}

const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

const ID_KEY = ascii('{"id":"');
const AT_KEY = ascii('","at":"');
const DEVICE_KEY = ascii('","device":"');
const TYPE_KEY = ascii('","type":"answered","session":"');
/** A review that was made elsewhere has no sitting. */
const IMPORTED_KEY = ascii('","type":"imported","item":"');
/** Where the name of the type stands in both, and what only the second begins with. */
const TYPE = '","type":"'.length;
const MODE_KEY = ascii('","mode":"');
const DRILL = ascii('drill');
const ITEM_KEY = ascii('","item":"');
const RIGHT_KEY = ascii('"right":');
const RATING_KEY = ascii('"rating":');
const RIGHT_RATED = ascii('"right":true,"rating":');
const WRONG_RATED = ascii('"right":false,"rating":');
const TRUE = ascii('true,');
const FALSE = ascii('false,');
const DRILL_MODE = ascii('"mode":"drill"');
const STARTED = ascii('","type":"session-started",');
/**
 * What an exam or a sheet has, or a key written otherwise, or what another event run into the line begins with. The first
 * two without their first quote: the search stops at every byte like the first, and half of the others are quotes.
 */
const PARSED = ['mode":"exam"', 'paper"', '\\', '},{"id":"'];
const RATING_WORDS = RATINGS.map((word) => ascii(`"${word}"`));

/** An id is 36 characters and an instant 29; a line with others is parsed. */
export const ID = ID_KEY.length;
export const AT = ID + 36 + AT_KEY.length;
const DEVICE = AT + 29 + DEVICE_KEY.length;
/** Where the digits of a time stand behind its day. */
const DIGITS = Uint8Array.of(11, 12, 14, 15, 17, 18, 20, 21, 22, 24, 25, 27, 28);
export const DAY_LENGTH = 10;
export const DAY_MS = 86_400_000;

/**
 * Openings of drills and practices, which say nothing of memories, and are long. One with a paper may be that of a sheet,
 * which can be taken up until it is handed in.
 */
export function isPassedOver(bytes: Buffer, start: number, end: number): boolean {
  if (!isAt(bytes, start, ID_KEY) || bytes[end - 3] !== CLOSE_BRACE || bytes[end - 2] !== COMMA) return false;
  if (!isAt(bytes, start + DEVICE - DEVICE_KEY.length, DEVICE_KEY)) return false;
  let at = start + DEVICE;
  while (at < end && bytes[at] !== QUOTE && bytes[at] !== BACKSLASH) at++;
  if (!isAt(bytes, at, STARTED)) return false;
  const line = bytes.subarray(start, end);
  return !PARSED.some((part) => line.includes(part));
}

/** What an opening begins with. */
export interface OpeningHead {
  readonly id: string;
  readonly at: string;
}

/** Of an opening that is passed over: its beginning where it is one of a drill, else null. */
export function drillOpeningAt(bytes: Buffer, start: number, end: number): OpeningHead | null {
  const mode = bytes.subarray(start + DEVICE, end).indexOf(DRILL_MODE);
  if (mode < 0) return null;
  const text = (at: number, length: number): string => bytes.toString('latin1', start + at, start + at + length);
  return { id: text(ID, 36), at: text(AT, 29) };
}

export function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

/**
 * Where the value of a key begins, which should be right at `from`. It is sought further on only in a line without
 * backslashes: there every quote opens or closes a text, and the key can be nothing else. The end of the
 * line where it isn't found.
 */
function valueAt(bytes: Buffer, key: Uint8Array, from: number, start: number, end: number): number {
  if (isAt(bytes, from, key)) return from + key.length;
  if (bytes.subarray(start, end).includes(BACKSLASH)) return end;
  for (let at = from + key.length; at < end; at++)
    if (bytes[at - 1] === COLON && isAt(bytes, at - key.length, key)) return at;
  return end;
}

/** A number of two digits. */
const two = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) * 10 + (bytes[at + 1] as number) - 11 * ZERO;

/** Where the rating's value begins where it stands elsewhere; the end of the line where there is none. */
function ratingAt(bytes: Buffer, from: number, start: number, end: number): number {
  const rightAt = valueAt(bytes, RIGHT_KEY, from, start, end);
  const isRight = isAt(bytes, rightAt, TRUE);
  if (!isRight && !isAt(bytes, rightAt, FALSE)) return end;
  return valueAt(bytes, RATING_KEY, rightAt + (isRight ? TRUE : FALSE).length, start, end);
}

/** Index into `RATINGS`, -1 for anything else. */
function ratingIn(bytes: Buffer, at: number): number {
  for (let rating = 0; rating < RATING_WORDS.length; rating++)
    if (isAt(bytes, at, RATING_WORDS[rating] as Uint8Array)) return rating;
  return -1;
}
