import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ResultsSummary, type SummaryInput, summarise } from '../../../src/core/analysis/summary.ts';
import type { Tally } from '../../../src/core/analysis/tally.ts';
import { parseDay, parseInstant, studyDayOf } from '../../../src/core/day.ts';
import type { Answered, HistoryEvent } from '../../../src/core/history/event.ts';
import { emptyProgress, foldProgress } from '../../../src/core/history/fold.ts';
import {
  aBank,
  anAnswer,
  anEnd,
  anUnknown,
  aQuestion,
  aStart,
  aVoid,
  minute,
  scheduler,
} from '../../support/results-history.ts';

const TODAY = parseDay('2026-11-22') as number;

const phone = aBank(
  'phone',
  [
    aQuestion('hello', { topic: 'calls.open' }),
    aQuestion('goodbye', { topic: 'calls' }),
    aQuestion('true-name', { type: 'boolean' }),
    aQuestion('lost', { topic: 'nowhere' }),
  ],
  [
    { path: 'calls', title: 'Calls' },
    { path: 'calls.open', title: 'Opening a call' },
  ],
);
const mail = aBank('mail', [aQuestion('subject')]);

function summaryOf(events: readonly HistoryEvent[], input: Partial<SummaryInput> = {}): ResultsSummary {
  const base = { banks: [phone, mail], scheduler, progress: emptyProgress(), today: TODAY, filter: {} };
  return summarise({ ...base, events, ...input });
}

describe('results', () => {
  test('an empty history has no share of right answers', () => {
    expect(summaryOf([]).total).toMatchObject({ answered: 0, questions: 0, right: 0, shareRight: null, ms: 0 });
  });

  test('answers, distinct questions, marks, guesses and time are counted', () => {
    const { total } = summaryOf([
      anAnswer({ guess: true }),
      anAnswer({ right: false, marks: 0.5, of: 2, ms: 1_500 }),
      anAnswer({ item: 'mail/subject', marks: -0.25, right: false }),
      anUnknown(),
    ]);
    const marks = { markHundredths: 125, ofHundredths: 400 };
    expect(total).toMatchObject({
      answered: 3,
      questions: 2,
      right: 1,
      shareRight: 1 / 3,
      guesses: 1,
      ...marks,
      ms: 11_500,
    });
  });

  test('ten tenths of a point are one point', () => {
    const tenths = Array.from({ length: 10 }, () => anAnswer({ marks: 0.1 }));
    expect(summaryOf(tenths).total.markHundredths).toBe(100);
  });

  test('an answer that was taken back does not count, and counts again when that is taken back', () => {
    const answer = anAnswer();
    const undo = aVoid(answer.id);
    expect(summaryOf([answer, undo]).total.answered).toBe(0);
    expect(summaryOf([answer, undo, aVoid(undo.id)]).total.answered).toBe(1);
  });

  test("of an exam's answers to one item the last counts, with the time of all", () => {
    const first = anAnswer({ mode: 'exam', right: false, at: minute(1) });
    const last = anAnswer({ mode: 'exam', at: minute(9), ms: 2_000 });
    const counted = { answered: 1, right: 1, ofHundredths: 100, ms: 7_000 };
    const end = anEnd();
    expect(summaryOf([first, last, end]).total).toMatchObject(counted);
    expect(summaryOf([last, end, first]).total).toMatchObject(counted);
    expect(summaryOf([first, last, end, aVoid(last.id)]).total).toMatchObject({ answered: 1, right: 0, ms: 5_000 });
  });

  test('an exam that is not over is no result', () => {
    const answer = anAnswer({ mode: 'exam' });
    expect(summaryOf([aStart({ mode: 'exam' }), answer]).total.answered).toBe(0);
    expect(summaryOf([aStart({ mode: 'exam' }), answer, anEnd({ how: 'timed-out' })]).total.answered).toBe(1);
  });

  test('the same item in two exams, or twice in a drill, counts twice', () => {
    const exams = [anAnswer({ mode: 'exam' }), anAnswer({ mode: 'exam', session: 's2' })];
    const ends = [anEnd(), anEnd({ session: 's2' })];
    expect(summaryOf([...exams, ...ends]).total).toMatchObject({ answered: 2, questions: 1 });
    expect(summaryOf([anAnswer(), anAnswer()]).total).toMatchObject({ answered: 2, questions: 1 });
  });

  test('topics follow the tree, a topic without its subtopics, what has none last', () => {
    const items = ['mail/subject', 'phone/lost', 'phone/true-name', 'phone/hello', 'phone/goodbye'];
    const { topics } = summaryOf(items.map((item) => anAnswer({ item })));
    expect(topics.map(({ bank, path, title, answered }) => [bank, path, title, answered])).toEqual([
      ['phone', 'calls', 'Calls', 1],
      ['phone', 'calls.open', 'Opening a call', 1],
      ['phone', '', '', 2],
      ['mail', '', '', 1],
    ]);
  });

  test('a question that no bank has any more has no type and no topic, but its bank', () => {
    const { types, banks, topics } = summaryOf([
      anAnswer({ item: 'old/thing' }),
      anAnswer({ item: 'phone/true-name' }),
    ]);
    expect(types.map(({ type, answered }) => [type, answered])).toEqual([
      ['boolean', 1],
      [null, 1],
    ]);
    expect(banks.map(({ bank, title, answered }) => [bank, title, answered])).toEqual([
      ['phone', 'Bank phone', 1],
      ['mail', 'Bank mail', 0],
      ['old', '', 1],
    ]);
    expect(banks.at(-1)?.due).toBeNull();
    expect(topics.map(({ bank }) => bank)).toEqual(['phone', 'old']);
  });

  test('a session tells its mode, its form, how it ended and what was answered', () => {
    const { sessions } = summaryOf([
      aStart({ mode: 'exam', form: [{ item: 'phone/hello' }, { item: 'phone/goodbye' }] }),
      anAnswer({ mode: 'exam' }),
      anEnd({ how: 'timed-out' }),
      aStart({ id: 's2', at: minute(45) }),
      anAnswer({ session: 's2', at: minute(46) }),
      aStart({ id: 's3', at: minute(50) }),
    ]);
    expect(sessions.map(({ id, mode, ended, asked, answered }) => [id, mode, ended, asked, answered])).toEqual([
      ['s2', 'drill', null, 1, 1],
      ['s1', 'exam', 'timed-out', 2, 1],
    ]);
  });
});

