import { join } from 'node:path';
import { rngOf } from '../../src/core/rng.ts';
import { inFastFolder } from '../support/fast-folder.ts';
import { type Call, Crash, FaultyDisk } from '../support/faulty-disk.ts';
import { Unsynced } from '../support/power-cut.ts';
import type { FaultClass, Injection } from './faults.ts';
import { judge, namesIn, type Verdict } from './judge.ts';
import { Desk, type Operation } from './operation.ts';

/** A lock that lost its text with the power is waited for, a second long, before it is taken: too long for thousands. */
const OF_THE_LOCK = /\.owner-|\.lock/;

/** Runs an operation in a home of its own, brings a fault upon it, and judges what is left. */
export function inject(operation: Operation, fault: FaultClass, injection: Injection): Promise<Verdict> {
  return inFastFolder(async (root) => {
    const home = join(root, 'home');
    const before = await operation.prepare(home);
    const names = namesIn(home);
    const unsynced = fault.losesUnsynced ? new Unsynced(join(root, 'stash'), OF_THE_LOCK) : null;
    const faulty = new FaultyDisk(injection.script, unsynced);
    const desk = new Desk();
    const bug = await ending(() => operation.run(home, faulty.disk, desk));
    faulty.release();
    unsynced?.fail(home, rngOf(`${operation.name} ${injection.about}`));
    const verdict = await judge({ home, operation, fault, injection, before, names, desk });
    return bug === null ? verdict : { ...verdict, complaints: [`threw ${bug}`, ...verdict.complaints] };
  });
}

/** The calls of a run without a fault. */
export function callsOf(operation: Operation): Promise<readonly Call[]> {
  return inFastFolder(async (root) => {
    await operation.prepare(join(root, 'home'));
    const faulty = new FaultyDisk();
    await operation.run(join(root, 'home'), faulty.disk, new Desk());
    return faulty.calls;
  });
}

/** What an operation threw that is neither a fault of the store nor the end of the program. */
async function ending(run: () => void | Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Crash ? null : String(error);
  }
}
