import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffSessions, type SessionDiff } from '../../../src/core/analysis/diff.ts';
import type { Form } from '../../../src/core/exam/form.ts';
import { examStarted } from '../../../src/core/exam/opening.ts';
import type { Answered, HistoryEvent, SessionStarted } from '../../../src/core/history/event.ts';
import { aForm, aFormItem, anOpening, aSection, onPaper } from '../../support/exams.ts';
import { anAnswer, anEnd, aStart, aVoid, minute } from '../../support/results-history.ts';

/** The first event of a sitting of this form. */
const begun = (id: string, form: Form, fields: Partial<SessionStarted> = {}): SessionStarted =>
  aStart({ ...(examStarted(anOpening(form), []) as Partial<SessionStarted>), id, ...fields });

const sat = (id: string, form: Form, answers: Readonly<Record<string, Partial<Answered>>>): HistoryEvent[] => [
  begun(id, form),
  ...Object.entries(answers).map(([ref, fields]) => onPaper(ref, { session: id, ...fields })),
  anEnd({ session: id }),
];

const RIGHT = {};
const WRONG = { right: false };
const HALF = { right: false, marks: 0.5 };
const form = aForm(['b/p', 'b/q', 'b/r', 'b/s'].map((ref) => aFormItem(ref)));

const diffOf = (events: readonly HistoryEvent[], before = 'one', after = 'two'): SessionDiff =>
  diffSessions(events, before, after) as SessionDiff;
const outcomes = ({ items }: SessionDiff): string[] =>
  items.map(({ ref, before, after }) => `${ref} ${before} ${after}`);

describe('two sittings of the same form', () => {
  const events = [
    ...sat('one', form, { 'b/p': RIGHT, 'b/q': WRONG, 'b/r': HALF }),
    ...sat('two', form, { 'b/p': WRONG, 'b/q': RIGHT, 'b/s': RIGHT }),
  ];

  test('are compared question by question, in the order of the form', () => {
    expect(outcomes(diffOf(events))).toEqual([
      'b/p right wrong',
      'b/q wrong right',
      'b/r partial blank',
      'b/s blank right',
    ]);
  });

  test('have their marks out of the whole paper, what was left blank too', () => {
    const { before, after } = diffOf(events);
    expect([before.marks, before.of, after.marks, after.of]).toEqual([150, 400, 200, 400]);
    expect([before.session.shareRight, after.session.shareRight]).toEqual([0.25, 0.5]);
  });

  test('have no question that only one of them asked', () => {
    expect(diffOf(events)).toMatchObject({ onlyBefore: [], onlyAfter: [] });
  });

  test('count the last answer on the sheet, and none that was taken back', () => {
    const changed = onPaper('b/p', { session: 'two', at: minute(5) });
    expect(outcomes(diffOf([...events, changed]))[0]).toBe('b/p right right');
    expect(outcomes(diffOf([...events, changed, aVoid(changed.id)]))[0]).toBe('b/p right wrong');
  });
});

describe('sections', () => {
  const paper = (titles: readonly string[], of = 100): Form =>
    aForm(
      titles.map((_, section) => aFormItem(`b/${section}`, { section, of })),
      { sections: titles.map((title) => aSection({ title, sectionFloor: 0, wrong: -1, itemFloor: -1 })) },
    );

  test('are compared where both papers have them, by their titles', () => {
    const events = [
      ...sat('one', paper(['单选', '判断']), { 'b/1': RIGHT }),
      ...sat('two', paper(['判断', '填空']), {}),
    ];
    expect(diffOf(events).sections).toEqual([
      { title: '判断', before: { marks: 100, of: 100 }, after: { marks: 0, of: 100 } },
    ]);
  });

  test('of one title are one', () => {
    const events = [...sat('one', paper(['单选', '单选']), { 'b/0': RIGHT }), ...sat('two', paper(['单选']), {})];
    expect(diffOf(events).sections).toEqual([
      { title: '单选', before: { marks: 100, of: 200 }, after: { marks: 0, of: 100 } },
    ]);
  });

  test('have their floor', () => {
    const lost = { right: false, marks: -1 };
    const events = [...sat('one', paper(['单选']), { 'b/0': lost }), ...sat('two', paper(['单选']), { 'b/0': RIGHT })];
    expect(diffOf(events).before.marks).toBe(0);
    expect(diffOf(events).sections[0]?.before.marks).toBe(0);
  });

  test('are none where one of the two is a drill', () => {
    const drilled = [aStart({ id: 'one' }), anAnswer({ session: 'one', item: 'b/p' })];
    expect(diffOf([...drilled, ...sat('two', form, {})]).sections).toEqual([]);
  });
});

