import { DAY_TURNS_AT_MS, parseDay } from '../core/day.ts';
import { RATINGS } from '../core/drill/rating.ts';
import { type AnswerScanner, AT, DAY_LENGTH, DAY_MS, ID } from './answer-line.ts';
import { copyOf, isThere, viewOf } from './byte-views.ts';
import { CLOSE_BRACE, COLON, COMMA, LETTER_T, NEWLINE, POINT, QUOTE, ZERO } from './bytes.ts';

/**
 * Reads an answer that is written as one before it was, as nearly all are: its line differs in id, time, session, item and
 * outcome only, and what lies between is compared as it stands, eight bytes at a time.
 *
 * The functions are small, with one loop each, so that V8 has them compiled after a few hundred lines. A large one takes it
 * twenty milliseconds, in which thousands of lines are interpreted, and more once a later line is of a new kind.
 */
export class LikeAnswer {
  itemAt = 0;
  itemEnd = 0;
  itemHash = 0;
  /** Index into `RATINGS`. */
  rating = 0;
  ms = 0;
  /** Study day. */
  on = 0;
  /** The exam or practice that it is of; null for a drill. */
  sitting: string | null = null;
  #isDrill = true;
  /** What stands between the id and the hour; between the milliseconds and the session; up to the item. Nothing before any was learned. */
  #day = NOTHING;
  #head = NOTHING;
  #session = NOTHING;
  #mode = NOTHING;
  #dayMs = 0;
  #eastMs = 0;

  /** The next answers are taken to be like the one that was scanned last. */
  learn(bytes: Buffer, start: number, { itemAt, sessionAt, sessionEnd, isDrill, dayMs, eastMs }: AnswerScanner): void {
    this.#day = copyOf(bytes.subarray(start + ID_END, start + TIME));
    this.#head = copyOf(bytes.subarray(start + ZONE, sessionAt));
    this.#session = copyOf(bytes.subarray(sessionAt, sessionEnd));
    this.#mode = copyOf(bytes.subarray(sessionEnd, itemAt));
    this.#dayMs = dayMs;
    this.#eastMs = eastMs;
    this.#isDrill = isDrill;
    this.sitting = isDrill ? null : bytes.toString('utf8', sessionAt, sessionEnd);
  }

  /** False for whatever else the line is; it may be an answer all the same. The chunk holds no zeros. */
  read(bytes: Buffer, view: DataView, start: number, end: number): boolean {
    const head = this.#head;
    const sessionAt = start + ZONE + head.byteLength;
    const sessionEnd = sessionAt + this.#session.byteLength;
    const itemAt = sessionEnd + this.#mode.byteLength;
    if (head === NOTHING || itemAt >= end) return false;
    if (view.getUint32(start, true) !== BEGINNING || view.getUint32(start + 3, true) !== BEGINNING_FROM_3) return false;
    if (!isThere(view, start + ZONE, head) || !isThere(view, sessionEnd, this.#mode)) return false;
    if (bytes[end - 3] !== CLOSE_BRACE || bytes[end - 2] !== COMMA || bytes[end - 1] !== NEWLINE) return false;
    if (!isThere(view, start + ID_END, this.#day) && !this.#takeDay(bytes, start)) return false;
    if (!isThere(view, sessionAt, this.#session) && !this.#takeSession(bytes, sessionAt, sessionEnd)) return false;
    this.#findItem(bytes, itemAt, end);
    this.rating = outcomeAt(bytes, view, this.itemEnd);
    const time = timeAt(bytes, start + TIME);
    const local = this.#dayMs + time;
    this.ms = local - this.#eastMs;
    this.on = Math.floor((local - DAY_TURNS_AT_MS) / DAY_MS);
    return time >= 0 && this.rating >= 0;
  }

  /** Goes over to the day that stands there; false where none does. */
  #takeDay(bytes: Buffer, start: number): boolean {
    const text = bytes.toString('latin1', start + ID_END, start + TIME);
    const day = text.startsWith(AT_KEY) && text.endsWith('T') ? parseDay(text.slice(AT_KEY.length, -1)) : null;
    if (day === null) return false;
    this.#day = copyOf(bytes.subarray(start + ID_END, start + TIME));
    this.#dayMs = day * DAY_MS;
    return true;
  }

  /** Goes over to the session that stands there; false where something else than one text does. */
  #takeSession(bytes: Buffer, from: number, to: number): boolean {
    const text = bytes.toString('latin1', from, to);
    if (text.includes('"') || text.includes('\\')) return false;
    this.#session = copyOf(bytes.subarray(from, to));
    this.sitting = this.#isDrill ? null : bytes.toString('utf8', from, to);
    return true;
  }

  #findItem(bytes: Uint8Array, from: number, end: number): void {
    let hash = 0;
    let at = from;
    for (let byte = bytes[at] as number; byte !== QUOTE && at < end; byte = bytes[++at] as number)
      hash = (Math.imul(hash, 31) + byte) | 0;
    this.itemAt = from;
    this.itemEnd = at;
    this.itemHash = hash;
  }
}

/** Milliseconds since midnight of `21:05:13.120`; negative for anything else. */
function timeAt(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== COLON || bytes[at + 5] !== COLON || bytes[at + 8] !== POINT) return -1;
  const hour = twoDigits(bytes, at);
  const minute = twoDigits(bytes, at + 3);
  const second = twoDigits(bytes, at + 6);
  const hundredth = twoDigits(bytes, at + 9);
  const last = (bytes[at + 11] as number) - ZERO;
  if (hour > 23 || minute > 59 || second > 59 || hundredth > 99 || last < 0 || last > 9) return -1;
  return ((hour * 60 + minute) * 60 + second) * 1000 + hundredth * 10 + last;
}

/** More than any two digits say, where there are none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO;
  const ones = (bytes[at + 1] as number) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}

/** Index into `RATINGS` of an answer of which right or wrong is said at once behind the item, and the rating behind that; else -1. */
function outcomeAt(bytes: Uint8Array, view: DataView, at: number): number {
  const isRight = bytes[at + RIGHT_AT] === LETTER_T;
  const first = bytes[at + (isRight ? RATING_AT : RATING_AT + 1)];
  for (let n = isRight ? 0 : RATINGS.length; n < OUTCOMES.length; n++)
    if (FIRST_LETTERS[n] === first) return isThere(view, at, OUTCOMES[n] as DataView) ? n % RATINGS.length : -1;
  return -1;
}

const AT_KEY = '","at":"';

/** What follows an item: first what is right, then what is wrong. */
const OUTCOMES = [true, false].flatMap((right) =>
  RATINGS.map((rating) => viewOf(`","right":${right},"rating":"${rating}"`)),
);
const FIRST_LETTERS = Uint8Array.from([...RATINGS, ...RATINGS], (rating) => rating.charCodeAt(0));
const RIGHT_AT = '","right":'.length;
const RATING_AT = '","right":true,"rating":"'.length;

/** `{"id` and `d":"`, as the numbers that they are on this machine and every other. */
const BEGINNING = viewOf('{"id').getUint32(0, true);
const BEGINNING_FROM_3 = viewOf('d":"').getUint32(0, true);

/** Where the id ends; where the hour, and where the offset stands. */
const ID_END = ID + 36;
const TIME = AT + DAY_LENGTH + 1;
const ZONE = AT + 23;

const NOTHING = viewOf('');
