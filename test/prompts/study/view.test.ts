import { describe, expect, test } from 'vitest';
import { withDetails } from '../../../src/messages/details.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { StudyCard } from '../../../src/prompts/study/cards.ts';
import { openStudy, type StudyState } from '../../../src/prompts/study/state.ts';
import { type StudyLook, settle, view } from '../../../src/prompts/study/view.ts';
import { textField } from '../../../src/prompts/text-field.ts';
import { themeFor } from '../../../src/prompts/theme.ts';
import { widthOf } from '../../../src/prompts/width.ts';
import { aFilledCard, aModelAnswer, aNotesCard, anOrder, aStudyCard } from '../../support/study-cards.ts';

const lookIn = (language: 'zh' | 'en', color = false): StudyLook => {
  const { ask, study } = withDetails(messagesFor(language));
  return { theme: themeFor(color), words: { ...ask, noteHint: ask.hints.note, ...study } };
};
const look = lookIn('zh');

const wide = (card: StudyCard, fields: Partial<StudyState> = {}): StudyState => ({
  ...openStudy(card, false, 80, 24),
  ...fields,
});
const narrow = (card: StudyCard, fields: Partial<StudyState> = {}): StudyState =>
  wide(card, { columns: 40, rows: 12, ...fields });

/** The screen as it stands; `▏` is the terminal's caret. */
function screen(state: StudyState, as = look): string {
  const { above, below } = view(state, as);
  return `${above}▏${below === '' ? '' : `\n${below}`}`.replace(/[ \t]+$/gm, '');
}

const MATERIAL = Array.from({ length: 14 }, (_, n) => `第${n + 1}段：客户来电说，订单已经付款，却迟迟没有发货。`).join(
  '\n',
);

describe('80×24', () => {
  test('the notes of a topic', () => {
    expect(screen(wide(aNotesCard()))).toMatchInlineSnapshot(`
      "37/260 · 主题笔记 · 服务的特性

      服务的特性

      ## 要点
      - **无形性**：看不见、摸不着。
      - **易逝性**：不能储存。
       ▏
      回车 下一页  h 藏答案：关  ← 上一页  t/T 下/上个主题  q 离开"
    `);
  });

  test('a question with its answer, starred, noted, where reading goes on', () => {
    const card = aStudyCard({ starred: true, note: '想想剧院' });
    expect(screen(wide(card, { message: 'resumed' }))).toMatchInlineSnapshot(`
      "37/260 · 单选题 · 服务的特性 ★

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

      笔记： 想想剧院

          A  无形性
        ✔ B  易逝性
          C  差异性
          D  不可分离性

      答案： B 易逝性

      服务不能储存，错过的产能永远失去。
      接着上次：第 37/260 页 · 服务的特性▏
      回车 下一页  h 藏答案：关  ← 上一页  t/T 下/上个主题  s 收藏  n 笔记  q 离开"
    `);
  });

  test('a question whose answer is hidden', () => {
    expect(screen(wide(aStudyCard(), { hiding: true }))).toMatchInlineSnapshot(`
      "37/260 · 单选题 · 服务的特性

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

          A  无形性
          B  易逝性
          C  差异性
          D  不可分离性
       ▏
      空格 看答案  → 跳过  h 藏答案：开  ← 上一页
      t/T 下/上个主题  s 收藏  n 笔记  q 离开"
    `);
  });

  test('blanks, written in', () => {
    expect(screen(wide(aFilledCard()))).toMatchInlineSnapshot(`
      "37/260 · 填空题 · 服务的特性

      闪电之后听见__雷声__，雨后看见__彩虹__。

      答案：
        (1) 雷声
        (2) 彩虹
        (1) 也可以写：打雷
       ▏
      回车 下一页  h 藏答案：关  ← 上一页  t/T 下/上个主题  s 收藏  n 笔记  q 离开"
    `);
  });

  test('blanks, hidden', () => {
    expect(screen(wide(aFilledCard(), { hiding: true }))).toMatchInlineSnapshot(`
      "37/260 · 填空题 · 服务的特性

      闪电之后听见____，雨后看见____。
       ▏
      空格 看答案  → 跳过  h 藏答案：开  ← 上一页
      t/T 下/上个主题  s 收藏  n 笔记  q 离开"
    `);
  });

  test('an order with its places', () => {
    expect(screen(wide(anOrder()))).toMatchInlineSnapshot(`
      "37/260 · 排序题 · 服务的特性

      按先后排列。

         3 A  回访
         1 B  倾听
         2 C  解决

      答案：
        B → C → A
        1. 倾听
        2. 解决
        3. 回访
       ▏
      回车 下一页  h 藏答案：关  ← 上一页  t/T 下/上个主题  s 收藏  n 笔记  q 离开"
    `);
  });

  test('a model answer with its key points', () => {
    expect(screen(wide(aModelAnswer()))).toMatchInlineSnapshot(`
      "37/260 · 简答题 · 服务的特性

      接到投诉后先做什么？

      答案：
        先倾听，
        再核实。

      要点：
        1. 倾听 (2)
        2. 核实 (1)
       ▏
      回车 下一页  h 藏答案：关  ← 上一页  t/T 下/上个主题  s 收藏  n 笔记  q 离开"
    `);
  });

  test('the last page while a note is written', () => {
    const card = aStudyCard({ page: 259, nextTopic: null });
    expect(screen(wide(card, { noting: textField('想想剧院') }))).toMatchInlineSnapshot(`
      "260/260 · 单选题 · 服务的特性

      演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。

          A  无形性
        ✔ B  易逝性
          C  差异性
          D  不可分离性

      答案： B 易逝性

      服务不能储存，错过的产能永远失去。
      笔记 › 想想剧院▏
      回车 保存  Esc 放弃"
    `);
  });
});

