import { constants, isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import type { Disk } from './atomic-file.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

/** A text that somebody handed over, without its byte order mark. */
export type TextRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' | 'too-large' | 'not-utf8' };

export function readText(path: string, disk: Disk = fs): TextRead {
  const found = naming('CANNOT_READ', path, () => orNull(() => disk.statSync(path)));
  if (found === null) return { kind: 'missing' };
  // A pipe would make the reading wait for whoever writes into it.
  if (!found.isFile()) throw new StoreFault('CANNOT_READ', { path, errno: found.isDirectory() ? 'EISDIR' : 'EINVAL' });
  if (found.size > LARGEST) return { kind: 'too-large' };
  const bytes = naming('CANNOT_READ', path, () => disk.readFileSync(path));
  if (!isUtf8(bytes)) return { kind: 'not-utf8' };
  const text = bytes.toString('utf8');
  // Latin letters in UTF-16 are every other byte a zero.
  if (text.slice(0, 2).includes('\0')) return { kind: 'not-utf8' };
  return { kind: 'text', text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

const LARGEST = constants.MAX_STRING_LENGTH;
