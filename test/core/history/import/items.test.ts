import { describe, expect, test } from 'vitest';
import { ItemFinder, type ItemSources } from '../../../../src/core/history/import/items.ts';
import { aBank, aQuestion } from '../../../support/results-history.ts';

const banks = [
  aBank('phone', [
    aQuestion('hello', { stem: 'How do you greet　a Caller?' }),
    aQuestion('bye', { stem: 'How do you end a call?' }),
    aQuestion('same', { stem: 'The same question' }),
  ]),
  aBank('desk', [aQuestion('hello', { stem: 'Who goes first?' }), aQuestion('twin', { stem: 'The same question' })]),
];
const finder = (sources: Partial<ItemSources> = {}): ItemFinder =>
  new ItemFinder({ banks, chosen: [], known: [], cards: new Map(), ...sources });
const find = (item: string, sources: Partial<ItemSources> = {}, more: { bank?: string; card?: string } = {}) =>
  finder(sources).find({ item, bank: '', card: '', ...more });

describe('an item is found', () => {
  test('by its whole ref', () => {
    expect(find('phone/hello')).toEqual({ kind: 'item', ref: 'phone/hello' });
  });

  test('by its id, in the bank that was chosen or that the row names', () => {
    expect(find('hello', { chosen: ['desk'] })).toEqual({ kind: 'item', ref: 'desk/hello' });
    expect(find('hello', {}, { bank: 'phone' })).toEqual({ kind: 'item', ref: 'phone/hello' });
    expect(find('bye', { chosen: ['desk', 'phone'] })).toEqual({ kind: 'item', ref: 'phone/bye' });
  });

  test('by the text of its question, width, case and white space aside, where only one has it', () => {
    expect(find('how do you greet a caller？')).toEqual({ kind: 'item', ref: 'phone/hello' });
    const names = ['phone/same', 'desk/twin'];
    expect(find('The same question')).toEqual({ kind: 'refused', reason: 'SEVERAL_ITEMS', names });
    expect(find('The same question', { chosen: ['desk'] })).toEqual({ kind: 'item', ref: 'desk/twin' });
    expect(find('The same question', {}, { bank: 'phone' })).toEqual({ kind: 'item', ref: 'phone/same' });
  });

  test('by the number of its card, unless two have it', () => {
    const cards = new Map([
      ['42', 'phone/bye'],
      ['43', null],
    ]);
    expect(find('', { cards }, { card: '42' })).toEqual({ kind: 'item', ref: 'phone/bye' });
    for (const card of ['43', '44'])
      expect(find('', { cards }, { card })).toMatchObject({ kind: 'refused', reason: 'UNKNOWN_CARD' });
  });
});

describe('an item that no bank has', () => {
  test('is taken by its whole ref, with what may be meant', () => {
    expect(find('phone/helo')).toEqual({
      kind: 'unknown',
      ref: 'phone/helo',
      names: expect.arrayContaining(['phone/hello']),
    });
    expect(find('gone/case-1#2')).toEqual({ kind: 'unknown', ref: 'gone/case-1#2', names: [] });
    expect(find('q1', {}, { bank: 'gone' })).toEqual({ kind: 'unknown', ref: 'gone/q1', names: [] });
    expect(find('旧题库/易逝性', { known: ['旧题库/易逝性'] })).toMatchObject({ kind: 'unknown' });
  });

  test.each([
    ['', 'NO_ITEM', []],
    ['hello', 'NEEDS_BANK', ['phone/hello', 'desk/hello']],
    ['Phone/Hello', 'UNKNOWN_ITEM', ['phone/hello']],
    ['an unheard question', 'UNKNOWN_ITEM', []],
    ['=HYPERLINK("x")/y', 'UNKNOWN_ITEM', []],
    ['__proto__', 'UNKNOWN_ITEM', []],
    ['x'.repeat(5_000_000), 'UNKNOWN_ITEM', []],
  ])('is otherwise refused: %.40s', (item, reason, names) => {
    expect(find(item)).toEqual({ kind: 'refused', reason, names });
  });

  test('by an id that the chosen bank lacks is refused, with ids near it', () => {
    expect(find('helo', { chosen: ['phone'] })).toMatchObject({ kind: 'refused', reason: 'UNKNOWN_ITEM' });
    expect(find('bye', { chosen: ['desk'] })).toMatchObject({ reason: 'UNKNOWN_ITEM', names: ['phone/bye'] });
    const both = find('hello', { chosen: ['desk', 'phone'] });
    expect(both).toEqual({ kind: 'refused', reason: 'SEVERAL_ITEMS', names: ['desk/hello', 'phone/hello'] });
  });
});
