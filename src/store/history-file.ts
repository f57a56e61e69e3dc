import fs, { type Stats } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../core/day.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import { withoutRepeats } from '../core/history/repeats.ts';
import { sinceOldest } from '../core/history/time-order.ts';
import { type ArchiveFolder, archiveStamp, archiveTail, readArchive } from './archive-files.ts';
import { attempt, type Disk, ensureFolder, realPath, writeAtomically } from './atomic-file.ts';
import { eventLine, type WrittenEvent } from './event-line.ts';
import { eventsWith, fullEvents, gathered, type LineFault } from './event-lines.ts';
import { withLock } from './history-lock.ts';
import { mend, type Repair } from './history-mend.ts';
import { type Reading, readLines, tailLines } from './history-read.ts';
import { type HistoryStamp, isSameFile, isSameStamp, stampOf } from './history-stamp.ts';
import { END, HEADER, type Shape, shapeOf } from './history-tail.ts';
import { HistoryWriter } from './history-writer.ts';
import { forgetMark } from './own-mark.ts';
import { ReviewLines, type ReviewReading } from './review-lines.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

export interface HistoryReading<E> {
  /** In the order of the files, which need not be that of time. One that stands in several of them is there several times. */
  readonly events: readonly E[];
  /** The damaged lines. They are no events; the others are all there. */
  readonly faults: readonly LineFault[];
}

export interface HistoryOptions {
  readonly now: () => Instant;
  /** Old events, put away by their owner: they are read before those of the history, and nothing is written there. */
  readonly archive: ArchiveFolder;
  readonly disk?: Disk;
  /** How long another process's lock is waited for. */
  readonly patienceMs?: number;
}

/** The history of a learner. A file that isn't there is an empty history; the first append makes it. */
export interface HistoryFile {
  /** The last torn tail that was found and cut off. */
  readonly repaired: Repair | null;
  /** Another process wrote since this one last read: what was read is not all there is. */
  readonly sawOthers: boolean;
  /** Made by a newer program: it is read, and never written. */
  readonly isNewer: boolean;
  /** Every event as the JSON it is, those of unknown types too. */
  readAll(): HistoryReading<HistoryEvent>;
  /** The events of the last so many bytes, whole lines only, each once: what happened lately, however long the history is. */
  readRecent(bytes: number): readonly HistoryEvent[];
  /** The events whose lines hold one of these words, each once, in a tenth of the time that all of them take. */
  readWith(words: readonly string[]): readonly HistoryEvent[];
  /** What the fold of memories needs, in a fifth of the time. */
  readReviews(): ReviewReading;
  /** All of the events are on the disk when this returns; none of them is when it throws. */
  append(events: readonly WrittenEvent[]): void;
  /** The history as this process last read or wrote it, and its archive; null where there was neither. */
  stamp(): HistoryStamp | null;
  /** Whether both still are those that the stamp was taken of. */
  unchangedSince(stamp: HistoryStamp | null): boolean;
  close(): void;
}

/** Opens the history at `path`. A torn tail is cut off and kept aside; a file that never was a history is refused. */
export function openHistory(path: string, options: HistoryOptions): HistoryFile {
  return new OpenHistory(path, options);
}

class OpenHistory implements HistoryFile {
  readonly #path: string;
  readonly #lock: string;
  readonly #disk: Disk;
  readonly #options: HistoryOptions;
  repaired: Repair | null = null;
  sawOthers = false;
  isNewer = false;
  /** The file as last read or written; null where it wasn't there. */
  #seen: Stats | null = null;
  /** The archive as last read or looked at. */
  #archive: string;
  readonly #writer: HistoryWriter;
  /** The first damage of the history itself, by the last reading. Nothing is appended to a damaged file. */
  #damage: LineFault | null = null;

  constructor(path: string, options: HistoryOptions) {
    this.#disk = options.disk ?? fs;
    this.#path = naming('CANNOT_READ', path, () => realPath(path, this.#disk));
    this.#lock = `${this.#path}.lock`;
    this.#writer = new HistoryWriter(this.#path, this.#disk);
    this.#options = options;
    this.#reading(() => {});
    this.#archive = archiveStamp(options.archive, this.#disk);
  }

