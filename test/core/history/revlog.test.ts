import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant, parseInstant, studyDayOf } from '../../../src/core/day.ts';
import { type Memory, NEW } from '../../../src/core/drill/memory.ts';
import { RATINGS } from '../../../src/core/drill/rating.ts';
import { createScheduler } from '../../../src/core/drill/scheduler.ts';
import { type FoldEvent, foldProgress } from '../../../src/core/history/fold.ts';
import { type LoggedReview, reviewLog } from '../../../src/core/history/review-log.ts';
import { revlogRows } from '../../../src/core/history/revlog.ts';
import { renderCardMap, renderRevlog } from '../../../src/report/revlog.ts';

const EVENING = parseInstant('2026-11-22T21:00:00+08:00') as { ms: number; offset: number };
const TODAY = studyDayOf(EVENING);
const DAY_MS = 86_400_000;
const scheduler = createScheduler({ retention: 0.9 });

describe('the log of reviews', () => {
  const event = fc.record({
    kind: fc.constantFrom('answered', 'answered', 'answered', 'voided', 'cause'),
    item: fc.constantFrom('b/p', 'b/q'),
    rating: fc.constantFrom(...RATINGS),
    days: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: -6, max: 0 }) },
      { weight: 1, arbitrary: fc.constant(90) },
    ),
    minutes: fc.nat(200),
    sheet: fc.constantFrom(null, null, 's1', 's2'),
    target: fc.nat(20),
    cause: fc.constantFrom('misread', 'unknown'),
  });
  const history = fc.array(event, { maxLength: 20 }).map((drawn) =>
    drawn.map(({ kind, item, rating, days, minutes, sheet, target, cause }, n): FoldEvent => {
      const base = {
        id: `e${String(n).padStart(3, '0')}`,
        ms: EVENING.ms + days * DAY_MS + minutes * 60_000,
        offset: 480,
      };
      const other = `e${String(target).padStart(3, '0')}`;
      if (kind === 'voided') return { ...base, type: 'voided', target: other };
      if (kind === 'cause') return { ...base, type: 'cause', target: other, cause: cause as 'misread' };
      return { ...base, type: 'answered', item, rating, session: sheet ?? 'd', mode: sheet ? 'exam' : 'drill' };
    }),
  );

  test('is what the memories are made of: gone through once more it gives the same', () => {
    fc.assert(
      fc.property(history, (events) => {
        const memories = new Map<string, Memory>();
        const log = reviewLog(events, TODAY);
        for (const { ref, rating, on } of log)
          memories.set(ref, scheduler.review(memories.get(ref) ?? NEW, rating, on));
        expect(memories).toEqual(foldProgress(events, scheduler, TODAY).memories);
        for (const { on } of log) expect(on).toBeLessThanOrEqual(TODAY + 1);
        expect(log.map(({ ms }) => ms)).toEqual(log.map(({ ms }) => ms).sort((a, b) => a - b));
      }),
    );
  });
});

describe('a row for the tools of FSRS', () => {
  const review = (ref: string, day: number, rating: LoggedReview['rating'], n = 0): LoggedReview => {
    const ms = EVENING.ms + day * DAY_MS + n * 60_000;
    return { id: `${ref} ${day} ${n}`, ref, rating, ms, on: studyDayOf({ ms, offset: 480 }) };
  };
  const statesOf = (...log: readonly LoggedReview[]): number[] => revlogRows(log, () => 0).map(({ state }) => state);

  test('is new, learning on the first day, review later, and relearning on the day of a lapse', () => {
    expect(
      statesOf(
        review('b/q', -9, 'again'),
        review('b/q', -9, 'again', 1),
        review('b/q', -9, 'good', 2),
        review('b/q', -5, 'good'),
        review('b/q', -5, 'good', 1),
        review('b/q', -2, 'again'),
        review('b/q', -2, 'again', 1),
        review('b/q', -2, 'good', 2),
        review('b/q', 0, 'good'),
      ),
    ).toEqual([0, 1, 1, 2, 2, 2, 3, 3, 2]);
    expect(statesOf(review('b/p', -9, 'good'), review('b/q', -9, 'good'), review('b/p', -8, 'good'))).toEqual([
      0, 0, 2,
    ]);
  });

  test('has its rating from 1 to 4, its time in UTC and a duration within 32 bits', () => {
    const durations = [5120.4, 2 ** 40, -1, 0];
    const log = RATINGS.map((rating, n) => review('b/q', -n, rating));
    const rows = revlogRows(log, (id) => durations[log.findIndex((each) => each.id === id)] as number);
    expect(rows.map(({ rating }) => rating)).toEqual([1, 2, 3, 4]);
    expect(rows.map(({ durationMs }) => durationMs)).toEqual([5120, 2 ** 32 - 1, 0, 0]);
    expect(formatInstant({ ms: rows[0]?.timeMs ?? 0, offset: 0 })).toBe('2026-11-22T13:00:00.000+00:00');
  });

  test('is a line of plain numbers under the names that the tools know', () => {
    const rows = revlogRows([review('b/q', 0, 'good'), review('=b/"q', 0, 'again', 1)], () => 7);
    const cards = {
      of: new Map([
        ['b/q', 12],
        ['=b/"q', 13],
      ]),
      moved: [],
    };
    expect(renderRevlog(rows, cards)).toBe(
      'card_id,review_time,review_rating,review_state,review_duration\r\n12,1795352400000,3,0,7\r\n13,1795352460000,1,0,7\r\n',
    );
    expect(renderCardMap(rows, cards)).toBe('card_id,item\r\n13,"\'=b/""q"\r\n12,b/q\r\n');
  });
});
