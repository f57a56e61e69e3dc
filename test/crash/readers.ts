import fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { Disk } from '../../src/store/atomic-file.ts';
import type { WrittenEvent } from '../../src/store/event-line.ts';
import { examine } from '../../src/store/examine.ts';
import { type HistoryFile, openHistory } from '../../src/store/history-file.ts';
import { repairHistory } from '../../src/store/repair.ts';
import { HASTY, NOON } from '../store/history-support.ts';

/** A way to read a damaged history. To have another one tried on every damage, add it to the table. */
export interface Reader {
  readonly name: string;
  /** Ids of all events that it finds. */
  read(path: string): ReadonlySet<string>;
  /** What it may pass over, since it says nothing to whom it reads for. */
  readonly passesOver?: (event: WrittenEvent) => boolean;
}

/** A way to mend one: what could be read before can be read after it. */
export interface Mender {
  readonly name: string;
  mend(path: string): void;
  /** After it there is no damage left, and answers can be kept again. */
  readonly leavesNoDamage: boolean;
}

const open = (path: string): HistoryFile =>
  openHistory(path, { now: () => NOON, archive: null, disk: HASTY, patienceMs: 200 });

const idsOf = (events: readonly { readonly id: string }[]): Set<string> => new Set(events.map(({ id }) => id));

export const readers: readonly Reader[] = [
  { name: 'reading', read: (path) => idsOf(open(path).readAll().events) },
  {
    name: 'reading fast',
    read(path) {
      const { reviews, marks } = open(path).readReviews();
      const rows = Array.from({ length: reviews.count }, (_, row) => ({ id: reviews.idOf(row) }));
      return idsOf([...rows, ...marks]);
    },
    passesOver: ({ type }) => type === 'session-started',
  },
  { name: 'reading the end', read: (path) => idsOf(open(path).readRecent(1_000_000)) },
  {
    name: 'verify',
    read: (path) => idsOf(examine(fs.readFileSync(path)).events.map(({ event }) => event)),
  },
];

/** Repairs a history as `quiz history repair` does. */
export const repair = (path: string, disk: Disk = HASTY): void =>
  void repairHistory(path, { backups: join(dirname(path), 'backups'), now: NOON, disk, patienceMs: 200 });

export const menders: readonly Mender[] = [
  { name: 'opening', mend: (path) => void open(path), leavesNoDamage: false },
  { name: 'repair', mend: repair, leavesNoDamage: true },
];
