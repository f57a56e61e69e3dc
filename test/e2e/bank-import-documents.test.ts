import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docxOf, p, sheet, xlsxOf, zipOf } from '../support/office.ts';
import { aPlace, runQuiz } from '../support/program.ts';

const LINES = [
  '一、单选题(共2题,每题2分,合计4分)',
  '1.回访宜在( )。A.当天 B.次日',
  '答案:A',
  '2.电话铃响( )声内接听。A.三 B.十',
  '答案:A',
];
const PAPER = docxOf(LINES.map((line) => p(line)).join(''));
const TABLE =
  '题干,选项A,选项B,答案,解析\r\n"回访宜在""哪天""，\n以多数为准",当天,次日,B,次日已经用过\r\n铃响几声内接听,三,十,A,\r\n';
const bankImport = ['bank', 'import'];

test('a document of Word becomes a bank that passes its check, whatever its name', async () => {
  const place = aPlace({});
  for (const name of ['paper.docx', 'paper.txt']) {
    writeFileSync(join(place.cwd, name), PAPER);
    const args = [...bankImport, name, '--id', 'paper', '-o', `${name}.yaml`];
    expect(await runQuiz(place, args)).toMatchObject({ code: 0 });
    expect((await runQuiz(place, ['bank', 'check', `${name}.yaml`])).code).toBe(0);
  }
  const { out } = await runQuiz(place, [...bankImport, 'paper.docx', '--explain', '2', '--lang', 'zh']);
  expect(out).toContain('  2.电话铃响( )声内接听。A.三 B.十');
});

test('a workbook and a page beside each other, their places in each', async () => {
  const place = aPlace({});
  writeFileSync(
    join(place.cwd, 'a.xlsx'),
    xlsxOf({
      a: sheet([
        ['题干', 'A', 'B', '答案'],
        ['回访宜在哪天', '当天', '次日', 'B'],
      ]),
    }),
  );
  writeFileSync(
    join(place.cwd, 'b.doc'),
    '<html><body><p>1.铃响几声内接听( )</p><p>A.三</p><p>B.十</p><p>答案：A</p></body></html>',
  );
  const { out, code } = await runQuiz(place, [...bankImport, 'a.xlsx', 'b.doc', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    items: [
      { answer: 'B', source: { file: 'a.xlsx', line: 2 } },
      { answer: 'A', source: { file: 'b.doc', line: 1 } },
    ],
  });
  const { out: shown } = await runQuiz(place, [...bankImport, 'a.xlsx', '--explain', '1', '--lang', 'zh']);
  expect(shown).toContain('  回访宜在哪天 | 当天 | 次日 | B');
  expect(shown).toContain('按列名读');
});

test('the sheets of a workbook are one file', async () => {
  const place = aPlace({});
  const rows = (stem: string): string =>
    sheet([
      ['题干', 'A', 'B', '答案'],
      [stem, '当天', '次日', 'B'],
    ]);
  writeFileSync(join(place.cwd, 'a.xlsx'), xlsxOf({ 一: rows('回访宜在哪天'), 二: rows('投诉几天内答复') }));
  const { out, code } = await runQuiz(place, [...bankImport, 'a.xlsx', '--lang', 'zh']);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('1 个文件，读出 2 题') });
});

