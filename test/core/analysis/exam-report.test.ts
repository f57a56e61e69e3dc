import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examReport, type ReportInput } from '../../../src/core/analysis/exam-report.ts';
import type { BankQuestion } from '../../../src/core/bank/bank.ts';
import { foldSheet } from '../../../src/core/exam/sheet.ts';
import type { Answered, HistoryEvent } from '../../../src/core/history/event.ts';
import { aSingle, questionsIn } from '../../support/drill-questions.ts';
import { aForm, aFormItem, anOpening, aSection, onPaper } from '../../support/exams.ts';
import { aVoid, minute } from '../../support/results-history.ts';

const items = ['b/1', 'b/2', 'b/3', 'b/4'].map((ref) => aFormItem(ref));
const form = aForm(items);
const known = (...asked: BankQuestion[]): ReadonlyMap<string, BankQuestion> =>
  new Map(asked.map((question) => [question.ref, question]));
const all = known(
  ...questionsIn(
    aSingle('1', { topic: 'a' }),
    aSingle('2', { topic: 'a' }),
    aSingle('3', { topic: 'b' }),
    aSingle('4', { topic: '' }),
  ),
);

const reportOn = (events: readonly HistoryEvent[], fields: Partial<ReportInput> = {}) =>
  examReport({
    opening: anOpening(form),
    sheet: foldSheet(events),
    usedMs: 60_000,
    questions: all,
    fold: (text) => text,
    ...fields,
  });
const wrong = (item: string, fields: Partial<Answered> = {}) =>
  onPaper(item, { right: false, response: ['A'], ...fields });
const right = (item: string, fields: Partial<Answered> = {}) => onPaper(item, { response: ['B'], ...fields });
const refs = (list: readonly { readonly ref: string }[]) => list.map(({ ref }) => ref);

describe('what an exam came to', () => {
  test('by topic, in the order of the form, and those without one together', () => {
    const { topics } = reportOn([right('b/1'), wrong('b/2'), right('b/4')]);
    expect(topics).toEqual([
      { topic: 'a', count: 2, marks: 100, of: 200, right: 1 },
      { topic: 'b', count: 1, marks: 0, of: 100, right: 0 },
      { topic: '', count: 1, marks: 100, of: 100, right: 1 },
    ]);
  });

  test('blank, flagged, and lucky: unsure and right', () => {
    const flag = (item: string): HistoryEvent => ({
      ...{ id: `f${item}`, at: minute(2), device: 'k3f9', session: 's1' },
      ...{ type: 'flagged', item, on: true },
    });
    const report = reportOn([right('b/1', { guess: true }), wrong('b/2', { guess: true }), right('b/3'), flag('b/4')]);
    expect(refs(report.blank)).toEqual(['b/4']);
    expect(refs(report.flagged)).toEqual(['b/4']);
    expect(refs(report.lucky)).toEqual(['b/1']);
  });

  test('on what had been seen before, and on what never was', () => {
    const opening = anOpening(form, { seen: new Set(['b/1', 'b/2']) });
    const { seen, unseen } = reportOn([right('b/1'), right('b/2'), right('b/3')], { opening });
    expect([seen, unseen]).toEqual([
      { count: 2, marks: 200, of: 200 },
      { count: 2, marks: 100, of: 200 },
    ]);
  });

  test('time, beside the share that the marks would give it; without a limit, of the time used', () => {
    const events = [right('b/1', { ms: 4_000 }), wrong('b/1', { ms: 1_000 })];
    const [first] = reportOn(events).times;
    expect(first).toMatchObject({ spentMs: 5_000, shareMs: (90 * 60_000) / 4 });
    const free = anOpening(form, { settings: { mode: 'exam', limitMinutes: null, strict: false, seed: '1' } });
    expect(reportOn(events, { opening: free })).toMatchObject({
      limitMs: null,
      times: [{ shareMs: 15_000 }, {}, {}, {}],
    });
  });
});

describe('answers that were changed', () => {
  const changes = (...events: HistoryEvent[]) => reportOn(events).changes;

  test.each([
    ['right to wrong', [right('b/1'), wrong('b/1')], [1, 0, 0]],
    ['wrong to right', [wrong('b/1'), right('b/1')], [0, 1, 0]],
    ['wrong to another wrong', [wrong('b/1'), wrong('b/1', { response: ['C'] })], [0, 0, 1]],
    ['there and back', [right('b/1'), wrong('b/1'), right('b/1')], [0, 0, 1]],
    ['kept again, unsure', [right('b/1'), right('b/1', { guess: true })], [0, 0, 0]],
    ['marked again by its key points', [wrong('b/1'), right('b/1', { response: ['A'], remarked: true })], [0, 0, 0]],
  ])('%s', (_, events, [rightToWrong, wrongToRight, other]) => {
    expect(changes(...events)).toEqual({ rightToWrong, wrongToRight, other });
  });

  test('that were taken back are no answers', () => {
    const first = wrong('b/1');
    expect(changes(first, aVoid(first.id), right('b/1'))).toEqual({ rightToWrong: 0, wrongToRight: 0, other: 0 });
  });
});