describe('40×12', () => {
  const first = aStudyCard({ material: MATERIAL, caseTitle: '迟发的订单' });

  test('the first part of a case begins with its material', () => {
    expect(screen(narrow(first))).toMatchInlineSnapshot(`
      "37/260 · 单选题 · 服务的特性

      材料 · 迟发的订单
      第1段：客户来电说，订单已经付款，却迟迟
      没有发货。
      第2段：客户来电说，订单已经付款，却迟迟
      没有发货。
      ↓ 下面还有 36 行（PgDn）
       ▏
      回车 下一页  h 藏答案：关  ← 上一页"
    `);
  });

  test('a further part begins with its question', () => {
    expect(screen(narrow({ ...first, materialSeen: true }))).toMatchInlineSnapshot(`
      "37/260 · 单选题 · 服务的特性

      ↑ 上面还有 30 行（PgUp）
      演出开始后仍空着的座位再也卖不出去，这
      体现了服务的（  ）。

          A  无形性
      ↓ 下面还有 7 行（PgDn）
       ▏
      回车 下一页  h 藏答案：关  ← 上一页"
    `);
  });

  test('an answer that was asked for is seen at once', () => {
    expect(screen(narrow(first, { hiding: true, revealed: true }))).toMatchInlineSnapshot(`
      "37/260 · 单选题 · 服务的特性

      ↑ 上面还有 33 行（PgUp）
          A  无形性
        ✔ B  易逝性
          C  差异性
          D  不可分离性
      ↓ 下面还有 4 行（PgDn）
       ▏
      回车 下一页  h 藏答案：开  ← 上一页"
    `);
  });
});

describe('scrolling', () => {
  const card = aStudyCard({ material: MATERIAL });

  test('ends with the page', () => {
    const end = settle(narrow(card, { scroll: -10_000 }), look);
    expect(screen(end)).toContain('错过的产能永远失去。');
    expect(settle({ ...end, scroll: end.scroll - 1 }, look)).toEqual(end);
  });

  test('back ends at the top', () => {
    expect(settle(narrow(card, { scroll: 10_000 }), look).scroll).toBe(0);
    const further = settle(narrow({ ...card, materialSeen: true }, { scroll: 10_000 }), look);
    expect(screen(further)).toContain('第1段');
  });
});

test('the keys and the mode fit on 80 columns in both languages, the mode on 40 too', () => {
  for (const language of ['zh', 'en'] as const)
    for (const hiding of [false, true]) {
      const { hints } = lookIn(language).words;
      const mode = hiding ? hints.hidingOn : hints.hidingOff;
      const below = view(wide(aStudyCard(), { hiding }), lookIn(language)).below;
      for (const each of [hints.back, mode, hints.topics, hints.quit]) expect(below).toContain(each);
      expect(view(narrow(aStudyCard(), { hiding }), lookIn(language)).below).toContain(mode);
    }
});

test('colour changes nothing that is said', () => {
  const painted = view(wide(aStudyCard()), lookIn('zh', true));
  expect(`${painted.above}\n${painted.below}`).toMatch(/\u001b\[32m/);
  const plain = view(wide(aStudyCard()), look);
  expect(`${painted.above}\n${painted.below}`.replace(/\u001b\[\d+m/g, '')).toBe(`${plain.above}\n${plain.below}`);
});

test('20 columns hold every line, and 12 say that they are too few', () => {
  for (const card of [aNotesCard(), aStudyCard(), aFilledCard(), aModelAnswer(), anOrder()]) {
    const { above, below } = view(wide(card, { columns: 20, rows: 60 }), look);
    for (const line of `${above}\n${below}`.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(19);
  }
  expect(screen(wide(aStudyCard(), { columns: 12 }))).toBe('窗口太窄▏');
});
