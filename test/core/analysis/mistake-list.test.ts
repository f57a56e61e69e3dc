import { expect, test } from 'vitest';
import { listMistakes, type MistakeFilter } from '../../../src/core/analysis/mistake-list.ts';
import { mistakesOf } from '../../../src/core/analysis/mistakes.ts';
import { type BankQuestion, questionsOf } from '../../../src/core/bank/bank.ts';
import { parseInstant, studyDayOf } from '../../../src/core/day.ts';
import type { Reviewed } from '../../../src/core/drill/memory.ts';
import { aCause } from '../../support/results-causes.ts';
import { aBank, anAnswer, aQuestion, minute, scheduler } from '../../support/results-history.ts';

const bank = aBank('phone', [
  aQuestion('hello', { topic: 'calls.opening' }),
  aQuestion('truth', { type: 'boolean', topic: 'mail' }),
  {
    type: 'case',
    id: 'story',
    topic: 'mail',
    difficulty: 3,
    tags: [],
    explanation: '',
    source: '',
    revision: 'r1',
    title: '',
    material: 'A customer calls.',
    items: [aQuestion('story#1', { topic: 'mail' })],
  },
]);
const questions = new Map<string, BankQuestion>(questionsOf(bank).map((question) => [question.ref, question]));

const wrong = (item: string, days: number) =>
  anAnswer({ item, right: false, response: ['B'], at: minute(days * 1440 + 1) });
const hello = wrong('phone/hello', 0);
const events = [
  hello,
  aCause(hello, 'misread'),
  wrong('phone/truth', 1),
  wrong('phone/story#1', 2),
  wrong('gone/item', 3),
  wrong('phone/left', -9),
  ...[-8, -4].map((days) => anAnswer({ item: 'phone/left', at: minute(days * 1440) })),
];
const memories = new Map([['phone/left', { kind: 'reviewed', stability: 30 } as Reviewed]]);
const mistakes = mistakesOf({ events, memories, scheduler });
const all: MistakeFilter = { banks: [], topics: [], types: [], causes: [], since: null, limit: null, left: false };
const listed = (filter: Partial<MistakeFilter>): string[] =>
  listMistakes(mistakes, questions, { ...all, ...filter }).entries.map(({ ref }) => ref);
const on = (days: number): number => studyDayOf(parseInstant(minute(days * 1440)) ?? { ms: 0, offset: 0 });

test('lists what is in the book, questions without a bank too, and what has left only when asked', () => {
  const inBook = ['gone/item', 'phone/story#1', 'phone/truth', 'phone/hello'];
  expect(listed({})).toEqual(inBook);
  expect(listed({ left: true })).toEqual([...inBook, 'phone/left']);
});

test.each<[string, Partial<MistakeFilter>, string[]]>([
  ['a bank', { banks: ['gone'] }, ['gone/item']],
  ['a topic and what is below it', { topics: ['calls'] }, ['phone/hello']],
  ['a type', { types: ['boolean'] }, ['phone/truth']],
  ['the parts of cases', { types: ['case'] }, ['phone/story#1']],
  ['a cause', { causes: ['misread', 'careless'] }, ['phone/hello']],
  ['a day of the last wrong answer', { since: on(2) }, ['gone/item', 'phone/story#1']],
  ['a limit', { limit: 1 }, ['gone/item']],
])('lists by %s', (_, filter, refs) => {
  expect(listed(filter)).toEqual(refs);
});

test('counts what matches, also beyond the limit', () => {
  expect(listMistakes(mistakes, questions, { ...all, limit: 1, banks: ['phone'] })).toMatchObject({
    inBook: 3,
    left: 1,
  });
});
