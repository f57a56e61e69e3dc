import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlankKey } from '../../../src/core/bank/item.ts';
import { MATCH_STEPS } from '../../../src/core/grading/mark.ts';
import { acceptedBy, matchText } from '../../../src/core/grading/text-match.ts';
import { aKey, toSimplified } from './questions.ts';

const stepOf = (typed: string, key: BlankKey, others: readonly string[] = []): string | null =>
  matchText(typed, { key, others, fold: toSimplified })?.step ?? null;

describe('the step that accepts a text', () => {
  test.each([
    ['客户满意度', aKey('客户满意度'), 'exact'],
    ['“客户 满意度”。', aKey('客户满意度'), 'folded'],
    ['ＫＰＩ', aKey('kpi'), 'folded'],
    ['三', aKey('3'), 'numeral'],
    ['十二条', aKey('12条'), 'numeral'],
    ['60%', aKey('百分之六十'), 'numeral'],
    ['零点五', aKey('0.5'), 'numeral'],
    ['1,000', aKey('1000'), 'numeral'],
    ['3天', aKey('3', { unit: '天' }), 'unit'],
    ['三', aKey('3天', { unit: '天' }), 'unit'],
    ['5', aKey('5千克', { unit: '千克' }), 'unit'],
    ['百分之六十', aKey('60', { unit: '%' }), 'unit'],
    ['顾客', aKey(['客户', '顾客']), 'synonym'],
    ['两 天', aKey(['48小时', '2天']), 'synonym'],
    ['客戶服務', aKey('客户服务'), 'script'],
    ['兩萬元', aKey('20000', { unit: '元' }), 'script'],
    ['客户满义度', aKey('客户满意度'), 'slip'],
    ['客戶滿意渡', aKey('客户满意度'), 'slip'],
  ])('%s is accepted', (typed, key, step) => {
    expect(stepOf(typed, key)).toBe(step);
  });
});

describe('a text is not accepted', () => {
  test.each([
    ['which says another number', '4', aKey('3')],
    ['which adds to a number', '3个', aKey('3')],
    ['which is a unit and nothing else', '天', aKey('3', { unit: '天' })],
    ['with a unit that the blank does not know', '3天', aKey('3')],
    ['with one slip in four characters', '服务质里', aKey('服务质量')],
    ['which falls below five characters', '客户满意', aKey('客户满意度')],
    ['with two slips', '客护满义度调查', aKey('客户满意度调查')],
    ['whose slip is in a digit', '48小时内回复', aKey('24小时内回复')],
    ['whose slip is in a numeral', '三个工作日内', aKey('五个工作日内')],
    ['whose slip is in a sign', '≤5个工作日', aKey('≥5个工作日')],
    ['whose slip is a minus', '5摄氏度以下', aKey('-5摄氏度以下')],
  ])('%s', (_, typed, key) => {
    expect(stepOf(typed, key)).toBeNull();
  });

  test('as a slip where it is the answer of another blank', () => {
    expect(stepOf('customers', aKey('customer'))).toBe('slip');
    expect(stepOf('Customers', aKey('customer'), ['customers'])).toBeNull();
  });

  test('by an exact blank unless it is the very text', () => {
    const key = aKey(['Shift+F5', 'Ctrl+F5'], { exact: true });
    expect(['Shift+F5', 'Ctrl+F5', 'shift+f5', 'Shift+F5 '].map((typed) => stepOf(typed, key))).toEqual([
      'exact',
      'exact',
      null,
      null,
    ]);
  });

  test('where it normalises to nothing, whatever is accepted', () => {
    const says = fc.constantFrom('', ' ', '。', '“”', '\u200b', '!?', '\u3000');
    fc.assert(
      fc.property(says, says, fc.boolean(), (typed, accepted, exact) => {
        expect(stepOf(typed, aKey([accepted, typed], { exact }))).toBeNull();
      }),
    );
  });
});

describe('a slip that turns the sense', () => {
  test.each([
    ['不满意的客户', '满意的客户'],
    ['高于行业平均', '低于行业平均'],
    ['主观评价指标', '客观评价指标'],
    ['有形产品服务', '无形产品服务'],
    ['直接服务渠道', '间接服务渠道'],
    ['积极服务态度', '消极服务态度'],
    ['横向服务沟通', '纵向服务沟通'],
    ['显性服务成本', '隐性服务成本'],
    ['甲方服务承诺', '乙方服务承诺'],
    ['难于处理投诉', '易于处理投诉'],
    ['东部服务中心', '西部服务中心'],
    ['快速响应客户', '慢速响应客户'],
  ])('%s is no slip of %s', (typed, accepted) => {
    expect(stepOf(typed, aKey(accepted))).toBeNull();
  });
});

describe('laws of matching', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab客务務萬3三十百分之%.,0 。“-天'), maxLength: 8 });
  const expectedOf = (accept: readonly string[], unit: string) => ({
    key: aKey(accept, { unit }),
    others: ['ab客'],
    fold: toSimplified,
  });

  test('what a step accepts, every looser step accepts', () => {
    fc.assert(
      fc.property(text, text, text, fc.constantFrom('', '天', '%'), (typed, first, second, unit) => {
        const verdicts = [typed, `${typed}。`, `“${first}`].map((said) =>
          MATCH_STEPS.map((step) => acceptedBy(step, said, expectedOf([first, second], unit)) !== undefined),
        );
        for (const verdict of verdicts) expect(verdict).toEqual([...verdict].sort());
      }),
    );
  });

  test('an accepted text is accepted at the exact step or as a synonym', () => {
    fc.assert(
      fc.property(text, (accepted) => {
        fc.pre(stepOf(accepted, aKey(accepted)) !== null);
        expect(stepOf(accepted, aKey(accepted))).toBe('exact');
        expect(stepOf(accepted, aKey(['quite another', accepted]))).toBe('synonym');
      }),
    );
  });

  test('Han text is matched as strictly as ASCII text', () => {
    const ascii = 'abcdefghijklmnopqrstuvwxyz';
    const han = [...'顾户服务管理师级真题库章节练习考试卷判断填空简答案例'];
    const inHan = (word: string): string => word.replace(/[a-z]/g, (letter) => han[ascii.indexOf(letter)] as string);
    const word = fc.string({ unit: fc.constantFrom(...'abcde 3-.,。'), maxLength: 9 });
    const typo = fc
      .tuple(word, fc.nat(9), word)
      .map(([start, at, put]) => [start, start.slice(0, at) + put.slice(0, 1) + start.slice(at + 1)]);
    fc.assert(
      fc.property(fc.oneof(fc.tuple(word, word), typo), ([typed = '', accepted = '']) => {
        expect(stepOf(inHan(typed), aKey(inHan(accepted)))).toBe(stepOf(typed, aKey(accepted)));
      }),
    );
  });
});
