import { parseInstant } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import type { LineFault } from './event-lines.ts';
import { linesIn } from './history-lines.ts';
import { END, HEADER } from './history-tail.ts';

export interface EntryReading {
  readonly entries: readonly Entry[];
  /** The lines that are no events; also where the first or the last line is not what it must be. */
  readonly faults: readonly LineFault[];
}

/** The events of a whole history as they are written, with the lines that are none. */
export function entriesIn(bytes: Buffer): EntryReading {
  const { lines, faults } = linesIn(bytes, ({ event, text }) => ({
    id: event.id,
    at: parseInstant(event.at) ?? EPOCH,
    text,
  }));
  return { entries: lines, faults };
}

/** A history file of these events. */
export const historyOf = (entries: readonly Entry[]): Buffer =>
  Buffer.concat([Buffer.from(HEADER), ...piecesOf(entries), Buffer.from(END)]);

/** The lines of these events. */
export const linesOf = (entries: readonly Entry[]): Buffer => Buffer.concat(piecesOf(entries));

/** Made in pieces: the lines of many years are longer than a text can be. */
function piecesOf(entries: readonly Entry[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let from = 0; from < entries.length; from += PIECE)
    pieces.push(Buffer.from(entries.slice(from, from + PIECE).reduce((lines, { text }) => `${lines}${text},\n`, '')));
  return pieces;
}

/** Events of a piece. */
const PIECE = 4096;

const EPOCH = { ms: 0, offset: 0 };
