import { describe, expect, test } from 'vitest';
import { createScheduler } from '../../../../src/core/drill/scheduler.ts';
import type { HistoryEvent } from '../../../../src/core/history/event.ts';
import { type FoldEvent, foldProgress } from '../../../../src/core/history/fold.ts';
import type { SpottedEvent } from '../../../../src/core/history/verify/finding.ts';
import { foldsPart } from '../../../../src/core/history/verify/memories.ts';
import { readingsPart } from '../../../../src/core/history/verify/readings.ts';
import { examine } from '../../../../src/store/examine.ts';
import { ReviewLines } from '../../../../src/store/review-lines.ts';
import { aMixedHistory, historyText } from '../../../support/damage.ts';

describe('two folds of one history', () => {
  const answer = (n: number, rating: 'good' | 'again'): FoldEvent => ({
    type: 'answered',
    id: `a${n}`,
    ms: n * 86_400_000,
    offset: 480,
    session: 's',
    mode: 'drill',
    item: `b/${n % 3}`,
    rating,
  });
  const star = (item: string): FoldEvent => ({ type: 'starred', id: `s${item}`, ms: 0, offset: 480, item, on: true });
  const fold = (...events: FoldEvent[]) => foldProgress(events, createScheduler({ retention: 0.9 }), 100);
  const answers = [1, 2, 3, 4, 5].map((n) => answer(n, 'good'));

  test('agree, whatever order their fields and items are in', () => {
    const one = fold(...answers, star('b/1'));
    const other = fold(star('b/1'), ...answers);
    for (const [ref, memory] of other.memories)
      other.memories.set(ref, Object.fromEntries(Object.entries(memory).reverse()) as never);
    expect(foldsPart(one, other)).toEqual([]);
  });

  test('part at the items whose memories differ, and at those that only one of them has', () => {
    expect(foldsPart(fold(...answers), fold(...answers.with(3, answer(4, 'again'))))).toEqual(['b/1']);
    expect(foldsPart(fold(...answers, star('b/1')), fold(...answers))).toEqual(['b/1']);
    expect(foldsPart(fold(...answers.slice(0, 2)), fold(...answers))).toEqual(['b/1', 'b/2', 'b/0', 'latestOn']);
  });
});

describe('the fast reading and the full one', () => {
  const bytes = Buffer.from(historyText(aMixedHistory()));
  const full: SpottedEvent[] = examine(bytes).events.map((event) => ({ file: 0, ...event }));
  const fast = (change: (text: string) => string = (text) => text): ReviewLines => {
    const lines = new ReviewLines(bytes.length);
    lines.line = 2;
    lines.read(Buffer.from(change(bytes.toString()).split('\n').slice(1, -2).join('\n').concat('\n')));
    return lines;
  };

  test('agree', () => {
    expect(readingsPart(full, fast())).toBeNull();
  });

  test.each([
    ['a rating', 3, (text: string) => text.replace('"rating":"good"', '"rating":"easy"')],
    ['an item', 3, (text: string) => text.replace('"item":"b/a","right"', '"item":"b/z","right"')],
    ['a missing star', 5, (text: string) => text.replace(/\{[^\n]*"starred"[^\n]*\n/, '')],
    ['a missing answer', 10, (text: string) => text.replace(/\{[^\n]*"answered"[^\n]*"item":"b\/d"[^\n]*\n/, '')],
  ])('part at the line of %s', (_, line, change) => {
    const part = readingsPart(full, fast(change));
    expect(part?.line).toBe(line);
  });

  test('part at the end where the fast one has more', () => {
    const more = `${JSON.stringify({ ...(full[1]?.event as HistoryEvent), id: 'more' })},\n${'{"type":"end"}]}'}`;
    expect(
      readingsPart(
        full,
        fast((text) => text.replace('{"type":"end"}]}', more)),
      )?.line,
    ).toBe(full.at(-1)?.line);
  });
});
