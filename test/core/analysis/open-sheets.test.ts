import { describe, expect, test } from 'vitest';
import { countedAnswers } from '../../../src/core/analysis/counted.ts';
import { openSheets } from '../../../src/core/analysis/open-sheets.ts';
import { listSessions } from '../../../src/core/analysis/sessions.ts';
import { examStarted } from '../../../src/core/exam/opening.ts';
import type { SessionStarted } from '../../../src/core/history/event.ts';
import { aForm, aFormItem, anOpening, onPaper } from '../../support/exams.ts';
import { anAnswer, anEnd, aStart, aVoid } from '../../support/results-history.ts';

const form = aForm([aFormItem('b/p'), aFormItem('b/q')]);
const sheet = (mode: 'exam' | 'practice'): SessionStarted =>
  aStart({ ...(examStarted(anOpening(form), []) as Partial<SessionStarted>), mode });

describe('a sheet that is not handed in', () => {
  test.each(['exam', 'practice'] as const)('of a %s is open until its session ends', (mode) => {
    const end = anEnd();
    expect(openSheets([sheet(mode)])('s1', mode)).toBe(true);
    expect(openSheets([sheet(mode), end])('s1', mode)).toBe(false);
    expect(listSessions([sheet(mode), end, aVoid(end.id)])[0]?.isOpen).toBe(true);
  });

  test('is no drill, and no practice that judges each answer at once', () => {
    expect(openSheets([aStart()])('s1', 'drill')).toBe(false);
    expect(openSheets([aStart({ mode: 'practice' })])('s1', 'practice')).toBe(false);
  });

  test('is an exam of which the beginning is not in sight', () => {
    expect(openSheets([])('s1', 'exam')).toBe(true);
  });

  test.each(['exam', 'practice'] as const)('of a %s adds nothing to the results before', (mode) => {
    const events = [sheet(mode), onPaper('b/p', { mode })];
    expect(countedAnswers(events)).toEqual([]);
    expect(countedAnswers([...events, anEnd()])).toHaveLength(1);
  });
});

describe('a session in the list', () => {
  test('has the marks of its paper, with what was left blank', () => {
    const [row] = listSessions([sheet('exam'), onPaper('b/p'), anEnd()]);
    expect(row).toMatchObject({ answered: 1, right: 1, shareRight: 0.5, markHundredths: 100, ofHundredths: 200 });
  });

  test('that is a drill has those of its answers', () => {
    const [row] = listSessions([aStart(), anAnswer(), anAnswer({ right: false })]);
    expect(row).toMatchObject({ shareRight: 0.5, markHundredths: 100, ofHundredths: 200 });
  });
});
