import type { Entry } from '../../core/history/entry.ts';
import type { RepairStep } from '../../core/history/repair-step.ts';
import { parseLine } from '../event-line.ts';
import { END, HEADER, isNewer, shapeIn } from '../history-tail.ts';
import { Finds, type Rest } from './finds.ts';
import { trimmed } from './gaps.ts';
import { settleIds } from './settle.ts';
import { type Source, sourceOf } from './source.ts';
import { searchStretch } from './stretch.ts';

export type Salvage =
  /** Nothing in it says that it ever was a history. */
  | { readonly kind: 'foreign' }
  /** A newer program made it, which alone knows what is right in it. */
  | { readonly kind: 'newer' }
  | Salvaged;

export interface Salvaged {
  readonly kind: 'history';
  /** Every event that can be read, each id once, in the order of the file. */
  readonly entries: readonly Entry[];
  /** What is mended, in the order of the lines; none where the file is sound. */
  readonly steps: readonly RepairStep[];
  readonly rests: readonly Rest[];
}

/** Reads what can be read of a history, whatever happened to it. `elsewhere`: events of files that are read before it, by id. */
export function salvage(bytes: Buffer, elsewhere: ReadonlyMap<string, string> = new Map()): Salvage {
  if (bytes.length === 0) return { kind: 'history', entries: [], steps: [], rests: [] };
  if (isOfNewer(bytes)) return { kind: 'newer' };
  const found = salvagedEvents(bytes);
  if (found === null) return { kind: 'foreign' };
  const settled = settleIds(found.events, elsewhere);
  const steps = [...found.steps, ...settled.steps].sort((a, b) => a.line - b.line);
  return { kind: 'history', entries: settled.entries, steps, rests: found.rests };
}

/** The events as they were found, some perhaps twice; null where nothing says that it ever was a history. */
export function salvagedEvents(bytes: Buffer): Finds | null {
  const source = sourceOf(bytes);
  const finds = new Finds(source);
  const shape = shapeIn(bytes);
  readAll(source, shape.kind === 'torn' ? shape.keepTo : bytes.length, finds);
  const isOurs = shape.kind !== 'foreign' || finds.isOurs || source.text.slice(0, HEAD).includes('"quiz-history"');
  return isOurs ? finds : null;
}

/** Also where an editor laid it out anew. */
function isOfNewer(bytes: Buffer): boolean {
  if (isNewer(bytes)) return true;
  const head = sourceOf(bytes.subarray(0, HEAD * 4)).text.slice(0, HEAD);
  return Number(VERSION.exec(head)?.[1]) > 1;
}

/** Where a history names its version, in characters. */
const HEAD = 1024;
const VERSION = /"format"\s{0,9}:\s{0,9}"quiz-history"\s{0,9},\s{0,9}"version"\s{0,9}:\s{0,9}(\d{1,9})/;
/** An event, or half of one, may have run into one: what holds a brace or a quote is looked into. */
const CONFLICT = /^(?:={7}|(?:<{7}|>{7}|\|{7})(?: [^{"]*)?)$/;
/** No mark is longer, with the name of its branch. */
const LONGEST_MARK = 1000;

/**
 * Line by line, as a history is written: a line that stands as it should is not looked into. Behind `tornFrom` an append was
 * cut short.
 */
function readAll(source: Source, tornFrom: number, into: Finds): void {
  const { text, encoding, start } = source;
  if (encoding !== 'utf8') into.note('UTF16', 1);
  else if (start > 0) into.note('BYTE_ORDER_MARK', 1);
  let stretch: { readonly from: number; readonly line: number } | null = null;
  const closeStretch = (to: number): void => {
    if (stretch) searchStretch(source, { ...stretch, to }, tornFrom, into);
    stretch = null;
  };
  let line = 1;
  for (let from = start; from < text.length; line++) {
    const to = text.indexOf('\n', from) + 1 || text.length;
    const isCrlf = text.startsWith('\r\n', to - 2) && to - 2 >= from;
    const said = source.read(from, to);
    const plain = isCrlf && said !== null ? `${said.slice(0, -2)}\n` : said;
    const event = plain !== null && mayBeEvent(plain) ? parseLine(plain) : null;
    const kind = event !== null && typeof event === 'object' ? 'event' : kindOf(source, from, to);
    if (isCrlf) into.note('CRLF', line);
    if (kind !== 'other' && kind !== 'blank') closeStretch(from);
    if (event !== null && typeof event === 'object')
      into.event(event, (plain as string).slice(0, -2), { from, to, line });
    else if (kind === 'header') into.header(line, plain === HEADER ? null : 'WRONG_HEADER');
    else if (kind === 'end') into.end(line, plain === END || plain === END.trimEnd());
    else if (kind === 'conflict') into.conflictMark(line);
    else if (kind === 'other') stretch ??= { from, line };
    else if (stretch === null) into.note(text.slice(from, to).includes('\0') ? 'NUL' : 'EMPTY_LINE', line);
    from = to;
  }
  closeStretch(text.length);
  into.finish(line);
}

/** JSON that fails costs more than all that is done otherwise with a line; no event is as short as many a broken line. */
const mayBeEvent = (line: string): boolean =>
  line.length >= SHORTEST_EVENT && line.startsWith('{"') && line.endsWith('},\n');
const SHORTEST_EVENT = '{"id":"","at":"2026-11-22T21:05Z","type":""},\n'.length;

function kindOf(source: Source, from: number, to: number): 'blank' | 'header' | 'end' | 'conflict' | 'other' {
  const inner = trimmed(source, from, to);
  if (inner.from === inner.to) return 'blank';
  if (inner.to - inner.from > LONGEST_MARK) return 'other';
  const said = source.text.slice(inner.from, inner.to);
  if (said === HEADER.trimEnd()) return 'header';
  if (said === END.trimEnd()) return 'end';
  return CONFLICT.test(said) ? 'conflict' : 'other';
}
