import { describe, expect, test } from 'vitest';
import { sumImported } from '../../../src/core/analysis/imported.ts';
import { parseDay } from '../../../src/core/day.ts';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { renderJson } from '../../../src/report/json.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { anAnswer, aVoid } from '../../support/results-history.ts';
import { summaryOf } from '../../support/results-summary.ts';
import { words } from '../../support/results-words.ts';

const review = (id: string, day: string, item: string): HistoryEvent => {
  const at = `2026-11-${day}T12:00:00.000+08:00`;
  return { id, at, device: 'import', type: 'imported', item, right: false, rating: 'again' };
};
const REVIEWS = [
  review('i1', '05', 'phone/hello'),
  review('i2', '03', 'phone/hello'),
  review('i3', '09', 'desk/hello'),
];
const day = (text: string) => parseDay(`2026-11-${text}`) as number;

describe('reviews from elsewhere', () => {
  test('are summed up, but for those that were taken back and those that another program wrote otherwise', () => {
    const odd = { ...review('i4', '01', 'phone/hello'), rating: 'splendid' } as unknown as HistoryEvent;
    const sum = sumImported([...REVIEWS, anAnswer(), odd, aVoid('i2')]);
    expect(sum).toEqual({ reviews: 2, questions: 2, from: day('05'), to: day('09') });
    expect(sumImported([anAnswer()])).toEqual({ reviews: 0, questions: 0, from: null, to: null });
  });

  test('are no results: they are told beside them, within the days and banks that were asked for', () => {
    const all = summaryOf(REVIEWS);
    expect(all).toMatchObject({
      total: { answered: 0, right: 0 },
      sessions: [],
      hardest: [],
      imported: { reviews: 3 },
    });
    expect(renderMarkdown(all, words.results)).toContain(words.results.imported(3, 2));
    expect(renderMarkdown(summaryOf([]), words.results)).not.toContain('imported');
    const some = summaryOf(REVIEWS, { filter: { banks: ['phone'], since: day('04') } });
    expect(JSON.parse(renderJson(some)).imported).toEqual({ reviews: 1, questions: 1 });
  });
});
