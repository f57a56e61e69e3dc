import { describe, expect, test } from 'vitest';
import { zh } from '../../../src/messages/zh.ts';
import type { QuestionCard } from '../../../src/prompts/ask/cards.ts';
import { type AskEvent, type AskState, openAsk } from '../../../src/prompts/ask/state.ts';
import { step } from '../../../src/prompts/ask/step.ts';
import { type AskLook, clock, view } from '../../../src/prompts/ask/view.ts';
import { textField } from '../../../src/prompts/text-field.ts';
import { themeFor } from '../../../src/prompts/theme.ts';
import { aBlankCard, aChoiceCard, aShortCard, aTruthCard, aVerdict } from '../../support/question-cards.ts';

const look: AskLook = { theme: themeFor(false), words: zh.ask, left: () => ({ session: null, item: null }) };
const timed = (session: number | null, item: number | null): AskLook => ({ ...look, left: () => ({ session, item }) });

const wide = (card: QuestionCard): AskState => openAsk(card, 0, 80, 24);
const narrow = (card: QuestionCard): AskState => openAsk(card, 0, 40, 12);
const stepped = (state: AskState, card: QuestionCard, ...events: AskEvent[]): AskState =>
  events.reduce((before, event) => step(before, event, card).state, state);
const key = (text: string): AskEvent => ({ kind: 'key', key: { name: text, text, ctrl: false } });
const verdict = (fields = {}): AskEvent => ({ kind: 'verdict', verdict: aVerdict(fields) });

/** The screen as it stands; `▏` is the terminal's caret. */
function screen(state: AskState, card: QuestionCard, as = look): string {
  const { above, below } = view(state, card, as);
  return `${above}▏${below === '' ? '' : `\n${below}`}`.replace(/[ \t]+$/gm, '');
}

const MATERIAL = Array.from({ length: 14 }, (_, n) => `第${n + 1}段：客户来电说，订单已经付款，却迟迟没有发货。`).join(
  '\n',
);

describe('80×24', () => {
  test('a choice that waits for a key', () => {
    expect(screen(wide(aChoiceCard()), aChoiceCard())).toMatchInlineSnapshot(`
      "3/20 · 单选题 · 服务的特性 · 到期

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

        A  无形性
        B  易逝性
        C  差异性
        D  不可分离性
       ▏
      按字母作答  0 不会  ? 猜的  u 撤销  s 收藏  n 笔记  x 收起  q 离开"
    `);
  });

  test('a multiple choice with two ticks, a cursor, a star, a note and the time', () => {
    const card = aChoiceCard({ type: 'multiple', starred: true, note: '想想剧院' });
    const state = stepped(
      wide(card),
      card,
      key('d'),
      key('a'),
      { kind: 'key', key: { name: 'down', text: '', ctrl: false } },
      key('?'),
    );
    expect(screen(state, card, timed(247_000, 8_000))).toMatchInlineSnapshot(`
      "3/20 · 单选题 · 服务的特性 · 到期 ★                              0:08 · 剩 4:07

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

      笔记： 想想剧院

      › ☑ A  无形性
        ☐ B  易逝性
        ☐ C  差异性
        ☑ D  不可分离性
      已标记：这题是猜的▏
      字母勾选  回车提交  0 不会  ? 猜的  u 撤销  s 收藏  n 笔记  x 收起  q 离开"
    `);
  });

  test('an order with two of four in it', () => {
    const card = aChoiceCard({ type: 'ordering' });
    expect(screen(stepped(wide(card), card, key('d'), key('b')), card)).toMatchInlineSnapshot(`
      "3/20 · 单选题 · 服务的特性 · 到期

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

           A  无形性
         2 B  易逝性
           C  差异性
         1 D  不可分离性
       ▏
      依次按字母  回车提交  0 不会  ? 猜的  u 撤销  s 收藏  n 笔记  x 收起  q 离开"
    `);
  });

  test('a truth', () => {
    expect(screen(wide(aTruthCard()), aTruthCard())).toMatchInlineSnapshot(`
      "3/20 · 判断题

      服务可以储存。

        A  对
        B  错
       ▏
      按字母作答  0 不会  ? 猜的  u 撤销  s 收藏  n 笔记  x 收起  q 离开"
    `);
  });

  test('a wrong answer', () => {
    expect(screen(stepped(wide(aChoiceCard()), aChoiceCard(), verdict()), aChoiceCard())).toMatchInlineSnapshot(`
      "3/20 · 单选题 · 服务的特性 · 到期

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

        ✘ A  无形性
        ✔ B  易逝性
          C  差异性
          D  不可分离性

      ✘ 答错了
      答案： B. 易逝性

      服务不能储存，错过的产能永远失去。

      稍后再来一次
       ▏
      回车 下一题  1 不会  2 记错  3 看错题  4 粗心
      u 撤销  s 收藏  n 笔记  x 收起  q 离开  e 改题"
    `);
  });

  test('the second of two blanks', () => {
    const card = aBlankCard();
    const typing = { at: 'typing', fields: [textField('五'), textField('22')], field: 1 } as const;
    expect(screen({ ...wide(card), phase: typing }, card)).toMatchInlineSnapshot(`
      "3/20 · 填空题

      服务质量有____个维度，量表有____个项目。

      第 1 空 › 五
      第 2 空 › 22▏
      回车 提交  :q 离开  :u 撤销  :s 收藏  :x 收起"
    `);
  });

  test('a short answer in its second line', () => {
    const card = aShortCard();
    const writing = { at: 'writing', lines: ['先倾听'], line: textField('再致歉') } as const;
    expect(screen({ ...wide(card), phase: writing }, card)).toMatchInlineSnapshot(`
      "3/20 · 简答题

      接到投诉后先做什么？

      写下你的答案，可以分几行：
        先倾听
      › 再致歉▏
      空行 结束  :q 离开  :u 撤销  :s 收藏"
    `);
  });

  test('key points to be confirmed', () => {
    const card = aShortCard();
    expect(
      screen(stepped(wide(card), card, { kind: 'suggested', text: '先倾听', covered: [1] }), card),
    ).toMatchInlineSnapshot(`
      "3/20 · 简答题

      接到投诉后先做什么？

        先倾听

      对照要点，答到的打勾（已按关键词预选）：
      › ☑ 1  倾听（2 分）
        ☐ 2  致歉（1 分）
        ☐ 3  记录（1 分）
       ▏
      数字/空格 勾选  回车 确认  ? 猜的"
    `);
  });

  test('a note being written', () => {
    const card = aChoiceCard({ note: '想想剧院' });
    expect(screen(stepped(wide(card), card, key('n')), card)).toMatchInlineSnapshot(`
      "3/20 · 单选题 · 服务的特性 · 到期

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

      笔记： 想想剧院

      笔记 › 想想剧院▏
      回车 保存  Esc 放弃"
    `);
  });
});

