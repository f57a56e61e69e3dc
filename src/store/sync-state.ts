import fs from 'node:fs';
import { join } from 'node:path';
import { carriedAs } from '../core/sync/carried.ts';
import { writeAtomically } from './atomic-file.ts';
import { orNull } from './store-fault.ts';

/** What was shown of a conflict: ids of both sides' contents, and of the text with marks that was made of them. */
export interface Shown {
  readonly path: string;
  readonly mine: string;
  readonly theirs: string;
  readonly marked: string;
}

/** What a run leaves for the next besides the branches. All of it can be lost without harm. */
export interface SyncState {
  /** When the remote was last reached and everything agreed on, ISO with offset. */
  readonly syncedAt: string | null;
  readonly shown: readonly Shown[];
}

export function readState(folder: string): SyncState {
  try {
    const text = orNull(() => fs.readFileSync(join(folder, FILE), 'utf8'));
    const { syncedAt, shown } = JSON.parse(text ?? '{}') as Partial<SyncState>;
    return {
      syncedAt: typeof syncedAt === 'string' ? syncedAt : null,
      shown: Array.isArray(shown) ? shown.filter(isShown) : [],
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { syncedAt: null, shown: [] };
  }
}

export function writeState(folder: string, state: SyncState): void {
  writeAtomically(join(folder, FILE), `${JSON.stringify(state, null, 2)}\n`, 0o600);
}

const FILE = 'quiz-state.json';

const isShown = (value: unknown): value is Shown =>
  typeof value === 'object' &&
  value !== null &&
  ['path', 'mine', 'theirs', 'marked'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string') &&
  carriedAs((value as Shown).path) === 'bank';
