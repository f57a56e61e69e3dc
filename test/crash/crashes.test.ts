import fs from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { faultClasses } from './faults.ts';
import { callsOf, inject } from './inject.ts';
import { operations } from './operations.ts';

/** A row of the table that `QUIZ_FAULT_TABLE` names a file for. */
interface Row {
  readonly operation: string;
  readonly fault: string;
  readonly injected: number;
  readonly lost: number;
  /** How often damage was left that opening does not mend, and every event could still be read. */
  readonly toRepair: number;
}

const rows: Row[] = [];

afterAll(() => {
  const path = process.env.QUIZ_FAULT_TABLE;
  if (path) fs.writeFileSync(path, `${JSON.stringify(rows, null, 2)}\n`);
});

describe.each(operations.map((operation) => ({ name: operation.name, operation })))('$name', ({ operation }) => {
  test.each(faultClasses.map((fault) => ({ name: fault.name, fault })))(
    'where $name',
    async ({ fault }) => {
      const found: string[] = [];
      let [injected, lost, toRepair] = [0, 0, 0];
      for (const injection of fault.injections(await callsOf(operation))) {
        const verdict = await inject(operation, fault, injection);
        injected++;
        lost += verdict.lost.length;
        if (verdict.isToRepair) toRepair++;
        if (verdict.lost.length > 0) found.push(`${injection.about}: ${verdict.lost} lost`);
        for (const complaint of verdict.complaints) found.push(`${injection.about}: ${complaint}`);
      }
      rows.push({ operation: operation.name, fault: fault.name, injected, lost, toRepair });
      expect(found).toEqual([]);
    },
    300_000,
  );
});
