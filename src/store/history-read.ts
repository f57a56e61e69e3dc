import type { Disk } from './atomic-file.ts';
import { NEWLINE } from './bytes.ts';
import { type LineReason, parseLine } from './event-line.ts';
import type { LineFault } from './event-lines.ts';
import { HEADER, readAt, type Shape, shapeOf } from './history-tail.ts';

/** What every reading keeps: the damage found, and the number of the line that comes next in its file. */
export interface Reading {
  readonly faults: LineFault[];
  line: number;
}

/** Small enough that what is made of a chunk is forgotten cheaply. */
const CHUNK = 64 * 1024;

/**
 * Reads the lines of an open file, without its end line, in chunks of whole lines; of several files each from its first
 * line. Size and shape are those of one look, where another process may have written over the end line since.
 */
export function readLines<Into extends Reading>(
  fd: number,
  size: number,
  disk: Disk,
  into: Into,
  read: (bytes: Buffer, into: Into) => void,
  shape: Shape = shapeOf(fd, size, disk),
): void {
  into.line = 1;
  if (shape.kind === 'empty') return;
  const known = into.faults.length;
  const endAt = 'endAt' in shape ? shape.endAt : null;
  eachChunk(fd, endAt ?? size, disk, (bytes) => {
    const body = into.line === 1 ? bytes.subarray(headEnd(bytes, shape.kind === 'newer', into)) : bytes;
    if (body.length > 0) read(body, into);
  });
  if (endAt === null && into.faults.length === known) into.faults.push({ line: into.line, reason: 'NO_END_LINE' });
}

/** The whole lines within the last so many bytes before the end line. */
export function tailLines(
  fd: number,
  size: number,
  bytes: number,
  disk: Disk,
  shape: Shape = shapeOf(fd, size, disk),
): Buffer {
  const end = 'endAt' in shape && shape.endAt !== null ? shape.endAt : size;
  const from = Math.max(0, end - bytes);
  const tail = readAt(fd, from, end - from, disk);
  // Where the first line is gone, an event may be the first.
  return from === 0 ? tail : tail.subarray(tail.indexOf(NEWLINE) + 1);
}

/** Where the first line ends; 0 where that is lost and an event stands there. */
function headEnd(bytes: Buffer, isNewer: boolean, into: Reading): number {
  const end = bytes.indexOf(NEWLINE) + 1 || bytes.length;
  const line = bytes.toString('utf8', 0, end);
  if (line !== HEADER && !isNewer) into.faults.push({ line: 1, reason: headReason(line) });
  if (typeof parseLine(line) !== 'string') return 0;
  into.line = 2;
  return end;
}

function headReason(line: string): LineReason {
  if (line.startsWith('\ufeff')) return 'BYTE_ORDER_MARK';
  return line.endsWith('\r\n') ? 'CRLF' : 'WRONG_HEADER';
}

/** One buffer is used again and again; it grows where a line is longer than it. The last chunk may end inside a line. */
function eachChunk(fd: number, size: number, disk: Disk, visit: (bytes: Buffer) => void): void {
  let buffer = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  for (let position = 0; position < size; ) {
    const got = disk.readSync(fd, buffer, filled, Math.min(buffer.length - filled, size - position), position);
    if (got === 0) break;
    position += got;
    filled += got;
    const whole = position === size ? filled : buffer.subarray(0, filled).lastIndexOf(NEWLINE) + 1;
    if (whole > 0) visit(buffer.subarray(0, whole));
    buffer.copyWithin(0, whole, filled);
    filled -= whole;
    if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 4);
  }
}
