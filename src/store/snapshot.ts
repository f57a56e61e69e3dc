import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Reviewed } from '../core/drill/memory.ts';
import type { Progress } from '../core/history/fold.ts';
import type { Place } from '../core/study/place.ts';
import { ensureFolder, replaceOwn } from './atomic-file.ts';
import { readRegularFile } from './regular-file.ts';

/** Raised whenever the fold or the shape below changes: old snapshots then match nothing. */
const SNAPSHOT_VERSION = 5;

/** A million items that were met, and a good deal of notes. */
const LARGEST_BYTES = 256 * 1024 * 1024;

type Row = readonly [
  ref: string,
  stability: number,
  difficulty: number,
  firstOn: number,
  reviewedOn: number,
  repetitions: number,
  lapses: number,
];

interface Body {
  readonly memories: readonly Row[];
  readonly starred: readonly string[];
  readonly suspended: readonly string[];
  readonly notes: readonly (readonly [string, string])[];
  readonly unfinished: readonly (readonly [string, string])[];
  readonly places: readonly (readonly [string, Place])[];
  readonly latestOn: number;
}

/**
 * The fold of a history, kept so that the next start need not read years of answers. `madeFrom` says what it was
 * made from, file and parameters; one that does not match to the letter counts as none. Safe to delete at any time.
 */
export function readSnapshot(path: string, madeFrom: string): Progress | null {
  try {
    const text = readRegularFile(path, LARGEST_BYTES).toString('utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== headerOf(madeFrom, body)) return null;
    return progressOf(JSON.parse(body) as Body);
  } catch {
    return null;
  }
}

/** A snapshot that cannot be written makes the next start slower, not wrong. */
export function writeSnapshot(path: string, madeFrom: string, progress: Progress): void {
  try {
    ensureFolder(dirname(path));
    const body = JSON.stringify(bodyOf(progress));
    replaceOwn(path, `${headerOf(madeFrom, body)}\n${body}`, 0o600);
  } catch {
    // The next start folds the history again.
  }
}

const headerOf = (madeFrom: string, body: string): string =>
  `${SNAPSHOT_VERSION} ${createHash('sha256').update(madeFrom).digest('hex')} ${createHash('sha256').update(body).digest('hex')}`;

function bodyOf(progress: Progress): Body {
  return {
    memories: Array.from(progress.memories, ([ref, m]) => [
      ref,
      m.stability,
      m.difficulty,
      m.firstOn,
      m.reviewedOn,
      m.repetitions,
      m.lapses,
    ]),
    starred: [...progress.starred],
    suspended: [...progress.suspended],
    notes: [...progress.notes],
    unfinished: [...progress.unfinished],
    places: [...progress.places],
    latestOn: progress.latestOn,
  };
}

function progressOf(body: Body): Progress {
  const memories = new Map<string, Reviewed>();
  for (const [ref, stability, difficulty, firstOn, reviewedOn, repetitions, lapses] of body.memories)
    memories.set(ref, { kind: 'reviewed', stability, difficulty, firstOn, reviewedOn, repetitions, lapses });
  return {
    memories,
    starred: new Set(body.starred),
    suspended: new Set(body.suspended),
    notes: new Map(body.notes),
    unfinished: new Map(body.unfinished),
    places: new Map(body.places),
    latestOn: body.latestOn,
  };
}
