import { parseInstant } from '../core/day.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import { ELSEWHERE, importedReview } from '../core/history/imported.ts';
import { Reviews } from '../core/history/reviews.ts';
import { AnswerScanner, drillOpeningAt, ID, isAt, isPassedOver, type OpeningHead } from './answer-line.ts';
import { BACKSLASH, NEWLINE, OPEN_BRACE } from './bytes.ts';
import { type LineReason, parseLine } from './event-line.ts';
import type { LineFault } from './event-lines.ts';
import { LikeAnswer } from './like-answer.ts';

/** A history as the fold needs it: answers in columns, and the few other events that change what is known of an item. */
export interface ReviewReading {
  readonly reviews: Reviews;
  readonly marks: readonly HistoryEvent[];
  /** The openings of the last drills, in the order of the files: one of them may have been cut off. */
  readonly drills: readonly OpeningHead[];
  readonly faults: readonly LineFault[];
}

/**
 * Reads lines into columns, in a tenth of the time that parsing takes. An answer, or a review brought in from elsewhere, that
 * is written with its first fields in the usual order is read where it stands; of the openings of drills only
 * the beginning is read, and those of practices are passed over; every other line is parsed.
 */
export class ReviewLines implements ReviewReading {
  readonly reviews: Reviews;
  readonly marks: HistoryEvent[] = [];
  readonly drills: OpeningHead[] = [];
  readonly faults: LineFault[] = [];
  /** The number of the line that comes next, from 1. */
  line = 1;
  readonly #items = new Map<number, { readonly bytes: Uint8Array; readonly index: number }>();
  readonly #scanner = new AnswerScanner();
  readonly #like = new LikeAnswer();

  /** `bytes`: about how many there will be. */
  constructor(bytes = 0) {
    this.reviews = new Reviews(Math.ceil(bytes / SHORTEST_ANSWER));
  }

  /** Adds whole lines. */
  read(bytes: Buffer): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const isClean = !bytes.includes(0);
    let brace = -1;
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
      // An answer holds no object but itself: a brace before the end of its line is another event run into it, or worse.
      if (brace <= start) brace = bytes.indexOf(OPEN_BRACE, start + 1);
      const isFlat = brace < 0 || brace >= end;
      if (!isClean) this.#parse(bytes.toString('utf8', start, end));
      else if (!isFlat || !(this.#keepsLike(bytes, view, start, end) || this.#keepsAnswer(bytes, start, end)))
        this.#readOther(bytes, start, end);
      this.line++;
      start = end;
    }
  }

  /** Adds an answer that is written as one before it was; false where the line is anything else. */
  #keepsLike(bytes: Buffer, view: DataView, start: number, end: number): boolean {
    const like = this.#like;
    if (!like.read(bytes, view, start, end)) return false;
    const { itemAt, itemEnd, itemHash, rating, ms, on } = like;
    let item = this.#knownItem(bytes, itemAt, itemEnd, itemHash);
    if (item < 0) {
      if (bytes.subarray(itemAt, itemEnd).includes(BACKSLASH)) return false;
      item = this.#newItem(bytes, itemAt, itemEnd, itemHash);
    }
    const row = this.reviews.addRow(bytes, start + ID, item, rating, ms, on);
    if (like.sitting !== null) this.reviews.setSitting(row, like.sitting);
    return true;
  }

  /** Adds any other answer that can be read where it stands. */
  #keepsAnswer(bytes: Buffer, start: number, end: number): boolean {
    const scanner = this.#scanner;
    if (!scanner.scan(bytes, start, end)) return false;
    const { itemAt, itemEnd, itemHash, rating, ms, on } = scanner;
    const known = this.#knownItem(bytes, itemAt, itemEnd, itemHash);
    const item = known < 0 ? this.#newItem(bytes, itemAt, itemEnd, itemHash) : known;
    const row = this.reviews.addRow(bytes, start + ID, item, rating, ms, on);
    this.#like.learn(bytes, start, scanner);
    if (!scanner.isDrill) this.reviews.setSitting(row, bytes.toString('utf8', scanner.sessionAt, scanner.sessionEnd));
    return true;
  }

  #readOther(bytes: Buffer, start: number, end: number): void {
    if (!isPassedOver(bytes, start, end)) return this.#parse(bytes.toString('utf8', start, end));
    const drill = drillOpeningAt(bytes, start, end);
    if (!drill) return;
    if (this.drills.length === MOST_DRILLS) this.drills.shift();
    this.drills.push(drill);
  }

  #parse(line: string): void {
    const event: HistoryEvent | LineReason = parseLine(line);
    if (typeof event === 'string') return void this.faults.push({ line: this.line, reason: event });
    const { ms, offset } = parseInstant(event.at) as { ms: number; offset: number };
    const imported = importedReview(event);
    if (imported) this.reviews.add({ ...imported, ...ELSEWHERE, ms, offset });
    else if (event.type === 'answered') this.reviews.add({ ...event, ms, offset });
    else this.marks.push(event);
  }

  /** Items come again and again; each is made a text once. -1 for one that did not come yet. */
  #knownItem(bytes: Buffer, start: number, end: number, hash: number): number {
    const known = this.#items.get(hash);
    return known?.bytes.length === end - start && isAt(bytes, start, known.bytes) ? known.index : -1;
  }

  #newItem(bytes: Buffer, start: number, end: number, hash: number): number {
    const index = this.reviews.indexOf(bytes.toString('utf8', start, end));
    this.#items.set(hash, { bytes: new Uint8Array(bytes.subarray(start, end)), index });
    return index;
  }
}

/** More drills than anybody begins in a day behind one that was cut off. */
const MOST_DRILLS = 32;
/** Bytes of an answer's line, rather too few: a column with room to spare costs nothing. */
const SHORTEST_ANSWER = 280;
