import { readFileSync } from 'node:fs';
import type { Bank } from '../core/bank/bank.ts';
import type { Finding } from '../core/bank/finding.ts';
import { reviewBank } from '../core/bank/writing/review.ts';
import type { Located } from './bank-source.ts';
import { naming } from './store-fault.ts';

/** Remarks on a sound bank, each with its place in the file, in the order of the file. */
export async function reviewFile(path: string, bank: Bank): Promise<Located[]> {
  const findings: Finding[] = reviewBank(bank);
  if (findings.length === 0) return [];
  const { readBankSource } = await import('./bank-source.ts');
  const source = readBankSource(naming('CANNOT_READ', path, () => readFileSync(path, 'utf8')));
  return findings.map((finding) => source.locate(finding)).sort((a, b) => a.line - b.line || a.column - b.column);
}
