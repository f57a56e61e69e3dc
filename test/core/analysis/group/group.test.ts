import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GroupItem, keySuspects, neverRight } from '../../../../src/core/analysis/group/items.ts';
import type { LearnerFile } from '../../../../src/core/analysis/group/learners.ts';
import { summarise } from '../../../../src/core/analysis/summary.ts';
import { parseDay } from '../../../../src/core/day.ts';
import { examStarted } from '../../../../src/core/exam/opening.ts';
import type { Answered, HistoryEvent, SessionStarted } from '../../../../src/core/history/event.ts';
import { emptyProgress } from '../../../../src/core/history/fold.ts';
import { aForm, aFormItem, anOpening } from '../../../support/exams.ts';
import { eventsOfPerson, summaryOfFiles, TODAY } from '../../../support/learners.ts';
import {
  aBank,
  anAnswer,
  anEnd,
  aQuestion,
  aStart,
  aVoid,
  minute,
  scheduler,
} from '../../../support/results-history.ts';

const options = ['yes', 'no', 'perhaps', 'never'];
const items = Array.from({ length: 12 }, (_, n) =>
  aQuestion(`q${n}`, { options, key: 'B', topic: n < 6 ? 'calls' : 'mail', difficulty: 1 + (n % 5) } as never),
);
const phone = aBank('phone', items, [
  { path: 'calls', title: 'Calls' },
  { path: 'mail', title: 'Mail' },
]);

const file = (name: string, events: readonly HistoryEvent[]): LearnerFile => ({ name, path: `${name}.json`, events });

/** A class of fourteen, from weak to strong. */
const people = Array.from({ length: 14 }, (_, n) =>
  file(`p${n}`, eventsOfPerson({ device: `d${n}`, ability: n / 3 - 2, answers: 60 }, [phone])),
);
const classSummary = summaryOfFiles(people, { banks: [phone] });
const answersIn = ({ events }: LearnerFile): Answered[] =>
  events.filter((event): event is Answered => event.type === 'answered');

const itemIn = (files: readonly LearnerFile[], ref: string, banks = [phone]): GroupItem =>
  summaryOfFiles(files, { banks }).items.find((item) => item.ref === ref) as GroupItem;

describe('a learner', () => {
  test('has what the results of that one history have', () => {
    for (const [n, { events }] of people.entries()) {
      const alone = summarise({ events, banks: [], scheduler, progress: emptyProgress(), today: TODAY, filter: {} });
      const { due: _, ...total } = alone.total;
      expect(classSummary.learners[n]).toMatchObject(total);
    }
  });

  test('has study days, the last of them, and the machines', () => {
    const at = (day: string) => anAnswer({ at: `2026-11-${day}T12:00:00.000+08:00` });
    const { learners, total } = summaryOfFiles([
      file('Li', [at('20'), at('18'), at('18')]),
      file('Wang', [at('19')]),
      file('Zhao', []),
    ]);
    const day = (text: string) => parseDay(`2026-11-${text}`);
    expect(learners.map(({ lastOn, studyDays }) => [lastOn, studyDays])).toEqual([
      [day('20'), 2],
      [day('19'), 1],
      [null, 0],
    ]);
    expect(total).toMatchObject({ lastOn: day('20'), studyDays: 3, answered: 4 });
    expect(learners[0]?.devices).toEqual(['k3f9']);
  });

  test('does not study in the future: a wrong clock makes no day', () => {
    const future = anAnswer({ at: '2031-01-01T12:00:00.000+08:00' });
    expect(summaryOfFiles([file('Li', [future])]).learners[0]).toMatchObject({
      answered: 1,
      lastOn: null,
      studyDays: 0,
    });
  });

  test('is judged by no open sheet, no answer taken back, and the last of an exam', () => {
    const exam = (fields: Partial<Answered>) => anAnswer({ mode: 'exam', ...fields });
    const undone = anAnswer({ item: 'phone/q3' });
    const events = [
      aStart({ mode: 'exam' }),
      exam({ item: 'phone/q1', right: false, response: ['A'], at: minute(1) }),
      exam({ item: 'phone/q1', response: ['B'], at: minute(2) }),
      anEnd(),
      exam({ item: 'phone/q2', session: 'open' }),
      undone,
      aVoid(undone.id),
    ];
    const { total, items: rows } = summaryOfFiles([file('Li', events)], { banks: [phone] });
    expect(total).toMatchObject({ answered: 1, right: 1 });
    expect(rows.map(({ ref, right, learners }) => [ref, right, learners])).toEqual([['phone/q1', 1, 1]]);
  });

  test('is judged by no practice that is judged at its end before that end', () => {
    const form = aForm([aFormItem('phone/q1')]);
    const start = aStart({ ...(examStarted(anOpening(form), []) as Partial<SessionStarted>), mode: 'practice' });
    const events = [start, anAnswer({ item: 'phone/q1', mode: 'practice' })];
    expect(summaryOfFiles([file('Li', events)]).total.answered).toBe(0);
    expect(summaryOfFiles([file('Li', [...events, anEnd()])]).total.answered).toBe(1);
  });
});

