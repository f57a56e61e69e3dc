import { pageText } from './page-text.ts';

/**
 * The page in a web archive (RFC 2557): the first part that is one. Pictures and styles beside it are not looked at.
 * Null for bytes that are no such archive.
 */
export function archivedPage(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString('latin1');
  if (!/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i.test(head.replace(/^\s+/, '').replaceAll('\r', '')))
    return null;
  const boundary = /boundary\s*=\s*"?([^"\r\n;]{1,100})"?/i.exec(head)?.[1];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`).slice(1, MOST_PARTS);
  for (const part of parts) {
    const body = part.search(/\r?\n\r?\n/);
    if (body < 0) continue;
    const headers = part.slice(0, body);
    if (!/content-type:\s*text\/html/i.test(headers)) continue;
    const page = pageText(decoded(part.slice(body), headers));
    if (page !== null) return page;
  }
  return null;
}

const HEAD_BYTES = 4096;
const MOST_PARTS = 2000;

function decoded(body: string, headers: string): Uint8Array {
  const how = /content-transfer-encoding:\s*([\w-]+)/i.exec(headers)?.[1]?.toLowerCase();
  if (how === 'base64') return Buffer.from(body, 'base64');
  if (how !== 'quoted-printable') return Buffer.from(body.trimStart(), 'latin1');
  const plain = body
    .trimStart()
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
