import fc from 'fast-check';
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { stepOf } from '../../../src/core/drill/fsrs-step.ts';
import { DEFAULT_PARAMETERS } from '../../../src/core/drill/scheduler.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('a step is that of ts-fsrs to the last digit, whatever the parameters and the memory are', () => {
  const parameters = fc.oneof(
    fc.constant(DEFAULT_PARAMETERS),
    fc.tuple(...DEFAULT_PARAMETERS.map((each) => number(each / 2, each * 1.5))),
  );
  const stability = fc.oneof(number(0.001, 1), number(0.001, 100), number(0.001, 36_500));
  const elapsed = fc.oneof(fc.constant(0), fc.nat(10), fc.nat(3_000));
  fc.assert(
    fc.property(
      ...[parameters, stability, number(1, 10), elapsed, fc.integer({ min: 1, max: 4 }), number(0, 1)],
      (w, s, d, days, grade, recall) => {
        const theirs = new FSRSAlgorithm(generatorParameters({ w: w as number[], enable_short_term: true }));
        const state = { stability: s, difficulty: d };
        stepOf(theirs.parameters.w as number[])(state, days, grade, recall);
        expect(state).toEqual(theirs.next_state({ stability: s, difficulty: d }, days, grade, recall));
      },
    ),
    { numRuns: 2_000 },
  );
});
