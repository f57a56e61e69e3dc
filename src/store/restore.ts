import type { Day } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import { planRestore, type RestorePlan } from '../core/history/restore.ts';
import { verifyEvents } from '../core/history/verify/verify.ts';
import { examine } from './examine.ts';
import { entriesIn, historyOf } from './history-entries.ts';
import { salvage } from './salvage/salvage.ts';
import { StoreFault } from './store-fault.ts';

export interface Restoring extends RestorePlan {
  /** The history as it will be. */
  readonly bytes: Buffer;
  /** Faults of the backup itself. */
  readonly faults: number;
}

export interface RestoreFrom {
  readonly path: string;
  /** What the backup holds. */
  readonly backup: Buffer;
  /** The history as it is, and the files of its archive. */
  readonly present: Buffer;
  readonly archive: readonly Buffer[];
  readonly keepLater: boolean;
  readonly today: Day;
}

/**
 * What stands there after a backup was restored. It is the backup byte for byte, damage included, unless events of it are
 * in the archive or what came later is kept: then it is written anew from all that can be read. Where all of the backup is
 * in the history and shall stay there with the rest, nothing is to be done.
 */
export function restoring({ path, backup, present, archive, keepLater, today }: RestoreFrom): Restoring {
  const plan = planRestore({
    backup: readable(backup, path),
    present: present.length === 0 ? [] : readable(present, null),
    archive: new Set(archive.flatMap((file) => entriesIn(file).entries.map(({ id }) => id))),
    keepLater,
    today,
  });
  const stays = keepLater ? plan.comes + plan.conflicts === 0 : plan.archived === 0;
  const bytes = stays ? (keepLater ? present : backup) : historyOf(plan.entries);
  return { ...plan, bytes, faults: faultsIn(backup, today) };
}

/** Each id once. Where the present is no history at all, there is nothing of it to keep. */
function readable(bytes: Buffer, refusedAs: string | null): readonly Entry[] {
  const found = salvage(bytes);
  if (found.kind === 'history') return found.entries;
  if (refusedAs === null) return [];
  throw new StoreFault(found.kind === 'newer' ? 'HISTORY_NEWER' : 'NOT_A_HISTORY', { path: refusedAs });
}

function faultsIn(bytes: Buffer, today: Day): number {
  const { events, faults } = examine(bytes);
  const spotted = events.map((event) => ({ file: 0, ...event }));
  return faults.length + verifyEvents(spotted, today).damage.length;
}
