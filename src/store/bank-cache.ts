import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bank } from '../core/bank/bank.ts';
import { ensureFolder, writeAtomically } from './atomic-file.ts';

/** Compiled banks by the hash of their text. Safe to delete at any time. */
export interface BankCache {
  read(hash: string): Bank | null;
  /** Remembers a copy to be written by `flush`: nobody waits for it. */
  write(hash: string, bank: Bank): void;
  flush(): void;
}

export const NO_CACHE: BankCache = { read: () => null, write: () => {}, flush: () => {} };

/** Raised whenever the compiled shape or a check changes: old copies then match nothing. */
const COMPILED_VERSION = 3;

/**
 * A folder of compiled banks. The first line of a copy names what it was made from and the hash of the rest; a copy that
 * does not match, for whatever reason, counts as none. A folder that cannot be written makes the program slower, not wrong.
 */
export function bankCacheIn(directory: string): BankCache {
  const pathOf = (hash: string): string => join(directory, `${hash.slice(0, 32)}.json`);
  const pending = new Map<string, Bank>();
  const save = (hash: string, bank: Bank): void => {
    try {
      ensureFolder(directory);
      const body = JSON.stringify(bank);
      writeAtomically(pathOf(hash), `${headerOf(hash, body)}\n${body}`, 0o600);
    } catch {
      // The next start reads the YAML again.
    }
  };
  return {
    read(hash) {
      try {
        const text = readFileSync(pathOf(hash), 'utf8');
        const end = text.indexOf('\n');
        const body = text.slice(end + 1);
        return text.slice(0, end) === headerOf(hash, body) ? (JSON.parse(body) as Bank) : null;
      } catch {
        return null;
      }
    },
    write: (hash, bank) => void pending.set(hash, bank),
    flush() {
      for (const [hash, bank] of pending) save(hash, bank);
      pending.clear();
    },
  };
}

const headerOf = (hash: string, body: string): string =>
  `${COMPILED_VERSION} ${hash} ${createHash('sha256').update(body).digest('hex')}`;
