import { describe, expect, test } from 'vitest';
import type { ItemDiff, SessionDiff } from '../../src/core/analysis/diff.ts';
import { listSessions, type SessionRow } from '../../src/core/analysis/sessions.ts';
import { enReports } from '../../src/messages/en-reports.ts';
import { zhReports } from '../../src/messages/zh-reports.ts';
import { widthOf } from '../../src/prompts/width.ts';
import { renderHistoryDiff } from '../../src/report/history-diff.ts';
import { anAnswer, aStart, minute } from '../support/results-history.ts';

const row = (id: string, at: string): SessionRow =>
  listSessions([aStart({ id, at }), anAnswer({ session: id, ms: 65_000 })])[0] as SessionRow;

const item = (ref: string, before: ItemDiff['before'], after: ItemDiff['after']): ItemDiff => ({ ref, before, after });

const aDiff = (fields: Partial<SessionDiff> = {}): SessionDiff => ({
  before: { session: row('one', minute(0)), marks: 4150, of: 10_000 },
  after: { session: row('two', minute(90)), marks: 5600, of: 10_000 },
  items: [
    item('b/p', 'wrong', 'right'),
    item('b/q', 'right', 'blank'),
    item('b/r', 'partial', 'wrong'),
    item('b/s', 'right', 'right'),
  ],
  onlyBefore: [],
  onlyAfter: [],
  sections: [
    { title: '单项选择题', before: { marks: 3000, of: 6000 }, after: { marks: 2900, of: 6000 } },
    { title: '判断题', before: { marks: 1150, of: 4000 }, after: { marks: 800, of: 1000 } },
  ],
  ...fields,
});

describe('two sittings side by side', () => {
  test('are a table of what they came to, then what was won and lost', () => {
    expect(renderHistoryDiff(aDiff(), enReports.historyDiff, widthOf)).toMatchInlineSnapshot(`
      "                      before             after  change
      started     2026-11-22 20:00  2026-11-22 21:30
      marks               41.5/100            56/100   +14.5
      right                   100%              100%
      time               1 min 5 s         1 min 5 s
      单项选择题             30/60             29/60      -1
      判断题               11.5/40              8/10

      Right now, not before: 1
        ✔ b/p
      Right before, not now: 1
        ✘ b/q
      Right in neither: 1
      Right in both: 1
      "
    `);
  });

  test('line up in Chinese too', () => {
    expect(renderHistoryDiff(aDiff({ sections: [] }), zhReports.historyDiff, widthOf)).toMatchInlineSnapshot(`
      "                  前一次            后一次   变化
      开始    2026-11-22 20:00  2026-11-22 21:30
      得分            41.5/100            56/100  +14.5
      正确率              100%              100%
      用时           1 分 5 秒         1 分 5 秒

      这次答对、上次没对：1 题
        ✔ b/p
      上次答对、这次没对：1 题
        ✘ b/q
      两次都没对：1 题
      两次都对：1 题
      "
    `);
  });

  test('say how many questions only one of them asked', () => {
    const text = renderHistoryDiff(aDiff({ onlyAfter: ['b/x', 'b/y'] }), enReports.historyDiff, widthOf);
    expect(text).toContain(enReports.historyDiff.onlyOne(0, 2));
    expect(renderHistoryDiff(aDiff(), enReports.historyDiff, widthOf)).not.toContain('only after');
  });

  test('of papers that are worth different totals have no difference of marks', () => {
    const after = { session: row('two', minute(9)), marks: 10, of: 20 };
    const lines = renderHistoryDiff(aDiff({ after, sections: [] }), enReports.historyDiff, widthOf).split('\n');
    expect(lines.find((line) => line.startsWith('marks'))).toMatch(/0\.1\/0\.2$/);
  });

  test('let no line of a bank reach the terminal as it stands', () => {
    const title = 'a\u001b[2J\nb';
    const sections = [{ title, before: { marks: 0, of: 1 }, after: { marks: 0, of: 1 } }];
    const text = renderHistoryDiff(
      aDiff({ sections, items: [item('b/\u001b]', 'wrong', 'right')] }),
      enReports.historyDiff,
      widthOf,
    );
    expect(text).not.toContain('\u001b');
  });
});