describe('the filter', () => {
  const at = (text: string) => anAnswer({ at: text });
  const day = (text: string) => parseDay(text) as number;
  const evenings = [
    at('2026-11-20T21:00:00.000+08:00'),
    at('2026-11-21T21:00:00.000+08:00'),
    at('2026-11-23T03:59:00.000+08:00'),
  ];

  test('both days are within, and the night belongs to the evening before', () => {
    const count = (filter: SummaryInput['filter']) => summaryOf(evenings, { filter }).total.answered;
    expect(count({ since: day('2026-11-21') })).toBe(2);
    expect(count({ until: day('2026-11-21') })).toBe(2);
    expect(count({ since: day('2026-11-22'), until: day('2026-11-22') })).toBe(1);
    expect(count({ since: day('2026-11-23') })).toBe(0);
  });

  test('an answer without a readable time is within no span of days', () => {
    expect(summaryOf([at('yesterday')]).total.answered).toBe(1);
    expect(summaryOf([at('yesterday')], { filter: { until: TODAY } }).total.answered).toBe(0);
  });

  test('a bank is named by its whole id', () => {
    const events = ['phone/hello', 'phone-2/hello', 'mail/subject'].map((item) => anAnswer({ item }));
    const summary = summaryOf(events, { filter: { banks: ['phone'] } });
    expect(summary.total.answered).toBe(1);
    expect(summary.banks.map(({ bank }) => bank)).toEqual(['phone']);
    expect(summary.total.due.questions).toBe(4);
    expect(summaryOf(events, { filter: { banks: [] } }).total.answered).toBe(3);
  });
});

