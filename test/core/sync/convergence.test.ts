import fc from 'fast-check';
import { expect, test } from 'vitest';
import { studyDayOf } from '../../../src/core/day.ts';
import { createScheduler } from '../../../src/core/drill/scheduler.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { type FoldEvent, foldProgress } from '../../../src/core/history/fold.ts';
import { type anAnswer, idsOf, NOON } from '../../support/histories.ts';
import { type Deed, Machines } from '../../support/machines-model.ts';

const RUNS = 400 + 100 * Number(process.env.QUIZ_SYNCS ?? 0);
const MACHINES = 3;
const scheduler = createScheduler({ retention: 0.9 });

const machine = fc.nat(MACHINES - 1);
const chance = fc.nat(1000);

/** What three people, or one with three machines, may do. A clock may be days behind or a year ahead. */
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('answer' as const), machine, count: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('sync' as const), machine, chance }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sync-at-once' as const), machine, other: machine, chance }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sync-offline' as const), machine, chance }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), machine, chance, at: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('archive' as const), machine, name: fc.constantFrom('1', '2') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('set-back' as const), machine, by: fc.integer({ min: 1, max: 5 }) }),
  },
);

const skews = fc.array(fc.constantFrom(0, 0, 0, -3 * 1440, 3 * 1440, 400 * 1440), {
  minLength: MACHINES,
  maxLength: MACHINES,
});

test('three machines come to the same events and the same memories, whatever happens in between', () => {
  fc.assert(
    fc.property(fc.array(deeds, { maxLength: 40 }), skews, (story, clocks) => {
      const machines = new Machines(clocks);
      for (const deed of story) machines.do(deed);
      for (let round = 0; round < 2; round++)
        for (let n = 0; n < MACHINES; n++) machines.do({ kind: 'sync', machine: n, chance: 0 });
      const states = machines.states();
      for (const state of states) {
        expect(state).toEqual(states[0]);
        const all = [...state.values()].flat();
        // Each event once, wherever it lies, and none of all that were ever given is missing.
        expect(idsOf(all).sort()).toEqual([...machines.given].sort());
      }
      expect(memoriesOf(states[1])).toEqual(memoriesOf(states[0]));
    }),
    { numRuns: RUNS },
  );
});

test('the story can be told at all: answers of one machine are known to the others', () => {
  const machines = new Machines([0, 0, 0]);
  machines.do({ kind: 'answer', machine: 0, count: 2 });
  machines.do({ kind: 'answer', machine: 1, count: 1 });
  for (const n of [0, 1, 2]) machines.do({ kind: 'sync', machine: n, chance: 0 });
  expect(machines.states().map((state) => [...state.values()].flat().length)).toEqual([2, 3, 3]);
});

function memoriesOf(state: ReadonlyMap<string, readonly Entry[]> | undefined) {
  const events = [...(state ?? [])].sort().flatMap(([, entries]) => entries.map(asFoldEvent));
  return foldProgress(events, scheduler, studyDayOf(NOON)).memories;
}

function asFoldEvent({ id, at, text }: Entry): FoldEvent {
  const { session, mode, item, rating } = JSON.parse(text) as ReturnType<typeof anAnswer> & Record<string, string>;
  return { type: 'answered', id, ...at, session, mode, item, rating } as FoldEvent;
}
