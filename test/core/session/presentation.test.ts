import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DRILL_RULE } from '../../../src/core/grading/rule.ts';
import { rngOf } from '../../../src/core/rng.ts';
import { markAttempt } from '../../../src/core/session/answering.ts';
import { presentedOrder, presentOptions } from '../../../src/core/session/presentation.ts';
import { aMultiple, anOrdering, aSingle, aTruth, questionsIn } from '../../support/drill-questions.ts';

const SEEDS = Array.from({ length: 100 }, (_, n) => `s${n}`);
/** Every order that a question is shown in over a hundred seeds, each once. */
const ordersOf = (question: Parameters<typeof presentedOrder>[0]): string[] => [
  ...new Set(SEEDS.map((seed) => presentedOrder(question, rngOf(seed))?.join('') ?? '-')),
];
const optionsOf = (...options: string[]) => aSingle('q', { options });

describe('options', () => {
  test('are shown in every order', () => {
    expect(ordersOf(optionsOf('甲', '乙', '丙')).sort()).toEqual(['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA']);
  });

  test('are shown in the same order for the same seed', () => {
    const order = presentedOrder(aSingle('q'), rngOf('one'));
    expect(presentedOrder(aSingle('q'), rngOf('one'))).toEqual(order);
  });

  test('keep their order where the author forbids another', () => {
    expect(ordersOf(aSingle('q', { shuffle: false }))).toEqual(['ABCD']);
  });

  test('of a boolean item are none', () => {
    expect(ordersOf(aTruth('q'))).toEqual(['-']);
    expect(presentOptions(aTruth('q'), [])).toEqual([]);
  });

  test('are labelled by their place and known by their own letter', () => {
    expect(presentOptions(optionsOf('甲', '乙', '丙'), ['C', 'A', 'B'])).toEqual([
      { letter: 'C', label: 'A', text: '丙' },
      { letter: 'A', label: 'B', text: '甲' },
      { letter: 'B', label: 'C', text: '乙' },
    ]);
  });
});

describe('an option that speaks of the others', () => {
  test.each([
    '以上都对',
    '以上都不是',
    '以上全部正确。',
    '以上皆非',
    '都不对',
    '上述各项均正确',
    'All of the above',
    'none of these',
    'All the above',
    'All of the above.',
    'None of these',
    '全选',
    '以上三项',
    '以上三项都对',
    '以上四项都对',
    '前三项都对',
    '以上各项',
    '以上几项都对',
  ])('stays last: %s', (text) => {
    for (const order of ordersOf(optionsOf('甲', text, '丙', '丁'))) expect(order.at(-1)).toBe('B');
  });

  test('by their letters stays behind them and names them where they stand', () => {
    const question = optionsOf('无形性', '有形性', '易逝性', 'A和C都对');
    const orders = ordersOf(question);
    expect(orders.length).toBeGreaterThan(3);
    for (const order of orders) {
      const shown = presentOptions(question, [...order]);
      const named = shown.at(-1)?.text.match(/[A-D]/g) ?? [];
      const meant = named.map((label) => shown.find((option) => option.label === label)?.letter);
      expect(meant.sort()).toEqual(['A', 'C']);
    }
  });

  test('by a count stays last where it counts all that stand before it', () => {
    for (const order of ordersOf(optionsOf('甲', '乙', '丙', '前三项都对', '以上都不对'))) {
      expect(order.slice(3)).toBe('DE');
    }
    expect(ordersOf(optionsOf('甲', '乙', '丙', '前三项都对', '以上都不对')).length).toBe(6);
    expect(ordersOf(optionsOf('甲', '乙', '丙', '丁', '以上两项都对'))).toEqual(['ABCDE']);
  });

  test('two of them stay last in their own order', () => {
    for (const order of ordersOf(optionsOf('甲', '乙', '以上都对', '以上都不对'))) expect(order.slice(2)).toBe('CD');
  });
});

