import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Blank, Item, Short } from '../../src/core/bank/item.ts';
import { enPaper } from '../../src/messages/en-paper.ts';
import { zhPaper } from '../../src/messages/zh-paper.ts';
import { cssString, escapeHtml } from '../../src/report/html-text.ts';
import { renderPaperHtml } from '../../src/report/paper-html.ts';
import { renderPaperMarkdown } from '../../src/report/paper-markdown.ts';
import type { KeyPlace } from '../../src/report/paper-sheet.ts';
import { aCase, anOrdering, aSingle, aTruth } from '../support/drill-questions.ts';
import { aSheet } from '../support/paper-sheets.ts';
import { aGroup, aSection } from '../support/papers.ts';

const zh = zhPaper.sheet;
const en = enPaper.sheet;

const common = { topic: '', difficulty: 3, tags: [], explanation: '', source: '', revision: 'r1' };
const aBlank = (id: string, stem: string, ...accept: string[]): Blank => ({
  ...common,
  id,
  stem,
  type: 'blank',
  blanks: accept.map((text) => ({ accept: [text], exact: false, unit: '', points: 1 })),
  anyOrder: [],
});
const aShort = (id: string, stem: string): Short => ({
  ...common,
  id,
  stem,
  type: 'short',
  answer: '先倾听，\n再核实。',
  points: [
    { text: '倾听', keywords: [], points: 2 },
    { text: '核实', keywords: [], points: 1 },
  ],
});

const ITEMS: readonly Item[] = [
  aSingle('one', { stem: '体现了服务的（  ）。', explanation: '{B}不能储存。' }),
  anOrdering({ id: 'two', stem: '排一排。', key: ['B', 'A', 'D', 'C'] }),
  aTruth('three', { stem: '客户**永远**是对的。', key: false }),
  aBlank('four', '让渡价值是____与（  ）之差。', '总价值', '总成本'),
  aShort('five', '处理投诉时先做什么？'),
  { ...aCase('six', 3), title: '三次来电', material: '客户来电。\n\n| 月 | 次 |\n|---|---|\n| 1 | 3 |' },
];
const SECTIONS = [
  aSection([aGroup(0, { items: ['one', 'two', 'three'] })], { title: '选择', points: 2, wrong: -0.5 }),
  aSection([aGroup(0, { items: ['four', 'five'] })], { title: '填空与简答', points: 5 }),
  aSection([aGroup(0, { items: ['six'] })], { title: '案例分析', points: 10 }),
];

const markdown = (key: KeyPlace): string => renderPaperMarkdown([aSheet(ITEMS, SECTIONS, { pass: 15 })], zh, key);

