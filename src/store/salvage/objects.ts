import { parseInstant } from '../../core/day.ts';
import { isKnownType } from '../../core/history/verify/schema.ts';
import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE } from '../bytes.ts';
import { Frames, SEEN } from './frames.ts';
import { scalarEnd, skipSpace, stringEnd } from './tokens.ts';

/** A JSON object that stands whole in a text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** An event by its id, time and type, or the mark that closes a history. */
  readonly kind: 'event' | 'end';
}

/**
 * The events that stand whole in a text, in their order, whatever stands before, behind or around them:
 * garbage, half an event, a document laid out by an editor. What reads strictly as JSON from its brace on is an event; one
 * within a larger object counts by itself, save within an event of a type that is not known, which may hold anything.
 *
 * The time is linear, whatever the text. A reading that fails has tried all braces on its way: each that it took for the
 * beginning of an object fails at the same place or was closed before, and is not tried again. Braces that it took
 * for a part of a string are tried on their own; there, what it took for strings is structure, and the other way round, so
 * that no place is read more often than twice.
 */
export function objectsIn(text: string): Found[] {
  if (!text.includes('{')) return [];
  const candidates = new ObjectScanner(text).scan();
  candidates.sort((a, b) => a.start - b.start);
  let end = 0;
  return candidates.filter((found) => {
    if (found.start < end || found.isBroken) return false;
    end = found.end;
    return true;
  });
}

interface Candidate extends Found {
  /** An event of a known type holds no event: it was cut short, and others ran into it. */
  readonly isBroken: boolean;
}

/** What may come next. */
const NEXT = { firstKey: 0, key: 1, firstValue: 2, value: 3, commaOrClose: 4 } as const;
const WHOLE = SEEN.id | SEEN.at | SEEN.type;

class ObjectScanner {
  readonly #text: string;
  readonly #found: Candidate[] = [];
  /** By place: a brace that a reading has taken for the beginning of an object. */
  readonly #tried: Uint8Array;
  readonly #frames = new Frames();

  constructor(text: string) {
    this.#text = text;
    this.#tried = new Uint8Array(text.length);
  }

  scan(): Candidate[] {
    const text = this.#text;
    for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
      const isTried = this.#tried[at] === 1;
      const isObject = !isTried && text.charCodeAt(skipSpace(text, at + 1)) === QUOTE;
      const end = isObject ? this.#read(at) : -1;
      at = end < 0 ? at + 1 : end;
    }
    return this.#found;
  }

  /** Reads an object strictly; where it ends, or -1. */
  #read(start: number): number {
    const text = this.#text;
    const frames = this.#frames;
    frames.depth = 0;
    let next: number = NEXT.firstKey;
    for (let at = skipSpace(text, this.#open(start)); at < text.length; at = skipSpace(text, at)) {
      const code = text.charCodeAt(at);
      const mayClose = next === NEXT.commaOrClose || next === NEXT.firstKey || next === NEXT.firstValue;
      if (mayClose && code === (frames.isObject ? CLOSE_BRACE : CLOSE_BRACKET)) {
        this.#close(++at);
        if (frames.depth === 0) return at;
        next = NEXT.commaOrClose;
      } else if (next === NEXT.commaOrClose) {
        if (code !== COMMA) return -1;
        at++;
        next = frames.isObject ? NEXT.key : NEXT.value;
      } else if (next === NEXT.key || next === NEXT.firstKey) {
        const end = code === QUOTE ? stringEnd(text, at) : -1;
        if (end < 0) return -1;
        frames.key = keyBit(text, at, end);
        if (frames.key === SEEN.other) frames.mark(SEEN.other);
        at = skipSpace(text, end);
        if (text.charCodeAt(at) !== COLON) return -1;
        at++;
        next = NEXT.value;
      } else if (code === OPEN_BRACE) {
        at = this.#open(at);
        next = NEXT.firstKey;
      } else if (code === OPEN_BRACKET) {
        frames.push(at++, 0);
        next = NEXT.firstValue;
      } else {
        const end = code === QUOTE ? stringEnd(text, at) : scalarEnd(text, at);
        if (end < 0) return -1;
        if (code === QUOTE && (frames.key & WHOLE) !== 0) frames.mark(this.#said(frames.key, at + 1, end - 1));
        at = end;
        next = NEXT.commaOrClose;
      }
    }
    return -1;
  }

  #open(at: number): number {
    this.#tried[at] = 1;
    this.#frames.push(at, SEEN.object);
    return at + 1;
  }

  #close(end: number): void {
    const { start, seen } = this.#frames;
    this.#frames.depth--;
    const isEvent = (seen & WHOLE) === WHOLE;
    if (isEvent || (seen & SEEN.event) !== 0) this.#frames.mark(SEEN.event);
    const isBroken = (seen & SEEN.known) !== 0 && (seen & SEEN.event) !== 0;
    if (isEvent) this.#found.push({ start, end, kind: 'event', isBroken });
    else if ((seen & SEEN.end) !== 0 && (seen & (WHOLE | SEEN.other)) === SEEN.type)
      this.#found.push({ start, end, kind: 'end', isBroken: false });
  }

  /** What the value of a field says of its object. */
  #said(key: number, from: number, to: number): number {
    const said = this.#text.slice(from, Math.min(to, from + LONGEST));
    if (key === SEEN.id) return said === '' ? 0 : SEEN.id;
    if (key === SEEN.at) return to - from < LONGEST && parseInstant(said) !== null ? SEEN.at : 0;
    return SEEN.type | (isKnownType(said) ? SEEN.known : 0) | (said === 'end' ? SEEN.end : 0);
  }
}

/** No time and no type is as long. */
const LONGEST = 40;

function keyBit(text: string, at: number, end: number): number {
  const length = end - at - 2;
  if (length === 2 && text.startsWith('id', at + 1)) return SEEN.id;
  if (length === 2 && text.startsWith('at', at + 1)) return SEEN.at;
  if (length === 4 && text.startsWith('type', at + 1)) return SEEN.type;
  return SEEN.other;
}