describe('a drill against an exam', () => {
  const drilled = [
    aStart({ id: 'one' }),
    anAnswer({ session: 'one', item: 'b/p', right: false }),
    anAnswer({ session: 'one', item: 'b/x' }),
    anAnswer({ session: 'one', item: 'b/p', at: minute(3) }),
  ];

  test('counts what the drill ended with, and names what only one of them asked', () => {
    const diff = diffOf([...drilled, ...sat('two', form, { 'b/p': WRONG })]);
    expect(outcomes(diff)).toEqual(['b/p right wrong']);
    expect(diff).toMatchObject({ onlyBefore: ['b/x'], onlyAfter: ['b/q', 'b/r', 'b/s'] });
  });

  test('has the marks that the list of sessions gives', () => {
    expect(diffOf([...drilled, ...sat('two', form, {})]).before).toMatchObject({ marks: 200, of: 300 });
  });
});

describe('sittings that are not to be compared', () => {
  test('are those that are not there, or that several ids begin like', () => {
    const events = [...sat('one', form, {}), ...sat('only', form, {})];
    expect(diffSessions(events, 'one', 'two')).toBeNull();
    expect(diffSessions(events, 'two', 'one')).toBeNull();
    expect(diffSessions(events, 'on', 'one')).toBeNull();
    expect(diffSessions(events, 'onl', 'one')?.before.session.id).toBe('only');
  });

  test('an exam that is not handed in is said to be open', () => {
    const events = [...sat('one', form, {}), begun('two', form), onPaper('b/p', { session: 'two' })];
    expect(diffOf(events).before.session.isOpen).toBe(false);
    expect(diffOf(events).after.session.isOpen).toBe(true);
  });
});

describe('the laws of comparing', () => {
  const REFS = ['b/p', 'b/q', 'b/r', 'b/s', 'b/t'];
  const worth = fc.constantFrom(RIGHT, WRONG, HALF, { right: false, response: [] });
  const given = fc.dictionary(fc.constantFrom(...REFS), worth);
  const sitting = fc.record({ refs: fc.subarray(REFS), given, isDrill: fc.boolean() });
  type Sitting = typeof sitting extends fc.Arbitrary<infer T> ? T : never;
  const eventsOf = (id: string, { refs, given: answers, isDrill }: Sitting): HistoryEvent[] => {
    const own = Object.entries(answers).filter(([ref]) => refs.includes(ref));
    if (!isDrill) return sat(id, aForm(refs.map((ref) => aFormItem(ref))), Object.fromEntries(own));
    return [aStart({ id }), ...own.map(([item, fields]) => anAnswer({ session: id, item, ...fields }))];
  };

  test('a sitting compared with itself has won and lost nothing', () => {
    fc.assert(
      fc.property(sitting, (one) => {
        const { items, sections, before, after, onlyBefore, onlyAfter } = diffOf(eventsOf('one', one), 'one', 'one');
        expect(items.filter((item) => item.before !== item.after)).toEqual([]);
        expect([onlyBefore, onlyAfter]).toEqual([[], []]);
        expect(after).toEqual(before);
        for (const section of sections) expect(section.after).toEqual(section.before);
      }),
    );
  });

  test('two compared the other way round mirror each other', () => {
    fc.assert(
      fc.property(sitting, sitting, (one, two) => {
        const events = [...eventsOf('one', one), ...eventsOf('two', two)];
        const [there, back] = [diffOf(events), diffOf(events, 'two', 'one')];
        const sorted = <T>(all: readonly T[]): string[] => all.map((each) => JSON.stringify(each)).sort();
        expect([back.before, back.after]).toEqual([there.after, there.before]);
        expect([back.onlyBefore, back.onlyAfter]).toEqual([there.onlyAfter, there.onlyBefore]);
        const turned = back.items.map(({ ref, before, after }) => ({ ref, before: after, after: before }));
        expect(sorted(turned)).toEqual(sorted(there.items));
        const sections = back.sections.map(({ title, before, after }) => ({ title, before: after, after: before }));
        expect(sorted(sections)).toEqual(sorted(there.sections));
      }),
    );
  });

  test('every question of either is in one place and no other', () => {
    fc.assert(
      fc.property(sitting, sitting, (one, two) => {
        const { items, onlyBefore, onlyAfter } = diffOf([...eventsOf('one', one), ...eventsOf('two', two)]);
        const all = [...items.map(({ ref }) => ref), ...onlyBefore, ...onlyAfter];
        expect(new Set(all).size).toBe(all.length);
        for (const ref of all) expect([...one.refs, ...two.refs]).toContain(ref);
      }),
    );
  });
});