describe('40×12', () => {
  const card = aChoiceCard({ material: MATERIAL, caseTitle: '迟发的订单', heading: ['单选题', '投诉处理', '新题'] });

  test('shows the end of what is too tall, so that the options can be read', () => {
    expect(screen(narrow(card), card)).toMatchInlineSnapshot(`
      "3/20 · 单选题 · 投诉处理 · 新题

      ↑ 上面还有 32 行（PgUp）

        A  无形性
        B  易逝性
        C  差异性
        D  不可分离性
       ▏
      按字母作答  0 不会  ? 猜的  u 撤销"
    `);
  });

  test('shows the top of it by m', () => {
    expect(screen(stepped(narrow(card), card, key('m')), card)).toMatchInlineSnapshot(`
      "3/20 · 单选题 · 投诉处理 · 新题

      材料 · 迟发的订单
      第1段：客户来电说，订单已经付款，却迟迟
      没有发货。
      第2段：客户来电说，订单已经付款，却迟迟
      没有发货。
      ↓ 下面还有 32 行（PgDn）
       ▏
      按字母作答  0 不会  ? 猜的  u 撤销"
    `);
  });

  test('shows what became of the answer before anything else', () => {
    const right = verdict({
      outcome: 'right',
      headline: '答对了',
      chosenLetters: ['B'],
      explanation: '服务不能储存，错过的产能永远失去，这是易逝性。'.repeat(4),
    });
    expect(screen(stepped(narrow(card), card, right), card)).toMatchInlineSnapshot(`
      "3/20 · 单选题 · 投诉处理 · 新题

      ↑ 上面还有 38 行（PgUp）
      ✔ 答对了
      答案： B. 易逝性

      服务不能储存，错过的产能永远失去，这是
      ↓ 下面还有 6 行（PgDn）
       ▏
      回车 下一题  u 撤销  s 收藏  n 笔记"
    `);
  });
});

test('a window too narrow for anything says so', () => {
  expect(screen(openAsk(aChoiceCard(), 0, 12, 24), aChoiceCard())).toBe('窗口太窄▏');
});

test('a clock shows minutes and seconds, hours where there are any, and never less than nothing', () => {
  expect([0, 999, 1_000, 61_000, 3_765_000, -5_000].map(clock)).toEqual([
    '0:00',
    '0:01',
    '0:01',
    '1:01',
    '1:02:45',
    '0:00',
  ]);
});

test('colour changes nothing that is said', () => {
  const card = aChoiceCard();
  const painted = view(stepped(wide(card), card, verdict()), card, { ...look, theme: themeFor(true) });
  const bare = `${painted.above}\n${painted.below}`.replace(/\u001b\[\d+m/g, '');
  const plain = view(stepped(wide(card), card, verdict()), card, look);
  expect(bare).toBe(`${plain.above}\n${plain.below}`);
});

test('the character under the caret is painted, wherever the line breaks', () => {
  const card = aBlankCard(1);
  const caret = (text: string) => `[${text}]`;
  const theme = { ...themeFor(false), caret };
  const at = (place: number) => {
    const field = { ...textField('服务不能储存，错过的产能永远失去'), caret: place };
    const state: AskState = { ...openAsk(card, 0, 24, 24), phase: { at: 'typing', fields: [field], field: 0 } };
    return view(state, card, { ...look, theme })
      .above.split('\n')
      .slice(-3);
  };
  expect(at(0).join('\n')).toContain('填空 › [服]务');
  expect(at(8).join('').match(/\[.\]/g)).toEqual(['[过]']);
  expect(at(14).at(-1)).toMatch(/\[失\]去$/);
});