describe('the filter', () => {
  test('leaves out other banks and days, and what was first within the days counts', () => {
    const first = anAnswer({ item: 'phone/q1', right: false, at: '2026-11-10T12:00:00.000+08:00' });
    const second = anAnswer({ item: 'phone/q1', at: '2026-11-15T12:00:00.000+08:00' });
    const other = anAnswer({ item: 'mail/q1', at: '2026-11-15T12:00:00.000+08:00' });
    const files = [file('Li', [first, second, other])];
    const within = (filter: object) => summaryOfFiles(files, { banks: [phone], filter });
    expect(within({ banks: ['phone'] }).total.answered).toBe(2);
    expect(within({ banks: ['phone'] }).items).toMatchObject([{ ref: 'phone/q1', right: 0 }]);
    const since = parseDay('2026-11-12') as number;
    expect(within({ banks: ['phone'], since }).items).toMatchObject([{ ref: 'phone/q1', right: 1, learners: 1 }]);
    expect(within({ until: since }).total.answered).toBe(1);
  });
});

describe('topics', () => {
  const answers = (count: number, right: number, topicItem: string) =>
    Array.from({ length: count }, (_, n) => anAnswer({ item: `phone/${topicItem}`, right: n < right }));

  test("have the mean of the learners' shares: who answers more does not weigh more", () => {
    const files = [file('much', answers(100, 100, 'q0')), file('little', answers(4, 1, 'q0'))];
    const [topic] = summaryOfFiles(files, { banks: [phone] }).topics;
    expect(topic).toMatchObject({ path: 'calls', answered: 104, learners: 2, meanShare: (1 + 0.25) / 2 });
    expect(topic?.each.map((tally) => [tally?.answered, tally?.right])).toEqual([
      [100, 100],
      [4, 1],
    ]);
  });

  test('come weakest first, and the miss of one learner does not make the weakest', () => {
    const six = () => [0, 1, 2, 3, 4, 5].map((n) => anAnswer({ item: `phone/q${n}`, right: n < 2 }));
    const three = ['a', 'b', 'c'].map((name) => file(name, six()));
    const one = file('d', [...answers(1, 0, 'q6'), ...six()]);
    const { topics } = summaryOfFiles([...three, one], { banks: [phone] });
    expect(topics.map(({ path }) => path)).toEqual(['calls', 'mail']);
    expect(topics[1]?.each).toMatchObject([null, null, null, { answered: 1 }]);
  });

  test('add up to what each learner answered', () => {
    classSummary.learners.forEach(({ answered, right }, n) => {
      const sum = (key: 'answered' | 'right') =>
        classSummary.topics.reduce((all, { each }) => all + (each[n]?.[key] ?? 0), 0);
      expect([sum('answered'), sum('right')]).toEqual([answered, right]);
    });
  });
});