  readAll(): HistoryReading<HistoryEvent> {
    return this.#gather(gathered<HistoryEvent>(), fullEvents);
  }

  readRecent(bytes: number): readonly HistoryEvent[] {
    const [older, recent] = [gathered<HistoryEvent>(), gathered<HistoryEvent>()];
    let isWhole = true;
    this.#reading((fd, size, shape) => {
      if (fd !== null) fullEvents(tailLines(fd, size, bytes, this.#disk, shape), recent);
      if (size > bytes) return;
      const tail = archiveTail(this.#options.archive, Math.max(bytes - size, LEAST_OF_ARCHIVE), this.#disk);
      for (const lines of tail.lines) fullEvents(lines, older);
      isWhole = tail.isWhole;
    });
    // What is kept in the history though it is old is no part of what happened lately.
    const lately = isWhole ? recent.events : sinceOldest(recent.events, older.events);
    return withoutRepeats([...older.events, ...lately]);
  }

  readWith(words: readonly string[]): readonly HistoryEvent[] {
    const into = gathered<HistoryEvent>();
    this.#reading((fd, size, shape) => this.#readBoth(fd, size, shape, into, eventsWith(words)));
    return withoutRepeats(into.events);
  }

  readReviews(): ReviewReading {
    return this.#gather(new ReviewLines(this.#seen?.size), (bytes, into) => into.read(bytes));
  }

  stamp(): HistoryStamp | null {
    return stampOf(this.#seen, this.#archive);
  }

  unchangedSince(stamp: HistoryStamp | null): boolean {
    return isSameStamp(stampOf(this.#stat(), archiveStamp(this.#options.archive, this.#disk)), stamp);
  }

  append(events: readonly WrittenEvent[]): void {
    if (events.length === 0) return;
    const lines = Buffer.from(events.map(eventLine).join('') + END);
    if (this.#seen === null) naming('CANNOT_WRITE', this.#path, () => ensureFolder(dirname(this.#path), this.#disk));
    this.#locked(() => naming('CANNOT_WRITE', this.#path, () => this.#write(lines)));
  }

  close(): void {
    this.#writer.close();
    forgetMark(this.#lock);
  }

  /** Under the lock. Lays the lines and the end line that closes them over the old end line, in one write. */
  #write(lines: Buffer): void {
    const found = this.#stat();
    if (!isSameFile(found, this.#seen)) this.sawOthers = true;
    if (found === null || found.size === 0) {
      this.#create(lines);
      return;
    }
    // Others append. Who puts another file there, or a shorter one, did something else, and what came of it is unknown.
    const isAnother = this.#seen !== null && (found.ino !== this.#seen.ino || found.size < this.#seen.size);
    const { fd, shape } = this.#writer.ready(found);
    const endAt = this.#endOf(fd, found.size, shape, isAnother);
    try {
      this.#seen = this.#writer.lay(fd, lines, endAt);
    } catch (error) {
      this.#seen = this.#statIfPossible();
      throw error;
    }
  }

  #create(lines: Buffer): void {
    this.#writer.close();
    writeAtomically(this.#path, Buffer.concat([Buffer.from(HEADER), lines]), 0o600, this.#disk);
    this.#seen = this.#statIfPossible();
  }

  /** What was written stays written where the file cannot be looked at just now: the next look finds it changed. */
  #statIfPossible(): Stats | null {
    let stat: Stats | null = null;
    attempt(() => {
      stat = this.#stat();
    });
    return stat;
  }

  /** Where the end line begins of a file that can be appended to. */
  #endOf(fd: number, size: number, shape: Shape, isAnother: boolean): number {
    if (shape.kind === 'newer') throw new StoreFault('HISTORY_NEWER', { path: this.#path });
    if (shape.kind !== 'whole' && shape.kind !== 'torn') throw this.#damaged(this.#look());
    const endAt = shape.kind === 'torn' ? this.#mend(fd, size, shape.keepTo) : shape.endAt;
    if ((this.#damage !== null || isAnother) && this.#look() !== null) throw this.#damaged(this.#damage);
    return endAt;
  }

  #gather<Into extends Reading>(into: Into, read: (bytes: Buffer, into: Into) => void): Into {
    this.#reading((fd, size, shape) => {
      this.#archive = this.#readBoth(fd, size, shape, into, read);
    });
    this.#damage = into.faults.find(({ file }) => file === undefined) ?? null;
    this.sawOthers = false;
    return into;
  }

  /** The archive and the history; the stamp of the archive. */
  #readBoth<Into extends Reading>(
    fd: number | null,
    size: number,
    shape: Shape,
    into: Into,
    read: (bytes: Buffer, into: Into) => void,
  ): string {
    const archive = readArchive(this.#options.archive, this.#disk, into, read);
    if (fd !== null) readLines(fd, size, this.#disk, into, read, shape);
    return archive;
  }

  /**
   * Opens the file, sees to its tail, and lets it be read. Other processes may append meanwhile: what stands before
   * the end line that was seen doesn't change by that. Where they put events away, the open file has them still.
   */
  #reading(read: Read): void {
    naming('CANNOT_READ', this.#path, () => {
      const fd = this.#openToRead();
      if (fd === null) {
        this.#seen = null;
        read(null, 0, { kind: 'empty' });
        return;
      }
      try {
        const seen = this.#disk.fstatSync(fd);
        const size = seen.size;
        const shape = shapeOf(fd, size, this.#disk);
        this.isNewer = shape.kind === 'newer';
        if (shape.kind === 'foreign') throw this.#damaged({ line: 1, reason: 'WRONG_HEADER' });
        if (shape.kind === 'torn') return this.#afterMending(read);
        read(fd, size, shape);
        this.#seen = seen;
      } finally {
        this.#disk.closeSync(fd);
      }
    });
  }

  /** A tail that looks torn may be an append under way, so it is looked at again under the lock. */
  #afterMending(read: Read): void {
    this.#locked(() => {
      const fd = naming('CANNOT_WRITE', this.#path, () => this.#disk.openSync(this.#path, 'r+'));
      try {
        const size = this.#disk.fstatSync(fd).size;
        const shape = shapeOf(fd, size, this.#disk);
        if (shape.kind === 'torn') this.#mend(fd, size, shape.keepTo);
        const seen = this.#disk.fstatSync(fd);
        read(fd, seen.size, shapeOf(fd, seen.size, this.#disk));
        this.#seen = seen;
      } finally {
        this.#disk.closeSync(fd);
      }
    });
  }

  #mend(fd: number, size: number, keepTo: number): number {
    const mended = naming('CANNOT_WRITE', this.#path, () =>
      mend(fd, this.#path, { size, keepTo, now: this.#options.now() }, this.#disk),
    );
    this.repaired = mended.repair;
    return mended.endAt;
  }

  /** The first damage as the file now stands: another process may have repaired it. */
  #look(): LineFault | null {
    const { sawOthers } = this;
    this.readAll();
    this.sawOthers = sawOthers;
    return this.#damage;
  }

  #damaged(fault: LineFault | null): StoreFault {
    return new StoreFault('HISTORY_DAMAGED', { path: this.#path, ...(fault ?? { line: 1, reason: 'WRONG_HEADER' }) });
  }

  #locked<T>(action: () => T): T {
    return withLock(this.#lock, action, this.#disk, this.#options.patienceMs);
  }

  #openToRead(): number | null {
    const found = this.#stat();
    // A pipe would make the opening wait for whoever writes into it. A folder is refused by the opening itself.
    if (found && !found.isFile() && !found.isDirectory())
      throw new StoreFault('CANNOT_READ', { path: this.#path, errno: 'EINVAL' });
    return orNull(() => this.#disk.openSync(this.#path, 'r'));
  }

  #stat(): Stats | null {
    return orNull(() => this.#disk.statSync(this.#path));
  }
}

/** Bytes: enough to see when the latest of what was put away happened. */
const LEAST_OF_ARCHIVE = 64 * 1024;

/** Reads an open history of this size; null where there is none. */
type Read = (fd: number | null, size: number, shape: Shape) => void;
