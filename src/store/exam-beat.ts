import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { attempt, type Disk, ensureFolder, writeAll } from './atomic-file.ts';
import { readRegularFile } from './regular-file.ts';

/** What a running exam leaves behind twice a second: how far its clock was, and what stood there that was not kept yet. */
export interface ExamBeat {
  readonly usedMs: number;
  readonly index: number;
  /** What was picked or typed at that question; null where all of it is in the history. */
  readonly draft: readonly string[] | null;
}

/**
 * The beats of one exam, in a file of the cache. They are no truth: where they are missing, the exam goes on from its
 * last event. So they are not synced, and one that cannot be written stops nobody.
 */
export class ExamBeats {
  readonly #folder: string;
  readonly #path: string;
  readonly #disk: Disk;

  constructor(cache: string, session: string, disk: Disk = fs) {
    this.#folder = cache;
    this.#disk = disk;
    this.#path = join(cache, `exam-${nameFor(session)}.json`);
  }

  write(beat: ExamBeat): void {
    try {
      ensureFolder(this.#folder, this.#disk);
      // A link in its place would have another file written.
      attempt(() => this.#disk.unlinkSync(this.#new));
      this.#writeNew(Buffer.from(JSON.stringify(beat)));
      this.#disk.renameSync(this.#new, this.#path);
    } catch {
      // The next one may get through.
      attempt(() => this.#disk.unlinkSync(this.#new));
    }
  }

  read(): ExamBeat | null {
    try {
      const { usedMs, index, draft } = JSON.parse(
        readRegularFile(this.#path, LARGEST_BYTES, this.#disk).toString('utf8'),
      ) as Partial<Record<string, unknown>>;
      if (!isCount(usedMs) || !isCount(index) || !Number.isInteger(index)) return null;
      const texts = Array.isArray(draft) && draft.every((text) => typeof text === 'string') ? draft : null;
      return { usedMs, index, draft: texts };
    } catch {
      return null;
    }
  }

  /** The exam is over; where a beat cannot be removed, nobody reads it any more. */
  remove(): void {
    for (const path of [this.#path, this.#new]) attempt(() => this.#disk.unlinkSync(path));
  }

  get #new(): string {
    return `${this.#path}.new`;
  }

  #writeNew(beat: Uint8Array): void {
    const fd = this.#disk.openSync(this.#new, 'wx', 0o600);
    try {
      writeAll(fd, beat, 0, this.#disk);
    } finally {
      this.#disk.closeSync(fd);
    }
  }
}

/** An id that came with a foreign history may hold anything: a way out of the folder, or what no file can be called. */
const nameFor = (session: string): string =>
  /^[A-Za-z0-9_-]{1,64}$/.test(session) ? session : createHash('sha256').update(session).digest('hex');

/** What somebody typed at one question. */
const LARGEST_BYTES = 64 * 1024 * 1024;

const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;
