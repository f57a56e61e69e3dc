import { afterAll, describe, expect, test } from 'vitest';
import { type Rng, rngOf } from '../../src/core/rng.ts';
import { type Row, tabulate } from '../crash/fault-table.ts';
import { type GitFault, gitFaults } from '../crash/git/faults.ts';
import { callsOf, inject } from '../crash/git/inject.ts';
import { gitOperations } from '../crash/git/operations.ts';
import { canFail, type GitPlan } from '../support/faulty-git.ts';

/** How many faults are brought upon each operation. */
const FAULTS = { all: Number.POSITIVE_INFINITY, some: 10 }[process.env.QUIZ_FAULTS ?? ''] ?? 1;
const SEED = process.env.QUIZ_FAULT_SEED ?? String(Date.now());

interface Trial {
  readonly fault: GitFault;
  readonly plan: GitPlan;
}

const rows: Row[] = [];

afterAll(() => tabulate(rows));

/** Git is a program of its own, and its disk cannot be made to fail from here: a git that stands before it does what it can. */
describe.skipIf(!canFail())(`each call of git fares badly (${FAULTS} times, seed ${SEED})`, () => {
  test.each(gitOperations.map((operation) => ({ name: operation.name, operation })))(
    '$name',
    async ({ operation }) => {
      const calls = await callsOf(operation);
      const trials = gitFaults.flatMap((fault) => fault.plans(calls.length).map((plan): Trial => ({ fault, plan })));
      const found: string[] = [];
      for (const { fault, plan } of someOf(trials, rngOf(`${SEED} ${operation.name}`))) {
        const { lost, complaints, isToRepair } = await inject(operation, plan);
        count({ operation: operation.name, fault: fault.name, injected: 1, lost: lost.length, toRepair: +isToRepair });
        const about = `${fault.name}, ${calls[plan.nth - 1]}: ${JSON.stringify(plan)}`;
        if (lost.length > 0) found.push(`${about}: ${lost} lost`);
        for (const complaint of complaints) found.push(`${about}: ${complaint}`);
      }
      expect(found).toEqual([]);
    },
    3_600_000,
  );
});

function someOf(trials: readonly Trial[], rng: Rng): readonly Trial[] {
  if (trials.length <= FAULTS) return trials;
  const left = [...trials];
  return Array.from({ length: FAULTS }, () => left.splice(rng.below(left.length), 1)[0] as Trial);
}

function count(one: Row): void {
  const at = rows.findIndex(({ operation, fault }) => operation === one.operation && fault === one.fault);
  const before = rows[at];
  if (!before) rows.push(one);
  else {
    const [injected, lost] = [before.injected + one.injected, before.lost + one.lost];
    rows[at] = { ...before, injected, lost, toRepair: before.toRepair + one.toRepair };
  }
}
