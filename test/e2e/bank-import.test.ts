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
  expect(await runQuiz(place, args)).toMatchObject({ code: 4, err: expect.stringContaining('--force') });
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
