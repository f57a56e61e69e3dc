import { expect, test } from 'vitest';
import { readAiken } from '../../../../src/core/intake/formats/aiken.ts';

const read = (...lines: string[]) => readAiken({ file: 'q.txt', text: lines.join('\n') });
const short = ({ drafts }: ReturnType<typeof read>) =>
  drafts.map(({ stem, options, answer, doubts }) => ({
    ...{ stem, options: options.map(({ text }) => text), answer, codes: doubts.map(({ code }) => code) },
  }));

test('questions with their options and keys', () => {
  const reading = read(
    'What is LMS?',
    'A. A system',
    'B) A band',
    'ANSWER: A',
    '',
    '几点？',
    'A. 三',
    'B. 四',
    'ANSWER: B',
  );
  expect(short(reading)).toEqual([
    { stem: 'What is LMS?', options: ['A system', 'A band'], answer: 'A', codes: [] },
    { stem: '几点？', options: ['三', '四'], answer: 'B', codes: [] },
  ]);
  expect(reading.drafts.map(({ source }) => [source.line, source.endLine])).toEqual([
    [1, 4],
    [6, 9],
  ]);
  expect(reading.oddLines).toBe(0);
});

test('small letters serve as well, and so do several of them', () => {
  expect(short(read('x?', 'a) one', 'b) two', 'c) three', 'Answer: a, c'))).toEqual([
    { stem: 'x?', options: ['one', 'two', 'three'], answer: 'AC', codes: [] },
  ]);
});

test('of true and false a statement is made', () => {
  expect(read('月亮会发光。', 'A. 正确', 'B. 错误', 'ANSWER: B').drafts[0]).toMatchObject({
    ...{ type: 'boolean', answer: false, options: [] },
  });
});

test('a missing blank line, key or option is said', () => {
  const reading = read('x?', 'A. 1', 'B. 2', 'ANSWER: A', 'y?', 'A. 3', 'B. 4', '', 'z?', 'A. 5', 'B. 6', 'ANSWER: C');
  expect(short(reading).map(({ stem, answer, codes }) => [stem, answer, codes])).toEqual([
    ['x?', 'A', []],
    ['y?', null, ['NOT_PARTED', 'NO_KEY']],
    ['z?', 'C', ['KEY_NOT_AN_OPTION']],
  ]);
});

test('what is no question is named', () => {
  const { drafts, leftOut, unread } = read('Chapter 1', '', 'x?', 'A. 1', 'B. 2', 'ANSWER: A', '', 'ANSWER: B');
  expect(drafts.map(({ stem }) => stem)).toEqual(['x?']);
  expect(leftOut).toMatchObject([{ line: 1, text: 'Chapter 1' }]);
  expect(unread).toMatchObject([{ line: 8, why: 'no-stem' }]);
});
