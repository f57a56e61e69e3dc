import { describe, expect, test } from 'vitest';
import type { Question } from '../../../../src/core/bank/item.ts';
import { reviewBank } from '../../../../src/core/bank/writing/review.ts';
import { aBankOf, aBlank, aMultiple, aShort, aSingle, aStatement } from '../../../support/written-items.ts';

const codesOf = (question: Question): string[] => [
  ...new Set(reviewBank(aBankOf([question])).map(({ code }) => code as string)),
];

test('a well-written question of every type passes without a word', () => {
  for (const question of [aSingle(), aMultiple(), aStatement(), aBlank(), aShort()])
    expect(codesOf(question)).toEqual([]);
});

/** What breaks the rule, and what comes near to it and does not. */
const cases: readonly (readonly [rule: string, bad: Question, good: Question])[] = [
  [
    'E02',
    aSingle({ options: ['倾听诉求', '倾听的诉求。', '核实情况', '提出方案'] }),
    aSingle({ options: ['3 天', '13 天', '23 天', '33 天'] }),
  ],
  [
    'E02',
    aSingle({ options: ['＋100', '100', '+100', '200'] }),
    aSingle({ options: ['-100', '100', '1.00', '> 100'] }),
  ],
  [
    'E04',
    aSingle({ explanation: '座位不能储存，故选 C，这是服务与商品的区别。' }),
    aSingle({ explanation: '座位不能储存，故选 {B}，这是服务与商品的区别。' }),
  ],
  [
    'E04',
    aSingle({ explanation: '座位不能储存，所以{B}错误，服务与商品有区别。' }),
    aSingle({ explanation: '座位不能储存，所以{A}错误，服务与商品有区别。' }),
  ],
  ['E05', aSingle({ stem: '员⼤在演出开始后卖不出去的座位，体现了服务的哪种特点？' }), aSingle()],
  ['E05', aSingle({ options: ['无形\u202e特点', '易逝特点', '差异特点', '同步特点'] }), aSingle()],
  [
    'E06',
    aSingle({ explanation: '服务不能储存，错过的产能永远失去，因此，' }),
    aSingle({ explanation: '服务不能储存，错过的产能永远失去' }),
  ],
  [
    'W02',
    aSingle({ options: ['无形', '错过了就再也补不回来的易逝特点', '差异', '同步'] }),
    aSingle({ options: ['看不见也摸不着的特点', '错过就补不回来的特点', '因人因时而异的特点', '边生产边消费的特点'] }),
  ],
  [
    'W04',
    aSingle({ options: ['一定要赔偿', '按规定赔偿', '必须先停职', '所有人道歉'] }),
    aSingle({ options: ['一定要赔偿', '按规定赔偿', '先停职', '先道歉'] }),
  ],
  [
    'W05',
    aSingle({ options: ['先赔偿', '通常先核实', '先停职', '先道歉'] }),
    aSingle({ options: ['通常先赔偿', '通常先核实', '先停职', '先道歉'] }),
  ],
  [
    'W06',
    aSingle({ options: ['倾听', '核实', '记录', '以上都对'] }),
    aSingle({ options: ['倾听', '核实', '记录', '回访'] }),
  ],
  [
    'W07',
    aSingle({ options: ['倾听', '核实', '记录', '以上都不是'] }),
    aSingle({ options: ['倾听', '核实', '记录', '回访'] }),
  ],
  [
    'W08',
    aSingle({ stem: '下列特点中，不属于服务特点的是（  ）。' }),
    aSingle({ stem: '下列特点中，**不属于**服务特点的是（  ）。' }),
  ],
  ['W09', aMultiple({ key: ['A', 'B', 'C', 'D'] }), aMultiple()],
  ['W09', aMultiple({ key: ['A'] }), aMultiple({ key: ['A', 'B'] })],
  [
    'W10',
    aSingle({
      stem: '客户满意度下降时，要先做哪件事？',
      options: ['调整排班', '客户满意度回访', '更换设备', '修改话术'],
    }),
    aSingle({ stem: '客户满意度下降时，要先做哪件事？', options: ['调整排班', '回访老客户', '更换设备', '修改话术'] }),
  ],
  [
    'W12',
    aSingle({ stem: '这体现了服务的哪种特性？', options: ['看不见', '易逝性', '差异大', '同时做'] }),
    aSingle({ stem: '这体现了服务的哪种特性？', options: ['无形性', '易逝性', '差异性', '同步性'] }),
  ],
  ['W13', aSingle({ options: ['倾听', '核实', '记录', '30%'] }), aSingle({ options: ['10%', '20%', '30%', '40%'] })],
  [
    'W14',
    aSingle({ options: ['推卸责任', '核实情况', '敷衍客户', '欺骗客户'] }),
    aSingle({ options: ['直接退款', '核实情况', '转给主管', '改天再说'] }),
  ],
  [
    'W15',
    aSingle({ options: ['10 天', '7 天', '15 天', '30 天'] }),
    aSingle({ options: ['7 天', '10 天', '15 天', '30 天'] }),
  ],
  [
    'W16',
    aSingle({ options: ['1-5 天', '3-8 天', '9-12 天', '13-20 天'] }),
    aSingle({ options: ['1-5 天', '6-8 天', '9-12 天', '13-20 天'] }),
  ],
  ['W17', aSingle({ stem: '下列说法正确的是（  ）。' }), aSingle({ stem: '关于服务补救，下列说法正确的是（  ）。' })],
  ['W18', aSingle({ stem: `${'客户先后三次来电说明情况，'.repeat(12)}应当怎样答复？` }), aSingle()],
  ['W19', aSingle({ explanation: '' }), aSingle({ explanation: '服务不能储存，错过就没有了。' })],
  [
    'W20',
    aSingle({ explanation: '服务不能储存，错过的产能永远失去，B项才对。' }),
    aSingle({ explanation: '服务不能储存，错过的产能永远失去，{B}才对。' }),
  ],
  [
    'W23',
    aStatement({ stem: '承上题，这位客户可以要求退一赔三。' }),
    aStatement({ stem: '这位客户可以要求退一赔三。' }),
  ],
  ['W26', aBlank({ stem: '____是顾客总价值与总成本之差。' }), aBlank()],
  ['W27', aShort({ points: [{ text: '倾听', keywords: [], points: 1 }] }), aShort()],
  ['W27', aShort({ points: [{ text: '倾听', keywords: ['听完'], points: 1 }] }), aShort()],
  [
    'W28',
    aStatement({ stem: '目前平台的投诉处理时限是三天。' }),
    aStatement({ stem: '当前客户的投诉要在三天内答复。' }),
  ],
  ['W29', aShort({ stem: '你认为处理投诉最重要的是什么？' }), aShort({ stem: '处理投诉要做哪两步？' })],
  ['W30', aStatement({ stem: '服务可以储存，并且可以退换。' }), aStatement()],
];

describe('a rule for one question', () => {
  test.each(cases)('%s speaks of what breaks it and not of what comes near', (rule, bad, good) => {
    expect(codesOf(bad)).toContain(rule);
    expect(codesOf(good)).not.toContain(rule);
  });

  test('is silent where the item allows it with a reason', () => {
    expect(codesOf(aMultiple({ key: ['A'], allow: { W09: '与真题同形' } }))).toEqual([]);
  });

  test('allowed without a reason, or by a name that no rule has, is a remark of its own', () => {
    expect(codesOf(aMultiple({ key: ['A'], allow: { W09: '' } }))).toEqual(['NO_REASON']);
    expect(codesOf(aSingle({ allow: { W99: '没有这条' } }))).toEqual(['UNKNOWN_RULE']);
  });
});
