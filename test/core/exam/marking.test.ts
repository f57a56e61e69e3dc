import { describe, expect, test } from 'vitest';
import type { BankQuestion } from '../../../src/core/bank/bank.ts';
import type { Question } from '../../../src/core/bank/item.ts';
import { type FormSection, ruleOf } from '../../../src/core/exam/form.ts';
import { scoreForm } from '../../../src/core/exam/score.ts';
import type { Response } from '../../../src/core/grading/mark.ts';
import { MULTIPLE_SCORINGS } from '../../../src/core/grading/rule.ts';
import { markAttempt } from '../../../src/core/session/answering.ts';
import { aMultiple, aSingle, aTruth, questionsIn } from '../../support/drill-questions.ts';
import { aForm, aFormItem, aSection, onPaper } from '../../support/exams.ts';

const letters = (text: string): Response => ({ kind: 'letters', letters: [...text] });
const truth = (value: boolean | null): Response => ({ kind: 'truth', value });

/** What some answers come to on a form of one section, in hundredths: each by itself, then the section and what lifted it. */
function marked(
  rules: Partial<FormSection>,
  answers: readonly { question: Question; points: number; response: Response }[],
): { items: number[]; section: number; lifted: number; outcomes: string[] } {
  const asked = answers.map(
    ({ question }, n) => questionsIn({ ...question, id: `q${n}` } as Question)[0] as BankQuestion,
  );
  const items = answers.map(({ points }, n) => aFormItem(`b/q${n}`, { of: points * 100 }));
  const form = aForm(items, { sections: [aSection(rules)] });
  const given = items.map((item, n) => {
    const attempt = {
      session: 's1',
      mode: 'exam',
      question: asked[n] as BankQuestion,
      order: null,
      response: (answers[n] as { response: Response }).response,
      guess: false,
      easy: false,
      overrule: false,
      expired: false,
      ms: 0,
    } as const;
    return onPaper(item.ref, markAttempt(attempt, ruleOf(form, item), (text) => text).event);
  });
  const score = scoreForm(form, (ref) => given.find(({ item }) => item === ref) ?? null);
  const [section] = score.sections;
  return {
    items: score.items.map(({ marks }) => marks),
    section: section?.marks ?? 0,
    lifted: section?.lifted ?? 0,
    outcomes: score.items.map(({ outcome }) => outcome),
  };
}

describe('a multiple choice whose key is ABD of five options, for two points', () => {
  const question = { ...aMultiple({ key: ['A', 'B', 'D'] }), options: ['甲', '乙', '丙', '丁', '戊'] };

  // picks, then hundredths under exact, under-each, under-half, under-proportional, each-plus-minus
  test.each([
    ['', [0, 0, 0, 0, 0]],
    ['A', [0, 50, 100, 67, 67]],
    ['AB', [0, 100, 100, 133, 133]],
    ['BD', [0, 100, 100, 133, 133]],
    ['ABD', [200, 200, 200, 200, 200]],
    ['ABCD', [0, 0, 0, 0, 133]],
    ['ABCDE', [0, 0, 0, 0, 67]],
    ['AC', [0, 0, 0, 0, 0]],
    ['ABC', [0, 0, 0, 0, 67]],
    ['CE', [0, 0, 0, 0, 0]],
  ])('%s', (picks, expected) => {
    const earned = MULTIPLE_SCORINGS.map(
      (scoring) => marked({ scoring }, [{ question, points: 2, response: letters(picks) }]).items[0],
    );
    expect(earned).toEqual(expected);
  });

  // picks, item floor, hundredths under each-plus-minus
  test.each([
    ['CE', 0, 0],
    ['CE', -1, -100],
    ['CE', -2, -133],
    ['C', -2, -67],
    ['', -2, 0],
    ['AC', -2, 0],
  ])('%s, each wrong pick taking away, with an item floor of %d', (picks, itemFloor, expected) => {
    const answer = { question, points: 2, response: letters(picks) };
    expect(marked({ scoring: 'each-plus-minus', itemFloor, sectionFloor: -9 }, [answer]).section).toBe(expected);
  });

  test.each(MULTIPLE_SCORINGS)('pays for nothing left out under %s, whatever the floors are', (scoring) => {
    const result = marked({ scoring, wrong: -2, itemFloor: -2, sectionFloor: -9 }, [
      { question, points: 2, response: letters('') },
    ]);
    expect(result).toEqual({ items: [0], section: 0, lifted: 0, outcomes: ['blank'] });
  });
});

describe('rounding', () => {
  const question = aMultiple({ key: ['A', 'B'] });

  // points of the item, picks, hundredths under under-half, under-each and each-plus-minus
  test.each([
    [1, 'A', 50, 50, 50],
    [0.5, 'A', 25, 0, 25],
    [0.25, 'A', 13, 0, 13],
    [0.05, 'A', 3, 0, 3],
    [0.01, 'A', 0, 0, 0],
    [1.5, 'A', 75, 50, 75],
  ])('half of %d points', (points, picks, half, each, plusMinus) => {
    const earned = (['under-half', 'under-each', 'each-plus-minus'] as const).map(
      (scoring) => marked({ scoring }, [{ question, points, response: letters(picks) }]).items[0],
    );
    expect(earned).toEqual([half, each, plusMinus]);
  });

  test('of a deduction is that of a gain: half a hundredth goes away from zero', () => {
    const answer = { question: aTruth('t'), points: 1, response: truth(false) };
    const rules = { wrong: -0.125, itemFloor: -0.125, sectionFloor: -1 };
    expect(marked(rules, [answer]).items).toEqual([-13]);
  });
});

describe('deductions', () => {
  const wrongTruth = { question: aTruth('t'), points: 1, response: truth(false) };
  const rightTruth = { ...wrongTruth, response: truth(true) };
  const leftOut = { ...wrongTruth, response: truth(null) };
  const wrongSingle = { question: aSingle('s'), points: 1, response: letters('A') };

  // wrong, item floor, section floor, answers, hundredths of the items, of the section, lifted by
  test.each([
    ['one wrong of one', -0.5, -0.5, -9, [wrongTruth], [-50], -50, 0],
    ['the item floor holds', -0.5, -0.25, -9, [wrongTruth], [-25], -25, 0],
    ['an item floor of nothing', -0.5, 0, -9, [wrongTruth], [0], 0, 0],
    ['a single choice costs as well', -0.5, -0.5, -9, [wrongSingle], [-50], -50, 0],
    ['one right makes up for two wrong', -0.5, -0.5, 0, [rightTruth, wrongTruth, wrongTruth], [100, -50, -50], 0, 0],
    ['the section floor holds', -0.5, -0.5, 0, [wrongTruth, wrongTruth, wrongTruth], [-50, -50, -50], 0, 150],
    ['a section floor below zero', -0.5, -0.5, -1, [wrongTruth, wrongTruth, wrongTruth], [-50, -50, -50], -100, 50],
    ['left out costs nothing', -0.5, -0.5, -9, [leftOut, leftOut, wrongTruth], [0, 0, -50], -50, 0],
    ['a floor above zero pays for nothing', -0.5, 1, 1, [wrongTruth, leftOut], [0, 0], 0, 0],
  ] as const)('%s', (_, wrong, itemFloor, sectionFloor, answers, items, section, lifted) => {
    expect(marked({ wrong, itemFloor, sectionFloor }, answers)).toMatchObject({ items, section, lifted });
  });
});
