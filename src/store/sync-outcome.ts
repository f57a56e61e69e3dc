import { join } from 'node:path';
import type { Instant } from '../core/day.ts';
import { carriedAs } from '../core/sync/carried.ts';
import { isAnswer } from '../core/sync/histories.ts';
import { type Contest, changesBetween, type Files, type PathChange } from '../core/sync/merge-paths.ts';
import { withoutPassword } from '../core/sync/remote.ts';
import type { Backup } from './backups.ts';
import type { Home } from './home.ts';
import type { Choices } from './sync-banks.ts';
import type { Branches, Clone } from './sync-clone.ts';
import type { SyncFault } from './sync-fault.ts';
import type { HomeFound } from './sync-found.ts';
import { compareFiles, loadHistories } from './sync-histories.ts';
import type { LeftOut, Live } from './sync-live.ts';
import type { Met } from './sync-meet.ts';
import type { SyncState } from './sync-state.ts';
import { readTree } from './sync-tree.ts';

/** What goes from one side to the other. */
export interface Exchange {
  readonly events: number;
  /** Those of them that are answers. */
  readonly answers: number;
  readonly banks: readonly PathChange[];
}

/** A bank that two sides changed, and that its owner has to decide about. */
export interface BankConflict {
  readonly path: string;
  /** `marks`: the bank of this home has git's marks in it. */
  readonly kind: 'both-changed' | 'deleted-here' | 'deleted-there' | 'marks';
  /** The file with both versions in it, where there is one. */
  readonly shownIn: string | null;
}

/** What a run did, or would do. */
export interface SyncOutcome {
  /** As it may be shown; null where none was set up. */
  readonly remote: string | null;
  /** Why the remote has not everything, or was not reached. */
  readonly fault: SyncFault | null;
  /** Here and not there before. Where there is a fault it still waits. */
  readonly sent: Exchange;
  readonly received: Exchange;
  readonly conflicts: readonly BankConflict[];
  readonly resolved: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** Ids under which two machines say different things; both are kept. */
  readonly doubles: readonly string[];
  readonly backup: Backup | null;
  /** When all was last agreed on with the remote, ISO with offset. */
  readonly syncedAt: string | null;
}

/** All that is known of a run before anything is brought in. */
export interface Course {
  readonly home: Home;
  readonly clone: Clone;
  readonly live: Live;
  readonly found: HomeFound;
  readonly choices: Choices;
  readonly branches: Branches;
  readonly state: SyncState;
  readonly met: Met;
  readonly now: Instant;
}

export async function outcomeOf(course: Course): Promise<SyncOutcome> {
  const { clone, live, found, choices, state, met } = course;
  const { objects } = clone;
  const { merged, remote, fault } = met;
  const known = remote ?? { tree: await readTree(objects, lastKnown(course)) };
  const after = { histories: merged.histories, files: merged.tree.files };
  const there = { histories: await loadHistories(known.tree.files, objects), files: known.tree.files };
  const here = { histories: await loadHistories(live.files, objects), files: live.files };
  const received = exchange(here, after);
  const { conflicts } = merged.banks;
  const stay = new Set([...conflicts.keys(), ...found.frozen.keys(), ...found.resolved, ...choices.keys()]);
  return {
    remote: clone.remote === null ? null : withoutPassword(clone.remote),
    fault,
    sent: exchange(there, after),
    received: { ...received, banks: received.banks.filter(({ path }) => !stay.has(path)) },
    conflicts: [...conflicts.values()].map((contest) => asConflict(contest, course)).sort(byPath),
    resolved: [...found.resolved, ...choices.keys()].filter((path) => !conflicts.has(path)).sort(),
    leftOut: [...found.leftOut, ...merged.leftOut],
    doubles: merged.doubles,
    backup: null,
    syncedAt: state.syncedAt,
  };
}

interface Side {
  readonly histories: ReadonlyMap<string, Buffer>;
  readonly files: Files;
}

function exchange(before: Side, after: Side): Exchange {
  const { added } = compareFiles(before.histories, after.histories);
  const banks = changesBetween(before.files, after.files).filter(({ path }) => carriedAs(path) === 'bank');
  return { events: added.length, answers: added.filter(isAnswer).length, banks };
}

/** What was there before this run, as far as it is known: of a remote, or of this machine where it has none. */
function lastKnown({ clone, branches, met }: Course): string | null {
  if (clone.remote === null) return branches.agreed;
  return met.fault ? branches.remote : null;
}

function asConflict({ path, mine, theirs }: Contest, { found, state, home }: Course): BankConflict {
  if (found.marked.has(path)) return { path, kind: 'marks', shownIn: null };
  const kind = mine === null ? 'deleted-here' : theirs === null ? 'deleted-there' : 'both-changed';
  const isShown = state.shown.some((each) => each.path === path);
  return { path, kind, shownIn: isShown ? join(home.sync, ...path.split('/')) : null };
}

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
