import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/bank/item.ts';
import { Company } from '../../../src/core/exam/company.ts';
import { profileOf } from '../../../src/core/exam/profile.ts';
import { aCase, aSingle, aTruth } from '../../support/drill-questions.ts';

function clash(one: Item, other: Item): boolean {
  const company = new Company();
  company.add(profileOf(one));
  return company.clashesWith(profileOf(other));
}

const choice = (stem: string, options: readonly string[], key = 'A'): Item => aSingle('q', { stem, options, key });
const OPTIONS = ['甲一', '乙二', '丙三', '丁四'];

describe('two items ask the same', () => {
  test('where only width, spaces and punctuation differ', () => {
    const stem = '演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。';
    expect(clash(choice(stem, OPTIONS), choice(stem.replaceAll('，', ', ').replace('（  ）', '( )'), OPTIONS))).toBe(
      true,
    );
  });

  test('where a statement is turned into its opposite', () => {
    const stem = '客户投诉时，客服人员应当先处理客户的心情，再处理客户的事情';
    expect(clash(aTruth('a', { stem }), aTruth('b', { stem: stem.replace('应当', '不应当') }))).toBe(true);
  });

  test('where stems that share two thirds have the same options', () => {
    const one = '下列各项当中，属于服务质量五个维度的一项是';
    const other = '下面各项当中，属于服务质量五个维度的一项为';
    expect(clash(choice(one, OPTIONS), choice(other, OPTIONS.toReversed()))).toBe(true);
    expect(clash(choice(one, OPTIONS), choice(other, ['戊', '己', '庚', '辛']))).toBe(false);
  });

  test('but not where a usual stem has other options', () => {
    const stem = '下列说法正确的是（  ）。';
    expect(clash(choice(stem, OPTIONS), choice(stem, ['戊', '己', '庚', '辛']))).toBe(false);
  });

  test('and two different questions do not', () => {
    expect(clash(aTruth('a', { stem: '微笑是服务的起点。' }), aTruth('b', { stem: '电话应在三声内接听。' }))).toBe(
      false,
    );
  });
});

describe('an item gives another away', () => {
  const asked = choice('服务不能储存，这是它的', ['无形性质', '易逝性质', '差异性质', '不可分性'], 'B');
  const told = aTruth('t', { stem: '座位卖不出去就永远失去，这就是所谓的“易逝性质”。' });

  test('whichever of the two comes first', () => {
    expect(clash(asked, told)).toBe(true);
    expect(clash(told, asked)).toBe(true);
  });

  test('also from the material of a case', () => {
    expect(clash(asked, { ...aCase('c', 1), material: '老师讲到了易逝性质。' })).toBe(true);
  });

  test('but a wrong option or a word of three characters tells nothing', () => {
    expect(clash(asked, aTruth('t', { stem: '服务有差异性质。' }))).toBe(false);
    expect(clash(choice('服务不能储存，这是它的', OPTIONS), aTruth('t', { stem: '甲一在前。' }))).toBe(false);
  });
});
