import { createHash } from 'node:crypto';
import { checkBank } from '../core/bank/check.ts';
import { compileBank } from '../core/bank/compile.ts';
import type { Finding } from '../core/bank/finding.ts';
import type { BankDocument } from '../core/bank/schema.ts';
import type { LoadedBank } from './bank-file.ts';
import type { Located } from './bank-source.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { TEXT_FIELDS } from './text-fields.ts';

/** Reads, checks and compiles a bank's text; every fault at once, in the order of the file. */
export async function compileBankText(path: string, bytes: Uint8Array, revision: string): Promise<LoadedBank> {
  const text = decodeUtf8(bytes);
  if (text === null) return { kind: 'faulty', path, faults: [at(1, 1, 'NOT_UTF8')] };
  const plain = readPlainYaml(text, TEXT_FIELDS);
  if (plain && checkBank(plain.value).length === 0) return compiled(path, plain.value, revision);
  // Not plain, or not sound: the package reads it, and says where each fault stands.
  const { readBankSource } = await import('./bank-source.ts');
  const source = readBankSource(text);
  const broken = source.value === null && source.faults.length > 0;
  const findings = broken ? [] : checkBank(source.value).map((finding) => source.locate(finding));
  const faults = [...source.faults, ...findings].sort((a, b) => a.line - b.line || a.column - b.column);
  return faults.length > 0 ? { kind: 'faulty', path, faults } : compiled(path, source.value, revision);
}

const compiled = (path: string, value: unknown, revision: string): LoadedBank => ({
  kind: 'bank',
  path,
  bank: compileBank(value as BankDocument, revision, shortHash),
});

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
