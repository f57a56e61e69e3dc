import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf8' | 'utf16le' | 'utf16be';

/**
 * A file in which something is wrong, as a text whose characters are the units it is made of: a byte each, or two bytes
 * where an editor saved it as UTF-16. What JSON is built of is ASCII, and reads the same either way; places in the text
 * lead back to the bytes.
 */
export interface Source {
  readonly text: string;
  readonly encoding: Encoding;
  /** Where the text begins, behind a byte order mark. */
  readonly start: number;
  /** Where it ends, before white space, commas and zeros. */
  readonly end: number;
  /** The bytes of the file as they are. */
  bytes(from: number, to: number): Buffer;
  /** What they say; null where that is no text. */
  read(from: number, to: number): string | null;
}

export function sourceOf(bytes: Buffer): Source {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf8') return wideSource(bytes, encoding);
  const isSound = isUtf8(bytes);
  const text = bytes.toString('latin1');
  return {
    text,
    encoding,
    end: endOf(text),
    start: bytes.subarray(0, 3).equals(MARK) ? MARK.length : 0,
    bytes: (from, to) => bytes.subarray(from, to),
    read: (from, to) => (isSound || isUtf8(bytes.subarray(from, to)) ? bytes.toString('utf8', from, to) : null),
  };
}

const MARK = Buffer.of(0xef, 0xbb, 0xbf);

function wideSource(bytes: Buffer, encoding: Encoding): Source {
  const pairs = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const text = (encoding === 'utf16le' ? pairs : Buffer.from(pairs).swap16()).toString('utf16le');
  return {
    text,
    encoding,
    end: endOf(text),
    start: text.startsWith('\ufeff') ? 1 : 0,
    // An odd byte at the end belongs to the last unit.
    bytes: (from, to) => bytes.subarray(from * 2, to >= text.length ? bytes.length : to * 2),
    read(from, to) {
      const said = text.slice(from, to);
      return LONE_SURROGATE.test(said) ? null : said;
    },
  };
}

/** White space, commas and zeros say nothing where they stand between events. */
export const isBlank = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x2c || code === 0;

function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

const LONE_SURROGATE = /\p{Cs}/u;
const LOOK = 4096;

/** By its mark, or by the zeros that every ASCII character has on one side. A block of zeros alone is none. */
function encodingOf(bytes: Buffer): Encoding {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, LOOK);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1;
  const [even, odd] = zeros as [number, number];
  if (odd > looked / 5 && even < odd / 8) return 'utf16le';
  return even > looked / 5 && odd < even / 8 ? 'utf16be' : 'utf8';
}
