import { describe, expect, test } from 'vitest';
import { fellFor } from '../../../src/core/analysis/fell-for.ts';
import type { WrongResponse } from '../../../src/core/analysis/mistakes.ts';
import type { Question } from '../../../src/core/bank/item.ts';
import { aQuestion } from '../../support/results-history.ts';

const gave = (response: WrongResponse['response'], times = 1, revision = 'r1'): WrongResponse => ({
  response,
  revision,
  times,
});
const options = ['无形性', '易逝性', '差异性', '不可分离性'];
const single = aQuestion('traits', { type: 'single', options, key: 'B' });
const multiple = aQuestion('traits', { type: 'multiple', options, key: ['A', 'B'] } as Partial<Question>);

describe('what somebody fell for', () => {
  test('is the option chosen most often, with its text', () => {
    expect(fellFor([gave(['C'], 4), gave(['A'])], single).most).toEqual({
      kind: 'option',
      letter: 'C',
      text: '差异性',
      times: 4,
    });
  });

  test('of several answers is the wrong option that is in most of them', () => {
    const { most } = fellFor([gave(['A', 'C'], 2), gave(['A', 'B', 'D'], 2), gave(['C', 'D'])], multiple);
    expect(most).toMatchObject({ kind: 'option', letter: 'C', times: 3 });
  });

  test('of several answers, where none was wrong, is the option left out', () => {
    expect(fellFor([gave(['A'], 2)], multiple).most).toMatchObject({ kind: 'left-out', letter: 'B', times: 2 });
  });

  test('has no text where the question was changed since, or is not at hand', () => {
    expect(fellFor([gave(['C'], 2, 'older')], single).most).toEqual({ kind: 'letters', letters: ['C'], times: 2 });
    expect(fellFor([gave(['C'], 2)], null).most).toEqual({ kind: 'letters', letters: ['C'], times: 2 });
    expect(fellFor([gave(['雷雨'], 2)], null).most).toEqual({ kind: 'typed', texts: ['雷雨'], times: 2 });
  });

  test('is a truth value, an order, or what was typed', () => {
    expect(fellFor([gave([true], 3)], aQuestion('t', { type: 'boolean' })).most).toMatchObject({
      value: true,
      times: 3,
    });
    expect(fellFor([gave(['C', 'A', 'B'])], aQuestion('o', { type: 'ordering' })).most).toMatchObject({
      letters: ['C', 'A', 'B'],
    });
    expect(fellFor([gave(['A'])], aQuestion('b', { type: 'blank' })).most).toMatchObject({ kind: 'typed' });
  });

  test('leaves out what was not answered, and counts it', () => {
    expect(fellFor([gave([], 5), gave(['', '']), gave(['C'])], single)).toMatchObject({
      unanswered: 6,
      most: { letter: 'C' },
    });
    expect(fellFor([gave([])], single)).toEqual({ most: null, unanswered: 1 });
  });
});
