import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterAt } from '../../../src/core/bank/item.ts';
import { namedByOption, namedLetters, relabel } from '../../../src/core/session/letter-reference.ts';

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
    ['答案为 ABD。', '答案为 BCD。'],
    ['ABD都对。', 'BCD都对。'],
    ['A、B和D均正确。', 'B、C和D均正确。'],
    ['A和C都对', 'A和B都对'],
    ['B is wrong.', 'D is wrong.'],
    ['A and C are both right.', 'A and B are both right.'],
    ['Options A and C', 'Options A and B'],
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

describe('a letter in small or full width that names an option', () => {
  test.each([
    'b项错误',
    '选a',
    '选项a',
    '(a)项',
    '（b）项正确',
    'Ａ项正确',
    'ＡＢ都对',
    '故选ａｂ。',
    'a、c正确',
    '因此b最好',
    'Option a',
    'option b is wrong',
    '客户C都对',
    'Plan A is right',
  ])('is unclear: %s', (text) => {
    expect(namedLetters(text, 4)).toBe('unclear');
  });

  test.each(['answer a question', 'a customer', 'app都正确', 'b端客户', 'Ａ类客户', '25℃', 'e项', "it's a"])(
    'is none: %s',
    (text) => {
      expect(namedLetters(text, 4)).toBe('none');
    },
  );
});

describe('a range or a chain of letters', () => {
  test.each(['A至C项', 'A-C项', '选项A-C', '选A~C', 'Options A to C', 'a-c项', '顺序为A→B→C', '选A>B'])(
    'is unclear: %s',
    (text) => {
      expect(namedLetters(text, 4)).toBe('unclear');
    },
  );
});

describe('the place of an option', () => {
  test.each([
    '第一项正确',
    '第2项',
    '第一、三项',
    '第一个选项',
    '前两项',
    '后一项',
    '最后一项',
    '上一选项',
    '下一个选项',
    '倒数第二项',
    '选项一错误',
    '以上两项',
    '末项',
    'the first option',
    'The last two choices are wrong.',
    'Option 2',
  ])('is unclear: %s', (text) => {
    expect(namedLetters(text, 4)).toBe('unclear');
  });

  test.each([
    '第一项目',
    '第一步',
    '第一阶段',
    '前两项目',
    '目前三项指标',
    '提前两项',
    '以下四项中,正确的是',
    '以下一项是正确的',
    '哪一项',
    'Which of the following options',
    'the first customer',
  ])('is not named by %s', (text) => {
    expect(namedLetters(text, 4)).toBe('none');
  });
});

describe('an option', () => {
  const byFourth = (text: string) => namedByOption(text, 'D', 4);

  test.each(['A和C都对', '选项A和B', 'A、B项', 'A和C都对而B项错误'])('names others clearly: %s', (text) => {
    expect(byFourth(text)).toBe('clear');
  });

  test.each(['AB', 'ABC', 'A、C', 'VIP客户C都对', '服务A都对', 'ab', 'ＡＢ'])('may name others: %s', (text) => {
    expect(byFourth(text)).toBe('unclear');
  });

  test('that names itself is unclear', () => {
    expect(byFourth('A和D都对')).toBe('unclear');
  });

  test.each(['AI', 'KPI', 'AA', '无形性'])('names none: %s', (text) => {
    expect(byFourth(text)).toBe('none');
  });
});

describe('relabelling', () => {
  test.each([
    ['答案为CA。', '答案为AB。'],
    ['选BA。', '选DB。'],
    ['A、B项分别为过程和结果。', 'B、D项分别为过程和结果。'],
    ['A、C项分别为过程和结果。', 'B、A项分别为过程和结果。'],
    ['依次选A、C。', '依次选B、A。'],
    ['Options A and C, respectively.', 'Options B and A, respectively.'],
  ])('leaves an order as it was meant: %s', (text, shown) => {
    expect(relabel(text, ORDER)).toBe(shown);
  });

  const orders = fc.shuffledSubarray(['A', 'B', 'C', 'D', 'E'], { minLength: 5 });
  const pieces = [
    'B项',
    '故选C。',
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
