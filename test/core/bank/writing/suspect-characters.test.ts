import { expect, test } from 'vitest';
import { reviewBank } from '../../../../src/core/bank/writing/review.ts';
import { withDetails } from '../../../../src/messages/details.ts';
import { messagesFor } from '../../../../src/messages/messages.ts';
import { bankOf, codesOf } from '../../../support/bank-text.ts';
import { bankWith, evil, evilBank, harmIn, PAYLOADS, pathsOfTexts } from '../../../support/hostile.ts';
import { aBankOf, aBlank, aSingle } from '../../../support/written-items.ts';

const suspectsIn = async (text: string) => reviewBank(await bankOf(text)).filter(({ code }) => code === 'E05');

test('every text of a bank is looked at, and every remark has the place of one', async () => {
  const remarks = await suspectsIn(evilBank());
  const places = pathsOfTexts(bankWith(evil), (text) => text.includes(PAYLOADS.csi));
  const isOf = (path: readonly unknown[], place: readonly unknown[]): boolean =>
    path.length >= Math.min(3, place.length) && path.every((name, depth) => place[depth] === name);
  expect(places.filter((place) => !remarks.some(({ path }) => isOf(path, place)))).toEqual([]);
  // An allowance is one text, rule and reason.
  expect(remarks).toHaveLength(places.length - 1);
});

test.each(Object.entries(PAYLOADS))('each kind is found by itself: %s', async (_, payload) => {
  expect(await suspectsIn(evilBank((word) => `${word}${payload}${word}`))).not.toEqual([]);
});

test('a bank without them has nothing to remark', async () => {
  expect(await suspectsIn(evilBank((word) => `${word} 👩🏽‍💻 می\u200cخواهم`))).toEqual([]);
});

test('the message shows where, and does no harm itself, in both languages', async () => {
  const remarks = await suspectsIn(evilBank());
  for (const language of ['zh', 'en'] as const) {
    const words = withDetails(messagesFor(language)).findings;
    for (const { code, params } of remarks) {
      const { message, hint } = words[code](params);
      expect(harmIn(message + hint)).toEqual([]);
      expect(message).toMatch(/⟨U\+[0-9A-F]+⟩/);
    }
  }
});

test('an item may allow it, and a part of a case too', () => {
  const codes = (fields: object) => reviewBank(aBankOf([aSingle(fields)])).map(({ code }) => code);
  expect(codes({ stem: '演出开始后仍空着的座位\u200b再也卖不出去，这体现了服务的哪种特点？' })).toEqual(['E05']);
  expect(
    codes({ stem: '演出开始后仍空着的座位\u200b再也卖不出去，这体现了服务的哪种特点？', allow: { E05: '考的就是它' } }),
  ).toEqual([]);
});

test('an accepted text that nothing can match is remarked', () => {
  const codes = (accept: string[]) =>
    reviewBank(aBankOf([aBlank({ blanks: [{ accept, exact: false, unit: '', points: 1 }] })])).map(({ code }) => code);
  expect(codes(['顾客总成本', '。'])).toEqual(['E07']);
  expect(codes(['“”'])).toEqual(['E07']);
  expect(codes(['C++'])).toEqual([]);
});

test('two options that differ in what cannot be seen are the same, and a text of it is empty', async () => {
  const items = (fields: string): string =>
    `format: quiz-bank/1\nid: b\ntitle: 题库\nitems:\n  - { id: a, ${fields} }\n`;
  expect(await codesOf(items('type: single, stem: 问, options: ["甲", "甲\\u200b"], answer: A'))).toEqual([
    'SAME_OPTIONS',
  ]);
  expect(await codesOf(items('type: single, stem: 问, options: ["甲", "\\u202e甲\\u200d"], answer: A'))).toEqual([
    'SAME_OPTIONS',
  ]);
  expect(await codesOf(items('type: boolean, stem: "\\u200b\\u2060", answer: 对'))).toEqual(['EMPTY_TEXT']);
});
