import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreForm } from '../../../src/core/exam/score.ts';
import type { Answered } from '../../../src/core/history/event.ts';
import { aForm, aFormItem, aSection, onPaper } from '../../support/exams.ts';

const answering =
  (answers: readonly Answered[]) =>
  (ref: string): Answered | null =>
    answers.find(({ item }) => item === ref) ?? null;

const twoItems = [aFormItem('b/1'), aFormItem('b/2')];
const wrongFor = (item: string, marks: number) => onPaper(item, { right: false, marks });

describe('the marks of a paper', () => {
  test('are the marks that stand with the answers, in hundredths', () => {
    const form = aForm([aFormItem('b/1', { of: 150 }), aFormItem('b/2', { of: 50 })]);
    const { marks, of } = scoreForm(form, answering([onPaper('b/1', { marks: 1.5 }), wrongFor('b/2', 0.25)]));
    expect([marks, of]).toEqual([175, 200]);
  });

  test('a blank earns nothing and costs nothing, whatever a wrong answer costs', () => {
    const form = aForm(twoItems, { sections: [aSection({ wrong: -1, itemFloor: -1, sectionFloor: -9 })] });
    const { items, marks } = scoreForm(form, answering([onPaper('b/1', { response: [], right: false, marks: -1 })]));
    expect(items.map(({ outcome }) => outcome)).toEqual(['blank', 'blank']);
    expect(marks).toBe(0);
  });

  // wrong answers, section floor in points -> hundredths of the section, lifted by
  test.each([
    [0, 0, 200, 0],
    [1, 0, 50, 0],
    [2, 0, 0, 100],
    [2, -0.5, -50, 50],
    [2, -1, -100, 0],
    [2, -5, -100, 0],
  ])('%i of two wrong at -0.5, with a section floor of %d, make %d', (wrong, sectionFloor, marks, lifted) => {
    const form = aForm(twoItems, { sections: [aSection({ wrong: -0.5, itemFloor: -0.5, sectionFloor })] });
    const answers = twoItems.map(({ ref }, n) => (n < wrong ? wrongFor(ref, -0.5) : onPaper(ref)));
    const [section] = scoreForm(form, answering(answers)).sections;
    expect([section?.marks, section?.lifted]).toEqual([marks, lifted]);
  });

  test('the loss of one section is not taken from another', () => {
    const form = aForm([aFormItem('b/1'), aFormItem('b/2', { section: 1 })], {
      sections: [aSection({ wrong: -1, itemFloor: -1 }), aSection()],
    });
    expect(scoreForm(form, answering([wrongFor('b/1', -1), onPaper('b/2')])).marks).toBe(100);
  });
});

describe('passing', () => {
  const paper = {
    ...aForm([]).paper,
    pass: 1.5,
    bands: [
      { title: '优秀', from: 2 },
      { title: '合格', from: 1.5 },
    ],
  };
  const scoreOf = (marks: number) =>
    scoreForm(aForm([aFormItem('b/1', { of: 300 })], { paper }), answering([wrongFor('b/1', marks)]));

  test.each([
    [1.49, false, -1, null],
    [1.5, true, 0, '合格'],
    [1.99, true, 49, '合格'],
    [2, true, 50, '优秀'],
  ])('with %d of 1.5', (marks, passed, margin, band) => {
    expect(scoreOf(marks)).toMatchObject({ passed, margin, band });
  });

  test('is not spoken of where the paper has no pass mark', () => {
    expect(scoreForm(aForm(twoItems), () => null)).toMatchObject({ passed: null, margin: null, band: null });
  });
});

test('items add up to sections, but for their floors, and sections to the total', () => {
  const points = fc.integer({ min: -300, max: 300 });
  const sections = fc.array(fc.record({ floor: points, items: fc.array(points, { maxLength: 6 }) }), { maxLength: 4 });
  fc.assert(
    fc.property(sections, (drawn) => {
      const items = drawn.flatMap(({ items }, section) =>
        items.map((marks, n) => ({ marks, item: aFormItem(`b/${section}-${n}`, { section, of: 300 }) })),
      );
      const form = aForm(
        items.map(({ item }) => item),
        { sections: drawn.map(({ floor }) => aSection({ sectionFloor: floor / 100 })) },
      );
      const answers = items.map(({ item, marks }) => onPaper(item.ref, { right: marks === 300, marks: marks / 100 }));
      const score = scoreForm(form, answering(answers));
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
      expect(score.marks).toBe(sum(score.sections.map(({ marks }) => marks)));
      expect(score.of).toBe(sum(form.items.map(({ of }) => of)));
      expect(sum(score.items.map(({ marks }) => marks)) + sum(score.sections.map(({ lifted }) => lifted))).toBe(
        score.marks,
      );
      for (const { marks, of, section } of score.sections) {
        expect(marks).toBeGreaterThanOrEqual(Math.min(0, Math.round(section.sectionFloor * 100)));
        expect(marks).toBeLessThanOrEqual(of);
      }
    }),
  );
});
