import type { Disk } from './atomic-file.ts';
import { COMMA, NEWLINE } from './bytes.ts';
import { isTypedObject, parseLine } from './event-line.ts';

/** The first line of a history file, a constant. */
export const HEADER = '{"format":"quiz-history","version":1,"events":[\n';
/** The last line, a constant: what an append writes over. */
export const END = '{"type":"end"}]}\n';

const END_LINE = END.trimEnd();
const FIRST_LOOK = 64 * 1024;
/** The beginning of the header up to the number of the version; what follows in newer versions is theirs to say. */
const OPENING = /^\{"format":"quiz-history","version":([1-9]\d{0,8})[,}]/;

/** What the two ends of a history file say about it. The middle is seen by reading only. */
export type Shape =
  | { readonly kind: 'empty' }
  /** Complete: the end line begins at `endAt`. */
  | { readonly kind: 'whole'; readonly endAt: number }
  /** An append was cut short: what follows `keepTo` is no whole line. */
  | { readonly kind: 'torn'; readonly keepTo: number }
  /** Made by a newer program; `endAt` is null where its end line is missing. */
  | { readonly kind: 'newer'; readonly endAt: number | null }
  | { readonly kind: 'damaged'; readonly endAt: number | null }
  /** Something else, that never was a history. */
  | { readonly kind: 'foreign' };

/** All that looking at a file takes. */
type Readable = Pick<Disk, 'readSync'>;

