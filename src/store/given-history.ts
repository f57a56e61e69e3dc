import { constants, isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { parseInstant } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import type { Disk } from './atomic-file.ts';
import { NEWLINE } from './bytes.ts';
import { parseLine } from './event-line.ts';
import type { LineFault } from './event-lines.ts';
import { END, HEADER, isNewer } from './history-tail.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

/** What somebody handed over as a history: as much of it as can be read, and the lines that cannot. */
export type Given =
  | { readonly kind: 'history'; readonly entries: readonly Entry[]; readonly unreadable: readonly LineFault[] }
  | { readonly kind: 'missing' | 'foreign' | 'too-large' };

/**
 * Reads a history, a backup of one or a file of old events without touching it. Line ends of another system, a byte order
 * mark, a missing comma or the marks of git keep no event from being read.
 */
export function readGiven(path: string, disk: Disk = fs): Given {
  const found = naming('CANNOT_READ', path, () => orNull(() => disk.statSync(path)));
  if (found === null) return { kind: 'missing' };
  // A pipe would make the reading wait for whoever writes into it.
  if (!found.isFile()) throw new StoreFault('CANNOT_READ', { path, errno: found.isDirectory() ? 'EISDIR' : 'EINVAL' });
  if (found.size > LARGEST) return { kind: 'too-large' };
  const raw = naming('CANNOT_READ', path, () => disk.readFileSync(path));
  const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? unpacked(raw, path) : raw;
  if (bytes === null) return { kind: 'too-large' };
  if (isNewer(bytes)) throw new StoreFault('HISTORY_NEWER', { path });
  const reading = readableEntries(bytes);
  const isHistory = reading.entries.length > 0 || OPENING.test(bytes.toString('latin1', 0, 128));
  return isHistory ? { kind: 'history', ...reading } : { kind: 'foreign' };
}

/** A line of it must still fit into a text. */
const LARGEST = constants.MAX_STRING_LENGTH;
const OPENING = /^(\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"quiz-history"/;

/** Of a copy that was cut short, what is there of it; null where it would be too large. */
function unpacked(packed: Buffer, path: string): Buffer | null {
  try {
    const { gunzipSync, constants } = process.getBuiltinModule('node:zlib');
    return gunzipSync(packed, { maxOutputLength: LARGEST, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw new StoreFault('BACKUP_DAMAGED', { path }, error);
  }
}

interface Readable {
  readonly entries: readonly Entry[];
  readonly unreadable: readonly LineFault[];
}

/** The events of a history in whatever state it is. Where the end is missing, the last line says so. */
export function readableEntries(bytes: Buffer): Readable {
  const byLine = entriesByLine(bytes);
  return byLine.unreadable.length > 0 ? (entriesOfDocument(bytes) ?? byLine) : byLine;
}

function entriesByLine(bytes: Buffer): Readable {
  const entries: Entry[] = [];
  const unreadable: LineFault[] = [];
  let line = 0;
  let isEnded = false;
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(NEWLINE, start) + 1 || bytes.length;
    const slice = bytes.subarray(start, next);
    start = next;
    line++;
    // A byte order mark goes with the white space.
    const text = slice.toString('utf8').trim();
    if (text === '' || text === HEADER.trimEnd()) continue;
    if (text === END.trimEnd()) {
      isEnded = true;
      continue;
    }
    isEnded = false;
    const body = text.endsWith(',') ? text.slice(0, -1) : text;
    const event = isUtf8(slice) ? parseLine(`${body},\n`) : 'NOT_UTF8';
    if (typeof event !== 'string') entries.push({ id: event.id, at: parseInstant(event.at) ?? EPOCH, text: body });
    else unreadable.push({ line, reason: parseLine(`${text}\n`) === 'CONFLICT_MARK' ? 'CONFLICT_MARK' : event });
  }
  if (!isEnded) unreadable.push({ line: line + 1, reason: 'NO_END_LINE' });
  return { entries, unreadable };
}

/** The same of a history that another program wrote again in its own layout; null where it is no such document, or not all events. */
function entriesOfDocument(bytes: Buffer): Readable | null {
  const document = parsed(bytes);
  if (document?.format !== 'quiz-history' || !Array.isArray(document.events)) return null;
  const entries: Entry[] = [];
  for (const value of document.events.slice(0, -1)) {
    const text = JSON.stringify(value);
    const event = parseLine(`${text},\n`);
    if (typeof event === 'string') return null;
    entries.push({ id: event.id, at: parseInstant(event.at) ?? EPOCH, text });
  }
  const isEnded = JSON.stringify(document.events.at(-1)) === '{"type":"end"}';
  return isEnded ? { entries, unreadable: [] } : null;
}

function parsed(bytes: Buffer): { readonly format?: unknown; readonly events?: unknown } | null {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

const EPOCH = { ms: 0, offset: 0 };
