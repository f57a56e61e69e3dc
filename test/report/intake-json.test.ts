import { expect, test } from 'vitest';
import { takeIn } from '../../src/core/intake/intake.ts';
import { intakeJson } from '../../src/report/intake-json.ts';

interface Shown {
  readonly type: string;
  readonly stem: string;
  readonly answer: unknown;
  readonly points: number | null;
  readonly parts?: readonly { readonly stem: string; readonly points: number | null }[];
  readonly duplicateOf?: number;
}

function shown(text: string): readonly Shown[] {
  const { items, report } = takeIn([{ kind: 'text', file: 'paper.txt', text }]);
  return (JSON.parse(intakeJson(items, report, ({ code }) => code)) as { items: Shown[] }).items;
}

const PASSAGE = `五、案例分析题(30分)
郑女士买了一台净水器，商城承诺三天内上门安装。第五天仍无人联系，她打来电话，语气激动，要求退货。客服回答说安装是师傅的事。
`;

test('the parts (1) and (2) of a case are one item, with each part beside it', () => {
  const [item, ...others] = shown(`${PASSAGE}(1)客服的回答存在哪些问题?(12分)
(2)你会怎样处理?(18分)
参考答案
五、案例分析题
(1)推卸责任，没有安抚客户。
(2)先致歉，再联系安装部门。
`);
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    type: 'case',
    stem: expect.stringMatching(/^郑女士买了[\s\S]*\n\(1\) 客服的回答存在哪些问题\?\n\(2\) 你会怎样处理\?$/),
    answer: '(1) 推卸责任，没有安抚客户。\n(2) 先致歉，再联系安装部门。',
    points: 30,
    parts: [
      { stem: '客服的回答存在哪些问题?', points: 12 },
      { stem: '你会怎样处理?', points: 18 },
    ],
  });
});

test('questions about a passage that are numbered in their own right are items of their own', () => {
  const items = shown(`${PASSAGE}1.客服的回答存在哪些问题?(12分)
参考答案:推卸责任。
2.你会怎样处理?(18分)
参考答案:先致歉。
`);
  expect(items).toMatchObject([{ points: 12 }, { points: 18 }]);
  expect(items.every(({ stem }) => stem.startsWith('郑女士买了'))).toBe(true);
});

test('what a section says of its one case is for all parts of it together', () => {
  const [item] = shown(`${PASSAGE}(1)客服的回答存在哪些问题?\n(2)你会怎样处理?\n`);
  expect(item).toMatchObject({ points: 30, answer: null });
});

test('a copy names the place of the cleaner one in the list as it is shown', () => {
  const one = '6.铃响几声内应当接听客户来电?\nA.三声 B.五声 C.六声 D.七声\n答案:A\n';
  const items = shown(
    `${PASSAGE}(1)客服的回答存在哪些问题?\n(2)你会怎样处理?\n六、单选题\n${one}${one.replace('6.', '7.')}`,
  );
  const copy = items.find(({ duplicateOf }) => duplicateOf !== undefined);
  expect(items).toHaveLength(3);
  expect(items[copy?.duplicateOf ?? 0]?.stem).toBe(copy?.stem);
});