describe("by today's key", () => {
  const events = [right('b/1'), wrong('b/2'), right('b/3')];
  const edited = (id: string, key: string) => questionsIn(aSingle(id, { key, revision: 'r2' }))[0] as BankQuestion;

  test('nothing changes where nothing was edited', () => {
    const { today, score } = reportOn(events);
    expect(today).toEqual({ score, changed: [], missing: [] });
  });

  test('an edited key marks the same answer again, and leaves the result as it was', () => {
    const questions = new Map([
      ...all,
      ['b/1', edited('1', 'A')],
      ['b/2', edited('2', 'A')],
      ['b/3', edited('3', 'B')],
    ]);
    const { score, today } = reportOn(events, { questions });
    expect(score.marks).toBe(200);
    expect(refs(today.changed)).toEqual(['b/1', 'b/2', 'b/3']);
    expect(today.score.items.map(({ outcome }) => outcome)).toEqual(['wrong', 'right', 'right', 'blank']);
    expect(today.score.marks).toBe(200);
  });

  test('a question that is gone keeps the marks that it was given', () => {
    const { today } = reportOn(events, { questions: known(...[...all.values()].slice(1)) });
    expect(refs(today.missing)).toEqual(['b/1']);
    expect(today.score.marks).toBe(200);
  });

  test('what the learner counted right stays right', () => {
    const questions = new Map([...all, ['b/1', edited('1', 'D')]]);
    expect(reportOn([right('b/1', { overrule: true })], { questions }).today.score.marks).toBe(100);
  });

  test('an answer to what is a question of another kind by now keeps its marks', () => {
    const other = { ...edited('1', 'B'), question: { ...edited('1', 'B').question, type: 'boolean', key: true } };
    const questions = new Map([...all, ['b/1', other as BankQuestion]]);
    expect(reportOn([right('b/1')], { questions }).today.score.marks).toBe(100);
  });
});

test('topics, and what was seen and what was not, add up to the sections, and these to the total', () => {
  const one = fc.record({
    section: fc.nat(2),
    of: fc.integer({ min: 1, max: 500 }),
    topic: fc.constantFrom('', 'a', 'b', 'b.c'),
    seen: fc.boolean(),
    answers: fc.array(fc.record({ marks: fc.integer({ min: -300, max: 500 }), guess: fc.boolean() }), { maxLength: 3 }),
    known: fc.boolean(),
  });
  const floors = fc.array(fc.integer({ min: -400, max: 0 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), floors, (drawn, sectionFloors) => {
      const entries = drawn.map((each, n) => ({
        ...each,
        item: aFormItem(`b/${n}`, { section: each.section, of: each.of }),
      }));
      const paper = aForm(
        entries.map(({ item }) => item),
        { sections: sectionFloors.map((floor) => aSection({ sectionFloor: floor / 100 })) },
      );
      const events = entries.flatMap(({ item, answers }) =>
        answers.map(({ marks, guess }) => {
          const given = Math.min(marks, item.of);
          return onPaper(item.ref, { right: given === item.of, marks: given / 100, of: item.of / 100, guess });
        }),
      );
      const asked = entries.flatMap(({ item, topic, known: isKnown }) =>
        isKnown ? questionsIn(aSingle(item.ref.slice(2), { topic })) : [],
      );
      const seen = new Set(entries.filter((each) => each.seen).map(({ item }) => item.ref));
      const report = reportOn(events, { opening: anOpening(paper, { seen }), questions: known(...asked) });
      const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
      const { score } = report;
      const lifted = sum(score.sections.map((section) => section.lifted));
      expect(sum(report.topics.map(({ marks }) => marks)) + lifted).toBe(score.marks);
      expect(report.seen.marks + report.unseen.marks + lifted).toBe(score.marks);
      for (const parts of [report.topics, [report.seen, report.unseen], score.sections]) {
        expect(sum(parts.map(({ of }) => of))).toBe(score.of);
        expect(sum(parts.map(({ count }) => count))).toBe(drawn.length);
      }
      expect(report.today.score).toEqual(score);
      expect(report.blank.length).toBe(sum(score.sections.map(({ blank }) => blank)));
      expect(sum(report.times.map(({ shareMs }) => shareMs))).toBeCloseTo(drawn.length === 0 ? 0 : 90 * 60_000, 3);
    }),
  );
});
