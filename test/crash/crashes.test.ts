import { afterAll, describe, expect, test } from 'vitest';
import { type Row, tabulate } from './fault-table.ts';
import { faultClasses } from './faults.ts';
import { callsOf, inject } from './inject.ts';
import { operations } from './operations.ts';

const rows: Row[] = [];

afterAll(() => tabulate(rows));

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
