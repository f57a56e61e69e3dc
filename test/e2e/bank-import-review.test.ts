import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quizHere } from '../support/in-process.ts';
import { aPlace } from '../support/program.ts';

const PAPER = `一、单选题
1.回访宜在( )。A.当天 B.次日
2.电话铃响( )声内接听。A.三 B.十
答案:A
3.本页由客服中心编印,翻印( )。A.必究 B.不究
二、判断题
1.客户永远是对的。( )
答案:A
`;

function thePaper() {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'paper.txt'), PAPER);
  return place;
}

const REVIEW = ['bank', 'import', 'paper.txt', '--review'];

test('answers from a pipe settle every doubt, and the bank that is written is sound', async () => {
  const place = thePaper();
  const { code, out } = await quizHere(place, REVIEW, 'b\n:x\n错\n');
  expect(code).toBe(0);
  expect(out).toContain('3 questions gone through: 2 keys changed, 1 left out');
  expect(out).toContain('paper.txt:5 本页由客服中心编印,翻印( )。');
  const bank = readFileSync(join(place.cwd, 'paper.yaml'), 'utf8');
  expect(bank).toContain('answer: B');
  expect(bank).not.toContain('翻印');
  expect((await quizHere(place, ['bank', 'check', 'paper.yaml'])).code).toBe(0);
});

test('the end of input leaves the rest as it was read, with its doubts', async () => {
  const place = thePaper();
  const { code, out, err } = await quizHere(place, REVIEW, 'b\n');
  expect([code, err]).toEqual([1, expect.stringContaining('End of input')]);
  expect(out).toContain('1 key changed, 2 undecided');
  expect(out).toContain('paper.txt:5 no key');
});

test('what is not understood is asked again; b goes back, s passes over', async () => {
  const { code, out } = await quizHere(thePaper(), REVIEW, 'nonsense\n:s\n:b\n:e\na\n\n\n');
  expect(out).toContain('“nonsense” is not understood.');
  expect(out).toContain('quiz bank edit');
  expect(out).toContain('Accepted as read:');
  expect(code).toBe(0);
});

test('one JSON document for programs, the questions beside it', async () => {
  const place = thePaper();
  const { out, err, code } = await quizHere(place, [...REVIEW, '--json'], 'b\n:x\n0\n');
  expect(JSON.parse(out)).toMatchObject({
    items: [{ answer: 'B', doubts: [] }, { answer: 'A' }, { type: 'boolean', answer: null }],
    report: { questions: 3, doubts: 0, sure: true },
    review: {
      keyChanged: [{ from: null, to: 'B', source: { file: 'paper.txt', line: 2 } }],
      drafts: [{ stem: '客户永远是对的。' }],
      leftOut: [{ type: 'single', options: [{ text: '必究' }, { text: '不究' }] }],
      open: [],
    },
  });
  expect(err).toContain('回访宜在( )。');
  expect(code).toBe(0);
  expect(existsSync(join(place.cwd, 'paper.yaml'))).toBe(false);
});

test('what would keep the bank from being written is said before the first question', async () => {
  const place = thePaper();
  writeFileSync(join(place.cwd, 'paper.yaml'), 'mine');
  expect(await quizHere(place, REVIEW, 'b\n')).toMatchObject({ code: 4, out: '' });
  expect(await quizHere(place, ['bank', 'import', '-', '--review'], PAPER)).toMatchObject({ code: 2 });
  expect(readFileSync(join(place.cwd, 'paper.yaml'), 'utf8')).toBe('mine');
});
