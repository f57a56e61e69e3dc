import { join } from 'node:path';
import { formatInstant } from '../core/day.ts';
import { changesBetween } from '../core/sync/merge-paths.ts';
import type { GitTexts } from './git-texts.ts';
import { isUntidy } from './git-tidiness.ts';
import { bringIn } from './sync-bring-in.ts';
import { show } from './sync-conflicts.ts';
import type { HomeBranch } from './sync-home-branch.ts';
import type { OnStep } from './sync-meet.ts';
import type { Course, SyncOutcome } from './sync-outcome.ts';
import { writeState } from './sync-state.ts';

/** What was merged is brought into the home; then, and not before, the branches say so. */
export async function finish(
  course: Course,
  place: HomeBranch,
  texts: GitTexts,
  outcome: SyncOutcome,
  onStep: OnStep,
): Promise<SyncOutcome> {
  const { home, clone, live, found, state, met, now } = course;
  const { merged, fault } = met;
  const contests = [...merged.banks.conflicts.values()];
  const frozen = place.frozen(merged);
  const target = merged.tree.files;
  if (changesBetween(live.files, target).length > 0) onStep('bringing-in', false);
  const brought = await bringIn(home, clone.objects, { target, seen: live.files, merged: found.live, frozen, now });
  await place.move(merged, brought.home);
  if (place.hasMoved && isUntidy(clone.git.folder)) {
    onStep('tidying', false);
    // It is no matter if this fails: the next run tries again, and nothing hangs on it.
    await clone.git.run(['gc', '--quiet']);
  }
  const toShow = contests.filter(({ path }) => !found.marked.has(path));
  const shown = await show(
    home.sync,
    state.shown,
    toShow.map((contest) => ({ ...contest, live: live.files.get(contest.path) ?? null })),
    texts,
  );
  const isAgreed = clone.remote !== null && fault === null;
  const syncedAt = isAgreed ? formatInstant(now) : state.syncedAt;
  writeState(clone.git.folder, { syncedAt, shown });
  const shownIn = (path: string): string | null =>
    shown.some((each) => each.path === path) ? join(home.sync, ...path.split('/')) : null;
  return {
    ...outcome,
    conflicts: outcome.conflicts.map((conflict) => ({ ...conflict, shownIn: shownIn(conflict.path) })),
    leftOut: [...outcome.leftOut, ...brought.leftOut],
    backup: brought.backup,
    syncedAt,
  };
}
