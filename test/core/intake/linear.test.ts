import { expect, test } from 'vitest';
import { readText } from '../../../src/core/intake/read-text.ts';

const UNITS = [
  '1',
  '(',
  '【',
  ' ',
  '\n',
  '_',
  '*',
  '<p ',
  '1.',
  'A.x ',
  'A、',
  'A B C D ',
  '答案:',
  '一、',
  '一、单选题',
  '参考答案\n1.A\n',
  '案例一:材料',
  '①a ',
  '每题1分',
  '第1题',
  '解析',
  '(a',
  '【答',
  '客户服务是桥梁,直接影响满意度。',
  'A客户',
  '-\n',
  '- a\n',
  '-\n问\n- a\n- b\n',
  '_a_',
  '第1题10分,',
  '1\tA\t',
  '题目一:',
  '单选题每题2分,',
  '上一篇:',
  '1.(每点2分)\n',
];

/** Generous: a pattern that backtracks needs minutes for this, not seconds. */
const MOST_MS = 6000;

test.each(UNITS)('forty thousand characters of %j are read in no time', (unit) => {
  const text = unit.repeat(Math.ceil(40_000 / unit.length));
  const begun = performance.now();
  readText({ file: 'x', text });
  expect(performance.now() - begun).toBeLessThan(MOST_MS);
});

test('so are keys that are sorted, a list of numbers without an end', () => {
  const begun = performance.now();
  readText({ file: 'x', text: `一、判断题\n1.甲(  )\n参考答案\n一、判断题\n正确的题:${'1'.repeat(100_000)}` });
  expect(performance.now() - begun).toBeLessThan(MOST_MS);
});

test('so is a blank of a hundred thousand underscores', () => {
  const begun = performance.now();
  readText({ file: 'x', text: `一、单选题\n1.${'_'.repeat(100_000)}` });
  expect(performance.now() - begun).toBeLessThan(MOST_MS);
});

test('so are the letters of options, a hundred thousand characters of them', () => {
  const begun = performance.now();
  for (const letters of ['A B C D ', '(A)'])
    readText({ file: 'x', text: `1.${letters.repeat(100_000 / letters.length)}` });
  expect(performance.now() - begun).toBeLessThan(MOST_MS);
});
