import type { WrittenEvent } from '../../src/store/event-line.ts';
import { type HistoryFile, openHistory } from '../../src/store/history-file.ts';
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

export const readers: readonly Reader[] = [
  {
    name: 'readAll',
    read: (path) =>
      new Set(
        open(path)
          .readAll()
          .events.map(({ id }) => id),
      ),
  },
  {
    name: 'readReviews',
    read(path) {
      const { reviews, marks } = open(path).readReviews();
      return new Set([
        ...Array.from({ length: reviews.count }, (_, row) => reviews.idOf(row)),
        ...marks.map(({ id }) => id),
      ]);
    },
    passesOver: ({ type }) => type === 'session-started',
  },
  {
    name: 'readRecent',
    read: (path) =>
      new Set(
        open(path)
          .readRecent(1_000_000)
          .map(({ id }) => id),
      ),
  },
];

export const menders: readonly Mender[] = [{ name: 'opening', mend: (path) => void open(path), leavesNoDamage: false }];
