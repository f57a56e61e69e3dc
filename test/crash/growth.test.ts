import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFastFolder } from '../support/fast-folder.ts';
import { Crash, FaultyDisk } from '../support/faulty-disk.ts';
import { callsOf } from './inject.ts';
import { namesIn } from './judge.ts';
import { Desk, type Operation } from './operation.ts';
import { operations } from './operations.ts';

const A_DAY_MS = 86_400_000;
/** Every call is tried with `QUIZ_FAULTS=all`; otherwise some, others each time. */
const EVERY = process.env.QUIZ_FAULTS === 'all' ? 1 : 4;
const phase = Math.floor(Math.random() * EVERY);

/** What a program leaves that is killed at the same call each day, for some days; `null` for one that nobody kills. */
function namesAfter(operation: Operation, nth: number | null, days: number): Promise<string[]> {
  return inFastFolder(async (root) => {
    const home = join(root, 'home');
    await operation.prepare(home);
    for (let day = 0; day < days; day++) {
      const faulty = new FaultyDisk((call) => (call.nth === nth ? { kind: 'stops', done: 'all' } : null));
      try {
        await operation.run(home, faulty.disk, new Desk());
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      faulty.release();
      age(home);
    }
    return namesIn(home).filter((name) => !operation.keepsEach?.test(name));
  });
}

/** Makes everything a day older. */
function age(home: string): void {
  for (const name of namesIn(home)) {
    const path = join(home, name);
    const { mtimeMs } = fs.lstatSync(path);
    fs.lutimesSync(path, new Date(), new Date(mtimeMs - A_DAY_MS));
  }
}

test.each(operations.map((operation) => ({ name: operation.name, operation })))(
  '$name: a program that is killed at the same place day after day leaves no more each day',
  async ({ operation }) => {
    // One that gets a little farther each day may have made by the last what it never began by the third.
    const whole = await namesAfter(operation, null, 1);
    for (const { kind, nth, nthOfKind } of (await callsOf(operation)).filter(({ nth }) => nth % EVERY === phase)) {
      const [few, many] = [await namesAfter(operation, nth, 3), await namesAfter(operation, nth, 9)];
      const most = Math.max(few.length, whole.length) + 3;
      expect(many.length, `${kind} ${nthOfKind}: ${many}`).toBeLessThanOrEqual(most);
    }
  },
  60_000,
);
