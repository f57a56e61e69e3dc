import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPlace, runQuiz } from '../support/program.ts';

const PAPER = `一、单选题(共2题,每题2分,合计4分)
1.回访宜在( )。A.当天 B.次日
答案:A
2.电话铃响( )声内接听。A.三 B.十
答案:A
`;

test('a paper becomes a bank that passes its check, and is never written over unasked', async () => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'paper.txt'), PAPER);
  const args = ['bank', 'import', 'paper.txt', '--id', 'paper', '-o', 'paper.yaml'];
  const first = await runQuiz(place, args);
  expect({ code: first.code, out: first.out }).toMatchObject({ code: 0, out: expect.stringContaining('2') });
  expect((await runQuiz(place, ['bank', 'check', 'paper.yaml'])).code).toBe(0);
  const kept = readFileSync(join(place.cwd, 'paper.yaml'), 'utf8');
  const other = ['bank', 'import', 'paper.txt', '--id', 'other', '-o', 'paper.yaml'];
  expect(await runQuiz(place, other)).toMatchObject({ code: 4, err: expect.stringContaining('--force') });
  writeFileSync(join(place.cwd, 'paper.txt'), PAPER.replace('当天', '当日'));
  expect(await runQuiz(place, args)).toMatchObject({ code: 2, err: expect.stringContaining('--force') });
  expect(readFileSync(join(place.cwd, 'paper.yaml'), 'utf8')).toBe(kept);
});

test('one JSON document for programs, and 1 where something is doubted', async () => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'paper.txt'), PAPER.replace('答案:A\n2', '2'));
  const { out, code } = await runQuiz(place, ['bank', 'import', 'paper.txt', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    items: [
      {
        type: 'single',
        stem: '回访宜在( )。',
        options: [
          { id: 'A', text: '当天' },
          { id: 'B', text: '次日' },
        ],
        answer: null,
        explanation: '',
        points: 2,
        section: '一、单选题(共2题,每题2分,合计4分)',
        source: { file: 'paper.txt', line: 2, endLine: 2 },
        doubts: [{ code: 'NO_KEY', line: 2 }],
      },
      { answer: 'A', doubts: [], confidence: 1 },
    ],
    report: { questions: 2, withoutKey: 1, sure: false },
  });
});

test('says how a question was read, and that there is none of that number', async () => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'paper.txt'), PAPER);
  const { out, code } = await runQuiz(place, ['bank', 'import', 'paper.txt', '--explain', '2', '--lang', 'zh']);
  expect(code).toBe(0);
  expect(out).toContain('  2.电话铃响( )声内接听。A.三 B.十');
  expect(out).toContain('题号接着上一题');
  expect((await runQuiz(place, ['bank', 'import', 'paper.txt', '--explain', '3'])).code).toBe(3);
});

test('what is no text, and an id that is none, are refused', async () => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'x.txt'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]));
  expect(await runQuiz(place, ['bank', 'import', 'x.txt'])).toMatchObject({ code: 4 });
  expect(await runQuiz(place, ['bank', 'import', 'none.txt'])).toMatchObject({ code: 4 });
  expect(await runQuiz(place, ['bank', 'import', 'x.txt', '--id', 'Ä', '-o', 'y.yaml'])).toMatchObject({ code: 2 });
  expect(await runQuiz(place, ['bank', 'import', 'x.txt', '-o', 'y.yaml'])).toMatchObject({ code: 2 });
});

test('a text without questions gives its headings as topics to read, and is a bank', async () => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'handbook.txt'), '第一章 接待\n1.1 问候\n进门三秒内问候。\n第二章 投诉\n先致歉。\n');
  const args = ['bank', 'import', 'handbook.txt', '--topics', '--id', 'book', '-o', 'book.yaml'];
  expect(await runQuiz(place, args)).toMatchObject({ code: 0, out: expect.stringContaining('jie-dai') });
  expect((await runQuiz(place, ['bank', 'check', 'book.yaml'])).code).toBe(0);
  expect((await runQuiz(place, ['study', '--bank', 'book.yaml', '--plain'])).out).toContain('进门三秒内问候。');
});

test('questions take the topic of the heading they stand under, or the one they name', async () => {
  const place = aPlace({});
  const paper = `第一章 电话\n1.铃响几声内接听?\nA.三声\nB.十声\n答案:A\n第二章 投诉\n2.首先应当( )\nA.致歉\nB.争辩\n答案:A\n3.应答宜( )\nA.快\nB.慢\n答案:A\n知识点:语速\n`;
  writeFileSync(join(place.cwd, 'paper.txt'), paper);
  await runQuiz(place, ['bank', 'import', 'paper.txt', '--topics', '--id', 'p', '-o', 'p.yaml']);
  const bank = readFileSync(join(place.cwd, 'p.yaml'), 'utf8');
  expect(Array.from(bank.matchAll(/^ {4}topic: (.*)$/gm), ([, topic]) => topic)).toEqual([
    'dian-hua',
    'tou-su',
    'yu-su',
  ]);
});
