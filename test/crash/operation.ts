import type { Disk } from '../../src/store/atomic-file.ts';
import { StoreFault } from '../../src/store/store-fault.ts';

/**
 * Something the program does with its files. To have another one tried under every fault, add it to the table in
 * `operations.ts`.
 */
export interface Operation {
  readonly name: string;
  /** Makes what is there before, in the home folder, which need not be there. Ids of the events that its history has. */
  prepare(home: string): readonly string[] | Promise<readonly string[]>;
  /** Does it on a disk that may fail at any call. What this throws is a bug, unless it is a `Crash`. */
  run(home: string, disk: Disk, desk: Desk): void | Promise<void>;
  /** What must hold afterwards beside the history: every sentence is something that does not. */
  check?(home: string, desk: Desk): readonly string[] | Promise<readonly string[]>;
  /** Its last step is a name that changes: where the folder cannot be synced then, it is done and says that it is not. */
  readonly mayBeDoneAllTheSame?: boolean;
  /**
   * It writes so much at once that a power cut may keep the later blocks and lose the earlier ones, with events between
   * them. What can be read is read, nothing is appended, and `quiz history repair` mends it.
   */
  readonly mayNeedRepair?: boolean;
  /** What it begins with is damaged, and is so still where it failed. */
  readonly mendsDamage?: boolean;
  /** It moves events from one file to another: those that are in both count once. */
  readonly mayHaveBoth?: boolean;
  /** Files that may stay, such as what was cut off a torn history. */
  readonly leaves?: RegExp;
  /** Files of which each day may leave another, since somebody's words may stand in them. */
  readonly keepsEach?: RegExp;
}

/** Where an operation says what it tries, and what the program told the learner is kept. */
export class Desk {
  readonly tried: string[] = [];
  readonly acknowledged: string[] = [];
  readonly faults: StoreFault[] = [];
  /** How many times something was to be kept and was not. */
  failures = 0;
  /** What else the program said was done. */
  readonly promised = new Set<string>();

  /** Events are kept where `action` returns. A fault of the store ends the action, not the operation. */
  keep(ids: readonly string[], action: () => void): void {
    this.tried.push(...ids);
    if (this.attempt(action)) this.acknowledged.push(...ids);
    else this.failures++;
  }

  promise(what: string, action: () => void): void {
    if (this.attempt(action)) this.promised.add(what);
  }

  /** False where a fault of the store ended the action. */
  attempt(action: () => void): boolean {
    try {
      action();
      return true;
    } catch (error) {
      this.#note(error);
      return false;
    }
  }

  async promiseLate(what: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
      this.promised.add(what);
    } catch (error) {
      this.#note(error);
    }
  }

  #note(error: unknown): void {
    if (!(error instanceof StoreFault)) throw error;
    this.faults.push(error);
  }
}
