import { type Day, formatDay, studyDayOf } from '../day.ts';
import type { Entry } from './entry.ts';
import { unite } from './unite.ts';

/** What restoring a backup comes to. */
export interface RestorePlan {
  /** The history afterwards. */
  readonly entries: readonly Entry[];
  /** Events of the history that the backup does not hold: they go, unless what came later is kept. */
  readonly later: readonly Entry[];
  /** How many come back. */
  readonly comes: number;
  /** How many of the backup stand in the archive, and are not put into the history again. */
  readonly archived: number;
  /** Ids with different content on the two sides, both of them kept. */
  readonly conflicts: number;
}

export interface RestoreInput {
  readonly backup: readonly Entry[];
  readonly present: readonly Entry[];
  /** Ids of the events that were put away into the archive. */
  readonly archive: ReadonlySet<string>;
  readonly keepLater: boolean;
  readonly today: Day;
}

export function planRestore({ backup, present, archive, keepLater, today }: RestoreInput): RestorePlan {
  const held = new Set(backup.map(({ id }) => id));
  const known = new Set(present.map(({ id }) => id));
  const restored = backup.filter(({ id }) => !archive.has(id));
  const united = keepLater ? unite([restored, present], today) : { entries: restored, conflicts: [] };
  return {
    entries: united.entries,
    later: present.filter(({ id }) => !held.has(id)),
    comes: restored.filter(({ id }) => !known.has(id)).length,
    archived: backup.length - restored.length,
    conflicts: united.conflicts.length,
  };
}

/** Events by their study day, in the order of the days. */
export function byDay(entries: readonly Entry[]): { readonly day: string; readonly events: number }[] {
  const days = new Map<Day, number>();
  for (const { at } of entries) days.set(studyDayOf(at), (days.get(studyDayOf(at)) ?? 0) + 1);
  return [...days].sort(([a], [b]) => a - b).map(([day, events]) => ({ day: formatDay(day), events }));
}
