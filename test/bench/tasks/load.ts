import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { bankCacheIn } from '../../../src/store/bank-cache.ts';
import { loadBank } from '../../../src/store/bank-file.ts';

/** Milliseconds of a bank's loading, from its bytes to its items. */
export async function loadOnce(bank: string, cache: string): Promise<number> {
  const start = performance.now();
  const copies = bankCacheIn(cache);
  const loaded = await loadBank(bank, copies);
  const took = performance.now() - start;
  copies.flush();
  if (loaded.kind !== 'bank') throw new Error(JSON.stringify(loaded.faults.slice(0, 5)));
  return took;
}

/** The same file read by `yaml` alone, unchecked. */
export function parseOnce(bank: string): number {
  const start = performance.now();
  parse(readFileSync(bank, 'utf8'));
  return performance.now() - start;
}
