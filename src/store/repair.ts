import { constants } from 'node:buffer';
import fs from 'node:fs';
import type { Day, Instant } from '../core/day.ts';
import { studyDayOf } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import type { RepairStep } from '../core/history/repair-step.ts';
import { verifyEvents } from '../core/history/verify/verify.ts';
import { keepAside } from './aside.ts';
import { attempt, type Disk, realPath } from './atomic-file.ts';
import type { Backup } from './backups.ts';
import { examine } from './examine.ts';
import { historyOf } from './history-entries.ts';
import { replaceHistory } from './replace-history.ts';
import { salvage } from './salvage/salvage.ts';
import { naming, StoreFault } from './store-fault.ts';

/** What repairing a history comes to. */
export interface RepairPlan {
  /** None where the file is sound. */
  readonly steps: readonly RepairStep[];
  /** The events of the mended file. */
  readonly entries: readonly Entry[];
  /** How much cannot be read, in bytes, and is kept beside the file. */
  readonly restBytes: number;
}

export interface Repaired {
  readonly plan: RepairPlan;
  /** The file of what could not be read; null where all could. */
  readonly aside: string | null;
  readonly backup: Backup | null;
}

export interface RepairInput {
  /** Events of files that are read before this one, by id. */
  readonly elsewhere?: ReadonlyMap<string, string>;
  /** An empty file is a history before its first answer; in an archive it is damage. */
  readonly mayBeEmpty?: boolean;
}

export interface RepairOptions extends RepairInput {
  /** The folder for the copy of the damaged file. */
  readonly backups: string;
  readonly now: Instant;
  readonly disk?: Disk;
  readonly patienceMs?: number;
}

/** What repairing these bytes would come to; nothing is changed. */
export function planRepair(path: string, bytes: Buffer, input: RepairInput = {}): RepairPlan {
  const { steps, entries, rests } = readDamaged(path, bytes, input);
  return { steps, entries, restBytes: rests.length };
}

/**
 * Mends a history: every event that can be read stands in the new file, and what cannot be read is in a file beside it before
 * the new one takes its place. A sound file is left as it is.
 */
export function repairHistory(path: string, options: RepairOptions): Repaired {
  const disk = options.disk ?? fs;
  const target = naming('CANNOT_READ', path, () => realPath(path, disk));
  let plan: RepairPlan = { steps: [], entries: [], restBytes: 0 };
  let kept: { readonly path: string; readonly rests: Buffer } | null = null;
  const make = (current: Buffer | null): Uint8Array | null => {
    if (current === null) return null;
    const { steps, entries, rests } = readDamaged(path, current, options);
    plan = { steps, entries, restBytes: rests.length };
    if (steps.length === 0) return null;
    const next = historyOf(entries);
    requireWhole(next, entries.length, studyDayOf(options.now));
    // Somebody may have answered since the last try: what was put aside then may be less than all, or the same again.
    const before = kept;
    kept = null;
    if (before && !before.rests.equals(rests)) attempt(() => disk.unlinkSync(before.path));
    else kept = before;
    if (rests.length > 0) kept ??= { path: keepAside(target, 'damaged', rests, options.now, disk), rests };
    return next;
  };
  const { backup } = replaceHistory(path, make, { ...options, reason: 'before-repair' });
  return { plan, aside: (kept as { readonly path: string } | null)?.path ?? null, backup };
}

interface ReadDamaged {
  readonly steps: readonly RepairStep[];
  readonly entries: readonly Entry[];
  /** What cannot be read, a line break behind each part. */
  readonly rests: Buffer;
}

function readDamaged(path: string, bytes: Buffer, { elsewhere, mayBeEmpty = true }: RepairInput): ReadDamaged {
  if (bytes.length === 0 && !mayBeEmpty)
    return { steps: [{ code: 'NO_END_LINE', line: 1 }], entries: [], rests: Buffer.alloc(0) };
  // What is searched is one text, and those have an end.
  if (bytes.length > constants.MAX_STRING_LENGTH) throw new StoreFault('CANNOT_READ', { path, errno: 'EFBIG' });
  const found = salvage(bytes, elsewhere);
  if (found.kind === 'newer') throw new StoreFault('HISTORY_NEWER', { path });
  if (found.kind === 'foreign') throw new StoreFault('NOT_A_HISTORY', { path });
  const { steps, entries, rests } = found;
  return { steps, entries, rests: Buffer.concat(rests.flatMap((rest) => [rest.bytes, LINE_BREAK])) };
}

const LINE_BREAK = Buffer.of(0x0a);

/** A mended file that is not whole would be a fault of this program: then the damaged one stays. */
function requireWhole(bytes: Buffer, count: number, today: Day): void {
  const { events, faults } = examine(bytes);
  const { damage, oddities } = verifyEvents(
    events.map((event) => ({ file: 0, ...event })),
    today,
  );
  const isRepeated = oddities.some(({ code }) => code === 'REPEATED_ID');
  if (faults.length > 0 || damage.length > 0 || isRepeated || events.length !== count)
    throw new Error(`The mended history is not whole: ${JSON.stringify([faults[0], damage[0], events.length, count])}`);
}
