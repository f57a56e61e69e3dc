import { expect, test } from 'vitest';
import { plainInline } from '../../../src/core/intake/containers/markdown/inline.ts';
import { markdownSources } from '../../../src/core/intake/containers/markdown/markdown-sources.ts';
import { takeIn } from '../../../src/core/intake/intake.ts';

const itemsOf = (text: string) => takeIn(markdownSources('a.md', text)).items;

const LIST = `# 客服题库

## 一、单选题

1. 回访宜在哪天？
   - [ ] 当天
   - [x] 次日
   - [ ] 一周

2. **铃响**几声内接听？
   - [x] 三
   - [ ] 十

## 二、多选题

3. 投诉登记包括哪些？

- [x] 时间
- [ ] 天气
- [X] 事由
`;

test('lists of boxes are options, ticked ones the key, headings the sections', () => {
  expect(itemsOf(LIST)).toMatchObject([
    {
      type: 'single',
      stem: '回访宜在哪天？',
      answer: 'B',
      section: '一、单选题',
      options: [{ text: '当天' }, { text: '次日' }, {}],
    },
    { type: 'single', stem: '铃响几声内接听？', answer: 'A', source: { line: 10 } },
    {
      type: 'multiple',
      answer: 'AC',
      section: '二、多选题',
      options: [{ text: '时间' }, { text: '天气' }, { text: '事由' }],
    },
  ]);
});

test('questions without numbers, under headings or under lines', () => {
  const text = `### Which call is urgent?\n\n- [ ] A survey\n- [x] A leak\n\nWhen do you call back?\n- [x] The next day\n- [ ] Never\n`;
  expect(itemsOf(text)).toMatchObject([
    { stem: 'Which call is urgent?', answer: 'B', options: [{ text: 'A survey' }, { text: 'A leak' }] },
    { stem: 'When do you call back?', answer: 'A' },
  ]);
});

test('answers in folds, escapes and emphasis', () => {
  const text = `1\\. 回访宜在 \\_\\_\\_\\_ 天\n\nA\\. *当天*\nB\\. \`次日\`\n\n<details><summary>点击查看答案</summary>\n\nB\n\n</details>\n\n2\\. 铃响几声内接听？\nA\\. 三\nB\\. 十\n<details>\n<summary>Answer</summary>\nA\n</details>\n`;
  expect(itemsOf(text)).toMatchObject([
    { stem: '回访宜在 ____ 天', answer: 'B', options: [{ text: '当天' }, { text: '次日' }] },
    { answer: 'A' },
  ]);
});

test('a table of questions is read by its columns, beside what stands around it', () => {
  const text = `说明\n\n| 题目 | A | B | 答案 |\n| --- | :-: | --- | --- |\n| 回访宜在\\|哪天 | 当天 | 次日 | B |\n\n1. 铃响几声内接听？\nA. 三\nB. 十\n答案：A\n`;
  expect(itemsOf(text)).toMatchObject([
    { stem: '回访宜在|哪天', answer: 'B', source: { line: 5 } },
    { answer: 'A', source: { line: 7 } },
  ]);
});

test('a table of answers in rows is a list of answers', () => {
  const question = (number: number): string => `${number}. 第${number}次回访宜在哪天？\n\nA. 当天\n\nB. 次日\n\n`;
  const text = `## 一、单选题\n\n${question(1)}${question(2)}## 参考答案\n\n| 题号 | 1 | 2 |\n|---|---|---|\n| 答案 | B | A |\n`;
  expect(itemsOf(text).map(({ answer }) => answer)).toEqual(['B', 'A']);
});

test.each([
  ['**先**听', '先听'],
  ['a *b* ~~c~~ `d`', 'a b c d'],
  ['[规程](https://example.com/a) 与 [1](B)', '规程 与 [1](B)'],
  ['沸点是_100_度，冰点是__0__度', '沸点是_100_度，冰点是__0__度'],
  ['say _this_ now', 'say this now'],
  ['2 \\* 3 \\_ 4', '2 * 3 _ 4'],
])('%s is %s', (line, plain) => {
  expect(plainInline(line)).toBe(plain);
});

test.each(['*a ', '[', '![', '_a ', '`', '<summary', '\\', '~~a', '](', '**'])(
  'a line of nothing but %j takes no time',
  (sign) => {
    const line = sign.repeat(200_000);
    const begun = performance.now();
    plainInline(line);
    expect(performance.now() - begun).toBeLessThan(2000);
  },
);

test('tables of keys below one another are one list', () => {
  const question = (number: number): string => `${number}. 第${number}问是什么( )\nA) 甲\tB) 乙\tC) 丙\tD) 丁\n\n`;
  const table = (numbers: string, keys: string): string =>
    `| 题号 | ${numbers} |\n|---|---|---|\n| 答案 | ${keys} |\n\n`;
  const text = `## 单选题\n\n${[1, 2, 3, 4].map(question).join('')}## 参考答案\n\n${table('1 | 2', 'b | c')}${table('3 | 4', 'a | d')}`;
  expect(itemsOf(text).map(({ answer }) => answer)).toEqual(['B', 'C', 'A', 'D']);
});
