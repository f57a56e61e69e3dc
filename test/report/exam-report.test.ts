import { describe, expect, test } from 'vitest';
import { examReport } from '../../src/core/analysis/exam-report.ts';
import { foldSheet } from '../../src/core/exam/sheet.ts';
import type { Answered, HistoryEvent } from '../../src/core/history/event.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { widthOf } from '../../src/prompts/width.ts';
import { renderExamReport } from '../../src/report/exam-report.ts';
import { aSingle, questionsIn } from '../support/drill-questions.ts';
import { aForm, aFormItem, anOpening, aSection, onPaper } from '../support/exams.ts';
import { anEnd, minute } from '../support/results-history.ts';

const paper = {
  ...aForm([]).paper,
  pass: 3,
  bands: [
    { title: '优秀', from: 5 },
    { title: '合格', from: 3 },
  ],
};
const form = aForm(
  [1, 2, 3, 4].map((n) => aFormItem(`b/${n}`)).concat([5, 6].map((n) => aFormItem(`b/${n}`, { section: 1 }))),
  { paper, sections: [aSection(), aSection({ title: '判断题', wrong: -1, itemFloor: -1 })] },
);
const questions = new Map(
  [1, 2, 3, 4, 5, 6]
    .flatMap((n) => questionsIn(aSingle(String(n), { topic: n < 4 ? 'service' : '', revision: n === 2 ? 'r2' : 'r1' })))
    .filter(({ ref }) => ref !== 'b/3')
    .map((question) => [question.ref, question] as const),
);
const right = (n: number, fields: Partial<Answered> = {}) => onPaper(`b/${n}`, { response: ['B'], ...fields });
const wrong = (n: number, fields: Partial<Answered> = {}) =>
  onPaper(`b/${n}`, { right: false, response: ['A'], ...fields });
const flag: HistoryEvent = {
  ...{ id: 'f', at: minute(2), device: 'k3f9', session: 's1' },
  ...{ type: 'flagged', item: 'b/4', on: true },
};

const events = [
  ...[right(1, { guess: true }), wrong(2), right(2, { ms: 3_000_000 }), right(3), flag],
  ...[wrong(5, { marks: -1 }), wrong(6, { marks: -1 })],
];

function shown(of: readonly HistoryEvent[], language: 'zh' | 'en' = 'zh', seen: readonly string[] = ['b/1']): string {
  const sheet = foldSheet(of);
  const opening = anOpening(form, { seen: new Set(seen) });
  const report = examReport({ opening, sheet, usedMs: 3_725_000, questions, fold: (text) => text });
  const topicTitle = (path: string): string => (path === 'service' ? '服务的特性' : path);
  const view = { form, report, ended: sheet.ended, topicTitle };
  return renderExamReport(view, withDetails(messagesFor(language)).exam, widthOf).join('\n');
}

describe('the report of an exam', () => {
  test('in Chinese, with everything that there is to say', () => {
    expect(shown([...events, anEnd({ how: 'timed-out' })])).toMatchInlineSnapshot(`
      "成绩单 · 模拟卷

      得分 3 / 6
      ✔ 及格，高出及格线 0 分
      等级：合格
      用时 62 分 5 秒，限时 90 分钟（时间到，自动交卷）

      ── 各部分 ──
      部分        得分  答对  空着
      单项选择题   3/4   3/4     1
      判断题       0/2   0/2     0
      判断题：扣分超出本部分下限，补回 2 分

      ── 各主题 ──
      主题        得分  答对
      （无主题）  -1/4   1/4
      服务的特性   2/2   2/2

      以前做过的 1 题：1 / 1
      从没做过的 5 题：0 / 5
      没做过的题更接近真考的水平。

      没得满分 2 题：5 6
      空着 1 题：4
      没把握却答对 1 题：1
      标记 1 题：4
      改过答案：对改错 0 题，错改对 1 题，其他 0 题
      用时超过应占时间两倍：第 2 题 50 分 5 秒（应占 15 分钟）
      题库改过第 2 题；按现在的答案是 3 / 6，原成绩不变。
      已从题库删除的题：第 3 题，按当时的得分计。"
    `);
  });

  test('in English', () => {
    expect(shown([...events, anEnd()], 'en')).toMatchInlineSnapshot(`
      "Report · 模拟卷

      3 of 6 points
      ✔ Passed, 0 above the mark
      Band: 合格
      Time 62 min 5 s of 90 min

      ── Sections ──
      section     marks  right  blank
      单项选择题    3/4    3/4      1
      判断题        0/2    0/2      0
      判断题: below the floor of this section; 2 given back

      ── Topics ──
      topic       marks  right
      (no topic)   -1/4    1/4
      服务的特性    2/2    2/2

      Seen before (1): 1 of 1
      Never seen (5): 0 of 5
      What was never seen is closer to the real exam.

      Short of full marks (2): 5 6
      Blank (1): 4
      Unsure, and right (1): 1
      Flagged (1): 4
      Answers changed: right to wrong 0, wrong to right 1, other 0
      More than twice their share of time: 2: 50 min 5 s (share 15 min)
      The bank changed 2; by today's key this is 3 of 6. The result stays as given.
      No longer in the bank: 3; they keep the marks given."
    `);
  });

  test('failed, it says by how much, and of what is not there it says nothing', () => {
    const text = shown([right(1), anEnd()], 'zh', []);
    expect(text).toContain('✘ 不及格，差 2 分');
    for (const absent of ['等级', '以前做过', '标记', '没把握', '改过答案']) expect(text).not.toContain(absent);
  });

  test('of a blank paper has no mark for anybody', () => {
    expect(shown([anEnd()], 'zh', [])).toContain('空着 6 题：1-6');
  });
});
