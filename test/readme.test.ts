import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALLOWANCE_CODES, FINDING_CODES } from '../src/core/bank/finding.ts';
import { RULE_IDS } from '../src/core/bank/writing/rule.ts';
import { compileBankText } from '../src/store/bank-compile.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the README lists every fault code of banks', () => {
  expect(FINDING_CODES.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
});

test('the README lists every rule of item writing', () => {
  expect([...RULE_IDS, ...ALLOWANCE_CODES].filter((id) => !readme.includes(id))).toEqual([]);
});

test('the banks in the README load as they stand', async () => {
  const [whole = '', sample = ''] = [...readme.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text);
  const head = 'format: quiz-bank/1\nid: sample\ntitle: Sample\n';
  for (const text of [whole, head + sample])
    expect(await compileBankText('README.md', Buffer.from(text), '')).toMatchObject({ kind: 'bank' });
});

test('the README lists every code of what stops a command', () => {
  const source = new URL('../src/', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const codes = files.flatMap((file) => {
    const text = readFileSync(new URL(file, source), 'utf8');
    const thrown = [...text.matchAll(/new (?:UserError|StoreFault|SyncFault)\(([\s\S]*?)(?:,|\))/g)].flatMap(
      ([, first]) => quoted(first),
    );
    // Most are chosen elsewhere than where they are thrown: there they are members of a type, one a line.
    const types = [...text.matchAll(/^export type \w*FaultCode =([\s\S]*?);$/gm)].flatMap(([, members]) =>
      quoted(members),
    );
    return [...thrown, ...types];
  });
  expect(codes).toEqual(expect.arrayContaining(['BANK_NOT_FOUND', 'HISTORY_NEWER', 'GIT_OLD', 'REMOTE_DAMAGED']));
  expect([...new Set(codes)].filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
});

const quoted = (text = ''): string[] => [...text.matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, code]) => code as string);
