/** 42 bits that count up within a millisecond; the highest is left free at the start, so that there is room to count. */
const COUNTER_END = 2 ** 42;
const MS_END = 2 ** 48;

let lastMs = -1;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, then 42 bits that begin by chance and count up while the
 * millisecond lasts (the RFC's method 1), then 32 bits of chance. Within a process each id is greater than the
 * one before as text, also when the clock stands still or goes back.
 */
export function uuidv7(ms: number, random: (bytes: number) => Uint8Array): string {
  const now = Math.min(Math.max(Math.floor(ms), 0), MS_END - 1);
  const dice = random(10);
  if (now > lastMs) begin(now, dice);
  else if (++counter >= COUNTER_END) begin(lastMs + 1, dice);
  const version = 0x7000 + Math.floor(counter / 2 ** 30);
  const variant = 0x80000000 + (counter % 2 ** 30);
  const time = hex(lastMs, 12);
  const clock = hex(variant, 8);
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex(version, 4)}-${clock.slice(0, 4)}-${clock.slice(4)}${hex(number(dice, 6, 4), 8)}`;
}

function begin(ms: number, dice: Uint8Array): void {
  lastMs = ms;
  counter = number(dice, 0, 6) % (COUNTER_END / 2);
}

function number(bytes: Uint8Array, from: number, count: number): number {
  return bytes.subarray(from, from + count).reduce((sum, byte) => sum * 256 + byte, 0);
}

const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0');
