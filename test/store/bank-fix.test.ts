import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fixBankText } from '../../src/store/bank-fix.ts';

const HEAD = 'format: quiz-bank/1\nid: demo\ntitle: 示例\n';

const TEXT = `${HEAD}# 题目
items:
  # 第一题
  - type: single      # 没有 id
    stem: 投诉应在几天内答复？
    options: [10 天, 7 天, 15 天]   # 乱序
    answer: Ｂ
  - { type: boolean, stem: 服务可以储存。, answer: 错 }
  - id:
    type: multiple
    stem: 哪些对？
    options: [甲, 乙, 丙]
    answer: ａｃ
`;

describe('mending a bank in place', () => {
  const { text, mended } = fixBankText(TEXT);
  const { items } = parse(text) as { items: Record<string, unknown>[] };

  test('gives missing and empty ids, from what is asked', () => {
    expect(items.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^single-[0-9a-f]{6}$/),
      expect.stringMatching(/^boolean-[0-9a-f]{6}$/),
      expect.stringMatching(/^multiple-[0-9a-f]{6}$/),
    ]);
    expect(fixBankText(TEXT).text).toBe(text);
  });

  test('puts numbers in order and turns the key with them', () => {
    expect(items[0]).toMatchObject({ options: ['7 天', '10 天', '15 天'], answer: 'A' });
  });

  test('narrows full-width letters in keys', () => {
    expect(items[2]?.answer).toBe('AC');
  });

  test('keeps comments and layout, and says what it did', () => {
    for (const comment of ['# 题目', '# 第一题', '# 没有 id', '# 乱序']) expect(text).toContain(comment);
    expect(mended.map(({ kind, line }) => [kind, line])).toEqual([
      ['id', 7],
      ['order', 10],
      ['id', 11],
      ['id', 12],
      ['key', 16],
    ]);
  });

  test('is done once: what was mended stays as it is', () => {
    expect(fixBankText(text)).toEqual({ text, mended: [] });
  });

  test('leaves alone what it cannot read, numbers that fall, and letters that may name an option or not', () => {
    for (const alone of ['a: [', 'items: 3', '']) expect(fixBankText(alone)).toEqual({ text: alone, mended: [] });
    const item = (options: string, more = '') =>
      `${HEAD}items:\n  - { id: a, type: single, stem: 几天？, options: [${options}], answer: A${more} }\n`;
    for (const alone of [item('15, 10, 7'), item('10, 7, 15', ', explanation: "选 A"')])
      expect(fixBankText(alone).text).toBe(alone);
    const followed = fixBankText(item('10, 7, 15', ', explanation: "{A}对，{B}少了，{C}多了"')).text;
    expect(followed).toBe(
      item('7, 10, 15', ', explanation: "{B}对，{A}少了，{C}多了"').replace('answer: A', 'answer: B'),
    );
  });

  test('two items with the same words get two ids', () => {
    const twice = `${HEAD}items:\n  - { type: boolean, stem: 同, answer: 对 }\n  - { type: boolean, stem: 同, answer: 对 }\n`;
    const ids = (parse(fixBankText(twice).text) as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
});
