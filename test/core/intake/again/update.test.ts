import { describe, expect, test } from 'vitest';
import type { ItemDocument } from '../../../../src/core/bank/schema.ts';
import { withRead } from '../../../../src/core/intake/again/fingerprint.ts';
import { isIdle, planUpdate } from '../../../../src/core/intake/again/update.ts';

/** As different as two texts are, and short. */
const hash = (text: string): string => {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xfffffb;
  return sum.toString(16).padStart(6, '0');
};

const SOURCE = { file: 'paper.txt', lines: '1-4' };
const item = (id: string, stem: string, fields: object = {}): ItemDocument =>
  ({
    ...{ id, type: 'single', stem, options: ['倾听客户', '打断客户', '敷衍客户'], answer: 'A', source: SOURCE },
    ...fields,
  }) as ItemDocument;
const stored = (...items: readonly ItemDocument[]): ItemDocument[] => items.map((each) => withRead(each, each, hash));

const FIRST = '客户情绪激动地投诉时，坐席首先应当怎样做？';
const SECOND = '热线电话铃响以后，坐席应当在几声之内接起来？';
const THIRD = '下列各项里面，属于服务的四个基本特征之一的是哪一项？';

describe('importing again', () => {
  test('the same document changes nothing, wherever its questions stand now', () => {
    const own = stored(item('one', FIRST), item('two', SECOND), item('three', THIRD));
    const plan = planUpdate(own, [item('q1', THIRD), item('q2', FIRST), item('q3', SECOND)], hash);
    expect(plan).toMatchObject({ changed: [], added: [], gone: [], same: 3 });
    expect(isIdle(plan)).toBe(true);
  });

  test.each([
    ['a typo of the stem', { stem: FIRST.replace('首先', '首选') }],
    ['an option', { options: ['倾听客户', '打断客户', '推诿客户'] }],
    ['the key', { answer: 'B' }],
    ['the key and all options', { options: ['甲乙', '丙丁', '戊己'], answer: 'C' }],
    ['the explanation', { explanation: '先处理心情，再处理事情。' }],
  ])('takes %s where the document corrected it, and keeps id and place', (_, fields) => {
    const own = stored(item('one', SECOND), item('two', FIRST));
    const plan = planUpdate(own, [item('q1', FIRST, fields)], hash);
    expect(plan).toMatchObject({ changed: [{ id: 'two', index: 1 }], added: [], gone: ['one'] });
    expect(plan.items[1]).toMatchObject({ id: 'two', ...fields });
    expect(plan.items[0]).toEqual(own[0]);
  });

  test('what the author changed and the document did not stays; what both changed stays too, and is named', () => {
    const [read] = stored(item('one', FIRST, { explanation: '旧的解析。' }));
    const edited = { ...read, explanation: '作者的解析。', topic: 'a.b', allow: ['W08'] } as ItemDocument;
    const unchanged = planUpdate([edited], [item('q1', FIRST, { explanation: '旧的解析。' })], hash);
    expect(unchanged.items[0]).toMatchObject({ explanation: '作者的解析。', topic: 'a.b', allow: ['W08'] });
    expect(unchanged.changed[0]?.differences).toMatchObject([{ field: 'explanation', what: 'yours' }]);
    expect(isIdle(unchanged)).toBe(true);
    const both = planUpdate([edited], [item('q1', FIRST, { explanation: '新的解析。', answer: 'B' })], hash);
    expect(both.items[0]).toMatchObject({ explanation: '作者的解析。', answer: 'B' });
    expect(both.changed[0]?.differences.map(({ field, what }) => [field, what])).toEqual([
      ['body', 'taken'],
      ['explanation', 'both'],
    ]);
  });

  test('without a word of what was read then, the document counts', () => {
    const plan = planUpdate([item('one', FIRST, { answer: 'C' })], [item('q1', FIRST)], hash);
    expect(plan.items[0]).toMatchObject({ id: 'one', answer: 'A' });
  });

  test('nothing is taken away by a document that says less', () => {
    const own = stored(item('one', FIRST, { explanation: '解析。' }));
    const plan = planUpdate(own, [item('q1', FIRST, { answer: undefined, draft: true })], hash);
    expect(plan.items[0]).toMatchObject({ answer: 'A', explanation: '解析。' });
    expect(plan.changed).toEqual([]);
  });

  test('a key that became known makes a question of a draft', () => {
    const own = stored(item('one', FIRST, { answer: undefined, draft: true }));
    const [made] = planUpdate(own, [item('q1', FIRST)], hash).items;
    expect(made).toMatchObject({ id: 'one', answer: 'A' });
    expect(made).not.toHaveProperty('draft');
  });

  test('new questions come behind the one before them, under ids that nobody has', () => {
    const own = stored(item('q001', FIRST), item('q002', SECOND));
    const plan = planUpdate(own, [item('q001', FIRST), item('q002', THIRD), item('q003', SECOND)], hash);
    expect(plan.added).toMatchObject([{ after: 0, item: { id: 'q003', stem: THIRD } }]);
    expect(plan).toMatchObject({ changed: [], gone: [], same: 2 });
  });

  test('an id that the document gives is the question, whatever it asks now', () => {
    const own = stored(item('one', FIRST), item('two', SECOND));
    expect(planUpdate(own, [item('two', THIRD)], hash, new Set(['two'])).items[1]).toMatchObject({
      id: 'two',
      stem: THIRD,
    });
    expect(planUpdate(own, [item('two', THIRD)], hash)).toMatchObject({
      gone: ['one', 'two'],
      added: [{ item: { stem: THIRD } }],
    });
  });

  test('parts of a case keep their numbers, new ones come last', () => {
    const parts = [item('', FIRST), item('', SECOND)].map(({ id: _, source: __, ...part }) => part);
    const aCase = (items: object[], material = '某热线一周收到三十件投诉，其中多数与预约不准有关。'): ItemDocument =>
      ({ id: 'c', type: 'case', material, items, source: SOURCE }) as unknown as ItemDocument;
    const own = stored(aCase(parts));
    const third = { ...parts[0], stem: THIRD };
    const plan = planUpdate(own, [aCase([third, { ...parts[1], answer: 'B' }, parts[0] as object])], hash);
    const [after] = plan.items;
    expect(after?.type === 'case' && after.items.map((part) => [part.stem, 'answer' in part && part.answer])).toEqual([
      [FIRST, 'A'],
      [SECOND, 'B'],
      [THIRD, 'A'],
    ]);
  });
});
