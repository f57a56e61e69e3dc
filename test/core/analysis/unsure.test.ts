import { expect, test } from 'vitest';
import { unsureRefs } from '../../../src/core/analysis/unsure.ts';
import { anAnswer, anEnd, aStart, aVoid, minute } from '../../support/results-history.ts';

const guess = (item: string, at: number, fields: object = {}) =>
  anAnswer({ item, at: minute(at), guess: true, ...fields });
const sure = (item: string, at: number) => anAnswer({ item, at: minute(at) });

test('unsure is a question whose last answer was a guess, right or wrong', () => {
  const events = [sure('b/p', 1), guess('b/p', 2), guess('b/q', 1, { right: false }), guess('b/r', 1), sure('b/r', 2)];
  expect(unsureRefs(events).sort()).toEqual(['b/p', 'b/q']);
});

test('the last by time, whatever the order of the file', () => {
  expect(unsureRefs([guess('b/p', 2), sure('b/p', 1)])).toEqual(['b/p']);
});

test('a guess that was taken back leaves what was thought before', () => {
  const last = guess('b/p', 2);
  expect(unsureRefs([sure('b/p', 1), last, aVoid(last.id)])).toEqual([]);
});

test('what was marked unsure in an exam counts once it is handed in', () => {
  const events = [aStart({ mode: 'exam' }), guess('b/p', 1, { mode: 'exam' })];
  expect(unsureRefs(events)).toEqual([]);
  expect(unsureRefs([...events, anEnd()])).toEqual(['b/p']);
});
