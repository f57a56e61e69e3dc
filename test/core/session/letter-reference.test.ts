import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterAt } from '../../../src/core/bank/item.ts';
import { namedLetters, relabel } from '../../../src/core/session/letter-reference.ts';

/** A stands in the second place, B in the fourth, C in the first, D in the third. */
const ORDER = ['C', 'A', 'D', 'B'];

describe('letters that name options', () => {
  test.each([
    ['{B} 因此是答案。', 'D 因此是答案。'],
    ['{ B }与{A}相反。', 'D与B相反。'],
    ['B项说的是服务。', 'D项说的是服务。'],
    ['B选项错误。', 'D选项错误。'],
    ['故选B。', '故选D。'],
    ['因此应选 B。', '因此应选 D。'],
    ['选项A混淆了两者。', '选项B混淆了两者。'],
    ['选项 A 混淆了两者。', '选项 B 混淆了两者。'],
    ['答案：B', '答案：D'],
    ['答案为 ABD。', '答案为 BDC。'],
    ['ABD都对。', 'BDC都对。'],
    ['A、B和D均正确。', 'B、D和C均正确。'],
    ['A和C都对', 'B和A都对'],
    ['B is wrong.', 'D is wrong.'],
    ['A and C are both right.', 'B and A are both right.'],
    ['Options A and C', 'Options B and A'],
    ['The answer is B because it lasts.', 'The answer is D because it lasts.'],
    ['Answer: A because it lasts.', 'Answer: B because it lasts.'],
    ['排除A。', '排除B。'],
    ['B错误,D正确。', 'D错误,C正确。'],
  ])('%s', (text, shown) => {
    expect(namedLetters(text, 4)).toBe('clear');
    expect(relabel(text, ORDER)).toBe(shown);
  });
});

describe('letters that are part of a name', () => {
  test.each([
    'A类客户优先。',
    'B2B与O2O',
    '3A 级景区',
    'KPI 考核',
    'ABC分类法',
    '选用ABC分类法',
    'A4纸',
    'T恤',
    'VIP客户都可以进',
    'AI都是工具。',
    '4S店',
    'X理论与Y理论',
    'C端客户与B端客户',
    'A customer may call twice.',
    'SERVQUAL、CSAT和NPS都是指标',
    'App 和 iPad',
  ])('%s', (text) => {
    expect(namedLetters(text, 4)).toBe('none');
    expect(relabel(text, ORDER)).toBe(text);
  });
});

describe('a lone letter that may name an option or not', () => {
  test.each([
    '甲公司向 B 采购。',
    '由 A 到 B',
    'A/B 测试',
    'It was A who called.',
    'Compare A with the rest.',
    '图中 C 处',
    'C',
  ])('%s', (text) => {
    expect(namedLetters(text, 4)).toBe('unclear');
  });

  test('beyond the options names none', () => {
    expect(namedLetters('图中 F 处', 4)).toBe('none');
    expect(namedLetters('图中 F 处', 6)).toBe('unclear');
  });
});

describe('relabelling', () => {
  const orders = fc.shuffledSubarray(['A', 'B', 'C', 'D', 'E'], { minLength: 5 });
  const pieces = [
    'B项',
    '故选C',
    '选项A',
    'ABD都对',
    'A、C和E均错误',
    ' E is wrong',
    '服务',
    'A类客户',
    'B2B',
    'KPI',
    '。',
    ' ',
  ];
  const texts = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''));

  test('by an order and then by its inverse gives back the text', () => {
    fc.assert(
      fc.property(texts, orders, (text, order) => {
        const inverse = order.map((_, place) => letterAt(order.indexOf(letterAt(place))));
        expect(relabel(relabel(text, order), inverse)).toBe(text);
      }),
    );
  });

  test('in the bank’s own order changes nothing but braces', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), (text) => {
        expect(relabel(text, ['A', 'B', 'C', 'D', 'E'])).toBe(text.replace(/\{\s*([A-E])\s*\}/g, '$1'));
      }),
    );
  });

  test('changes letters and nothing else', () => {
    fc.assert(
      fc.property(texts, orders, (text, order) => {
        const bare = (some: string): string => some.replace(/[A-E]/g, '_');
        expect(bare(relabel(text, order))).toBe(bare(text));
      }),
    );
  });
});
