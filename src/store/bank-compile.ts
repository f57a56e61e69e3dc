import { createHash } from 'node:crypto';
import { checkRelations } from '../core/bank/check-relations.ts';
import { compileBank } from '../core/bank/compile.ts';
import type { Finding } from '../core/bank/finding.ts';
import { isPlainBank } from '../core/bank/plain-structure.ts';
import type { BankDocument } from '../core/bank/schema.ts';
import { isRecord } from '../core/bank/values.ts';
import type { LoadedBank } from './bank-file.ts';
import { MOST_FAULTS } from './bank-limits.ts';
import type { Located } from './bank-source.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { TEXT_FIELDS } from './text-fields.ts';

/** Reads, checks and compiles a bank's text; every fault at once, in the order of the file. */
export async function compileBankText(path: string, bytes: Uint8Array, revision: string): Promise<LoadedBank> {
  const text = decodeUtf8(bytes);
  if (text === null) return { kind: 'faulty', path, faults: [at(1, 1, 'NOT_UTF8')] };
  const plain = readPlainYaml(text, TEXT_FIELDS);
  if (plain && isSurelySound(plain.value)) return compiled(path, plain.value, revision);
  const { checkBank } = await import('../core/bank/check.ts');
  const found = plain && checkBank(plain.value);
  if (found?.length === 0) return compiled(path, plain?.value, revision);
  // Not plain, or not sound: the package reads it, and says where each fault stands.
  const { readBankSource } = await import('./bank-source.ts');
  const source = readBankSource(text);
  const broken = source.value === null && source.faults.length > 0;
  // What was read plainly has the faults that the package would find; where it cannot say their places, they have none.
  const isKnown = ({ code }: Finding): boolean => broken && source.faults.some(({ finding }) => finding.code === code);
  const findings = (found ?? (broken ? [] : checkBank(source.value))).filter((one) => !isKnown(one));
  if (source.faults.length + findings.length === 0) return compiled(path, source.value, revision);
  return { kind: 'faulty', path, faults: inOrder([...source.faults, ...findings.map((one) => source.locate(one))]) };
}

/** So plain that it can be told without the schema, and nothing in it contradicts anything else. */
function isSurelySound(value: unknown): boolean {
  if (!isRecord(value) || !isPlainBank(value)) return false;
  let isSound = true;
  checkRelations(value, () => {
    isSound = false;
  });
  return isSound;
}

/** In the order of the file, and no more than anybody reads; the last then says how many there are besides. */
function inOrder(all: readonly Located[]): readonly Located[] {
  const faults = [...all].sort((a, b) => a.line - b.line || a.column - b.column);
  const last = faults[MOST_FAULTS - 1];
  if (faults.length <= MOST_FAULTS || !last) return faults;
  const params = { count: faults.length - MOST_FAULTS };
  const more: Finding = { code: 'MORE_FAULTS', severity: 'error', path: [], params };
  return [...faults.slice(0, MOST_FAULTS), { finding: more, line: last.line, column: last.column }];
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