describe('items', () => {
  /** Each learner's earliest answer to an item, sought one by one. */
  const firstTo = (person: LearnerFile, ref: string): Answered | undefined =>
    answersIn(person)
      .filter(({ item }) => item === ref)
      .sort((a, b) => (a.at < b.at ? -1 : 1))[0];

  test('count the first answer of each learner', () => {
    for (const { ref, learners, right, facility } of classSummary.items) {
      const firsts = people.flatMap((person) => firstTo(person, ref) ?? []);
      expect(learners).toBe(firsts.length);
      expect(right).toBe(firsts.filter((answer) => answer.right).length);
      expect(facility).toBeCloseTo(right / learners, 12);
    }
    expect(classSummary.items.length).toBe(12);
  });

  test('have the correlation with the rest, as a recount by hand gives it', () => {
    let known = 0;
    for (const { ref, discrimination } of classSummary.items) {
      const pairs = people.flatMap((person) => {
        const own = firstTo(person, ref);
        const others = items.flatMap(({ id }) => (`phone/${id}` === ref ? [] : (firstTo(person, `phone/${id}`) ?? [])));
        if (!own || others.length < 5) return [];
        return [[own.right ? 1 : 0, others.filter(({ right }) => right).length / others.length] as const];
      });
      const n = pairs.length;
      const sum = (of: (pair: readonly [number, number]) => number) => pairs.reduce((all, pair) => all + of(pair), 0);
      const r =
        (n * sum(([x, y]) => x * y) - sum(([x]) => x) * sum(([, y]) => y)) /
        Math.sqrt(
          (n * sum(([x]) => x * x) - sum(([x]) => x) ** 2) * (n * sum(([, y]) => y * y) - sum(([, y]) => y) ** 2),
        );
      expect(discrimination.learners).toBe(n);
      if (discrimination.kind === 'known') {
        expect(discrimination.r).toBeCloseTo(r, 9);
        known++;
      }
    }
    expect(known).toBeGreaterThan(8);
  });

  test('of another bank are no rest', () => {
    const elsewhere = Array.from({ length: 20 }, (_, n) => anAnswer({ item: `other/x${n}` }));
    const files = people.map((person) => ({
      ...person,
      events: [...person.events, ...elsewhere.map((event) => ({ ...event, id: `${person.name}${event.id}` }))],
    }));
    const { items: rows } = summaryOfFiles(files, { banks: [phone] });
    for (const { ref, discrimination } of classSummary.items)
      expect(rows.find((row) => row.ref === ref)?.discrimination).toEqual(discrimination);
  });

  test('come hardest first, one miss of one behind eight of ten', () => {
    const answers = (ref: string, outcomes: readonly boolean[]) =>
      outcomes.map((right, n) => file(`${n}`, [anAnswer({ item: ref, right, id: `${ref}${n}` })]));
    const often = answers(
      'phone/q1',
      Array.from({ length: 10 }, (_, n) => n > 7),
    );
    const once = answers('phone/q2', [false]).map((each) => ({ ...each, name: 'other' }));
    expect(summaryOfFiles([...once, ...often]).items.map(({ ref }) => ref)).toEqual(['phone/q1', 'phone/q2']);
  });

  test('nobody ever got right are those without any right answer, also a later one', () => {
    const miss = (item: string) => anAnswer({ item, right: false });
    const { items: rows } = summaryOfFiles([
      file('Li', [miss('phone/q1'), miss('phone/q2'), anAnswer({ item: 'phone/q2', at: minute(9) })]),
      file('Wang', [miss('phone/q1'), miss('phone/q2')]),
    ]);
    expect(neverRight(rows).map(({ ref }) => ref)).toEqual(['phone/q1']);
    expect(rows.find(({ ref }) => ref === 'phone/q2')).toMatchObject({ right: 0, everRight: 1 });
  });

  test('with the key turned round are suspected, the worst first', () => {
    const turned = people.map((person) => ({
      ...person,
      events: person.events.map((event) =>
        event.type === 'answered' && event.item === 'phone/q4' ? { ...event, right: !event.right } : event,
      ),
    }));
    const suspects = keySuspects(summaryOfFiles(turned, { banks: [phone] }).items);
    expect(suspects[0]?.ref).toBe('phone/q4');
  });
});

