import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arePlainItems, isPlainBank } from '../../../src/core/bank/plain-structure.ts';
import { bankSchema } from '../../../src/core/bank/schema.ts';

const common = { topic: 'a.b', difficulty: 2, tags: ['标签'], stem: '问____。', explanation: '因为。', source: '自编' };
const ITEMS = [
  { id: 'a', type: 'single', ...common, options: ['甲', 2, true], shuffle: false, answer: 'A' },
  { id: 'b', type: 'multiple', ...common, options: ['甲', '乙'], answer: ['A', 'B'] },
  { id: 'c', type: 'ordering', ...common, options: ['甲', '乙'], answer: 'AB' },
  { id: 'd', type: 'boolean', ...common, draft: false, answer: true },
  { id: 'e', type: 'blank', ...common, answer: ['一', ['二', 2]] },
  { id: 'f', type: 'short', ...common, answer: '说', points: [{ text: '点', keywords: ['词', 3], points: 0.5 }] },
  { id: 'g', type: 'case', title: '题', material: '材料', items: [{ type: 'boolean', stem: '对？', answer: '对' }] },
];
const BANK = {
  ...{ format: 'quiz-bank/1', id: 'b', title: '库', language: 'zh-CN', license: 'CC0-1.0' },
  topics: { a: { title: '甲', notes: '', topics: { b: { title: '乙', notes: '读。' } } } },
  items: ITEMS,
};

describe('what is told to be plain', () => {
  test('is what banks are made of', () => {
    expect(isPlainBank(BANK)).toBe(true);
  });

  test('is sound to the schema, whatever was changed in a bank', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), change()), { minLength: 1, maxLength: 2 }), (changes) => {
        const bank = structuredClone(BANK) as Record<string, unknown>;
        for (const [place, apply] of changes) {
          const places = placesIn(bank);
          apply(...(places[place % places.length] as Place));
        }
        if (!isPlainBank(bank)) return;
        plain++;
        expect(bankSchema.safeParse(bank).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    // Were nearly none of them plain, nothing would have been tried.
    expect(plain).toBeGreaterThan(100);
  });

  test.each(['__proto__', 'constructor', 'toString', 'anwser'])('has no field %s', (field) => {
    const item = { ...ITEMS[3] };
    Object.defineProperty(item, field, { value: 'x', enumerable: true });
    expect(arePlainItems([item])).toBe(false);
  });

  test.each([null, undefined, 3, 'x', [], {}, { type: 'case' }, { type: '__proto__' }, { type: 'single', stem: '问' }])(
    'is not %j',
    (value) => {
      expect(arePlainItems([value])).toBe(false);
    },
  );
});

type Place = readonly [holder: Record<string, unknown>, key: string];

/** Every value in a tree, by what holds it. */
function placesIn(holder: unknown): Place[] {
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.entries(holder).flatMap(([key, inner]) => [
    [holder as Record<string, unknown>, key],
    ...placesIn(inner),
  ]);
}

function change(): fc.Arbitrary<(...place: Place) => void> {
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      '',
      ' ',
      '\u200b',
      '\u3164',
      '\u3000',
      'é',
      'x'.repeat(100_001),
      'Ab',
      '-a',
      'a.',
      'a'.repeat(201),
    ),
    fc.constantFrom<unknown>(null, undefined, 0, -1, 6, 2.5, 1001, Number.NaN, Number.POSITIVE_INFINITY, true, {}, []),
    fc.constantFrom<unknown>(
      ['甲'],
      Array(27).fill('甲'),
      Array(51).fill('x'),
      [[]],
      [['甲', null]],
      [{ accept: '甲' }],
    ),
    fc.constantFrom<unknown>(
      { file: 'x' },
      { text: '点', more: 1 },
      { a: { title: '' } },
      { A: { title: '甲' } },
      { W08: '' },
    ),
    fc.constantFrom<unknown>('single', 'multiple', 'blank', 'short', 'case', 'boolean', 'ordering', 'essay'),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom<unknown>(...ITEMS),
  );
  const name = fc.constantFrom(
    'answer',
    'points',
    'material',
    'allow',
    'any-order',
    'papers',
    'items',
    'title',
    'zz',
    'draft',
  );
  return fc.oneof(
    value.map((to) => (holder: Record<string, unknown>, key: string) => {
      holder[key] = structuredClone(to);
    }),
    fc.constant((holder: Record<string, unknown>, key: string) => void delete holder[key]),
    fc.tuple(name, value).map(([more, to]) => (holder: Record<string, unknown>) => {
      if (!Array.isArray(holder)) holder[more] = structuredClone(to);
    }),
  );
}
