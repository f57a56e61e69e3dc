import fs from 'node:fs';
import { takeLock } from '../../src/store/history-lock.ts';
import { forgetMark } from '../../src/store/own-mark.ts';

/** A row of the table that `QUIZ_FAULT_TABLE` names a file for. */
export interface Row {
  readonly operation: string;
  readonly fault: string;
  readonly injected: number;
  readonly lost: number;
  /** How often something was left that no run mends by itself, and every event could still be read. */
  readonly toRepair: number;
}

/** Puts rows into the table, which several files of tests fill at one time; a row of an earlier run is replaced. */
export function tabulate(rows: readonly Row[], path = process.env.QUIZ_FAULT_TABLE): void {
  if (!path) return;
  const lock = `${path}.lock`;
  const release = takeLock(lock, fs);
  try {
    const before = fs.existsSync(path) ? (JSON.parse(fs.readFileSync(path, 'utf8')) as Row[]) : [];
    const names = new Set(rows.map(nameOf));
    const table = [...before.filter((row) => !names.has(nameOf(row))), ...rows];
    fs.writeFileSync(path, `${JSON.stringify(table, null, 2)}\n`);
  } finally {
    release();
    forgetMark(lock);
  }
}

const nameOf = ({ operation, fault }: Row): string => JSON.stringify([operation, fault]);
