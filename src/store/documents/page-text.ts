import { decodeText } from '../text-source.ts';

/** The text of a web page in the encoding that it names; null for bytes that are none, whatever the file is called. */
export function pageText(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  const plain = head.replaceAll('\0', '');
  if (!BEGIN.test(plain) && !(TAGS.test(plain) && CLOSING.test(plain))) return null;
  const named = /<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([a-z0-9_-]{3,20})/i.exec(plain)?.[1]?.toLowerCase();
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const other = named !== undefined && OTHERS.has(named) && !isMarked ? decodedAs(bytes, named) : null;
  if (other !== null) return other;
  const read = decodeText(bytes);
  return read.kind === 'text' ? read.text : null;
}

/** How far in a page its first tags stand. */
const HEAD_BYTES = 4096;
/** Word and Excel also save pages that they call `.doc` and `.xls`. */
const BEGIN =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b/i;
/** A stretch of a page: a text with tags that a paper in plain text has not. */
const TAGS = /^\s*<(?:div|p|ol|ul|table|form|section|article|main|meta|h[1-6])\b[^<>]{0,400}>/i;
const CLOSING = /<\/(?:div|p|ol|ul|li|table|tr|form|section|article|main|h[1-6])\s*>/i;
/** UTF-8 and the encodings of China are told apart without their names. */
const OTHERS = new Set(['big5', 'big5-hkscs', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1252', 'iso-8859-1', 'latin1']);

function decodedAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}
