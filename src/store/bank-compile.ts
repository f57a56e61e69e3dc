import { createHash } from 'node:crypto';
import { checkBank } from '../core/bank/check.ts';
import { compileBank } from '../core/bank/compile.ts';
import type { Finding } from '../core/bank/finding.ts';
import type { BankDocument } from '../core/bank/schema.ts';
import type { LoadedBank } from './bank-file.ts';
import { type Located, readBankSource } from './bank-source.ts';

/** Reads, checks and compiles a bank's text; every fault at once, in the order of the file. */
export function compileBankText(path: string, bytes: Uint8Array, revision: string): LoadedBank {
  const text = decodeUtf8(bytes);
  if (text === null) return { kind: 'faulty', path, faults: [at(1, 1, 'NOT_UTF8')] };
  const source = readBankSource(text);
  const broken = source.value === null && source.faults.length > 0;
  const findings = broken ? [] : checkBank(source.value).map((finding) => source.locate(finding));
  const faults = [...source.faults, ...findings].sort((a, b) => a.line - b.line || a.column - b.column);
  if (faults.length > 0) return { kind: 'faulty', path, faults };
  return { kind: 'bank', path, bank: compileBank(source.value as BankDocument, revision, shortHash) };
}

/** Twelve hexadecimal digits: enough to see that an item changed. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const at = (line: number, column: number, code: Finding['code']): Located => ({
  finding: { code, severity: 'error', path: [], params: {} },
  line,
  column,
});
