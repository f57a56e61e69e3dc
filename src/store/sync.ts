import { GitTexts } from './git-texts.ts';
import type { Home } from './home.ts';
import type { Choices } from './sync-banks.ts';
import { Clone, type CloneSettings } from './sync-clone.ts';
import { SyncFault } from './sync-fault.ts';
import { finish } from './sync-finish.ts';
import { chosen, findBanks } from './sync-found.ts';
import { historiesHere } from './sync-here.ts';
import { HomeBranch, HomeMoved } from './sync-home-branch.ts';
import { readLive } from './sync-live.ts';
import { withRunLock } from './sync-lock.ts';
import { fetched, meet, type OnStep } from './sync-meet.ts';
import { SyncMerge } from './sync-merge.ts';
import { outcomeOf, type SyncOutcome } from './sync-outcome.ts';
import { readState } from './sync-state.ts';
import { readTree } from './sync-tree.ts';

export interface SyncWishes {
  /** Says what would be done, and changes neither the home nor the remote. */
  readonly dryRun?: boolean;
  /** Whose version of a bank in conflict shall stand, by its path or its name. */
  readonly choices?: Choices;
  readonly onStep?: OnStep;
}

/**
 * One run: what the remote has is fetched, what is here is committed, both are merged beside the home and checked, pushed, and
 * brought in. The branch `home` says at every moment what this home is equal to (`HomeBranch`): a run that is cut off anywhere
 * is gone on with by the next one, with nothing lost.
 */
export async function sync(home: Home, settings: CloneSettings, wishes: SyncWishes = {}): Promise<SyncOutcome> {
  return withRunLock(home, () => run(home, settings, wishes));
}

async function run(home: Home, settings: CloneSettings, wishes: SyncWishes): Promise<SyncOutcome> {
  for (let tries = 1; ; tries++) {
    const clone = await Clone.open(home, settings);
    try {
      return await runOn(clone, home, settings, wishes);
    } catch (error) {
      if (!(error instanceof HomeMoved)) throw error;
      if (tries === MOST_TRIES) throw new SyncFault('SYNC_RUNNING', { place: clone.git.folder });
    } finally {
      clone.close();
    }
  }
}

const MOST_TRIES = 5;

async function runOn(clone: Clone, home: Home, settings: CloneSettings, wishes: SyncWishes): Promise<SyncOutcome> {
  const { now } = settings;
  const { dryRun = false, onStep = () => {} } = wishes;
  const { objects } = clone;
  const fault = await fetched(clone, onStep);
  const branches = await clone.branches();
  const live = readLive(home, now);
  const ofHome = await readTree(objects, branches.home);
  const trees = { home: ofHome, agreed: branches.isLevel ? ofHome : await readTree(objects, branches.agreed) };
  for (const content of live.contents.values()) await objects.write(content);
  const state = readState(clone.git.folder);
  const texts = new GitTexts(clone);
  const shown = { folder: home.sync, all: state.shown };
  const files = { home: trees.home.files, agreed: trees.agreed.files };
  const found = await findBanks(live, files, shown, { objects, texts });
  const choices = chosen(wishes.choices ?? new Map(), found.disputed);
  const agreed = { commit: branches.agreed, tree: trees.agreed };
  const merge = new SyncMerge(clone, texts, agreed, choices, now);
  const histories = await historiesHere(home, live, files, objects);
  const here = await merge.here(histories, found);
  const place = new HomeBranch(clone, merge, { ...branches, live, found, files: trees.home.files });
  const reached = { commit: branches.remote, fault };
  const met = await meet(clone, agreed, reached, (remote) => merge.withOthers(here, found, remote), {
    dryRun,
    onStep,
    note: (merged) => place.noteBefore(merged),
  });
  const course = { home, clone, live, found, choices, branches, state, met, now };
  const outcome = await outcomeOf(course);
  return dryRun ? outcome : finish(course, place, texts, outcome, onStep);
}
