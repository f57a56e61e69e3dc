/** A text that could be read, or why it could not. */
export type TextRead =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'refused'; readonly why: 'too-large' | 'binary'; readonly megabytes: number };

/** Larger texts are no exam papers; they would be read in minutes, not in seconds. */
export const LARGEST_TEXT_BYTES = 16 * 1024 * 1024;

/**
 * UTF-8, UTF-16 by its mark or by its zeros, else GB18030, which takes almost anything: what it makes of bytes that are
 * no text shows in control characters.
 */
export function decodeText(bytes: Uint8Array): TextRead {
  if (bytes.length > LARGEST_TEXT_BYTES) return refused('too-large', bytes.length);
  for (const encoding of encodingsFor(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== null && !isBinary(text))
      return { kind: 'text', text: text.replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n'), encoding };
  }
  return refused('binary', bytes.length);
}

function encodingsFor(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  const head = bytes.subarray(0, 4000);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  if ((zeros[1] ?? 0) > head.length / 8 && (zeros[0] ?? 0) < head.length / 50) return ['utf-16le'];
  if ((zeros[0] ?? 0) > head.length / 8 && (zeros[1] ?? 0) < head.length / 50) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Any NUL, or more than a few other controls. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.slice(0, 20_000).match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return controls > 4 + Math.min(text.length, 20_000) / 500;
}

const refused = (why: Extract<TextRead, { kind: 'refused' }>['why'], bytes: number): TextRead => ({
  kind: 'refused',
  why,
  megabytes: Math.ceil(bytes / 1048576),
});