/** Looks at the first line and the tail of an open file: as much work for a large file as for a small one. */
export function shapeOf(fd: number, size: number, disk: Readable): Shape {
  if (size === 0) return { kind: 'empty' };
  const head = readAt(fd, 0, Math.min(size, 128), disk).toString('latin1');
  if (head.length < HEADER.length && HEADER.startsWith(head)) return { kind: 'torn', keepTo: 0 };
  if (head.startsWith(HEADER)) return tailOf(fd, size, disk);
  const endAt = endOf(fd, size, disk);
  if (isNewer(Buffer.from(head, 'latin1'))) return { kind: 'newer', endAt };
  const wasHistory =
    /^(\xef\xbb\xbf)?\{"format":"quiz-history"/.test(head) || endAt !== null || hasEvents(fd, size, disk);
  return wasHistory ? { kind: 'damaged', endAt } : { kind: 'foreign' };
}

/** Whether there is an event near one of the ends of a file of which the first and the last line are wrong. */
function hasEvents(fd: number, size: number, disk: Readable): boolean {
  const ends = [0, Math.max(0, size - FIRST_LOOK)].map((at) => readAt(fd, at, Math.min(size, FIRST_LOOK), disk));
  return ends.some((bytes) =>
    bytes
      .toString('utf8')
      .split('\n')
      .some((line) => line.startsWith('{"id":"') && isWholeLine(`${line}\n`)),
  );
}

/** The same of a file that is in memory. */
export function shapeIn(bytes: Buffer): Shape {
  const readSync = (_: number, into: Buffer, offset: number, length: number, position: number): number =>
    bytes.copy(into, offset, position, position + length);
  return shapeOf(0, bytes.length, { readSync: readSync as Disk['readSync'] });
}

/** Whether a file begins as one that a newer program made. */
export const isNewer = (bytes: Buffer): boolean => Number(OPENING.exec(bytes.toString('latin1', 0, 128))?.[1]) > 1;

/** The shape of a file whose first line is known to be right. */
export function tailOf(fd: number, size: number, disk: Readable): Shape {
  const endAt = endOf(fd, size, disk);
  if (endAt !== null) {
    const unwritten = unwrittenFrom(fd, endAt, disk);
    return unwritten === null ? { kind: 'whole', endAt } : { kind: 'torn', keepTo: unwritten };
  }
  if (size < HEADER.length) return shapeOf(fd, size, disk);
  const keepTo = lastWholeLineEnd(fd, size, disk);
  return isTorn(readAt(fd, keepTo, size - keepTo, disk)) ? { kind: 'torn', keepTo } : { kind: 'damaged', endAt: null };
}

/** Where the end line begins; its newline may be missing, as some editors and tools leave it. Null: there is none. */
function endOf(fd: number, size: number, disk: Readable): number | null {
  const length = Math.min(size, END.length + 1);
  const tail = readAt(fd, size - length, length, disk).toString('latin1');
  if (tail.endsWith(`\n${END}`)) return size - END.length;
  return tail.endsWith(`\n${END_LINE}`) ? size - END_LINE.length : null;
}

/**
 * Where the remains of an append begin whose end reached the disk and whose beginning did not, when the power failed: lines
 * that it left unwritten before the new end line, and the old one before them. Null where the last line is anything
 * else, damaged or not.
 */
function unwrittenFrom(fd: number, endAt: number, disk: Readable): number | null {
  let from: number | null = null;
  for (let end = endAt; end > HEADER.length; ) {
    const line = lineBefore(fd, end, disk).toString('latin1');
    if (!isUnwritten(line) && (from === null || line !== END)) break;
    end -= line.length;
    from = end;
  }
  return from;
}

/** The line that ends at `end`, in a window that grows until it holds the whole of it. */
function lineBefore(fd: number, end: number, disk: Readable): Buffer {
  for (let window = 1024; ; window *= 8) {
    const from = Math.max(HEADER.length, end - window);
    const bytes = readAt(fd, from, end - from, disk);
    const start = bytes.length < 2 ? 0 : bytes.lastIndexOf(NEWLINE, -2) + 1;
    if (start > 0 || from === HEADER.length) return bytes.subarray(start);
  }
}

/** Looks from the back, in a window that grows until a whole line lies within it. */
function lastWholeLineEnd(fd: number, size: number, disk: Readable): number {
  for (let window = FIRST_LOOK; ; window *= 4) {
    const from = Math.max(HEADER.length, size - window);
    const bytes = readAt(fd, from, size - from, disk);
    for (let end = bytes.lastIndexOf(NEWLINE) + 1; end > 0; ) {
      const start = end === 1 ? 0 : bytes.lastIndexOf(NEWLINE, end - 2) + 1;
      if (start === 0 && from > HEADER.length) break;
      if (bytes[end - 2] === COMMA && isWholeLine(bytes.toString('utf8', start, end))) return from + end;
      end = start;
    }
    if (from === HEADER.length) return from;
  }
}

function isWholeLine(line: string): boolean {
  return line.startsWith('{') && line.endsWith('},\n') && isTypedObject(line.slice(0, -2));
}

/**
 * Whether this is what an append leaves that was cut short: a piece of a line, lines that it left unwritten, the old end
 * line before them. Other finished lines are no work of ours and must not be cut away.
 */
function isTorn(rest: Buffer): boolean {
  const lines = rest.toString('latin1').split('\n').slice(0, -1);
  return lines.every((line) => line === END_LINE || isUnwritten(`${line}\n`));
}

/**
 * Whether a line, with its end, is one of which the disk wrote some blocks and not others: it has zeros, or there is a seam
 * in it between the old end line and the event that was to stand there.
 */
function isUnwritten(line: string): boolean {
  if (line.includes('\0')) return true;
  // Up to the third byte both are the same.
  for (let seam = 3; seam < END.length; seam++) if (isOldThenNew(line, seam) || isNewThenOld(line, seam)) return true;
  return false;
}

/** What every event begins with, and some id for as long as the end line is. */
const BEGINNING = '{"id":"0000000000';
const ID_AT = 7;

const isOldThenNew = (line: string, seam: number): boolean =>
  line.startsWith(END.slice(0, seam)) && typeof parseLine(BEGINNING.slice(0, seam) + line.slice(seam)) !== 'string';

const isNewThenOld = (line: string, seam: number): boolean =>
  line.length === END.length &&
  line.startsWith(BEGINNING.slice(0, Math.min(seam, ID_AT))) &&
  line.endsWith(END.slice(seam));

/** Fewer bytes than asked for where the file ends before. */
export function readAt(fd: number, position: number, length: number, disk: Readable): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const got = disk.readSync(fd, bytes, read, length - read, position + read);
    if (got === 0) break;
    read += got;
  }
  return bytes.subarray(0, read);
}
