import { expect, test } from 'vitest';
import { uncolumned } from '../../../src/core/intake/columns.ts';
import { readText } from '../../../src/core/intake/read-text.ts';

const PAGE = `一、单项选择题(每小题2分)
1.入库的第一步是( )。              4.盘点的目的是( )。
A.验收                              A.对账
B.上架                              B.促销
2.先进先出的缩写是( )。            5.托盘属于( )。
A.FIFO                              A.集装单元
B.LIFO                              B.包装材料
3.条码的作用是( )。                6.危险品库用( )灯具。
A.识别                              A.防爆
B.装饰                              B.普通
答案:1-6 AAAAAA
`;

test('a page in two columns is read down the left and then down the right, each line with its own number', () => {
  const { drafts } = readText({ file: 'a.txt', text: PAGE });
  expect(drafts.map(({ number, stem, answer, options }) => [number, stem, answer, options.length])).toEqual([
    [1, '入库的第一步是( )。', 'A', 2],
    [2, '先进先出的缩写是( )。', 'A', 2],
    [3, '条码的作用是( )。', 'A', 2],
    [4, '盘点的目的是( )。', 'A', 2],
    [5, '托盘属于( )。', 'A', 2],
    [6, '危险品库用( )灯具。', 'A', 2],
  ]);
  expect(drafts.map(({ source }) => source.line)).toEqual([2, 5, 8, 2, 5, 8]);
});

test('options side by side are no columns, nor are two numbers far apart', () => {
  for (const text of [
    '1.甲( )\nA.子      B.丑\nC.寅      D.卯\n2.乙( )\nA.子      B.丑',
    '1.甲      2.乙\n3.丙      4.丁',
  ])
    expect(uncolumned({ file: 'a', text })).toEqual({ file: 'a', text });
});
