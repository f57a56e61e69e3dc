import { carriedAs } from '../core/sync/carried.ts';
import { changesBetween, type Files } from '../core/sync/merge-paths.ts';
import type { Clone } from './sync-clone.ts';
import type { HomeFound } from './sync-found.ts';
import type { Live } from './sync-live.ts';
import type { Merged, SyncMerge } from './sync-merge.ts';

/** Somebody else moved the branch since this run began; what it found is to be looked at anew. */
export class HomeMoved extends Error {}

export interface Standing {
  /** Where the branch stood. */
  readonly home: string | null;
  readonly live: Live;
  readonly found: HomeFound;
  /** What the home was last equal to. */
  readonly files: Files;
  readonly agreed: string | null;
}

/**
 * The branch `home` in the course of a run. It says at every moment what the home is equal to and what it stands on, so that
 * a run that is cut off leaves nothing to guess: not before the push, behind it, or in the middle of bringing in.
 */
export class HomeBranch {
  readonly #clone: Clone;
  readonly #merge: SyncMerge;
  readonly #start: Standing;
  #home: string | null;
  #files: Files;
  #agreed: string | null;
  hasMoved = false;

  constructor(clone: Clone, merge: SyncMerge, start: Standing) {
    this.#clone = clone;
    this.#merge = merge;
    this.#start = start;
    this.#home = start.home;
    this.#files = start.files;
    this.#agreed = start.agreed;
  }

  /** Before a push: what is pushed is agreed, and the home has nothing of it yet but what it had. */
  async noteBefore(merged: Merged): Promise<void> {
    const files = new Map(this.#start.live.files);
    for (const [path, id] of this.frozen(merged)) {
      if (id === null) files.delete(path);
      else files.set(path, id);
    }
    await this.move(merged, files);
  }

  async move(merged: Merged, files: Files): Promise<void> {
    const { commit } = merged;
    if (commit === null || (commit === this.#agreed && changesBetween(this.#files, files).length === 0)) return;
    const home = await this.#merge.home(files, merged);
    if (!(await this.#clone.move(home, commit, this.#home))) throw new HomeMoved();
    this.#home = home;
    this.#files = files;
    this.#agreed = commit;
    this.hasMoved = true;
  }

  /**
   * Banks that are not touched, and what they were last equal to. One that has no place beside another was never equal to
   * anything, so that it is new again to the next run.
   */
  frozen({ banks, tree, leftOut }: Merged): ReadonlyMap<string, string | null> {
    const { live, found, files } = this.#start;
    const frozen = new Map(found.frozen);
    const wasAt = (path: string): string | null => files.get(path) ?? null;
    if (live.banks === 'link')
      for (const path of tree.files.keys()) if (carriedAs(path) === 'bank') frozen.set(path, wasAt(path));
    for (const { path } of leftOut) frozen.set(path, null);
    for (const { path, base } of banks.conflicts.values())
      frozen.set(path, found.resolved.includes(path) ? wasAt(path) : base);
    return frozen;
  }
}
