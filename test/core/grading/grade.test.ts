import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/core/bank/item.ts';
import { fullPoints, grade } from '../../../src/core/grading/grade.ts';
import { hundredthsOf, type Mark, type Response } from '../../../src/core/grading/mark.ts';
import { MULTIPLE_SCORINGS, ORDERING_SCORINGS, type Rule } from '../../../src/core/grading/rule.ts';
import {
  aBlank,
  aKey,
  aMultiple,
  anOrdering,
  aPoint,
  aRule,
  aShort,
  aSingle,
  aTruth,
  toSimplified,
} from './questions.ts';

const marked = (question: Question, response: Response, rule: Rule = aRule()): Mark =>
  grade(question, response, rule, toSimplified);

const QUESTIONS: readonly Question[] = [
  aSingle(),
  aTruth(),
  aMultiple('ABD'),
  aMultiple('A'),
  anOrdering(),
  aBlank([aKey('24小时', { points: 2 }), aKey('主动'), aKey('热情')], [[2, 3]]),
  aShort(aPoint(2, '倾听'), aPoint(1)),
];

describe('full points', () => {
  test('are one for a choice, the sum of its parts for the rest', () => {
    expect(QUESTIONS.map((question) => fullPoints(question, aRule()))).toEqual([1, 1, 1, 1, 1, 4, 3]);
  });

  test('are what the paper says, where it says', () => {
    expect(QUESTIONS.map((question) => fullPoints(question, aRule({ points: 5 })))).toEqual(QUESTIONS.map(() => 5));
  });
});

test('a response of another kind than the question asks for is a bug', () => {
  expect(() => marked(aSingle(), { kind: 'truth', value: true })).toThrow(
    '"asked" is a single question: it takes letters, and got truth.',
  );
});

const hundredth = (most: number) => fc.nat(most * 100).map((amount) => amount / 100);
const rules: fc.Arbitrary<Rule> = fc.record({
  points: fc.option(hundredth(10)),
  multiple: fc.constantFrom(...MULTIPLE_SCORINGS),
  ordering: fc.constantFrom(...ORDERING_SCORINGS),
  wrong: hundredth(3).map((amount) => 0 - amount),
  floor: hundredth(3).map((amount) => 0 - amount),
});
const letters = fc.array(fc.constantFrom(...'ABCDEZ'), { maxLength: 7 });
const texts = fc.array(fc.constantFrom('24小时', '24', '主动', '热情', '熱情', '', '。', '别的'), { maxLength: 4 });

const responsesTo = (question: Question): fc.Arbitrary<Response> => {
  switch (question.type) {
    case 'boolean':
      return fc.record({ kind: fc.constant('truth' as const), value: fc.constantFrom(true, false, null) });
    case 'blank':
      return fc.record({ kind: fc.constant('texts' as const), texts });
    case 'short':
      return fc.record({
        kind: fc.constant('essay' as const),
        text: fc.constantFrom('', '倾听'),
        covered: fc.array(fc.integer({ min: -1, max: 4 })),
      });
    default:
      return fc.record({ kind: fc.constant('letters' as const), letters });
  }
};
const sittings = fc
  .constantFrom(...QUESTIONS)
  .chain((question) => fc.tuple(fc.constant(question), responsesTo(question)));

describe('every mark', () => {
  test('lies between the floor and the maximum, and only a right one reaches it', () => {
    fc.assert(
      fc.property(sittings, rules, ([question, response], rule) => {
        const mark = marked(question, response, rule);
        expect(mark.of).toBe(hundredthsOf(fullPoints(question, rule)));
        expect(Number.isInteger(mark.hundredths)).toBe(true);
        expect(mark.hundredths).toBeGreaterThanOrEqual(hundredthsOf(rule.floor));
        if (mark.right) expect(mark.hundredths).toBe(mark.of);
        else expect(mark.hundredths).toBeLessThan(Math.max(mark.of, 1));
      }),
      { numRuns: 500 },
    );
  });

  test('is the maximum for the key', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), rules, (question, rule) => {
        const mark = marked(question, keyTo(question), rule);
        expect(mark).toMatchObject({ right: true, hundredths: mark.of });
      }),
    );
  });

  test('is zero for an empty answer, which is never right', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), rules, (question, rule) => {
        expect(marked(question, nothingTo(question), rule)).toMatchObject({ right: false, hundredths: 0 });
      }),
    );
  });
});

test('a choice is marked alike in whatever order its letters were picked', () => {
  const picked = letters.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  );
  fc.assert(
    fc.property(fc.constantFrom(aSingle(), aMultiple('ABD')), picked, rules, (question, [one, other], rule) => {
      expect(marked(question, { kind: 'letters', letters: one }, rule)).toEqual(
        marked(question, { kind: 'letters', letters: other }, rule),
      );
    }),
  );
});

test('an any-order group is marked alike in whatever order it was typed', () => {
  const question = aBlank([aKey(['甲', '乙'], { points: 2 }), aKey(['乙', '丙']), aKey('丁丁丁丁丁')], [[1, 2, 3]]);
  const typed = fc.array(fc.constantFrom('甲', '乙', '丙', '丁丁丁丁丁', '丁丁丁丁戊', ''), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(typed, (words) => {
      const backwards = marked(question, { kind: 'texts', texts: words.toReversed() });
      expect(marked(question, { kind: 'texts', texts: words }).hundredths).toBe(backwards.hundredths);
    }),
  );
});

function keyTo(question: Question): Response {
  switch (question.type) {
    case 'single':
      return { kind: 'letters', letters: [question.key] };
    case 'boolean':
      return { kind: 'truth', value: question.key };
    case 'blank':
      return { kind: 'texts', texts: question.blanks.map((blank) => blank.accept[0] ?? '') };
    case 'short':
      return { kind: 'essay', text: question.answer, covered: question.points.map((_, index) => index + 1) };
    default:
      return { kind: 'letters', letters: question.key };
  }
}

function nothingTo(question: Question): Response {
  switch (question.type) {
    case 'boolean':
      return { kind: 'truth', value: null };
    case 'blank':
      return { kind: 'texts', texts: question.blanks.map(() => '') };
    case 'short':
      return { kind: 'essay', text: '', covered: [1, 2] };
    default:
      return { kind: 'letters', letters: [] };
  }
}
