import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Kills a program that still runs, and waits until it is gone: it would write into a place that is being removed. */
export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