describe('nothing moves', () => {
  test.each([
    ['numbers', ['1990', '1995', '2001', '2010']],
    ['falling numbers', ['100', '50', '10']],
    ['percentages', ['5%', '10%', '20%']],
    ['money', ['￥1,000', '￥20,000', '￥300,000']],
    ['dates', ['2019年1月', '2020年1月', '2021年1月']],
    ['full-width numbers', ['１天', '３天', '７天']],
    ['counts in words', ['一天', '两天', '三天', '四天']],
    ['counts in words and digits', ['1天', '三天', '十五天']],
    ['months', ['一月', '二月', '三月', '四月']],
    ['late months', ['九月', '十月', '十一月', '十二月']],
    ['weekdays', ['周一', '周二', '周三', '周四']],
    ['weekdays up to the last', ['星期五', '星期六', '星期日']],
    ['quarters', ['第一季度', '第二季度', '第三季度', '第四季度']],
    ['stages', ['第一阶段：导入', '第二阶段：成长', '第三阶段：成熟']],
    ['stages in digits', ['第1阶段', '第2阶段', '第3阶段']],
    ['parts of a whole', ['0.5 小时', '1 小时', '1.5 小时']],
  ])('where %s stand in order', (_, options) => {
    expect(ordersOf(optionsOf(...options))).toEqual(['ABCD'.slice(0, options.length)]);
  });

  test('where dates of one year stand in order', () => {
    expect(ordersOf(optionsOf('2021年1月', '2021年3月', '2021年10月'))).toEqual(['ABC']);
    expect(ordersOf(optionsOf('3月15日', '3月20日', '4月1日'))).toEqual(['ABC']);
  });

  test('where a lone letter may name an option', () => {
    expect(ordersOf(aSingle('q', { explanation: '可见 B 才行得通。' }))).toEqual(['ABCD']);
    expect(ordersOf(optionsOf('甲', '同 A', '丙'))).toEqual(['ABC']);
  });

  test.each(['b项错误。', 'Ａ项正确。', '第一项有误。', 'the first option fails', '选项A-C都对。'])(
    'where the explanation may name an option: %s',
    (explanation) => {
      expect(ordersOf(aSingle('q', { explanation }))).toEqual(['ABCD']);
    },
  );

  test.each(['AB', '同上一选项', '前两项', 'VIP客户C都对', 'A和D都对'])(
    'where an option may name others: %s',
    (text) => {
      expect(ordersOf(optionsOf('甲', '乙', '丙', text))).toEqual(['ABCD']);
    },
  );

  test('in an ordering item whose explanation names a row of letters', () => {
    expect(ordersOf(anOrdering({ explanation: '答案为ABCD。' }))).toEqual(['ABCD']);
  });

  test('where the stem names options', () => {
    expect(ordersOf(aSingle('q', { stem: '下列说法中,A项与哪一项相反？' }))).toEqual(['ABCD']);
  });
});

describe('everything moves', () => {
  test('where numbers stand in no order', () => {
    expect(ordersOf(optionsOf('3', '1', '2')).length).toBeGreaterThan(3);
  });

  test('where numerals begin unlike words', () => {
    expect(ordersOf(optionsOf('一致性', '二元论', '三包')).length).toBeGreaterThan(3);
  });

  test('where counts have different units', () => {
    expect(ordersOf(optionsOf('2小时', '半天', '1天')).length).toBeGreaterThan(3);
  });

  test('where ordinary words count', () => {
    expect(ordersOf(aSingle('q', { stem: '第一项目的第一步是？' })).length).toBeGreaterThan(3);
  });

  test('where letters are part of names', () => {
    expect(
      ordersOf(aSingle('q', { stem: 'A类客户用ABC分类法选出,B2B除外？', explanation: 'KPI 由此而来。' })).length,
    ).toBeGreaterThan(3);
  });

  test('where the explanation names options clearly', () => {
    expect(ordersOf(aSingle('q', { explanation: '故选B,A项有误。' })).length).toBeGreaterThan(3);
  });

  test('in an ordering item, numbers too', () => {
    expect(ordersOf(anOrdering({ options: ['1 小时', '2 小时', '3 小时', '4 小时'] })).length).toBeGreaterThan(3);
  });
});

describe('marking', () => {
  const orders = fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 4 });

  test('is blind to the order shown: only the options chosen count', () => {
    fc.assert(
      fc.property(orders, orders, fc.subarray(['A', 'B', 'C', 'D'], { minLength: 1 }), (first, second, letters) => {
        for (const item of [aSingle('q'), aMultiple(), anOrdering()]) {
          const [question] = questionsIn(item);
          if (!question) return;
          const attempt = {
            session: 's',
            mode: 'drill',
            question,
            response: { kind: 'letters', letters },
            guess: false,
            easy: false,
            overrule: false,
            expired: false,
            ms: 1,
          } as const;
          const marks = [first, second].map((order) => markAttempt({ ...attempt, order }, DRILL_RULE, (text) => text));
          expect(marks[0]?.mark).toEqual(marks[1]?.mark);
          expect(marks[0]?.event).toEqual({ ...marks[1]?.event, order: first });
        }
      }),
    );
  });
});