describe('a paper in Markdown', () => {
  test('asks everything, numbered through, and tells no answer', () => {
    expect(markdown('none').replaceAll('\u00a0', '.')).toMatchInlineSnapshot(`
      "# 模拟卷

      姓名 \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_　准考证号 \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_　得分 \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_

      考试时间：90 分钟　满分：26 分　及格：15 分

      ## 一、选择（共3题，每题2分，共6分）

      排序题：顺序全部正确才得分。单选题、判断题：答错每题扣 0.5 分，不答不扣分。本部分最低 0 分。

      **1\\.** 体现了服务的（......）。\\
      A. 无形性\\
      B. 易逝性\\
      C. 差异性\\
      D. 不可分离性

      **2\\.** 排一排。（......）\\
      A. 无形性\\
      B. 易逝性\\
      C. 差异性\\
      D. 不可分离性

      **3\\.** 客户**永远**是对的。（......）

      ## 二、填空与简答（共2题，每题5分，共10分）

      **4\\.** 让渡价值是\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_与\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_之差。

      **5\\.** 处理投诉时先做什么？

      &nbsp;\\
      &nbsp;\\
      &nbsp;\\
      &nbsp;

      ## 三、案例分析（共1个案例，每个10分，共10分）

      > **阅读材料，回答第 6～8 题。** 三次来电
      >
      > 客户来电。
      >
      > | 月 | 次 |
      > | --- | --- |
      > | 1 | 3 |

      **6\\.** six\\#1？（......）（3.34 分）

      **7\\.** six\\#2？（......）（3.33 分）

      **8\\.** six\\#3？（......）（3.33 分）

      ---

      b/mock · 种子 s
      "
    `);
  });

  test('has its key on a page of its own, with the points of key points as they count here', () => {
    const [paper, key = ''] = markdown('end').split('<div style="break-before: page"></div>');
    expect(`${paper?.trimEnd()}\n`).toBe(markdown('none'));
    expect(key).toMatchInlineSnapshot(`
      "

      # 模拟卷 · 参考答案与解析

      ## 一、选择（共3题，每题2分，共6分）

      **1\\.** **答案** B

      **解析** B不能储存。

      **2\\.** **答案** B → A → D → C

      **3\\.** **答案** 错

      ## 二、填空与简答（共2题，每题5分，共10分）

      **4\\.** **答案** 总价值；总成本

      **5\\.** **答案** 先倾听，\\
      再核实。

      - 倾听（3.33 分）
      - 核实（1.67 分）

      ## 三、案例分析（共1个案例，每个10分，共10分）

      **6\\.** **答案** 对

      **7\\.** **答案** 对

      **8\\.** **答案** 对

      ---

      b/mock · 种子 s
      "
    `);
  });

  test('has its key below each question, and then no space to write', () => {
    expect(markdown('inline')).toContain('D. 不可分离性\n\n> **答案** B\n>\n> **解析** B不能储存。\n\n**2\\.**');
    expect(markdown('inline')).not.toContain('&nbsp;');
  });

  test('is one paper after the other for several versions, each with its name', () => {
    const sheets = ['A', 'B'].map((version) => aSheet(ITEMS, SECTIONS, { version }));
    const text = renderPaperMarkdown(sheets, en, 'none');
    expect(text.match(/^# .*$/gm)).toEqual(['# 模拟卷 (version A)', '# 模拟卷 (version B)']);
    expect(text).toContain('b/mock · version B · seed s');
  });
});

describe('letters', () => {
  test('in key and explanation are those of this copy', () => {
    for (const version of ['A', 'B', 'C', 'D']) {
      const sheet = aSheet(ITEMS, SECTIONS, { version, shuffleOptions: true });
      const text = renderPaperMarkdown([sheet], zh, 'inline');
      const label = /^([A-D])\. 易逝性/m.exec(text)?.[1];
      expect(text).toContain(`**答案** ${label}\n>\n> **解析** ${label}不能储存。`);
    }
  });
});

describe('a paper in HTML', () => {
  const html = (key: KeyPlace): string => renderPaperHtml([aSheet(ITEMS, SECTIONS)], zh, key);

  test('needs nothing else and runs nothing', () => {
    expect(html('end')).not.toMatch(/<script|<link|<img|\bhref=|\bsrc=|url\(|@import/);
    expect(html('end')).toContain("default-src 'none'");
  });

  test('is for A4, keeps questions whole and starts the key on a new page', () => {
    expect(html('end')).toMatch(/@page \{ size: A4;/);
    expect(html('end')).toMatch(/\.question \{[^}]*break-inside: avoid/);
    expect(html('end')).toMatch(/\.key-page \{ break-before: page; \}/);
    expect(html('none')).not.toContain('class="key-page"');
  });

  test('has material once, before its parts, which say what each is worth', () => {
    expect(html('none').match(/客户来电。/g)).toHaveLength(1);
    expect(html('none')).toContain('<h3>阅读材料，回答第 6～8 题。 三次来电</h3><p>客户来电。</p><table>');
    expect(html('none').match(/（3\.3[34] 分）/g)).toEqual(['（3.34 分）', '（3.33 分）', '（3.33 分）']);
  });

  test('says on each page which paper, version and seed it is of', () => {
    const text = renderPaperHtml([aSheet(ITEMS, SECTIONS, { version: 'B', seed: 'x1' })], en, 'end');
    expect(text).toContain(`content: ${cssString('b/mock · version B · seed x1')}`);
    expect(text.match(/<footer>b\/mock · version B · seed x1<\/footer>/g)).toHaveLength(2);
  });
});

describe('a hostile text', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style></title><svg/onload=alert(1)>',
    '[a](javascript:alert(1))',
    '![a](http://x.example/a.png)',
    '<http://x.example>',
    '**<b>**`<i>`',
    '| <u> |\n|---|\n| <s> |',
  ];
  const everywhere = (text: string): { items: Item[]; title: string } => ({
    title: text,
    items: [
      aSingle('one', { stem: text, options: [text, `${text}2`, `${text}3`], explanation: text }),
      aBlank('two', `____${text}`, text),
      { ...aShort('three', text), answer: text, points: [{ text, keywords: [], points: 1 }] },
      { ...aCase('four', 1), title: text, material: text },
    ],
  });
  const sheetOf = (text: string) => {
    const { items, title } = everywhere(text);
    return aSheet(items, [aSection([aGroup(4)], { title })], { title, seed: text, version: text });
  };
  /** Every tag that the renderer writes itself, with its attributes: none of them holds a word of a bank. */
  const OWN_TAG =
    /<(?:!doctype html|\/?(?:html|head|body|title|style|article|section|h[123]|div|span|p|ul|li|strong|code|br|table|tr|td|th|i|footer)|meta charset="utf-8"|meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"|html lang="zh-CN"|(?:article|section|div|span|p|ul) class="[a-z0-9 -]+")>/g;

  test.each(HOSTILE)('is shown and does nothing: %s', (text) => {
    for (const key of ['none', 'end', 'inline'] as const) {
      const html = renderPaperHtml([sheetOf(text)], zh, key).replace(OWN_TAG, '');
      expect(html).not.toContain('<');
      const md = renderPaperMarkdown([sheetOf(text)], zh, key)
        .replaceAll('<div style="break-before: page"></div>', '')
        .replace(/<\/?strong>/g, '');
      expect(md).not.toMatch(/<|(?<!\\)\]\(|(?<!\\)!\[/);
    }
  });

  test('of any kind leaves no mark of HTML unescaped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '`', '*', '|', '\n', 'a', '-', '\\') }),
        (text) => {
          const html = renderPaperHtml([sheetOf(text)], zh, 'end').replace(OWN_TAG, '');
          expect(html.slice(html.indexOf('article +')).replace(/&#\d+;/g, '')).not.toMatch(/[<&]/);
        },
      ),
    );
  });

  test('is an attribute or a CSS string without ending it', () => {
    expect(escapeHtml(`"'<>&\``)).toBe('&#34;&#39;&#60;&#62;&#38;&#96;');
    expect(cssString('a"</style>\\中')).toBe('"a\\22 \\3c \\2f style\\3e \\5c \\4e2d "');
  });
});

describe('rules in words', () => {
  test('have a sentence each, in both languages', () => {
    const pieces = [
      ...(['exact', 'under-half', 'under-proportional', 'each-plus-minus'] as const).map(
        (scoring) => ({ kind: 'multiple', scoring, of: [] }) as const,
      ),
      { kind: 'hits', hit: 50, most: 150, of: ['multiple'] },
      { kind: 'hits', hit: 50, most: null, of: [] },
      { kind: 'ordering', scoring: 'exact', of: ['ordering'] },
      { kind: 'ordering', scoring: 'pairs', of: [] },
      { kind: 'wrong', cost: 50, of: ['single', 'boolean'] },
      { kind: 'question-floor', least: 0 },
      { kind: 'question-floor', least: -100 },
      { kind: 'section-floor', least: 0 },
      { kind: 'section-floor', least: -100 },
      { kind: 'minutes', minutes: 1 },
      { kind: 'per-item', seconds: 45 },
    ] as const;
    expect(pieces.flatMap((piece) => [zh.rule(piece), en.rule(piece)]).join('\n')).toMatchInlineSnapshot(`
      "全部选对才得分，多选、少选、错选都不得分。
      Only the complete and correct set of options earns marks.
      错选不得分；少选的得一半分。
      A wrong option earns nothing; a correct but incomplete set earns half.
      错选不得分；少选的按选对的比例得分。
      A wrong option earns nothing; a correct but incomplete set earns its share.
      每选对一项得一份分，每选错一项扣一份分（一份＝该题分值÷正确选项数）。
      Each right option adds a share and each wrong one takes a share away (a share is the points of the question divided by the number of right options).
      多选题：错选不得分；少选的每选对一项得 0.5 分，最多 1.5 分。
      Multiple choice: A wrong option earns nothing; a correct but incomplete set earns 0.5 points for each option, 1.5 points at most.
      错选不得分；少选的每选对一项得 0.5 分，最多 该题分值减 0.5 分。
      A wrong option earns nothing; a correct but incomplete set earns 0.5 points for each option, 0.5 points less than full marks at most.
      排序题：顺序全部正确才得分。
      Ordering: Only the whole order earns marks.
      按前后相邻关系正确的比例得分。
      Marks go by the share of neighbours that stand in the right order.
      单选题、判断题：答错每题扣 0.5 分，不答不扣分。
      Single choice, True or false: A wrong answer costs 0.5 points; no answer costs nothing.
      每题最低 0 分。
      No question gives less than 0.
      每题最多倒扣 1 分。
      No question costs more than 1 point.
      本部分最低 0 分。
      The whole part gives no less than 0.
      本部分最多倒扣 1 分。
      The whole part costs no more than 1 point.
      本部分限时 1 分钟。
      Time for this part: 1 minute.
      每题限时 45 秒。
      Time for each question: 45 seconds."
    `);
  });

  test('follow a head that numbers its section unless the author did', () => {
    const section = { title: '单项选择题', items: 60, cases: false, each: 100, total: 6000, rules: [] };
    expect(zh.sectionHead(1, section)).toBe('一、单项选择题（共60题，每题1分，共60分）');
    expect(
      zh.sectionHead(12, { ...section, title: '（三）案例', items: 2, cases: true, each: 1050, total: 2100 }),
    ).toBe('（三）案例（共2个案例，每个10.5分，共21分）');
    expect([10, 11, 20, 21].map((n) => zh.sectionHead(n, section).split('、')[0])).toEqual([
      '十',
      '十一',
      '二十',
      '二十一',
    ]);
    expect(en.sectionHead(2, section)).toBe('Part 2. 单项选择题 (60 questions, 1 point each, 60 points in all)');
    expect(
      en.sectionHead(2, { ...section, title: 'Section B: Cases', items: 1, cases: true, each: 1000, total: 1000 }),
    ).toBe('Section B: Cases (1 case, 10 points)');
  });
});
