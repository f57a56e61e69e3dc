import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { Bank } from '../core/bank/bank.ts';
import type { FindingCode, FindingParams } from '../core/bank/finding.ts';
import { attempt, type Disk } from './atomic-file.ts';
import { type BankCache, NO_CACHE } from './bank-cache.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import type { Located } from './bank-source.ts';

/** A bank that may be used, or everything that keeps it from being used. Nothing between the two. */
export type LoadedBank =
  | { readonly kind: 'bank'; readonly path: string; readonly bank: Bank }
  | { readonly kind: 'faulty'; readonly path: string; readonly faults: readonly Located[] };

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * Loads a bank. A compiled copy under the hash of the very same text is taken as it is; otherwise the text is read and
 * checked whole, and the copy kept for the next time.
 */
export async function loadBank(path: string, cache: BankCache = NO_CACHE, disk: Disk = fs): Promise<LoadedBank> {
  const read = readBounded(path, disk);
  if (read.kind === 'refused') return faulty(path, [placed(read.code, read.params)]);
  const hash = sha256(read.bytes);
  const known = cache.read(hash);
  if (known) return { kind: 'bank', path, bank: known };
  const { compileBankText } = await import('./bank-compile.ts');
  const loaded = await compileBankText(path, read.bytes, hash);
  if (loaded.kind === 'bank') cache.write(hash, loaded.bank);
  return loaded;
}

type Read =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly code: FindingCode; readonly params: FindingParams };

function readBounded(path: string, disk: Disk): Read {
  let fd: number | undefined;
  try {
    // Looked at before it is opened: opening a pipe would wait for whoever writes into it.
    if (!disk.statSync(path).isFile())
      return { kind: 'refused', code: 'FILE_UNREADABLE', params: { reason: 'not a file' } };
    fd = disk.openSync(path, 'r');
    const stat = disk.fstatSync(fd);
    if (stat.size > LARGEST_BANK_BYTES)
      return {
        kind: 'refused',
        code: 'FILE_TOO_LARGE',
        params: { megabytes: Math.ceil(stat.size / 1048576), most: LARGEST_BANK_BYTES / 1048576 },
      };
    return { kind: 'read', bytes: disk.readFileSync(fd) };
  } catch (error) {
    return {
      kind: 'refused',
      code: 'FILE_UNREADABLE',
      params: { reason: (error as NodeJS.ErrnoException).code ?? String(error) },
    };
  } finally {
    const opened = fd;
    if (opened !== undefined) attempt(() => disk.closeSync(opened));
  }
}

const placed = (code: FindingCode, params: FindingParams): Located => ({
  finding: { code, severity: 'error', path: [], params },
  line: 1,
  column: 1,
});

const faulty = (path: string, faults: readonly Located[]): LoadedBank => ({ kind: 'faulty', path, faults });
