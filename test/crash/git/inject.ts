import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFault } from '../../../src/store/store-fault.ts';
import { sync } from '../../../src/store/sync.ts';
import { SyncFault } from '../../../src/store/sync-fault.ts';
import { setUp } from '../../../src/store/sync-init.ts';
import { FaultyGit, type GitPlan, runWith } from '../../support/faulty-git.ts';
import { type GitVerdict, judge } from './judge.ts';
import type { GitOperation, Scene } from './operations.ts';

/** How a run ended. */
export type Ending = 'done' | 'failed' | 'killed' | { readonly bug: string };

/** The commands of git in a run without a fault. */
export async function callsOf(operation: GitOperation): Promise<readonly string[]> {
  const scene = await operation.prepare();
  const git = gitOf(scene, null);
  const ending = await runHere(scene, git);
  if (ending !== 'done') throw new Error(`${operation.name}: ${JSON.stringify(ending)}`);
  const { calls } = git;
  rmSync(scene.desk.root, { recursive: true, force: true });
  return calls;
}

/** Runs an operation on a desk of its own, with one fault, and judges what is left. */
export async function inject(operation: GitOperation, plan: GitPlan): Promise<GitVerdict> {
  const scene = await operation.prepare();
  const git = gitOf(scene, plan);
  const ending = plan.killsProgram ? await runApart(scene, git, plan) : await runHere(scene, git);
  const verdict = await judge(scene, ending);
  rmSync(scene.desk.root, { recursive: true, force: true });
  return verdict;
}

const gitOf = ({ desk, overtaking }: Scene, plan: GitPlan | null): FaultyGit =>
  new FaultyGit(join(desk.root, 'faulty'), desk.env, plan, overtaking);

async function runHere({ desk, here, remote }: Scene, { env }: FaultyGit): Promise<Ending> {
  const settings = { ...here.settings, env };
  try {
    if (remote !== null) await setUp(here.home, settings, remote, desk.root);
    const { fault } = await sync(here.home, settings);
    return fault === null ? 'done' : 'failed';
  } catch (error) {
    const isOurs = error instanceof SyncFault || error instanceof StoreFault;
    return isOurs ? 'failed' : { bug: error instanceof Error ? String(error.stack) : String(error) };
  }
}

async function runApart({ here, remote }: Scene, git: FaultyGit, { nth }: GitPlan): Promise<Ending> {
  const code = await runWith(git, here, remote === null ? ['sync'] : ['sync', 'init', remote]);
  if (code === null) return 'killed';
  return { bug: `the program ended with ${code} before call ${nth}: ${git.calls.join(', ')}` };
}
