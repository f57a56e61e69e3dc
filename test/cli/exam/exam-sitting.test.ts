import { describe, expect, test } from 'vitest';
import { foldSheet } from '../../../src/core/exam/sheet.ts';
import type { Response } from '../../../src/core/grading/mark.ts';
import { inTimeOrder } from '../../../src/core/history/event-times.ts';
import { aSingle } from '../../support/drill-questions.ts';
import { Desk } from '../../support/exam-desk.ts';
import { aForm, aFormItem, aSection } from '../../support/exams.ts';

const MINUTE = 60_000;
const pick = (letter: string): Response => ({ kind: 'letters', letters: [letter] });
const items = [aSingle('1'), aSingle('2')];
const form = aForm([aFormItem('b/1'), aFormItem('b/2')]);

/** The sheet as whoever reads the history later makes it. */
const readAgain = (desk: Desk) => foldSheet(inTimeOrder(desk.events).map(({ event }) => event));

describe('under a clock that is set back in the middle of an exam', () => {
  test('the last answer stays the last, for whoever reads the history later', () => {
    const desk = new Desk();
    const sitting = desk.begin(form, items);
    desk.pass(MINUTE);
    sitting.save(0, pick('A'), false, 0);
    desk.wallMs -= 60 * MINUTE;
    desk.steadyMs += MINUTE;
    sitting.save(0, pick('B'), false, 0);
    sitting.end('submitted');
    expect(readAgain(desk)).toEqual(sitting.sheet);
    expect(sitting.sheet.entries.get('b/1')?.answers.map(({ response }) => response)).toEqual([['A'], ['B']]);
  });

  test('the exam is taken up behind what was answered before, also in the same millisecond', () => {
    const desk = new Desk();
    const sitting = desk.begin(form, items);
    desk.pass(MINUTE);
    sitting.save(0, pick('A'), false, 0);
    sitting.pause();
    desk.wallMs -= 30 * MINUTE;
    const again = desk.takenUp(sitting, items, MINUTE);
    again.resume(0);
    again.save(0, pick('B'), false, 0);
    again.clear(0, 0);
    again.save(0, pick('C'), false, 0);
    expect(
      readAgain(desk)
        .entries.get('b/1')
        ?.answers.map(({ response }) => response),
    ).toEqual([['C']]);
  });

  test('no time is won', () => {
    const desk = new Desk();
    const sitting = desk.begin(form, items);
    desk.pass(10 * MINUTE);
    desk.wallMs -= 60 * MINUTE;
    desk.pass(MINUTE);
    expect(sitting.usedMs).toBe(11 * MINUTE);
  });
});

describe('time', () => {
  test('runs while the machine sleeps, and the end records what was used, at most the limit', () => {
    const desk = new Desk();
    const sitting = desk.begin(form, items);
    desk.wallMs += 95 * MINUTE;
    expect(sitting.leftMs).toBe(-5 * MINUTE);
    expect(sitting.end('timed-out')).toBe(90 * MINUTE);
    expect(desk.events.at(-1)).toMatchObject({ type: 'session-ended', how: 'timed-out', usedMs: 90 * MINUTE });
  });

  test('of a question with its own limit locks it, and that of a section all of it', () => {
    const desk = new Desk();
    const limited = aForm([aFormItem('b/1'), aFormItem('b/2')], {
      sections: [aSection({ perItemSeconds: 30, limitMinutes: 1 })],
    });
    const sitting = desk.begin(limited, items);
    expect(sitting.isLocked(0, 29_000)).toBe(false);
    expect(sitting.isLocked(0, 30_000)).toBe(true);
    sitting.viewed(0, 20_000);
    expect(sitting.limitsAt(0, 0)).toEqual({ item: 10_000, section: 40_000 });
    sitting.save(1, pick('A'), false, 40_000);
    expect(sitting.isLocked(0, 0)).toBe(true);
  });

  test('spent on ticks that came to nothing is spent all the same', () => {
    const sitting = new Desk().begin(form, items);
    sitting.clear(0, 9_000);
    expect(sitting.sheet.entries.get('b/1')).toMatchObject({ answers: [], spentMs: 9_000 });
  });
});

test('a question that the bank has no more is locked from the start', () => {
  const desk = new Desk();
  const sitting = desk.begin(form, [aSingle('1')]);
  expect([sitting.isLocked(0, 0), sitting.isLocked(1, 0)]).toEqual([false, true]);
});