describe('what was chosen', () => {
  const given = (learner: number, response: readonly string[], fields: Partial<Answered> = {}) =>
    file(`l${learner}`, [
      anAnswer({ item: 'phone/q1', order: ['D', 'B', 'A', 'C'], response, right: response.join() === 'B', ...fields }),
    ]);
  const choicesOf = (files: readonly LearnerFile[], banks = [phone]) => itemIn(files, 'phone/q1', banks).choices;

  test("is told by the bank's letters and texts, whatever the order on the screen", () => {
    const choices = choicesOf([given(1, ['C']), given(2, ['C']), given(3, ['A']), given(4, ['B'])]);
    expect(choices.most).toEqual({ kind: 'option', letter: 'C', text: 'perhaps', times: 2 });
    expect(choices.unchosen).toEqual([{ letter: 'D', text: 'never' }]);
  });

  test('by letters alone where the bank is not at hand; the key is known by a right answer', () => {
    const wrong = [given(1, ['C']), given(2, ['C']), given(3, ['A'])];
    expect(choicesOf(wrong, [])).toMatchObject({ most: { kind: 'letters', letters: ['C'], times: 2 }, unchosen: null });
    expect(choicesOf([...wrong, given(4, ['B'])], []).unchosen).toEqual([{ letter: 'D', text: '' }]);
    const overruled = given(4, ['A'], { right: true, overrule: true });
    expect(choicesOf([...wrong, overruled], []).unchosen).toBeNull();
  });

  test('later answers make no trap, but an option that anybody ever took is not one in vain', () => {
    const later = file('l1', [
      anAnswer({ item: 'phone/q1', response: ['A'], right: false, at: minute(1) }),
      anAnswer({ item: 'phone/q1', response: ['D'], right: false, at: minute(2) }),
    ]);
    const { most, unchosen } = choicesOf([later]);
    expect(most).toMatchObject({ letter: 'A', times: 1 });
    expect(unchosen?.map(({ letter }) => letter)).toEqual(['C']);
  });

  test('of another version of the item is not laid to the options of this one', () => {
    const old = [1, 2, 3].map((n) => given(n, ['A'], { revision: 'r0' }));
    expect(choicesOf([...old, given(4, ['C'])])).toMatchObject({ most: { letter: 'C' }, otherVersions: 3 });
    expect(choicesOf(old)).toEqual({ most: null, unchosen: null, otherVersions: 3 });
    expect(choicesOf([...old, given(4, ['C'])], [])).toMatchObject({ most: { letters: ['A'] }, otherVersions: 1 });
  });

  test('of several right options: a wrong one that was taken, and what of the key nobody left out is no distractor', () => {
    const many = aBank('phone', [aQuestion('q1', { type: 'multiple', options, key: ['A', 'B'] } as never)]);
    const files = [given(1, ['A', 'C'], { right: false }), given(2, ['A', 'B', 'C'], { right: false })];
    expect(choicesOf(files, [many])).toMatchObject({
      most: { kind: 'option', letter: 'C', times: 2 },
      unchosen: [{ letter: 'D' }],
    });
  });

  test('of a statement the wrong value, of a text what two have typed, of an essay nothing', () => {
    const of = (type: string, extra: object, responses: readonly (string | boolean)[][]) => {
      const bank = aBank('phone', [aQuestion('q1', { type, ...extra } as never)]);
      const files = responses.map((response, n) => given(n, [], { response, right: false }));
      return choicesOf(files, [bank]);
    };
    expect(of('boolean', { key: true }, [[false], [false]])).toMatchObject({
      most: { value: false, times: 2 },
      unchosen: null,
    });
    const blank = { blanks: [], anyOrder: [] };
    expect(of('blank', blank, [['tea'], ['tea'], ['milk']]).most).toEqual({ kind: 'typed', texts: ['tea'], times: 2 });
    expect(of('blank', blank, [['tea'], ['milk']]).most).toBeNull();
    expect(of('short', { answer: '', points: [] }, [['I think'], ['I think']]).most).toBeNull();
  });

  test('by another program in no known way counts for nothing', () => {
    const odd = [[{}], ['AB'], [null], 'B', [1]].map((response, n) =>
      given(n, [], { response: response as never, order: response as never, right: false }),
    );
    expect(choicesOf(odd)).toMatchObject({ unchosen: null });
    const numbers = [given(1, [{}] as never), given(2, [7] as never)];
    expect(choicesOf(numbers, [])).toMatchObject({ most: null, unchosen: null });
    expect(itemIn(odd, 'phone/q1')).toMatchObject({ learners: 5, right: 0 });
  });
});

