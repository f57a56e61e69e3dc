import fs from 'node:fs';
import { type Disk, writeAtomically } from './atomic-file.ts';
import { fixBankText, type Mended } from './bank-fix.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import { naming } from './store-fault.ts';

/** Mends a bank's file in place, whole or not at all; what was mended, in the order of the file. */
export function fixBankFile(path: string, disk: Disk = fs): readonly Mended[] {
  const stat = naming('CANNOT_READ', path, () => disk.statSync(path));
  // What is no bank to load is no bank to mend, and the check says why.
  if (!stat.isFile() || stat.size > LARGEST_BANK_BYTES) return [];
  const bytes = naming('CANNOT_READ', path, () => disk.readFileSync(path));
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return [];
  const { text: fixed, mended } = fixBankText(text);
  if (fixed !== text) writeAtomically(path, fixed, 0o644, disk);
  return [...mended].sort((a, b) => a.line - b.line);
}
