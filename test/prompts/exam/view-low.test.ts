import { describe, expect, test } from 'vitest';
import { view } from '../../../src/prompts/exam/view.ts';
import { ExamPlay, screenOf } from '../../support/exam-screens.ts';
import { aChoiceCard, aShortCard } from '../../support/question-cards.ts';

const MATERIAL = Array.from(
  { length: 14 },
  (_, n) => `- 第${n + 1}段：客户来电说，订单已经付款，却迟迟没有发货。`,
).join('\n');
const single = aChoiceCard({ heading: ['单项选择题', '1 分'] });
const inCase = aChoiceCard({ heading: ['案例分析', '2 分'], caseTitle: '迟到的订单', material: MATERIAL });
const essay = { ...aShortCard(), heading: ['简答题', '5 分'] };

describe('40×12', () => {
  test('a question', () => {
    expect(screenOf(new ExamPlay([single]), 40, 12)).toMatchInlineSnapshot(`
      "3/20 · 单项选择题 · 1 分     剩 1:30:00
      已答 0/1 · 按时间应答到第 1 题
      演出开始后仍空着的座位再也卖不出去，这
      体现了服务的（  ）。

        ○ A  无形性
        ○ B  易逝性
        ○ C  差异性
        ○ D  不可分离性
       ▏
      字母 作答  Tab 答题卡  ←→ 前后题"
    `);
  });

  test('a longer one: what does not fit is said, and comes by PgDn', () => {
    const play = new ExamPlay([{ ...single, stem: `${single.stem}${single.stem}` }]);
    expect(screenOf(play, 40, 12)).toMatchInlineSnapshot(`
      "3/20 · 单项选择题 · 1 分     剩 1:30:00
      已答 0/1 · 按时间应答到第 1 题
      演出开始后仍空着的座位再也卖不出去，这
      体现了服务的（  ）。演出开始后仍空着的
      座位再也卖不出去，这体现了服务的
      （  ）。

        ○ A  无形性
      ↓ 下面还有 3 行（PgDn）
       ▏
      字母 作答  Tab 答题卡  ←→ 前后题"
    `);
    expect(screenOf(play.press('<pagedown>'), 40, 12)).toContain('不可分离性');
  });

  test('the cursor is never out of sight', () => {
    const play = new ExamPlay([{ ...single, stem: `${single.stem}${single.stem}` }]);
    screenOf(play, 40, 12);
    for (const keys of ['<down>', '<down>', '<down>', '<down>', '<up>', '<up>', '<up>']) {
      const { above } = view(play.press(keys).state, play.look);
      expect(above).toMatch(/^› /m);
    }
  });

  test('a case scrolls as a whole, from the material to the last option', () => {
    const play = new ExamPlay([inCase]);
    expect(screenOf(play, 40, 12)).toContain('材料');
    expect(screenOf(play, 40, 12)).not.toContain('不可分离性');
    play.press('<pagedown>'.repeat(20));
    const { above } = view(play.state, play.look);
    expect(above).toContain('D  不可分离性');
  });

  test('the answer sheet', () => {
    const cards = Array.from({ length: 100 }, () => single);
    expect(screenOf(new ExamPlay(cards).press('<tab>57'), 40, 12)).toMatchInlineSnapshot(`
      "答题卡                       剩 1:30:00
      已答 0/100 · 按时间应答到第 1 题
        46○    47○    48○    49○    50○
        51○    52○    53○    54○    55○
        56○  › 57○    58○    59○    60○
        61○    62○    63○    64○    65○

      ● 已答 0  ? 没把握 0  ○ 空着 100
      ▲ 标记 0
      去第 57 题，按回车。▏
      回车 去答  s 交卷  b 下一空题  q 离开"
    `);
  });

  test('a short answer', () => {
    const play = new ExamPlay([essay]);
    screenOf(play, 40, 12);
    play.press('甲<return>乙<return>丙<return>丁<return>戊<return>己');
    expect(screenOf(play, 40, 12)).toMatchInlineSnapshot(`
      "3/20 · 简答题 · 5 分         剩 1:30:00
      已答 0/1 · 按时间应答到第 1 题
      ↑ 上面还有 2 行（PgUp）
      写下你的答案，可以分几行：
        甲
        乙
        丙
        丁
        戊
      › 己▏
      回车 换行，空行 下一题  Tab 答题卡"
    `);
  });
});

test('20 columns', () => {
  expect(screenOf(new ExamPlay([single]).press('b'), 20, 24)).toMatchInlineSnapshot(`
    "3/20 · … 剩 1:30:00
    已答 1/1 · 按时间…

    演出开始后仍空着的
    座位再也卖不出去，
    这体现了服务的
    （  ）。

      ○ A  无形性
      ◉ B  易逝性
      ○ C  差异性
      ○ D  不可分离性
     ▏
    字母 作答
    ? 没把握  f 标记"
  `);
  expect(screenOf(new ExamPlay([single, single, single]).press('b<tab>'), 20, 24)).toMatchInlineSnapshot(`
    "答题卡   剩 1:30:00
    已答 1/3 · 按时间…

    单项选择题
    ›  1●     2○
       3○

    ● 已答 1
    ? 没把握 0
    ○ 空着 2  ▲ 标记 0
    方向键或题号选题，…▏
    回车 去答  s 交卷"
  `);
});
