import { describe, expect, test } from 'vitest';
import { tableSources } from '../../../src/core/intake/containers/table/table-sources.ts';
import { takeIn } from '../../../src/core/intake/intake.ts';
import { workbookSheets } from '../../../src/store/documents/xlsx.ts';
import { sheet, xlsxOf } from '../../support/office.ts';

type Extra = Parameters<typeof xlsxOf>[1];
const sourcesOf = (sheets: Readonly<Record<string, string>>, extra?: Extra) =>
  tableSources('a.xlsx', workbookSheets(xlsxOf(sheets, extra)));
const itemsOf = (sheets: Readonly<Record<string, string>>, extra?: Extra) =>
  takeIn(sourcesOf(sheets, extra) ?? []).items;
const shown = (cell: string, extra?: Extra): string | undefined =>
  workbookSheets(xlsxOf({ a: sheet([[cell]]) }, extra))[0]?.rows[0]?.cells[0];

describe('cells as they are shown', () => {
  test('shared texts, in pieces of several fonts, without how they are read aloud', () => {
    const shared =
      '<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 丙</t></r><rPh sb="0" eb="1"><t>bǐng</t></rPh></si>';
    expect(shown('<c r="A1" t="s"><v>1</v></c>', { shared })).toBe('乙 丙');
  });

  test.each([
    ['a truth value', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['a number', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['what a formula came to', '<c r="A1" t="str"><f>A2</f><v>B</v></c>', 'B'],
    ['a percentage', '<c r="A1" s="1"><v>0.5</v></c>', '50%'],
    ['a date', '<c r="A1" s="2"><v>45000</v></c>', '2023-03-15'],
    ['a date in a format of its own', '<c r="A1" s="3"><v>45000.5</v></c>', '2023-03-15 12:00'],
    ['a line end that was escaped', '<c r="A1" t="inlineStr"><is><t>a_x000D_\nb</t></is></c>', 'a\nb'],
  ])('%s', (_, cell, text) => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="180" formatCode="yyyy/m/d h:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="180"/></cellXfs>';
    expect(shown(cell, { styles })).toBe(text);
  });
});

describe('a workbook of questions', () => {
  const header = ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '解析', '分值', '难度', '知识点'];

  test('is read by the names of its columns, below titles and instructions', () => {
    const rows = [
      ['客服题库导入模板'],
      ['填写说明：多选题答案用逗号隔开'],
      header,
      ['单选题', '回访宜在哪天', '当天', '次日', '一周', '一月', 'B', '次日客户已经用过', '2', '中等', '回访'],
      ['多选题', '投诉登记包括哪些', '时间', '姓名', '事由', '', 'A,C', '', '3', '', ''],
      ['判断题', '回访可以代替投诉处理', '', '', '', '', '错', '', '1', '', ''],
      ['填空题', '铃响____声内接听', '', '', '', '', '三', '', '1', '', ''],
      ['简答题', '怎样安抚客户', '', '', '', '', '先听完，再复述', '', '10', '', ''],
    ];
    expect(itemsOf({ Sheet1: sheet(rows) })).toMatchObject([
      {
        type: 'single',
        stem: '回访宜在哪天',
        answer: 'B',
        explanation: '次日客户已经用过',
        points: 2,
        difficulty: 3,
        topic: '回访',
        source: { file: 'a.xlsx', line: 4, endLine: 4 },
        doubts: [],
      },
      {
        type: 'multiple',
        answer: 'AC',
        options: [{ text: '时间' }, { text: '姓名' }, { id: 'C', text: '事由' }],
        points: 3,
      },
      { type: 'boolean', answer: false },
      { type: 'blank', answer: ['三'] },
      { type: 'short', answer: '先听完，再复述', points: 10 },
    ]);
  });

  test.each([
    ['AC', 'AC'],
    ['A、C', 'AC'],
    ['c a', 'AC'],
    ['时间；事由', 'AC'],
    ['A,B,C', 'ABC'],
    ['E', 'E', 'KEY_NOT_AN_OPTION'],
    ['', null, 'NO_KEY'],
  ])('the key %s', (cell, answer, doubt?: string) => {
    const rows = [header, ['多选题', '投诉登记包括哪些', '时间', '姓名', '事由', '天气', cell]];
    expect(itemsOf({ a: sheet(rows) })).toMatchObject([{ answer, doubts: doubt ? [{ code: doubt }] : [] }]);
  });

  test.each([
    ['<c r="B2" t="b"><v>0</v></c>', false],
    ['<c r="B2"><v>1</v></c>', true],
    ['√', true],
    ['错误', false],
    ['TRUE', true],
  ])('a judgement with %s for its key', (cell, answer) => {
    const rows = [
      ['题干', '答案', '题型'],
      ['回访可以代替投诉处理', cell, '判断题'],
    ];
    expect(itemsOf({ a: sheet(rows) })).toMatchObject([{ type: 'boolean', answer, doubts: [] }]);
  });

  test.each([
    ['A.当天\nB.次日\nC.一周'],
    ['A、当天；B、次日；C、一周'],
    ['当天|次日|一周'],
    ['当天\n次日\n一周'],
    ['当天;次日;一周'],
    ['A.当天 B.次日 C.一周'],
  ])('all options in one cell: %j', (cell) => {
    const rows = [
      ['Question', 'Options', 'Correct Answer'],
      ['回访宜在哪天', cell, 'B'],
    ];
    expect(itemsOf({ a: sheet(rows) })).toMatchObject([
      {
        type: 'single',
        answer: 'B',
        options: [
          { id: 'A', text: '当天' },
          { id: 'B', text: '次日' },
          { id: 'C', text: '一周' },
        ],
      },
    ]);
  });

  test('English names, numbers for options, and a passage', () => {
    const rows = [
      ['No.', 'Question Text', 'Option 1', 'Option 2', 'Option 3', 'Correct Option', 'Points', 'Rationale', 'Category'],
      ['1', 'Which call is urgent?', 'A leak', 'A survey', 'An advert', '1', '5', 'Water does damage.', 'Calls'],
    ];
    expect(itemsOf({ a: sheet(rows) })).toMatchObject([
      { type: 'single', number: 1, answer: 'A', points: 5, explanation: 'Water does damage.', topic: 'Calls' },
    ]);
  });

  test('a sheet may be named for its type, and each is a table of its own', () => {
    const sheets = {
      单选题: sheet([
        ['题目', 'A', 'B', '答案'],
        ['回访宜在哪天', '当天', '次日', 'B'],
      ]),
      说明: sheet([['请勿修改']]),
      判断题: sheet([
        ['题目', '答案'],
        ['回访可以代替投诉处理', 'B'],
      ]),
    };
    expect(itemsOf(sheets)).toMatchObject([
      { type: 'single', answer: 'B', section: '单选题', source: { file: 'a.xlsx#单选题' } },
      { type: 'boolean', answer: false, doubts: [{ code: 'TRUTH_AS_LETTER' }] },
    ]);
  });

  test('what is merged downwards holds for each row, and a question over several rows is one', () => {
    const rows = [
      ['章节', '题干', '选项', '答案'],
      ['第一章', '回访宜在哪天', 'A.当天', 'B'],
      ['', '', 'B.次日', ''],
      ['', '铃响几声内接听', 'A.三', 'A'],
      ['', '', 'B.十', ''],
    ];
    const merges = '<mergeCells><mergeCell ref="A2:A5"/><mergeCell ref="B2:B3"/><mergeCell ref="B4:B5"/></mergeCells>';
    expect(itemsOf({ a: sheet(rows, merges) })).toMatchObject([
      {
        stem: '回访宜在哪天',
        answer: 'B',
        topic: '第一章',
        options: [{ text: '当天' }, { text: '次日' }],
        source: { line: 2, endLine: 3 },
      },
      { stem: '铃响几声内接听', answer: 'A', topic: '第一章' },
    ]);
  });

  test('heads between the rows, and rows without a question are said', () => {
    const rows = [
      ['题干', '选项A', '选项B', '答案'],
      ['一、单选题（每题2分）'],
      ['回访宜在哪天', '当天', '次日', 'B'],
      ['二、判断题（每题1分）'],
      ['回访可以代替投诉处理', '', '', '×'],
      ['', '落单的选项', '', ''],
    ];
    const sources = sourcesOf({ a: sheet(rows) }) ?? [];
    expect(takeIn(sources)).toMatchObject({
      items: [
        { type: 'single', points: 2 },
        { type: 'boolean', answer: false, points: 1 },
      ],
    });
  });

  test('ones and zeros beside no options are true and false', () => {
    const rows = [
      ['题目', '答案'],
      ['回访可以代替投诉处理', '0'],
      ['首问者负责到底', '1'],
    ];
    expect(itemsOf({ a: sheet(rows) })).toMatchObject([
      { type: 'boolean', answer: false },
      { type: 'boolean', answer: true },
    ]);
  });

  test('columns without names are read only where one reading is possible', () => {
    const rows = ['回访宜在哪天', '铃响几声内接听', '投诉先做什么'].map((stem, n) => [
      stem,
      `甲${n}`,
      `乙${n}`,
      `丙${n}`,
      'BAC'[n] as string,
    ]);
    expect(itemsOf({ a: sheet(rows) }).map(({ answer }) => answer)).toEqual(['B', 'A', 'C']);
    expect(sourcesOf({ a: sheet(rows.slice(0, 2)) })).toBeNull();
    expect(sourcesOf({ a: sheet(rows.map((row) => row.slice(0, 4))) })).toBeNull();
  });

  test('a single column is a text', () => {
    const rows = ['一、单选题', '1.回访宜在( )', 'A.当天', 'B.次日', '答案:B'].map((line) => [line]);
    expect(itemsOf({ a: sheet(rows) })).toMatchObject([{ type: 'single', answer: 'B', source: { line: 2 } }]);
  });
});