describe('what is due', () => {
  const reviewedOn = (item: string, date: string, rating: Answered['rating'] = 'good') => {
    const instant = parseInstant(`${date}T12:00:00.000+08:00`) as { ms: number; offset: number };
    return { type: 'answered', id: item, session: 's', mode: 'drill', item, rating, ...instant } as const;
  };

  test('new, put away, due today and due this week are told apart', () => {
    const reviews = [
      reviewedOn('phone/hello', '2026-06-01'),
      reviewedOn('phone/goodbye', '2026-11-21'),
      reviewedOn('mail/subject', '2026-11-22', 'easy'),
      // An interval of months, whatever the fuzz makes of it.
      { ...reviewedOn('mail/subject', '2026-10-01', 'easy'), id: 'earlier' },
    ];
    const progress = foldProgress(reviews, scheduler, TODAY);
    progress.suspended.add('phone/lost').add('gone/item');
    const { banks, total } = summaryOf([], { progress });
    expect(studyDayOf(reviews[2] as (typeof reviews)[number])).toBe(TODAY);
    expect(banks[0]?.due).toEqual({ questions: 4, today: 1, within7Days: 2, fresh: 1, putAway: 1 });
    expect(banks[1]?.due).toEqual({ questions: 1, today: 0, within7Days: 0, fresh: 0, putAway: 0 });
    expect(total.due).toEqual({ questions: 5, today: 1, within7Days: 2, fresh: 1, putAway: 1 });
  });
});

describe('parts', () => {
  const added = ['answered', 'right', 'guesses', 'markHundredths', 'ofHundredths', 'ms'] as const;
  const sums = (rows: readonly Tally[]) => added.map((key) => rows.reduce((sum, row) => sum + row[key], 0));
  const questionsOf = (rows: readonly Tally[]) => rows.reduce((sum, row) => sum + row.questions, 0);

  const answer = fc.record({
    item: fc.constantFrom(
      'phone/hello',
      'phone/goodbye',
      'phone/true-name',
      'phone/lost',
      'mail/subject',
      'mail/gone',
      'old/x',
    ),
    session: fc.constantFrom('s1', 's2', 's3'),
    mode: fc.constantFrom('drill' as const, 'exam' as const, 'practice' as const),
    at: fc.integer({ min: -3_000, max: 3_000 }).map(minute),
    right: fc.boolean(),
    guess: fc.boolean(),
    marks: fc.double({ min: -2, max: 5, noNaN: true }),
    of: fc.double({ min: 0, max: 5, noNaN: true }),
    ms: fc.double({ min: 0, max: 90_000, noNaN: true }),
  });
  const history = fc.array(answer, { maxLength: 30 }).chain((fields) => {
    const answers = fields.map((field) => anAnswer(field));
    const voids = answers.length > 0 ? fc.subarray(answers.map(({ id }) => aVoid(id))) : fc.constant([]);
    return voids.map((undone): HistoryEvent[] => [aStart({ id: 's2' }), ...answers, ...undone]);
  });
  const filter = fc.record({
    banks: fc.subarray(['phone', 'mail', 'old']),
    since: fc.option(fc.integer({ min: TODAY - 2, max: TODAY + 2 }), { nil: undefined }),
    until: fc.option(fc.integer({ min: TODAY - 2, max: TODAY + 2 }), { nil: undefined }),
  });

  test('of every kind add up to the total', () => {
    fc.assert(
      fc.property(history, filter, (events, chosen) => {
        const { total, banks, topics, types, sessions } = summaryOf(events, { filter: chosen });
        for (const rows of [banks, topics, types, sessions]) expect(sums(rows)).toEqual(sums([total]));
        for (const rows of [banks, topics, types]) expect(questionsOf(rows)).toBe(total.questions);
      }),
    );
  });

  test('do not depend on the order of the lines in the file', () => {
    fc.assert(
      fc.property(history, (events) => {
        const turned = [...events].reverse();
        expect(summaryOf(turned)).toEqual(summaryOf(events));
      }),
    );
  });
});
