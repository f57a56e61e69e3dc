import { describe, expect, test } from 'vitest';
import { view } from '../../../src/prompts/exam/view.ts';
import { columnsOf } from '../../../src/prompts/frame.ts';
import { aPlaceOnSheet, ExamPlay, keptLetters, lookOf, screenOf } from '../../support/exam-screens.ts';
import { aBlankCard, aChoiceCard, aShortCard } from '../../support/question-cards.ts';

const MATERIAL = Array.from(
  { length: 14 },
  (_, n) => `- 第${n + 1}段：客户来电说，订单已经付款，却迟迟没有发货。`,
).join('\n');
const single = aChoiceCard({ heading: ['单项选择题', '1 分'] });
const inCase = aChoiceCard({ heading: ['案例分析', '2 分'], caseTitle: '迟到的订单', material: MATERIAL });
const essay = { ...aShortCard(), heading: ['简答题', '5 分'] };
const blanks = { ...aBlankCard(2), heading: ['填空题', '1 分'] };

describe('80×24', () => {
  test('a question, flagged and unsure, with its choice and the pace', () => {
    expect(screenOf(new ExamPlay([single, single]).press('?bf'))).toMatchInlineSnapshot(`
      "▲ 标记 · ? 没把握 · 3/20 · 单项选择题 · 1 分                         剩 1:30:00
      已答 1/2 · 按时间应答到第 1 题

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

        ○ A  无形性
        ◉ B  易逝性
        ○ C  差异性
        ○ D  不可分离性
       ▏
      字母 作答  Tab 答题卡  ←→ 前后题  回车 下一题
      ? 没把握  f 标记  退格 清空  s 收藏  n 笔记  q 离开"
    `);
  });

  test('a case: the material in a pane of its own', () => {
    expect(screenOf(new ExamPlay([inCase]))).toMatchInlineSnapshot(`
      "3/20 · 案例分析 · 2 分                                               剩 1:30:00
      已答 0/1 · 按时间应答到第 1 题

      材料 · 迟到的订单
      - 第1段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第2段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第3段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第4段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第5段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第6段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第7段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第8段：客户来电说，订单已经付款，却迟迟没有发货。
      ↓ 下面还有 6 行（PgDn）
      ───────────────────────────────────────────────────────────────────────────────
      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

        ○ A  无形性
        ○ B  易逝性
        ○ C  差异性
        ○ D  不可分离性
       ▏
      字母 作答  Tab 答题卡  ←→ 前后题  回车 下一题
      ? 没把握  f 标记  退格 清空  s 收藏  n 笔记  q 离开"
    `);
  });

  test('a case: the pane scrolled to its end, the question where it was', () => {
    const play = new ExamPlay([inCase]).press('<pagedown><pagedown><pagedown>');
    expect(screenOf(play)).toMatchInlineSnapshot(`
      "3/20 · 案例分析 · 2 分                                               剩 1:30:00
      已答 0/1 · 按时间应答到第 1 题

      ↑ 上面还有 6 行（PgUp）
      - 第6段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第7段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第8段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第9段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第10段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第11段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第12段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第13段：客户来电说，订单已经付款，却迟迟没有发货。
      - 第14段：客户来电说，订单已经付款，却迟迟没有发货。
      ───────────────────────────────────────────────────────────────────────────────
      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

        ○ A  无形性
        ○ B  易逝性
        ○ C  差异性
        ○ D  不可分离性
       ▏
      字母 作答  Tab 答题卡  ←→ 前后题  回车 下一题
      ? 没把握  f 标记  退格 清空  s 收藏  n 笔记  q 离开"
    `);
  });

  test('a short answer in several lines', () => {
    expect(screenOf(new ExamPlay([essay]).press('先倾听<return>再道歉'))).toMatchInlineSnapshot(`
      "3/20 · 简答题 · 5 分                                                 剩 1:30:00
      已答 0/1 · 按时间应答到第 1 题

      接到投诉后先做什么？

      写下你的答案，可以分几行：
        先倾听
      › 再道歉▏
      回车 换行，空行 下一题  Tab 答题卡  Esc 停止输入"
    `);
  });

  test('blanks', () => {
    expect(screenOf(new ExamPlay([blanks]).press('五<return>22'))).toMatchInlineSnapshot(`
      "3/20 · 填空题 · 1 分                                                 剩 1:30:00
      已答 0/1 · 按时间应答到第 1 题

      服务质量有____个维度，量表有____个项目。

      第 1 空 › 五
      第 2 空 › 22▏
      回车 下一空  Tab 答题卡  Esc 停止输入"
    `);
  });

  test('the answer sheet: answered, unsure, blank, flagged', () => {
    const cards = Array.from({ length: 23 }, () => single);
    const places = cards.map((_, n) =>
      n % 3 === 0 ? aPlaceOnSheet({ flagged: n === 9 }) : keptLetters('A', { unsure: n % 7 === 0, flagged: n === 4 }),
    );
    const play = new ExamPlay(cards, { places });
    play.look = lookOf(cards, {
      sections: [
        { from: 0, title: '单项选择题' },
        { from: 12, title: '多项选择题' },
      ],
    });
    expect(screenOf(play.press('<tab><down><down>'))).toMatchInlineSnapshot(`
      "答题卡                                                               剩 1:30:00
      已答 15/23 · 按时间应答到第 1 题

      单项选择题
         1○     2●     3●     4○     5●▲    6●     7○     8?     9●    10○▲
        11●    12●
      多项选择题
        13○    14●    15?    16○    17●    18●    19○    20●  › 21●    22○
        23●

      ● 已答 13  ? 没把握 2  ○ 空着 8  ▲ 标记 2
      方向键或题号选题，回车去答。▏
      回车 去答  s 交卷  b 下一空题  f 下一标记  Esc 回题目  q 离开"
    `);
  });

  test('before handing in: what is blank, flagged and unsure', () => {
    const places = [keptLetters('A', { unsure: true }), aPlaceOnSheet({ flagged: true }), aPlaceOnSheet()];
    expect(screenOf(new ExamPlay([single, single, single], { places }).press('<tab>s'))).toMatchInlineSnapshot(`
      "答题卡                                                               剩 1:30:00
      已答 1/3 · 按时间应答到第 1 题

      还有 2 题空着：2 3
      标记了 1 题：2
      没把握的 1 题：1

      现在交卷吗？交卷后不能再改。▏
      y 交卷  b 去第一道空题  Esc 回答题卡"
    `);
  });

  test('a note being written', () => {
    expect(screenOf(new ExamPlay([single]).press('n记住这个'))).toMatchInlineSnapshot(`
      "3/20 · 单项选择题 · 1 分                                             剩 1:30:00
      已答 0/1 · 按时间应答到第 1 题

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

      笔记 › 记住这个▏
      回车 保存  Esc 放弃"
    `);
  });
});

