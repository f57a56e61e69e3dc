import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemDocument } from '../../src/core/bank/schema.ts';
import { bankText } from '../../src/store/bank-text.ts';
import { bankIn, itemsIn, updatedBankText } from '../../src/store/bank-update.ts';

const TEXT = `# 我的题库
format: quiz-bank/1
id: b
title: 题库   # 名字
items:
  # 开头
  - id: one
    type: single
    stem: |
      第一行
      第二行
    options: [甲, 乙]   # 两个
    answer: A  # 核对过
    explanation: >-
      折起来的
      解析

  - { id: two, type: boolean, stem: 对吗？, answer: 对 } # 一行
  # 末尾
`;

const changed = (index: number, fields: object, without: readonly string[] = []): ItemDocument[] =>
  itemsIn(TEXT).map((item, at) =>
    at === index
      ? (Object.fromEntries(
          Object.entries({ ...item, ...fields }).filter(([key]) => !without.includes(key)),
        ) as ItemDocument)
      : item,
  );

describe("a bank's text with its items changed", () => {
  test('is the same to the letter where nothing is', () => {
    expect(updatedBankText(TEXT, { items: itemsIn(TEXT), added: [] })).toBe(TEXT);
  });

  test('differs only in the fields that do', () => {
    expect(updatedBankText(TEXT, { items: changed(0, { answer: 'B' }), added: [] })).toBe(
      TEXT.replace('answer: A', 'answer: B'),
    );
    expect(updatedBankText(TEXT, { items: changed(1, { answer: false }), added: [] })).toBe(
      TEXT.replace('answer: 对', 'answer: false'),
    );
    expect(updatedBankText(TEXT, { items: changed(0, { stem: '一行' }), added: [] })).toBe(
      TEXT.replace('|\n      第一行\n      第二行', '一行'),
    );
    expect(updatedBankText(TEXT, { items: changed(0, { difficulty: 4 }), added: [] })).toBe(
      TEXT.replace('single\n', 'single\n    difficulty: 4\n'),
    );
    expect(updatedBankText(TEXT, { items: changed(0, {}, ['explanation']), added: [] })).toBe(
      TEXT.replace(/ {4}explanation: >-\n.*\n.*\n/, ''),
    );
  });

  test('has new items where they belong, and every comment', () => {
    const item = { id: 'new', type: 'boolean', stem: '新的？', answer: true } as ItemDocument;
    const text = updatedBankText(TEXT, {
      items: itemsIn(TEXT),
      added: [
        { item, after: 0 },
        { item: { ...item, id: 'last' }, after: 1 },
      ],
    });
    expect(itemsIn(text).map(({ id }) => id)).toEqual(['one', 'new', 'two', 'last']);
    for (const comment of TEXT.match(/#.*/g) ?? []) expect(text).toContain(comment);
  });

  test.each([
    'format: quiz-bank/1\nid: b\ntitle: b\nitems: [{ id: one, type: boolean, stem: a, answer: true }]\n',
    'format: quiz-bank/1\nid: b\ntitle: b\nitems:\n- &x\n  id: one\n  type: boolean\n  stem: a\n  answer: true\n',
    '{ "format": "quiz-bank/1", "id": "b", "title": "b", "items": [{ "id": "one", "type": "boolean", "stem": "a", "answer": true }] }\n',
  ])('is right in unusual layouts too: %#', (text) => {
    const items = [{ ...itemsIn(text)[0], stem: 'b: #', explanation: 'x\n\ny' } as ItemDocument];
    const added = [{ item: { id: 'two', type: 'boolean', stem: 'c', answer: false } as ItemDocument, after: -1 }];
    expect(itemsIn(updatedBankText(text, { items, added }))).toEqual([added[0]?.item, items[0]]);
  });

  test.each([' \n', '\n', '\t\n', ' \n甲', '甲\n '])('keeps an explanation of blanks: %j', (explanation) => {
    const one = { id: 'x', type: 'single', stem: '甲', options: ['甲', '乙'], answer: 'A' } as ItemDocument;
    const text = bankText({ ...bankIn(TEXT), items: [one] }, 's');
    const items = [{ ...one, explanation } as ItemDocument];
    expect(itemsIn(updatedBankText(text, { items, added: [] }))).toEqual(items);
  });

  test('says what it shall, whatever the texts are', () => {
    const said = fc.string({
      unit: fc.constantFrom(...'甲a:#-|>\'"{}[],&*!%@` \n\t', '# ', ': ', '---'),
      minLength: 1,
      maxLength: 12,
    });
    const texts = fc.tuple(said, said, fc.array(said, { minLength: 2, maxLength: 4 }), fc.option(said));
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (before, after, adds) => {
        const itemOf = ([stem, answer, options, explanation]: typeof before): ItemDocument =>
          ({
            id: 'x',
            type: 'single',
            stem,
            options,
            answer,
            ...(explanation === null ? {} : { explanation }),
          }) as ItemDocument;
        const one = { id: 'y', type: 'boolean', stem: 'y', answer: true } as ItemDocument;
        const text = bankText({ ...bankIn(TEXT), items: [itemOf(before), one] }, 's');
        const change = { items: [itemOf(after), one], added: adds ? [{ item: itemOf(before), after: 0 }] : [] };
        const wanted = [itemOf(after), ...(adds ? [itemOf(before)] : []), one];
        expect(itemsIn(updatedBankText(text, change))).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});
