import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import type { Bank } from '../core/bank/bank.ts';
import { type Disk, ensureFolder, replaceOwn } from './atomic-file.ts';
import { LARGEST_BANK_BYTES } from './bank-limits.ts';
import { sweepFolder } from './leftovers.ts';
import { readRegularFile } from './regular-file.ts';

/** Compiled banks by the hash of their text. Safe to delete at any time. */
export interface BankCache {
  read(hash: string): Bank | null;
  /** Remembers a copy to be written by `flush`: nobody waits for it. */
  write(hash: string, bank: Bank): void;
  flush(): void;
}

export const NO_CACHE: BankCache = { read: () => null, write: () => {}, flush: () => {} };

/** Raised whenever the compiled shape or a check changes: old copies then match nothing. */
const COMPILED_VERSION = 6;

/** UTF-16, with every default written out. */
const LARGEST_COPY_BYTES = 8 * LARGEST_BANK_BYTES;

/**
 * A folder of compiled banks, as UTF-16: most of a bank is Chinese, and UTF-8 takes longer to decode than to parse. The first line of a copy names what it was made from and the hash of the rest; a copy that
 * does not match, for whatever reason, counts as none. A folder that cannot be written makes the program slower, not wrong.
 */
export function bankCacheIn(directory: string, disk: Disk = fs): BankCache {
  const pathOf = (hash: string): string => join(directory, `${hash.slice(0, 32)}.bank`);
  const pending = new Map<string, Bank>();
  const save = (hash: string, bank: Bank): void => {
    try {
      ensureFolder(directory, disk);
      const body = Buffer.from(JSON.stringify(bank), 'utf16le');
      replaceOwn(pathOf(hash), Buffer.concat([Buffer.from(headerOf(hash, body), 'latin1'), body]), 0o600, disk);
    } catch {
      // The next start reads the YAML again.
    }
  };
  return {
    read(hash) {
      try {
        const copy = readRegularFile(pathOf(hash), LARGEST_COPY_BYTES, disk);
        const bodyAt = copy.indexOf('\n') + 1;
        const body = copy.subarray(bodyAt);
        return copy.toString('latin1', 0, bodyAt) === headerOf(hash, body)
          ? (JSON.parse(body.toString('utf16le')) as Bank)
          : null;
      } catch {
        return null;
      }
    },
    write: (hash, bank) => void pending.set(hash, bank),
    flush() {
      if (pending.size > 0) sweepFolder(directory, disk);
      for (const [hash, bank] of pending) save(hash, bank);
      pending.clear();
    },
  };
}

const headerOf = (hash: string, body: Uint8Array): string =>
  `${COMPILED_VERSION} ${hash} ${createHash('sha256').update(body).digest('hex')}\n`;