describe('a table as text', () => {
  const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
  const gb18030 = Buffer.from(
    'cce2b8c92cd1a1cfee412cd1a1cfee422cb4f0b0b80abbd8b7c3d2cbd4dac4c4cceca3acd2d4b6e0cafdceaad7bc2cb5b1ccec2cb4cec8d52c420a',
    'hex',
  );

  test.each([
    ['with commas', 'a.csv', Buffer.from(TABLE)],
    ['with its mark', 'a.csv', Buffer.from(`\ufeff${TABLE}`)],
    ['in UTF-16, with tabs', 'a.csv', utf16(TABLE.replaceAll(',', '\t'))],
    ['with semicolons', 'a.csv', Buffer.from(TABLE.replaceAll(',', ';'))],
    ['that names its separator', 'a.csv', Buffer.from(`sep=;\r\n${TABLE.replaceAll(',', ';')}`)],
    ['in GB18030', 'a.csv', gb18030],
    ['called a text', 'a.txt', Buffer.from(TABLE)],
  ])('%s', async (_, name, bytes) => {
    const place = aPlace({});
    writeFileSync(join(place.cwd, name), bytes);
    const { out } = await runQuiz(place, [...bankImport, name, '--json']);
    expect(JSON.parse(out).items[0]).toMatchObject({
      stem: expect.stringContaining('以多数为准'),
      answer: 'B',
      options: [{ text: '当天' }, { text: '次日' }],
      doubts: [],
    });
  });

  test('a paper that holds a line like a header stays a paper', async () => {
    const place = aPlace({});
    writeFileSync(join(place.cwd, 'a.txt'), `题号,题目,答案\n${LINES.join('\n')}\n`);
    const { out } = await runQuiz(place, [...bankImport, 'a.txt', '--json']);
    expect(JSON.parse(out).items).toHaveLength(2);
  });

  test('a quote that is never closed costs no minutes, and what it swallowed is said', async () => {
    const place = aPlace({});
    writeFileSync(
      join(place.cwd, 'a.csv'),
      `题干,答案,选项\n甲乙丙丁,对,\n"${'1.回访宜在( )。A.当天 B.次日 答案:B\n'.repeat(50_000)}`,
    );
    const { out, code } = await runQuiz(place, [...bankImport, 'a.csv', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ items: [{}], report: { unread: [{ line: 3, why: 'too-long' }] } });
  });

  test('numbers and keys in a file of their own', async () => {
    const place = aPlace({});
    writeFileSync(
      join(place.cwd, 'a.docx'),
      docxOf(
        LINES.filter((line) => !line.startsWith('答案'))
          .map((line) => p(line))
          .join(''),
      ),
    );
    writeFileSync(
      join(place.cwd, 'key.xlsx'),
      xlsxOf({
        a: sheet([
          ['题号', '答案'],
          ['1', 'B'],
          ['2', 'A'],
        ]),
      }),
    );
    const { out } = await runQuiz(place, [...bankImport, 'a.docx', '--answers', 'key.xlsx', '--json']);
    expect(JSON.parse(out).items).toMatchObject([{ answer: 'B' }, { answer: 'A' }]);
  });

  test('without names for its columns says which are expected', async () => {
    const place = aPlace({});
    writeFileSync(join(place.cwd, 'a.csv'), '甲,乙\n丙,丁\n');
    const { code, err } = await runQuiz(place, [...bankImport, 'a.csv', '--lang', 'zh']);
    expect(code).toBe(4);
    expect(err).toContain('选项A');
  });
});

test.each([
  ['a binary', Buffer.from([1, 2, 3, 0, 0, 9, 0, 4, 0, 5]), 'a.txt'],
  ['half a document', PAPER.slice(0, PAPER.length / 2), '损坏'],
  ['an old document', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), '另存为'],
  ['a PDF', Buffer.from('%PDF-1.4\n'), 'PDF'],
  ['a bomb', zipOf({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) }), '大得反常'],
])('%s is refused in a sentence', async (_, bytes, said) => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'a.txt'), bytes);
  const { code, err, out } = await runQuiz(place, [...bankImport, 'a.txt', '--lang', 'zh']);
  expect({ code, out }).toEqual({ code: 4, out: '' });
  expect(err).toContain(said);
});

test.each(['\n', ' ', '|a', '- [', '\t'])('a text of nothing but %j takes no time', async (sign) => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'a.txt'), sign.repeat(500_000));
  const begun = performance.now();
  await runQuiz(place, [...bankImport, 'a.txt']);
  expect(performance.now() - begun).toBeLessThan(5000);
});

test('a giant is refused without being read', async () => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'giant.docx'), '');
  truncateSync(join(place.cwd, 'giant.docx'), 100 * 1024 * 1024);
  expect(await runQuiz(place, [...bankImport, 'giant.docx', '--lang', 'zh'])).toMatchObject({
    code: 4,
    err: expect.stringContaining('100 MB'),
  });
});

test('a sheet pasted as text is read by its columns, whatever stands above and below it', async () => {
  const place = aPlace({});
  const rows = [
    'Sheet1',
    '坐席题库(2025版)',
    '序号\t题型\t题目\t选项A\t选项B\t答案\t解析',
    '1\t单选\t开场白的作用是\t引起兴趣\t念完产品\tA\t',
    '2\t判断\t可以夸大功效\t\t\t错\t不得误导',
    '3\t填空\t话后整理在(  )以内\t\t\t30秒\t',
    '4\t单选\t结束时应\t致谢\t挂断\tA\t',
    '5\t单选\t异议用\t拆分法\t争辩\tA\t',
    '合计:5题\t制表:某\t\t审核:\t\t\t',
  ];
  writeFileSync(join(place.cwd, 'sheet.txt'), rows.join('\n'));
  const { out } = await runQuiz(place, ['bank', 'import', 'sheet.txt', '--json']);
  const items = JSON.parse(out).items as { type: string; answer: unknown; options: unknown[] }[];
  expect(items.map(({ type, answer, options }) => [type, answer, options.length])).toEqual([
    ['single', 'A', 2],
    ['boolean', false, 0],
    ['blank', ['30秒'], 0],
    ['single', 'A', 2],
    ['single', 'A', 2],
  ]);
});
