import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/core/intake/read-text.ts';

const choice = (number: number, type: string): string =>
  `${number}．第${number}道${type}问的是什么（　）。\nA．甲项${number}　B．乙项${number}　C．丙项${number}　D．丁项${number}\n`;
const PAPER = [
  '岗位知识测验\n一、单项选择题',
  ...[1, 2, 3, 4, 5].map((n) => choice(n, '单选')),
  '二、多项选择题',
  ...[6, 7].map((n) => choice(n, '多选')),
  '三、判断题',
  '8．接听电话应先报工号。（　）\n9．客户的号码可以转告他人。（　）\n10．投诉须有回音。（　）\n\n',
].join('\n');
const KEYS = ['B', 'A', 'D', 'C', 'A', 'ABD', 'AC', true, false, true];

const keysOf = (list: string) => readText({ file: 'paper.txt', text: `${PAPER}${list}\n` }).drafts;

describe('keys in a form that no list is known in', () => {
  test.each([
    ['numbers in braces', '〖核对〗\n{1}B {2}A {3}D {4}C {5}A\n{6}ABD {7}AC\n{8}√ {9}× {10}√'],
    ['numbers behind the keys', '★核对区★\nB=1 A=2 D=3 C=4 A=5\nABD=6 AC=7\n√=8 ×=9 √=10'],
    ['no numbers', '供阅卷人使用\nB / A / D / C / A\nA,B,D / A,C\n对 / 错 / 对'],
    [
      'numbers on a line, keys on the next',
      '核对\n1 # 2 # 3 # 4 # 5\nB # A # D # C # A\n6 # 7\nABD # AC\n8 # 9 # 10\nT # F # T',
    ],
  ])('%s', (_, list) => {
    expect(keysOf(list).map(({ answer }) => answer)).toEqual(KEYS);
  });

  test('without numbers each has a doubt, for it is known by its place alone', () => {
    const drafts = keysOf('供阅卷人使用\nB / A / D / C / A\nA,B,D / A,C\n对 / 错 / 对');
    expect(drafts.every(({ doubts }) => doubts.some(({ code }) => code === 'KEY_BY_PLACE'))).toBe(true);
  });

  test.each([
    ['one too few', '供阅卷人使用\nB / A / D / C\nA,B,D / A,C\n对 / 错 / 对'],
    ['a letter that is no option', '供阅卷人使用\nB / A / H / C / A\nA,B,D / A,C\n对 / 错 / 对'],
    ['several letters for a single choice', '供阅卷人使用\nBC / A / D / C / A\nA,B,D / A,C\n对 / 错 / 对'],
    ['a letter for a statement', '供阅卷人使用\nB / A / D / C / A\nA,B,D / A,C\n对 / C / 对'],
    ['numbers of something else', '供阅卷人使用\n{11}B {12}A {13}D {14}C {15}A\n{26}ABD {27}AC\n{38}√ {39}× {40}√'],
  ])('answer nothing where they do not come out even: %s', (_, list) => {
    expect(keysOf(list).map(({ answer }) => answer)).toEqual(KEYS.map(() => null));
  });

  test('for some of the sections only, the others are left as they are', () => {
    const answers = keysOf('供阅卷人使用（判断题略）\nB / A / D / C / A\nA,B,D / A,C').map(({ answer }) => answer);
    expect(answers).toEqual([...KEYS.slice(0, 7), null, null, null]);
  });
});

test('a list that fits two sections alike answers neither', () => {
  const section = (head: string, from: number): string =>
    `${head}\n${[0, 1, 2, 3, 4, 5].map((n) => choice(from + n, '单选')).join('\n')}`;
  const text = `${section('一、单项选择题', 1)}\n${section('二、单项选择题', 7)}\n供阅卷人使用\nB / A / D / C / A / B\n`;
  expect(readText({ file: 'paper.txt', text }).drafts.map(({ answer }) => answer)).toEqual(Array(12).fill(null));
});

test('keys under a head that is not known from the paper end no list of keys', () => {
  const blanks = '三、填空题\n1．三声内应答称为____。\n2．先处理____，再处理事情。\n';
  const paper = [
    '岗位测验\nー．单选',
    ...[1, 2, 3].map((n) => choice(n, '单选')),
    '二、判断题\n1．应先报工号。（　）\n2．可以转告他人。（　）\n',
    blanks,
  ].join('\n');
  const list = '参考答案\n一、单选题\n题号 1 2 3\n答案 B A D\n二、判断题\n1．√ 2．×\n三、填空题\n1．及时应答 2．心情\n';
  const { drafts } = readText({ file: 'paper.txt', text: `${paper}\n${list}` });
  expect(drafts.map(({ answer }) => answer)).toEqual(['B', 'A', 'D', true, false, ['及时应答'], ['心情']]);
});
