import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant, parseInstant, studyDayOf } from '../../../src/core/day.ts';
import { RATINGS } from '../../../src/core/drill/rating.ts';
import { createScheduler } from '../../../src/core/drill/scheduler.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { type FoldEvent, foldProgress } from '../../../src/core/history/fold.ts';
import { KnownEvents } from '../../../src/core/history/known-events.ts';
import { planMerge } from '../../../src/core/history/merge-plan.ts';

const NOW = { ms: Date.UTC(2026, 10, 22, 4), offset: 480 };
const TODAY = studyDayOf(NOW);
const DAY_MS = 86_400_000;
const scheduler = createScheduler({ retention: 0.9 });

function anEntry(id: string, days: number, fields: object = {}): Entry {
  const at = { ms: NOW.ms + days * DAY_MS, offset: 480 };
  const event = { id, at: formatInstant(at), device: 'k3f9', type: 'answered', item: 'b/q', rating: 'good', ...fields };
  return { id, at, text: JSON.stringify(event) };
}

const planned = (own: readonly Entry[], ...files: readonly (readonly Entry[])[]) => withArchive(own, [], ...files);
const withArchive = (own: readonly Entry[], archived: readonly Entry[], ...files: readonly (readonly Entry[])[]) =>
  planMerge({ own, archived, given: files.map((entries, n) => ({ name: `file ${n}`, entries })), today: TODAY });
const textOf = (entries: readonly Entry[] | null): string => (entries ?? []).map(({ text }) => text).join('\n');

describe('the union of histories', () => {
  // Few ids, so that histories share some; now and then one that says something else; some of a wrong clock.
  const entry = fc
    .record({
      n: fc.nat(14),
      twin: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
      isFuture: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    })
    .map(({ n, twin, isFuture }) =>
      anEntry(`e${n}`, isFuture ? 400 + n : -((n * 7) % 30) - twin, {
        item: `b/q${n % 3}`,
        rating: RATINGS[(n + twin) % RATINGS.length],
      }),
    );
  const history = fc.array(entry, { maxLength: 12 });
  const holds = (entries: readonly Entry[] | null) => {
    const known = new KnownEvents(entries ?? []);
    return (each: Entry): boolean => known.has(each);
  };

  test('is the same byte for byte on both sides, wherever it has to be written', () => {
    fc.assert(
      fc.property(history, history, (a, b) => {
        const [here, there] = [planned(a, b).entries, planned(b, a).entries];
        if (here && there) expect(textOf(here)).toBe(textOf(there));
      }),
    );
  });

  test('loses nothing, makes nothing up, and has nothing new the second time', () => {
    fc.assert(
      fc.property(history, history, history, (a, b, c) => {
        const { entries, files } = planned(a, b, c);
        const all = entries ?? a;
        expect([...a, ...b, ...c].every(holds(all))).toBe(true);
        expect(all.every(holds([...a, ...b, ...c]))).toBe(true);
        expect(planned(all, b, c, a).entries).toBeNull();
        for (const file of files) expect(file.gain.events + file.already).toBe(file.events);
      }),
    );
  });

  test('folds to the same memories, whatever the order of the files', () => {
    fc.assert(
      fc.property(history, history, history, (a, b, c) => {
        const one = planned(a, b, c).entries ?? a;
        const other = planned(a, c, b).entries ?? a;
        expect(textOf(other)).toBe(textOf(one));
        const more = planned(planned(a, c).entries ?? a, b).entries;
        if (more) expect(memoriesOf(more)).toEqual(memoriesOf(one));
      }),
    );
  });

  test('leaves alone what was put away, and keeps what contradicts it', () => {
    fc.assert(
      fc.property(history, history, history, (a, away, b) => {
        const { entries } = withArchive(a, away, b);
        const all = entries ?? a;
        expect(a.every(holds(all))).toBe(true);
        expect(b.every(holds([...all, ...away]))).toBe(true);
        const isHere = holds(a);
        const isAway = holds(away);
        expect(all.filter((each) => isAway(each) && !isHere(each))).toEqual([]);
        expect(withArchive(all, away, b).entries).toBeNull();
      }),
    );
  });
});

describe('the plan of a merge', () => {
  test('says of each file what it would bring, and counts nothing twice', () => {
    const shared = anEntry('e1', -9);
    const start = anEntry('e2', -5, { type: 'session-started', device: 'aaaa' });
    const elsewhere = anEntry('e3', -30, { type: 'imported', device: 'import' });
    const { files, gain } = planned([shared], [shared, start, anEntry('e4', 300)], [start, elsewhere]);
    expect(files).toMatchObject([
      { name: 'file 0', events: 3, already: 1, gain: { events: 2, answers: 1, sessions: 1, future: 1 } },
      { name: 'file 1', events: 2, already: 1, gain: { events: 1, imported: 1, devices: ['import'] } },
    ]);
    expect(files[0]?.gain).toMatchObject({ from: TODAY - 5, to: TODAY - 5, devices: ['aaaa', 'k3f9'] });
    expect(gain).toMatchObject({ events: 3, from: TODAY - 30, to: TODAY - 5 });
  });

  test('names what differs under one id, keeps both, and calls it known the next time', () => {
    const here = anEntry('e1', -9, { rating: 'good', ms: 5 });
    const there = anEntry('e1', -9, { rating: 'again', guess: true });
    const { files, entries } = planned([here], [there]);
    expect(files[0]?.conflicts).toEqual([
      {
        id: 'e1',
        differences: [
          { field: 'rating', here: '"good"', there: '"again"' },
          { field: 'ms', here: '5', there: null },
          { field: 'guess', here: null, there: 'true' },
        ],
      },
    ]);
    expect(entries).toHaveLength(2);
    expect(planned(entries ?? [], [there]).files[0]).toMatchObject({ already: 1, conflicts: [] });
  });

  test('takes another order of fields for the same event', () => {
    const { id, at, text } = anEntry('e1', -9);
    const turned = { id, at, text: JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())) };
    expect(planned([turned], [anEntry('e1', -9)]).entries).toBeNull();
  });

  test('of nothing new is to write nothing, also where the own lines are in no order', () => {
    const own = [anEntry('e2', -1), anEntry('e1', -9)];
    expect(planned(own, [...own].reverse()).entries).toBeNull();
    expect(planned(own).entries).toBeNull();
  });
});

function memoriesOf(entries: readonly Entry[]): object {
  const events = entries.map(({ text }): FoldEvent => {
    const { at, ...event } = JSON.parse(text);
    return { ...event, ...parseInstant(at), session: 's', mode: 'drill' };
  });
  return Object.fromEntries(foldProgress(events, scheduler, TODAY).memories);
}
