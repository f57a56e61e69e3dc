import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readBankSource } from '../../src/store/bank-source.ts';
import { readPlainYaml } from '../../src/store/plain-yaml.ts';
import { TEXT_FIELDS } from '../../src/store/text-fields.ts';

const plain = (text: string) => readPlainYaml(text, TEXT_FIELDS);

/** What is read plainly is what the package reads, without a fault; giving up is always right. */
function expectAgreement(text: string): void {
  const read = plain(text);
  if (!read) return;
  const source = readBankSource(text);
  expect({ text, value: read.value, faults: [] }).toEqual({ text, value: source.value, faults: source.faults });
}

describe('plain YAML', () => {
  test('reads the shipped bank, and as the package does', () => {
    const text = readFileSync(new URL('../../banks/l3-theory.yaml', import.meta.url), 'utf8');
    expect(plain(text)).not.toBeNull();
    expectAgreement(text);
  });

  test.each([
    ['a map', 'id: a\ntitle: 客户 服务\n'],
    ['lists and maps below keys', 'items:\n  - id: a\n    options: [甲, 乙]\n  - id: b\n    tags:\n    - x\n    - y\n'],
    ['flow over several lines', 'topics:\n  a: { title: 甲,\n    notes: 乙 }\n'],
    ['a literal block', 'notes: |\n  第一行\n\n    缩进\n  # 不是注释\nid: a\n'],
    ['quotes', "title: \"甲: 乙 # 丙\"\nid: 'it''s'\n"],
    ['comments', '# 前\nid: a # 后\n\n# 中\ntitle: b\n'],
    [
      'numbers and truth values, as written in text fields',
      'minutes: 90\nwrong: -0.5\noptions: [007, 1.50, true]\nshuffle: false\n',
    ],
    ['CRLF and a byte order mark', '\ufeffid: a\r\ntitle: b\r\n'],
  ])('reads %s', (_, text) => {
    expectAgreement(text);
  });

  test.each([
    ['a full-width space at either end', 'a: \u3000开头 结尾\u3000\n'],
    ['a full-width space before a #', 'a: 客户\u3000#1 的意思\n'],
    ['a no-break space in a list', 'a: [x\u00a0, \u00a0y]\n'],
  ])('keeps %s', (_, text) => {
    expect(plain(text)).not.toBeNull();
    expectAgreement(text);
  });

  test.each([
    ['a blank line within brackets', 'a: ["x\n\n  y"]\n'],
    ['a comment within brackets', 'a: [x,\n  # c\n  y]\n'],
    ['an anchor', 'a: &x 1\nb: *x\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a folded block', 'a: >\n  b\n  c\n'],
    ['a text over two lines', 'a: b\n  c\n'],
    ['an escape', 'a: "b\\n"\n'],
    ['a repeated key', 'a: 1\na: 2\n'],
    ['a tab', 'a:\tb\n'],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a merge key', '<<: { a: 1 }\n'],
    ['a colon inside a text', 'a: b: c\n'],
    ['an indicator', 'a: @b\n'],
    ['an unclosed bracket', 'a: [b\n'],
    ['a list in a list', '- - a\n'],
    ['nothing', ''],
  ])('leaves %s to the package', (_, text) => {
    expect(plain(text)).toBeNull();
  });

  test('agrees with the package on whatever it reads', () => {
    const piece = fc.constantFrom(
      ...[
        'id',
        'title',
        'options',
        'answer',
        'notes',
        'a',
        'b',
        '甲',
        '乙 丙',
        '1',
        '007',
        '-0.5',
        'true',
        'null',
        '~',
      ],
      ...[
        ': ',
        ':',
        '- ',
        '-',
        ', ',
        ',',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '#',
        ' #',
        '|',
        '>',
        '&',
        '*',
        '!',
        '?',
        '%',
        '@',
      ],
      ...[
        '\n',
        '\n',
        '\n  ',
        '\n  ',
        '\n    ',
        '\n- ',
        '\n  - ',
        ' ',
        '  ',
        '\t',
        '\r\n',
        '---\n',
        '...',
        '____',
        '（  ）',
        '：',
      ],
    );
    const noise = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    const shaped = fc
      .array(
        fc.tuple(
          fc.constantFrom('', '  ', '    ', '- ', '  - '),
          fc.constantFrom('id', 'title', 'options', 'x'),
          noise,
        ),
      )
      .map((lines) => lines.map(([indent, key, rest]) => `${indent}${key}: ${rest}`).join('\n'));
    fc.assert(fc.property(fc.oneof(noise, shaped), expectAgreement), { numRuns: 3000 });
  });

  test('agrees on values that the package itself wrote', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙丙 ab1:,-#\'"[]{}|>&*!%@`?~.\n'), maxLength: 12 });
    const value = fc.dictionary(
      fc.constantFrom('id', 'title', 'stem', 'x', 'y'),
      fc.oneof(text, fc.array(text, { maxLength: 3 })),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 3 }), (items) => {
        expectAgreement(stringify({ items }, { lineWidth: 0 }));
      }),
      { numRuns: 300 },
    );
  });
});
