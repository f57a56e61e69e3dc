import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

  constructor(cache: string, session: string) {
    this.#folder = cache;
    // An id that came with a foreign history may hold anything, a way out of the folder included.
    this.#path = join(cache, `exam-${encodeURIComponent(session)}.json`);
  }

  write(beat: ExamBeat): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${this.#path}.new`, JSON.stringify(beat), { mode: 0o600 });
      renameSync(`${this.#path}.new`, this.#path);
    } catch {
      // The next one may get through.
    }
  }

  read(): ExamBeat | null {
    try {
      const { usedMs, index, draft } = JSON.parse(readFileSync(this.#path, 'utf8')) as Partial<Record<string, unknown>>;
      if (!isCount(usedMs) || !isCount(index) || !Number.isInteger(index)) return null;
      const texts = Array.isArray(draft) && draft.every((text) => typeof text === 'string') ? draft : null;
      return { usedMs, index, draft: texts };
    } catch {
      return null;
    }
  }

  remove(): void {
    try {
      rmSync(this.#path, { force: true });
    } catch {
      // The exam is over, and nobody reads it any more.
    }
  }
}

const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;
