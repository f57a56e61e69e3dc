import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FINDING_CODES } from '../src/core/bank/finding.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the README lists every fault code of banks', () => {
  expect(FINDING_CODES.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
});
