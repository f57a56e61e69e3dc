import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInBanks } from '../../../src/core/bank/find.ts';
import { initialsOf } from '../../../src/store/pinyin.ts';
import { aBankOf, aShort, aSingle } from '../../support/written-items.ts';

const bank = aBankOf([
  aSingle({ id: 'stem', stem: '处理客户投诉时先做什么？', options: ['倾听', '解释', '补偿', '回访'], explanation: '' }),
  aSingle({ id: 'option', stem: '先做什么？', options: ['ＳＬＡ', '乙', '丙', '丁'], explanation: '' }),
  aShort({ id: 'point', stem: '怎样安抚？', answer: '先道歉。', points: [{ text: '致歉', keywords: [], points: 1 }] }),
]);
const found = (wanted: string) =>
  findInBanks([bank], wanted, initialsOf).map(({ question, field }) => [question.question.id, field]);

describe('finding in banks', () => {
  test.each([
    ['客户投诉', [['stem', 'stem']]],
    ['khts', [['stem', 'stem']]],
    ['KHTS', [['stem', 'stem']]],
    ['sla', [['option', 'option']]],
    ['致歉', [['point', 'answer']]],
    ['zq', [['point', 'answer']]],
    ['没有这句', []],
    ['  ', []],
  ])('%s', (wanted, where) => {
    expect(found(wanted)).toEqual(where);
  });

  test('what is found stands where it was found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, behind) => {
        const [match] = findInBanks(
          [aBankOf([aSingle({ stem: `${before}客户投诉${behind}` })])],
          '客户投诉',
          initialsOf,
        );
        expect(match?.text.slice(match.at, match.at + match.length)).toBe('客户投诉');
      }),
    );
  });

  test('initials have the length of their text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => initialsOf(text).length === text.length));
    expect(initialsOf('长沙银行')).toHaveLength(4);
  });
});
