import fs from 'node:fs';
import { naming } from './store-fault.ts';

/** The bytes of a document, or why they are not read. */
export type DocumentBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly why: 'not-a-file' | 'too-large'; readonly megabytes: number };

/** Pictures make documents large, their text is small; texts have a bound of their own. */
export const LARGEST_DOCUMENT_BYTES = 64 * 1024 * 1024;

export function readDocumentFile(path: string): DocumentBytes {
  return naming('CANNOT_READ', path, () => {
    // Looked at before it is opened: opening a pipe would wait for whoever writes into it.
    const stat = fs.statSync(path);
    if (!stat.isFile()) return { kind: 'refused', why: 'not-a-file', megabytes: 0 };
    if (stat.size > LARGEST_DOCUMENT_BYTES) return tooLarge(stat.size);
    return { kind: 'bytes', bytes: fs.readFileSync(path) };
  });
}

export const tooLarge = (bytes: number): DocumentBytes => ({
  kind: 'refused',
  why: 'too-large',
  megabytes: Math.ceil(bytes / 1048576),
});
