import type { Rng } from '../../src/core/rng.ts';
import { eventLine, type WrittenEvent } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { anAnswer } from '../store/history-support.ts';

/** A history with events of many shapes, as years bring them. */
export const events: readonly WrittenEvent[] = Array.from({ length: 36 }, (_, n) => {
  if (n % 12 === 0)
    return anEvent(n, 'session-started', { mode: 'drill', banks: [], form: [{ item: 'b/i1', order: ['A', 'B'] }] });
  if (n % 12 === 5)
    return anEvent(n, 'noted', { item: 'b/i1', text: `第${n}条笔记："引号"、\n换行、{"type":"end"}]} 😀` });
  if (n % 12 === 7) return anEvent(n, 'from-the-future', { deep: { er: [null, { x: 'y' }] } });
  if (n % 12 === 9) return anEvent(n, 'voided', { target: anAnswer(n - 1).id });
  if (n === 22) return anAnswer(n, { response: ['很长的回答'.repeat(300)] });
  return anAnswer(n, { response: ['A'], order: ['B', 'A'], ms: 1200 });
});

function anEvent(n: number, type: string, rest: object): WrittenEvent {
  const { id, at, device } = anAnswer(n);
  return { id, at, device, type, ...rest } as WrittenEvent;
}

export const lines: readonly Buffer[] = events.map((event) => Buffer.from(eventLine(event)));
export const whole = Buffer.concat([Buffer.from(HEADER), ...lines, Buffer.from(END)]);

/** The events of which the line stands in these bytes as it was written, from one line's end to the next. */
export function intactIn(bytes: Buffer): WrittenEvent[] {
  const found = new Set(linesOf(bytes).map((line) => line.toString('latin1')));
  return events.filter((_, n) => found.has((lines[n] as Buffer).toString('latin1')));
}

/** Lines with their ends; the last may have none. */
export function linesOf(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
    found.push(bytes.subarray(start, end));
    start = end;
  }
  return found;
}

const DAMAGES: Readonly<Record<string, (bytes: Buffer, rng: Rng) => Buffer>> = {
  'a bit is flipped'(bytes, rng) {
    const flipped = Buffer.from(bytes);
    const at = rng.below(bytes.length);
    flipped[at] = (flipped[at] as number) ^ (1 << rng.below(8));
    return flipped;
  },
  'a byte is another'(bytes, rng) {
    const changed = Buffer.from(bytes);
    changed[rng.below(bytes.length)] = ODD[rng.below(ODD.length)] as number;
    return changed;
  },
  'two lines are swapped'(bytes, rng) {
    const swapped = linesOf(bytes);
    const [one, other] = [rng.below(swapped.length), rng.below(swapped.length)];
    [swapped[one], swapped[other]] = [swapped[other] as Buffer, swapped[one] as Buffer];
    return Buffer.concat(swapped);
  },
  'a range stands twice'(bytes, rng) {
    const [from, to] = aRange(bytes, rng);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'a range is gone'(bytes, rng) {
    const [from, to] = aRange(bytes, rng);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  'a line is gone'(bytes, rng) {
    const left = linesOf(bytes);
    left.splice(rng.below(left.length), 1);
    return Buffer.concat(left);
  },
  'a block was never written'(bytes, rng) {
    const [from, to] = aRange(bytes, rng);
    return Buffer.from(bytes).fill(0, from, to);
  },
};

/** Bytes that mean something to the format. */
const ODD = [...Buffer.from('\n\r\0"{}[],:\\ <=>|1e'), 0xef, 0xff, 0xc0];

/** Mostly as short as a line, at times as long as the file. */
function aRange(bytes: Buffer, rng: Rng): [number, number] {
  const from = rng.below(bytes.length);
  const length = rng.below(3) === 0 ? rng.below(bytes.length) : rng.below(600);
  return [from, Math.min(bytes.length, from + length)];
}

/** One to three damages, one upon the other, and what they are called. */
export function damaged(rng: Rng): { readonly name: string; readonly bytes: Buffer } {
  const names = Object.keys(DAMAGES);
  const chosen = Array.from(
    { length: 1 + Math.floor(rng.next() ** 2 * 3) },
    () => names[rng.below(names.length)] as string,
  );
  let bytes: Buffer = whole;
  for (const name of chosen) if (bytes.length > 0) bytes = (DAMAGES[name] as (typeof DAMAGES)[string])(bytes, rng);
  return { name: chosen.join(', '), bytes };
}
