import { describe, expect, test } from 'vitest';
import { paperResults, standingsFor } from '../../../src/core/analysis/paper-results.ts';
import { examStarted } from '../../../src/core/exam/opening.ts';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { aForm, aFormItem, anOpening, onPaper } from '../../support/exams.ts';
import { anEnd, aStart, minute } from '../../support/results-history.ts';

/** One question, one point to pass, sat at a minute of the evening. */
function sitting(session: string, paper: string, at: number, right: boolean, ended = true): HistoryEvent[] {
  const head = { ...aForm([]).paper, id: paper, pass: 1 };
  const form = aForm([aFormItem('phone/hello')], { paper: head });
  const started = { ...aStart({ at: minute(at) }), ...examStarted(anOpening(form), []), id: session } as HistoryEvent;
  const answer = onPaper('phone/hello', { session, right, marks: right ? 1 : 0, at: minute(at + 1) });
  return [started, answer, ...(ended ? [anEnd({ session, at: minute(at + 2) })] : [])];
}

describe('results of papers', () => {
  test('are those of the latest finished sitting, whatever the order of lines', () => {
    const events = [...sitting('s2', 'theory', 20, true), ...sitting('s1', 'theory', 0, false)];
    expect(paperResults(events).get('phone/theory')).toMatchObject({ marks: 100, of: 100, passed: true });
    expect(paperResults([...events].reverse()).get('phone/theory')?.passed).toBe(true);
  });

  test('are none of an exam that is not over', () => {
    expect(paperResults(sitting('s1', 'theory', 0, true, false)).size).toBe(0);
  });
});

test('a certificate says which of its papers fails, and is spoken of only by its own papers', () => {
  const paper = (id: string) => ({ bank: 'phone', paper: id, pass: null });
  const certificate = { id: 'l3', title: '三级', papers: [paper('theory'), paper('skills')], need: 2 };
  const events = [...sitting('s1', 'theory', 0, true), ...sitting('s2', 'skills', 5, false)];
  const [standing] = standingsFor([certificate], { bank: 'phone', id: 'theory' }, events);
  expect(standing).toMatchObject({ reached: false, still: 1, missing: [{ paper: 'skills' }] });
  expect(standingsFor([certificate], { bank: 'phone', id: 'other' }, events)).toEqual([]);
});
