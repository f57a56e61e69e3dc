import { describe, expect, test } from 'vitest';
import { reviewBank } from '../../src/core/bank/writing/review.ts';
import { MOST_FAULTS, MOST_KEYS } from '../../src/store/bank-limits.ts';
import { bankOf, bankText, faultsOf, SOUND } from '../support/bank-text.ts';

const times = (count: number, piece: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => piece(n)).join('');

/** Codes, each once, in the order of the file; and no bank takes longer than this to be refused, on any machine. */
const SECONDS = 10;
async function refusal(text: string): Promise<string[]> {
  const began = performance.now();
  const faults = await faultsOf(text);
  expect((performance.now() - began) / 1000).toBeLessThan(SECONDS);
  return [...new Set(faults.map(({ code }) => code))];
}
const head = (text: string): string => bankText(SOUND, text);
const item = (fields: string): string => bankText(`  - { id: a, ${fields} }\n`);

describe('a bank of a million of anything is refused in seconds', () => {
  test.each<[what: string, code: string, text: () => string]>([
    ['keys in a block', 'TOO_MANY_VALUES', () => head(times(1_000_000, (n) => `k${n}: 1\n`))],
    ['keys in brackets', 'TOO_MANY_VALUES', () => head(`topics: {${times(600_000, (n) => `k${n}: 1,`)}}\n`)],
    [
      'keys, of a text that is not plain',
      'TOO_MANY_VALUES',
      () => `x: &a 1\n${head(times(1_000_000, (n) => `k${n}: 1\n`))}`,
    ],
    ['entries', 'TOO_MANY_VALUES', () => bankText('  - 1\n'.repeat(1_000_000))],
    ['entries in brackets', 'TOO_MANY_VALUES', () => head(`topics: [${'1,'.repeat(700_000)}]\n`)],
    ['comments', 'TOO_MANY_VALUES', () => head('# x\n'.repeat(1_000_000))],
    ['blank lines', 'TOO_MANY_VALUES', () => head('\n'.repeat(1_000_000))],
    ['brackets', 'TOO_DEEP', () => head(`topics: ${'['.repeat(1_000_000)}`)],
    ['spaces in a line', 'TOO_LONG', () => bankText().replace('小题库', `小${' '.repeat(1_000_000)}库`)],
    ['characters in a key', 'TOO_LONG', () => head(`${'k'.repeat(1_000_000)}: 1\n`)],
    ['characters in an id', 'BAD_ID', () => bankText().replace('id: b', `id: ${'b'.repeat(1_000_000)}`)],
  ])('%s', async (_, code, text) => {
    expect(await refusal(text())).toContain(code);
  });
});

describe('a map or a list that is too large has one fault, where it stands', () => {
  test('a map', async () => {
    expect(await faultsOf(head(`topics:\n${times(MOST_KEYS + 1, (n) => `  t${n}: { title: x }\n`)}`))).toEqual([
      { code: 'TOO_MANY', line: 5, column: 3 },
    ]);
  });

  test('options, blanks, and accepted texts', async () => {
    expect(await refusal(item(`type: single, stem: 问, answer: A, options: [${'{},'.repeat(50_000)}]`))).toEqual([
      'TOO_MANY',
    ]);
    expect(await refusal(item(`type: blank, stem: ____, answer: [[${'{},'.repeat(30_000)}]]`))).toContain('TOO_MANY');
    const blanks = `type: blank, stem: "${'____ '.repeat(1000)}", answer: [${'甲,'.repeat(1000)}]`;
    expect(await refusal(item(`${blanks}, any-order: [[${times(1000, (n) => `${n + 1},`)}]]`))).toContain('TOO_MANY');
  });

  test('as many levels as people write are read, more are not', async () => {
    const nested = (levels: number): string =>
      times(levels, (n) => `${'  '.repeat(n)}topics:\n${'  '.repeat(n)} t${n}:\n`);
    expect(await refusal(head(`topics: ${'{ a: { title: 甲, topics: '.repeat(20)}{}${' } }'.repeat(20)}\n`))).toEqual(
      [],
    );
    expect(await refusal(head(`topics: ${'{ a: { title: 甲, topics: '.repeat(60)}{}${' } }'.repeat(60)}\n`))).toEqual([
      'TOO_DEEP',
    ]);
    expect(await refusal(nested(300))).toEqual(['TOO_DEEP']);
    for (const mark of ['[', '{a: ', '- ', '? ', '!!seq [', '&a ['])
      expect((await refusal(`topics:\n  ${mark.repeat(20_000)}`)).length).toBeGreaterThan(0);
  });
});

describe('a bank of a great many faults', () => {
  test('names the first ten thousand, and says how many more there are', async () => {
    const faults = await faultsOf(head(times(15_000, (n) => `k${n}: 1\n`)));
    expect(faults).toHaveLength(MOST_FAULTS + 1);
    expect(faults.at(-1)?.code).toBe('MORE_FAULTS');
    expect(faults.slice(0, 2)).toMatchObject([{ line: 4 }, { line: 5 }]);
  });

  test('names that are nowhere are looked for only so often', async () => {
    const topics = times(1_000, (n) => `  t${n}: { title: x }\n`);
    const items = times(3_000, (n) => `  - { id: q${n}, type: boolean, topic: u${n}, stem: 问, answer: 对 }\n`);
    expect(await refusal(bankText(items, `topics:\n${topics}`))).toEqual(['UNKNOWN_TOPIC']);
    const listed = times(3_000, (n) => `u${n},`);
    const paper = `papers: { p: { title: 卷, sections: [{ title: 节, items: [${listed}] }] } }\n`;
    expect(await refusal(bankText(items.replaceAll(/topic: u\d+, /g, ''), paper))).toEqual(['UNKNOWN_ITEM']);
  });

  test('papers that would be looked through for hours', async () => {
    const sections = `[${'{ title: 节, count: 1 },'.repeat(60)}]`;
    const papers = times(100, (n) => `  p${n}: { title: 卷, sections: ${sections} }\n`);
    const items = times(1_000, (n) => `  - { id: q${n}, type: boolean, stem: 问, answer: 对 }\n`);
    expect(await refusal(bankText(items, `papers:\n${papers}`))).toContain('TOO_MANY');
  });
});

test('ten thousand times the same question is reviewed in seconds', async () => {
  const same = (n: number): string =>
    `  - { id: q${n}, type: single, stem: 座位空着就卖不出去说明了服务的哪种特点, options: [无形特点, 易逝特点, 差异特点], answer: A }\n`;
  const bank = await bankOf(bankText(times(10_000, same)));
  const began = performance.now();
  const codes = new Set(reviewBank(bank).map(({ code }) => code));
  expect((performance.now() - began) / 1000).toBeLessThan(SECONDS);
  expect([...codes]).toEqual(expect.arrayContaining(['W21', 'W01']));
});
