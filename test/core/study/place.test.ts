import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay, parseInstant } from '../../../src/core/day.ts';
import { createScheduler } from '../../../src/core/drill/scheduler.ts';
import { applyEvent, emptyProgress, type FoldEvent, foldProgress } from '../../../src/core/history/fold.ts';
import {
  isStart,
  lastStudied,
  latestPlace,
  movedTo,
  type Place,
  placeKey,
  type StudiedPage,
  scopeOf,
  startOf,
  studiedPageIn,
} from '../../../src/core/study/place.ts';

const scheduler = createScheduler({ retention: 0.9 });
const TODAY = parseDay('2026-11-22') as number;
const TONIGHT = parseInstant('2026-11-22T21:00:00+08:00')?.ms as number;
const WHOLE = scopeOf([], []);

const page = (item: string | null, topic = 'sky', fields: Partial<StudiedPage> = {}): StudiedPage => ({
  bank: 'b',
  item,
  topic,
  scope: WHOLE,
  ...fields,
});
const way = (...pages: readonly StudiedPage[]): Place | undefined =>
  pages.reduce<Place | undefined>((before, next, n) => movedTo(before, next, n, `e${n}`), undefined);

/** Several may fall into one millisecond: their ids then say which is the later. */
const events = fc
  .array(
    fc.record({
      bank: fc.constantFrom('b', 'c'),
      item: fc.constantFrom(null, 'b/1', 'b/2', 'b/3'),
      topic: fc.constantFrom('', 'sky', 'sea'),
      scope: fc.constantFrom(WHOLE, scopeOf(['sky'], []), scopeOf([], ['single'])),
      minutes: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 25 },
  )
  .map((pages) =>
    pages.map(
      ({ minutes, ...studied }, n): FoldEvent => ({
        type: 'studied',
        id: `e${String(n).padStart(3, '0')}`,
        ms: TONIGHT + minutes * 60_000,
        offset: 480,
        ...studied,
      }),
    ),
  );
const placesOf = (all: readonly FoldEvent[]) => foldProgress(all, scheduler, TODAY).places;

describe('places', () => {
  test('are the same in whatever order the lines of the history stand', () => {
    fc.assert(
      fc.property(
        events.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(placesOf(shuffled)).toEqual(placesOf(all));
        },
      ),
    );
  });

  test('come out the same page by page and all at once', () => {
    fc.assert(
      fc.property(events, (all) => {
        const inTime = all.toSorted((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1));
        const progress = emptyProgress();
        for (const event of inTime) applyEvent(progress, event, scheduler);
        expect(progress.places).toEqual(placesOf(all));
      }),
    );
  });

  test('are those of the latest page, by bank and scope', () => {
    fc.assert(
      fc.property(events, (all) => {
        const inTime = all.toSorted((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1));
        for (const [key, { bank, topic, items, id }] of placesOf(all)) {
          const last = inTime.findLast(
            (event) => event.type === 'studied' && placeKey(event.bank, event.scope) === key,
          );
          expect(last).toMatchObject({ id, bank, topic, item: items.at(-1) });
        }
      }),
    );
  });

  test('are not touched by anything else, and a place taken back is the one before', () => {
    const studied = (item: string, n: number): FoldEvent => ({
      type: 'studied',
      ...{ id: `e${n}`, ms: TONIGHT + n, offset: 480 },
      ...page(item),
    });
    const all: FoldEvent[] = [studied('b/1', 1), studied('b/2', 2)];
    const voided: FoldEvent = { type: 'voided', id: 'e3', ms: TONIGHT + 3, offset: 480, target: 'e2' };
    expect(placesOf([...all, voided])).toEqual(placesOf(all.slice(0, 1)));
    expect(foldProgress(all, scheduler, TODAY)).toMatchObject({ memories: new Map(), starred: new Set() });
  });

  test('of equal choices are equal, in whatever order they were made', () => {
    expect(placeKey('b', scopeOf(['sky', 'sea', 'sky'], ['single', 'case']))).toBe(
      placeKey('b', scopeOf(['sea', 'sky'], ['case', 'single'])),
    );
    expect(placeKey('b', scopeOf(['sky'], []))).not.toBe(placeKey('b', scopeOf([], ['sky'])));
  });
});

describe('the way to a place', () => {
  test('holds the pages of its topic, each once', () => {
    expect(way(page(null), page('b/1'), page('b/2'))?.items).toEqual([null, 'b/1', 'b/2']);
    expect(way(page('b/1'), page('b/2'), page('b/1'))?.items).toEqual(['b/1']);
  });

  test('begins anew with another topic', () => {
    expect(way(page('b/1'), page('b/9', 'sea'))).toMatchObject({ topic: 'sea', items: ['b/9'] });
  });

  test('ends before the first page when all was read', () => {
    const ended = way(page('b/1'), startOf('b', WHOLE)) as Place;
    expect(isStart(ended)).toBe(true);
    expect(isStart(way(page('b/7', '')) as Place)).toBe(false);
  });
});

describe('of several places', () => {
  const places = new Map([
    [placeKey('b', WHOLE), movedTo(undefined, page('b/1'), 5, 'e1')],
    [placeKey('c', WHOLE), movedTo(undefined, page('c/1', 'sky', { bank: 'c' }), 5, 'e2')],
    [placeKey('d', scopeOf(['sea'], [])), movedTo(undefined, page('d/1', 'sea', { bank: 'd' }), 9, 'e0')],
  ]);

  test('the latest of the banks at hand is taken, under their scope only', () => {
    expect(latestPlace(places, ['b', 'c', 'd'], WHOLE)?.bank).toBe('c');
    expect(latestPlace(places, ['b'], WHOLE)?.bank).toBe('b');
    expect(latestPlace(places, ['d'], WHOLE)).toBeNull();
  });

  test('the latest of all names the bank that was read last', () => {
    expect(lastStudied(places)).toBe('d');
    expect(lastStudied(new Map())).toBeNull();
  });
});

test('what another program wrote without a page in it is no place', () => {
  expect(studiedPageIn(page('b/1'))).toEqual(page('b/1'));
  const scope = { topics: ['sea', 'sky'], types: [] };
  expect(studiedPageIn({ ...page('b/1'), scope: { topics: ['sky', 'sea', 'sky'], types: [] } })).toMatchObject({
    scope,
  });
  for (const odd of [
    { item: 7 },
    { item: undefined },
    { bank: null },
    { topic: [] },
    { scope: null },
    { scope: { topics: 'a' } },
  ])
    expect(studiedPageIn({ ...page('b/1'), ...odd })).toBeNull();
});