describe('clocks', () => {
  const withClocks = (left: { exam: number | null; section: number | null; item: number | null }) => {
    const play = new ExamPlay([single]);
    play.look = lookOf([single], { left });
    return play;
  };

  test('of the section, the question and the whole stand side by side, and go in that order where there is no room', () => {
    const play = withClocks({ exam: 3_600_000, section: 600_000, item: 30_000 });
    expect(screenOf(play).split('\n')[0]).toMatch(/ 本部分剩 10:00 · 本题剩 0:30 · 剩 1:00:00$/);
    expect(screenOf(play, 40).split('\n')[0]).toMatch(/ 本题剩 0:30 · 剩 1:00:00$/);
    expect(screenOf(play, 30).split('\n')[0]).toMatch(/ 剩 1:00:00$/);
  });

  test('of the question rest while the sheet is looked at', () => {
    const since: number[] = [];
    const play = new ExamPlay([single]).press('<tab>', 5_000).tick(30_000);
    const left = play.look.left;
    play.look = {
      ...play.look,
      left: (index, ms) => {
        since.push(ms);
        return left(index, ms);
      },
    };
    screenOf(play);
    expect(since).toEqual([0]);
  });

  test('are not there without a limit, and the pace knows no due', () => {
    const play = new ExamPlay([single]);
    play.look = lookOf([single], { left: { exam: null, section: null, item: null }, due: null });
    expect(screenOf(play)).not.toContain('剩');
    expect(screenOf(play)).toContain('已答 0/1\n');
  });
});

test('scrolling beyond an end spends no keys on the way back', () => {
  const play = new ExamPlay([inCase]).press('<pagedown>'.repeat(30));
  const atEnd = screenOf(play);
  play.press('<pagedown>'.repeat(9)).press('<pageup><pageup><pageup><pageup>');
  expect(play.state.scroll).toBe(0);
  expect(atEnd).toContain('第14段');
});

test('a screen too narrow for anything says so', () => {
  const play = new ExamPlay([single]).resize(11, 24);
  expect(columnsOf(play.state)).toBe(10);
  expect(view(play.state, play.look)).toMatchObject({ below: '' });
});
