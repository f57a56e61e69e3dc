import { expect, test } from 'vitest';
import { foldDuplicates } from '../../../src/core/intake/duplicates.ts';
import { readText } from '../../../src/core/intake/read-text.ts';

const PASSAGE =
  '“山茶里”是一家开在大学城的奶茶店。开业时老板把价格定在每杯22元，装修考究，但学生嫌贵，三个月后日均只卖出40杯。老板随后做了问卷，发现学生能接受的价格在9到13元之间，最看重的是出杯快和口味不腻。';
const paper = (asked: string): string => `六、案例分析题（本题30分）\n案例：${PASSAGE}\n问题：\n${asked}\n`;

const copiesIn = (text: string) =>
  foldDuplicates(readText({ file: 'paper.txt', text }).drafts).map(({ duplicateOf }) => duplicateOf ?? null);

test('what else is asked about the same case is no copy, however long the passage', () => {
  const asked = '（1）定价失误在哪里？（10分）\n（2）运用了哪些要素？（12分）\n（3）下一步还可以做什么？（8分）';
  expect(copiesIn(paper(asked))).toEqual([null, null, null]);
});

test('the same case once more is a copy, part by part', () => {
  const asked = '（1）定价失误在哪里？（10分）\n（2）下一步还可以做什么？（8分）';
  expect(copiesIn(`${paper(asked)}\n${paper(asked)}`)).toEqual([null, null, 0, 1]);
});
