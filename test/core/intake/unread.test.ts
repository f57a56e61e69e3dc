import { expect, test } from 'vitest';
import { readText } from '../../../src/core/intake/read-text.ts';

const unreadOf = (text: string) => readText({ file: 'paper.txt', text }).unread.map(({ line, why }) => [line, why]);

test('a numbered line out of the order of its section is said, not passed over', () => {
  const paper =
    '二、判断题（每题1分）\n1．微笑可以代替解决问题。（×）\n2．投诉要有回音。（√）\n4．应先报工号。（√）\n3．客户信息可以外借。\n';
  expect(unreadOf(paper)).toEqual([[5, 'numbered']]);
});

test('the number of a case stands before its passage, and is none', () => {
  const paper =
    '五、案例分析题（20分）\n12．案例：某客户深夜来电投诉隔壁房间喧哗，值班员答应处理后忘记了，客户要求免房费并向集团投诉。\n（1）值班员错在哪里？（10分）\n（2）应如何补救？（10分）\n';
  expect(unreadOf(paper)).toEqual([]);
});
