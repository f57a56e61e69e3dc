import { describe, expect, test } from 'vitest';
import { examOf, examStarted } from '../../../src/core/exam/opening.ts';
import { answerAt, entryOf, eventsOfExam, foldSheet } from '../../../src/core/exam/sheet.ts';
import type { HistoryEvent, SessionStarted } from '../../../src/core/history/event.ts';
import { aForm, aFormItem, anOpening, onPaper } from '../../support/exams.ts';
import { anEnd, aStart, aVoid, minute } from '../../support/results-history.ts';

const inExam = { id: 'x', at: minute(2), device: 'k3f9', session: 's1' };

describe('an answer sheet', () => {
  const first = onPaper('b/1', { right: false, ms: 4_000 });
  const second = onPaper('b/1', { ms: 1_000 });

  test('counts the last answer and keeps the earlier ones', () => {
    const sheet = foldSheet([first, second]);
    expect(answerAt(sheet, 'b/1')).toBe(second);
    expect(entryOf(sheet, 'b/1').answers).toEqual([first, second]);
  });

  test('adds up the time, also of looks without an answer, and of what was taken back', () => {
    const viewed: HistoryEvent = { ...inExam, type: 'viewed', item: 'b/1', ms: 2_500 };
    expect(entryOf(foldSheet([first, viewed, second, aVoid(second.id)]), 'b/1').spentMs).toBe(7_500);
  });

  test('is blank again where every answer was taken back', () => {
    const sheet = foldSheet([first, second, aVoid(first.id), aVoid(second.id)]);
    expect(answerAt(sheet, 'b/1')).toBeNull();
  });

  test('knows what is flagged, and how the exam ended', () => {
    const flag = (on: boolean): HistoryEvent => ({ ...inExam, type: 'flagged', item: 'b/1', on });
    expect(entryOf(foldSheet([flag(true)]), 'b/1').flagged).toBe(true);
    expect(entryOf(foldSheet([flag(true), flag(false)]), 'b/1').flagged).toBe(false);
    expect(foldSheet([anEnd({ how: 'timed-out' })]).ended).toBe('timed-out');
  });

  test('is made of the events of its own exam alone', () => {
    const other = onPaper('b/1', { session: 's2' });
    const events = [aStart({ mode: 'exam' }), first, other, aVoid(other.id), aVoid(first.id)];
    const own = ['s1', first.id, events[4]?.id];
    expect(eventsOfExam(events, 's1').map(({ id }) => id)).toEqual(own);
    expect(eventsOfExam(events.toReversed(), 's1').map(({ id }) => id)).toEqual(own.toReversed());
  });
});

describe('the first event of an exam', () => {
  const form = aForm([aFormItem('b/1'), aFormItem('b/2', { order: null, of: 33 })]);
  const opening = anOpening(form, { seen: new Set(['b/2']) });
  const written = { ...aStart(), ...examStarted(opening, []) } as SessionStarted;

  test('holds the whole form, through the file and back', () => {
    expect(examOf(JSON.parse(JSON.stringify(written)))).toEqual(opening);
  });

  test('of a drill, or of another program, is no exam', () => {
    expect(examOf(aStart())).toBeNull();
    expect(examOf(aStart({ mode: 'exam' }))).toBeNull();
    expect(examOf({ ...written, form: [{ item: 'b/1', section: 7 }] })).toBeNull();
    for (const fields of [{ settings: null }, { settings: undefined }, { form: [null] }, { form: [{}] }, { form: 'b' }])
      expect(examOf({ ...written, ...fields } as unknown as SessionStarted)).toBeNull();
  });
});
