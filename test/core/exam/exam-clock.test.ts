import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExamClock, paceOf, usedTime } from '../../../src/core/exam/exam-clock.ts';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { onPaper } from '../../support/exams.ts';
import { aStart, minute } from '../../support/results-history.ts';

const MINUTE = 60_000;
const started = aStart({ mode: 'exam' });
const answered = (minutes: number) => onPaper('b/1', { at: minute(minutes) });
const mark = (minutes: number, fields: object) =>
  ({ id: `m${minutes}`, at: minute(minutes), device: 'k3f9', session: 's1', ...fields }) as HistoryEvent;

describe('time used up', () => {
  test('runs from the beginning to the last event', () => {
    expect(usedTime([started, answered(7)], false)).toMatchObject({ usedMs: 7 * MINUTE, paused: false });
  });

  test('rests while the exam is left', () => {
    const events = [
      started,
      answered(5),
      mark(6, { type: 'paused', usedMs: 6 * MINUTE }),
      mark(60, { type: 'resumed', usedMs: 6 * MINUTE, awayMs: 54 * MINUTE }),
      answered(62),
    ];
    expect(usedTime(events, false).usedMs).toBe(8 * MINUTE);
    expect(usedTime(events, true).usedMs).toBe(62 * MINUTE);
  });

  test('of an exam that was cut off goes on from what was known when it was taken up', () => {
    const events = [started, answered(5), mark(30, { type: 'resumed', usedMs: 5.5 * MINUTE, awayMs: 0 }), answered(31)];
    expect(usedTime(events, false).usedMs).toBe(6.5 * MINUTE);
  });

  test('does not shrink under a clock that was set back', () => {
    expect(usedTime([started, answered(9), answered(3), answered(10)], false).usedMs).toBe(10 * MINUTE);
  });
});

describe('the running clock', () => {
  const at = (ms: number) => ({ ms, offset: 480 });

  test('runs on while the machine sleeps, when the steady clock stands still', () => {
    const clock = new ExamClock(1_000, at(0), 0);
    expect(clock.read(at(60_000), 5)).toBe(61_000);
  });

  test('is not fooled by a wall clock that is set back', () => {
    const clock = new ExamClock(0, at(100_000), 0);
    expect(clock.read(at(40_000), 2_000)).toBe(2_000);
    expect(clock.read(at(41_000), 3_000)).toBe(3_000);
  });

  test('is no faster for being read often', () => {
    const clock = new ExamClock(0, at(0), 0);
    let used = 0;
    // The wall's clock says whole milliseconds only.
    for (let steady = 0; steady <= 60_000; steady += 0.7) used = clock.read(at(Math.floor(steady)), steady);
    expect(Math.abs(used - 60_000)).toBeLessThan(1);
  });

  test('never goes back, and loses nothing of the steady clock and no jump of the other', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.nat(9_999)));
    fc.assert(
      fc.property(steps, (passed) => {
        const clock = new ExamClock(0, at(0), 0);
        let [wall, steady, used] = [0, 0, 0];
        for (const [byWall, bySteady] of passed) {
          wall += byWall;
          steady += bySteady;
          const read = clock.read(at(wall), steady);
          expect(read - used).toBeGreaterThanOrEqual(Math.max(0, byWall - 50, bySteady));
          used = read;
        }
        expect(used).toBeGreaterThanOrEqual(steady);
      }),
    );
  });
});

describe('the pace', () => {
  test.each([
    [0, 0],
    [30, 1],
    [59, 1],
    [60, 2],
    [90, 3],
    [120, 3],
  ])('after %i of 90 minutes is %i of three questions', (minutes, questions) => {
    expect(paceOf([100, 100, 100], minutes * MINUTE, 90 * MINUTE)).toBe(questions);
  });

  test('gives a question that is worth more its time', () => {
    expect(paceOf([100, 500], 45 * MINUTE, 90 * MINUTE)).toBe(1);
  });

  test('is unknown without a limit', () => {
    expect(paceOf([100], MINUTE, null)).toBeNull();
  });
});