describe('the whole', () => {
  const answer = fc.record({
    item: fc.constantFrom('other/x', ...items.slice(0, 8).map(({ id }) => `phone/${id}`)),
    session: fc.constantFrom('s1', 's2'),
    mode: fc.constantFrom('drill' as const, 'exam' as const, 'practice' as const),
    at: fc.integer({ min: -3_000, max: 3_000 }).map(minute),
    right: fc.boolean(),
    device: fc.constantFrom('pc', 'pad'),
    response: fc.constantFrom(['A'], ['B'], ['C'], ['D'], ['A', 'C'], []),
    order: fc.constant(['D', 'C', 'B', 'A']),
  });
  const history = fc.array(answer, { maxLength: 20 }).chain((fields) => {
    const answers = fields.map((field) => anAnswer(field));
    const voids = fc.subarray(answers.map(({ id }) => aVoid(id)));
    return voids.map((undone): HistoryEvent[] => [...answers, ...undone, anEnd({ session: 's1' })]);
  });
  const group = fc
    .array(history, { minLength: 1, maxLength: 14, size: 'max' })
    .map((all) => all.map((events, n): LearnerFile => ({ name: null, path: `l${n}`, events })));

  /** Without the order of the learners, which is that of the files, and without what they are called. */
  const blind = (files: readonly LearnerFile[]) => {
    const { learners, topics, ...rest } = summaryOfFiles(files, { banks: [phone] });
    const byFile = <T>(values: readonly T[]) =>
      Object.fromEntries(values.map((value, n) => [learners[n]?.paths[0], value]));
    const rows = learners.map(({ name: _, paths: __, ...row }) => row);
    return {
      ...rest,
      learners: byFile(rows),
      topics: topics.map(({ each, ...topic }) => ({ ...topic, each: byFile(each) })),
    };
  };

  test('does not depend on the order of the files, nor on that of their lines', () => {
    fc.assert(
      fc.property(group, (files) => {
        const turned = [...files].reverse().map((each) => ({ ...each, events: [...each.events].reverse() }));
        expect(blind(turned)).toEqual(blind(files));
      }),
      { numRuns: 50 },
    );
  });

  test('stays as it is when a file is given again, whole or in part', () => {
    fc.assert(
      fc.property(group, fc.nat(), (files, pick) => {
        const again = files[pick % files.length] as LearnerFile;
        // By its answers a file is known.
        fc.pre(answersIn(again).length > 0);
        const part = { ...again, path: 'part', events: again.events.slice(0, 5) };
        expect(blind([...files, { ...again, path: 'again' }, part])).toEqual(blind(files));
      }),
      { numRuns: 50 },
    );
  });

  test('of every part is within its bounds', () => {
    fc.assert(
      fc.property(group, (files) => {
        for (const { facility, interval, learners, right, everRight } of summaryOfFiles(files).items) {
          expect(interval.low).toBeLessThanOrEqual(facility);
          expect(interval.high).toBeGreaterThanOrEqual(facility);
          expect(right).toBeLessThanOrEqual(everRight);
          expect(everRight).toBeLessThanOrEqual(learners);
          expect(learners).toBeLessThanOrEqual(files.length);
        }
      }),
    );
  });
});
