import { type ResultsSummary, type SummaryInput, summarise } from '../../src/core/analysis/summary.ts';
import { parseDay } from '../../src/core/day.ts';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { emptyProgress } from '../../src/core/history/fold.ts';
import { aBank, anAnswer, anEnd, aQuestion, aStart, minute, scheduler } from './results-history.ts';

const bank = aBank(
  'phone',
  [aQuestion('hello', { topic: 'calls', stem: 'What is said first?' }), aQuestion('honest', { type: 'boolean' })],
  [{ path: 'calls', title: 'Calls' }],
);

/** Ten minutes of an exam: one right, one half right, and a question that its bank has lost since. */
export const someEvents: readonly HistoryEvent[] = [
  aStart({ mode: 'exam', form: ['hello', 'honest', 'lost', 'skipped'].map((id) => ({ item: `phone/${id}` })) }),
  anAnswer({ mode: 'exam', ms: 65_000 }),
  anAnswer({ mode: 'exam', item: 'phone/honest', right: false, marks: 0.5, of: 1, ms: 4_250 }),
  anAnswer({ mode: 'exam', item: 'phone/lost', guess: true, ms: 1_000 }),
  anEnd({ at: minute(10) }),
];

export function summaryOf(events: readonly HistoryEvent[], input: Partial<SummaryInput> = {}): ResultsSummary {
  const today = parseDay('2026-11-22') as number;
  return summarise({ events, banks: [bank], scheduler, progress: emptyProgress(), today, filter: {}, ...input });
}
