import { describe, expect, test } from 'vitest';
import { fixBankText } from '../../src/store/bank-fix.ts';
import { bankOf, bankText, codesOf, faultsOf, SOUND } from '../support/bank-text.ts';

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

describe('a text that means harm', () => {
  test('no tag is followed, on a text, a map or a list', async () => {
    for (const value of ["!!js/function 'x'", '!evil { a: 1 }', '!evil [a]', '!!binary aGk=', '!!set { a }'])
      expect(await codesOf(bankText().replace('小题库', value))).toContain('YAML_TAG');
  });

  test('aliases that unfold into a billion are refused', async () => {
    const laughs = lines(8, (n) => `x${n + 1}: &x${n + 1} [${Array(10).fill(`*x${n}`).join(', ')}]\n`);
    expect(await codesOf(`x0: &x0 哈\n${laughs}`)).toEqual(['YAML_ALIASES']);
  });

  test('an alias inside its own anchor, and one without an anchor', async () => {
    expect(await codesOf(bankText(SOUND, 'topics: &t { a: { title: 甲, topics: *t } }\n'))).toEqual(['YAML_ALIASES']);
    expect(await codesOf(bankText().replace('小题库', '*nothing'))).toEqual(['YAML_SYNTAX']);
  });

  test('nesting that overflows the reader is one fault', async () => {
    expect(await codesOf(`x: ${'['.repeat(100_000)}`)).toEqual(['TOO_DEEP']);
    expect(await codesOf(bankText(SOUND, `topics: ${'{ a: { title: 甲, topics: '.repeat(2_000)}`))).toEqual([
      'TOO_DEEP',
    ]);
  });

  test.each(['- ', '? ', ': ', '- ? ', '- -  '])('so is nesting without brackets: %j', async (mark) => {
    expect(await codesOf(mark.repeat(20_000))).toEqual(['TOO_DEEP']);
    expect(fixBankText(mark.repeat(20_000)).mended).toEqual([]);
  });

  test('names that JavaScript knows are names like others', async () => {
    const named = (name: string): string => bankText(SOUND, `topics: { ${name}: { title: 甲 } }\n`);
    expect((await bankOf(named('constructor'))).topics).toEqual([{ path: 'constructor', title: '甲', notes: '' }]);
    expect(await codesOf(named('__proto__'))).toEqual(['BAD_ID']);
    expect(await codesOf(bankText(SOUND, 'papers: { __proto__: 3 }\n'))).toEqual(['BAD_ID']);
    const bands = 'papers: { p: { title: 卷, bands: { __proto__: 9 }, sections: [{ title: 节, count: 1 }] } }\n';
    expect(await codesOf(bankText(SOUND, bands))).toEqual(['BAD_ID']);
    expect(await codesOf(bankText(SOUND, '__proto__: { items: [] }\nconstructor: 1\n'))).toEqual([
      'UNKNOWN_FIELD',
      'UNKNOWN_FIELD',
    ]);
    expect(({} as Record<string, unknown>).items).toBeUndefined();
  });

  test('a NUL is pointed at', async () => {
    expect(await faultsOf(bankText().replace('小题库', '小\0库'))).toEqual([
      { code: 'YAML_SYNTAX', line: 3, column: 9 },
    ]);
  });

  test('what is no map is no bank', async () => {
    for (const text of ['', '# 空\n', '~', '题', '- 题', '42', '{}'])
      expect(await faultsOf(text)).toEqual([{ code: 'NOT_A_BANK', line: 1, column: 1 }]);
  });
});

describe('a great many faults', () => {
  test('three thousand repeated keys are each reported', async () => {
    const codes = await codesOf(
      bankText(
        SOUND,
        lines(3_000, () => 'license: MIT\n'),
      ),
    );
    expect(codes).toEqual(Array(2_999).fill('DUPLICATE_KEY'));
  });

  test('ten thousand unknown keys in one map take seconds, not minutes', { timeout: 8_000 }, async () => {
    expect(
      await faultsOf(
        bankText(
          SOUND,
          lines(10_000, (n) => `k${n}: 1\n`),
        ),
      ),
    ).toHaveLength(10_000);
  });

  test('three thousand items under one id are each reported', async () => {
    expect(await codesOf(bankText(SOUND.repeat(3_000)))).toEqual(Array(2_999).fill('DUPLICATE_ID'));
  });
});

describe('a text from another machine', () => {
  test('CRLF line ends and a byte order mark make no difference', async () => {
    const { items } = await bankOf(bankText());
    for (const text of [bankText().replaceAll('\n', '\r\n'), `\uFEFF${bankText()}`])
      expect((await bankOf(text)).items).toEqual(items);
    const notes = (end: string): string =>
      bankText(SOUND, 'topics:\n  a:\n    title: 甲\n    notes: |\n      一\n      二\n').replaceAll('\n', end);
    expect((await bankOf(notes('\r\n'))).topics).toEqual((await bankOf(notes('\n'))).topics);
  });

  test('the place of a fault is the same with CRLF', async () => {
    const text = bankText('  - { id: a, type: boolean, stem: 问, answer: 或许 }\n');
    expect(await faultsOf(text.replaceAll('\n', '\r\n'))).toEqual(await faultsOf(text));
  });
});

test('an unquoted brace is one fault, not one for each word behind it', async () => {
  const items = [1, 2, 3].map(
    (n) => `  - { id: q${n}, type: boolean, stem: 对吗？, answer: 对, explanation: 因为{A}对。 }\n`,
  );
  const faults = await faultsOf(bankText(items.join('')));
  expect(faults.every(({ code, line }) => code === 'YAML_SYNTAX' && line === 5)).toBe(true);
  expect(faults.length).toBeLessThanOrEqual(3);
});
