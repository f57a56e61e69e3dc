import { randomInt } from 'node:crypto';
import type { Clone } from './sync-clone.ts';
import { SyncFault } from './sync-fault.ts';
import type { Committed, Merged } from './sync-merge.ts';
import { fetchMain, pushMain } from './sync-remote.ts';
import { isPath } from './sync-remote-path.ts';
import { readForeignTree } from './sync-tree.ts';

/** What may take a while. */
export type Step = 'fetching' | 'pushing' | 'bringing-in' | 'tidying';

/** Told of each step as it begins; `isFar`: over a network, where somebody may be asked for a password. */
export type OnStep = (step: Step, isFar: boolean) => void;

/** What was fetched. With a fault `commit` is what the remote had when it was last reached. */
export interface Reached {
  readonly commit: string | null;
  readonly fault: SyncFault | null;
}

/** What came of meeting the remote. */
export interface Met {
  readonly merged: Merged;
  /** What the remote had before the push; null where it has nothing, or was not reached. */
  readonly remote: Committed | null;
  /** Why the remote has not all that is agreed on. */
  readonly fault: SyncFault | null;
}

export interface MeetOptions {
  readonly dryRun: boolean;
  readonly onStep: OnStep;
  /** Notes what is about to be pushed: from then on it is agreed, whatever becomes of this run. */
  readonly note: (merged: Merged) => Promise<void>;
}

/** Merges with what was fetched and pushes, and does so again where somebody else pushed in between. */
export async function meet(
  clone: Clone,
  agreed: Committed,
  first: Reached,
  merge: (remote: Committed | null) => Promise<Merged>,
  { dryRun, onStep, note }: MeetOptions,
): Promise<Met> {
  let { commit, fault } = first;
  for (let tries = 1; ; tries++) {
    const remote = commit === null || fault ? null : await committed(clone, commit, agreed);
    const merged = await merge(remote);
    const isThere = merged.commit === remote?.commit;
    if (clone.remote === null || fault || isThere || dryRun) return { merged, remote, fault };
    await note(merged);
    onStep('pushing', isFar(clone));
    const pushed = await pushMain(clone, merged.commit as string);
    if (pushed.kind === 'pushed') return { merged, remote, fault: null };
    if (pushed.kind === 'fault') return { merged, remote, fault: pushed.fault };
    if (tries === MOST_TRIES) return { merged, remote, fault: asBusy(pushed.fault) };
    await nap(tries);
    fault = await fetched(clone, onStep);
    commit = (await clone.branches()).remote;
  }
}

export async function fetched(clone: Clone, onStep: OnStep): Promise<SyncFault | null> {
  if (clone.remote !== null) onStep('fetching', isFar(clone));
  return fetchMain(clone);
}

const isFar = ({ remote }: Clone): boolean => remote !== null && !isPath(remote);

const MOST_TRIES = 10;

async function committed({ objects, git }: Clone, commit: string, agreed: Committed): Promise<Committed> {
  if (commit === agreed.commit) return agreed;
  return { commit, tree: await readForeignTree(objects, commit, git.remoteName) };
}

const asBusy = (fault: SyncFault): SyncFault =>
  fault.code === 'REMOTE_LOCKED' ? fault : new SyncFault('REMOTE_BUSY', fault.detail, fault);

/** Machines that were overtaken at one moment should not come back at one moment. */
const nap = (tries: number): Promise<void> => new Promise((done) => setTimeout(done, randomInt(20, 60 + 40 * tries)));
