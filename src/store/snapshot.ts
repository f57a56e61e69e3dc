import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { dirname } from 'node:path';
import type { Reviewed } from '../core/drill/memory.ts';
import type { Progress } from '../core/history/fold.ts';
import type { Place } from '../core/study/place.ts';
import { type Disk, ensureFolder, replaceOwn } from './atomic-file.ts';
import { readRegularFile } from './regular-file.ts';
import { naming, orNull } from './store-fault.ts';

/** Raised whenever the fold or the shape below changes: old snapshots then match nothing. */
const SNAPSHOT_VERSION = 11;

/** A million items that were met, and a good deal of notes. */
const LARGEST_BYTES = 256 * 1024 * 1024;

interface Body {
  readonly refs: readonly string[];
  /** Of each ref, in their order: stability, difficulty, first and last day, repetitions, lapses, misses of the last day. One list is read sooner than many. */
  readonly memories: readonly number[];
  readonly starred: readonly string[];
  readonly suspended: readonly string[];
  readonly notes: readonly (readonly [string, string])[];
  readonly unfinished: readonly (readonly [string, string])[];
  readonly openDrills: readonly (readonly [string, number])[];
  readonly places: readonly (readonly [string, Place])[];
  /** The latest, the latest that is sound, and the earliest of the future; null where there is none. */
  readonly days: readonly [number, number, number | null];
  readonly latestMs: number;
}

/**
 * The fold of a history, kept so that the next start need not read years of answers. `madeFrom` says what it was
 * made from, file and parameters; one that does not match to the letter counts as none. Safe to delete at any time.
 */
export function readSnapshot(path: string, madeFrom: string, disk: Disk = fs): Progress | null {
  try {
    const text = readRegularFile(path, LARGEST_BYTES, disk).toString('utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== headerOf(madeFrom, body)) return null;
    const value: unknown = JSON.parse(body);
    return isBody(value) ? progressOf(value) : null;
  } catch {
    return null;
  }
}

/** A snapshot that cannot be written makes the next start slower, not wrong. */
export function writeSnapshot(path: string, madeFrom: string, progress: Progress, disk: Disk = fs): void {
  try {
    ensureFolder(dirname(path), disk);
    const body = JSON.stringify(bodyOf(progress));
    replaceOwn(path, `${headerOf(madeFrom, body)}\n${body}`, 0o600, disk);
  } catch {
    // The next start folds the history again.
  }
}

/** The next start folds the history again. */
export function dropSnapshot(path: string): void {
  naming('CANNOT_WRITE', path, () => orNull(() => fs.unlinkSync(path)));
}

const headerOf = (madeFrom: string, body: string): string =>
  `${SNAPSHOT_VERSION} ${createHash('sha256').update(madeFrom).digest('hex')} ${createHash('sha256').update(body).digest('hex')}`;

function bodyOf(progress: Progress): Body {
  const { latestOn, soundUntil, futureFrom } = progress.days;
  return {
    refs: [...progress.memories.keys()],
    memories: [...progress.memories.values()].flatMap(numbersOf),
    starred: [...progress.starred],
    suspended: [...progress.suspended],
    notes: [...progress.notes],
    unfinished: [...progress.unfinished],
    openDrills: [...progress.openDrills],
    places: [...progress.places],
    days: [latestOn, soundUntil, Number.isFinite(futureFrom) ? futureFrom : null],
    latestMs: progress.latestMs,
  };
}

/** Its sums only say that it was not changed since it was made, by whomever. */
function isBody(value: unknown): value is Body {
  const { refs, memories, starred, suspended, notes, unfinished, openDrills, places, days, latestMs } = (value ??
    {}) as Partial<Record<keyof Body, unknown>>;
  return (
    isListOf(refs, isText) &&
    isListOf(memories, isNumber) &&
    memories.length === refs.length * FIELDS &&
    isListOf(starred, isText) &&
    isListOf(suspended, isText) &&
    isListOf(notes, (note) => isTuple(note, isText, isText)) &&
    isListOf(unfinished, (exam) => isTuple(exam, isText, isText)) &&
    isListOf(openDrills, (drill) => isTuple(drill, isText, isNumber)) &&
    isListOf(places, (place) => isTuple(place, isText, isPlace)) &&
    isTuple(days, isNumber, isNumber, (day) => day === null || isNumber(day)) &&
    isNumber(latestMs)
  );
}

function isPlace(value: unknown): boolean {
  const { bank, topic, items, ms, id } = (value ?? {}) as Partial<Record<keyof Place, unknown>>;
  const isWhole = [bank, topic, id].every(isText) && isNumber(ms);
  return isWhole && isListOf(items, (item) => item === null || isText(item));
}

type Is = (value: unknown) => boolean;

const isText: Is = (value) => typeof value === 'string';
const isNumber: Is = (value) => Number.isFinite(value);
const isListOf = (value: unknown, is: Is): value is unknown[] => Array.isArray(value) && value.every(is);
const isTuple = (value: unknown, ...are: readonly Is[]): boolean =>
  Array.isArray(value) && value.length === are.length && are.every((is, n) => is(value[n]));

const FIELDS = 7;

const numbersOf = (memory: Reviewed): number[] => [
  memory.stability,
  memory.difficulty,
  memory.firstOn,
  memory.reviewedOn,
  memory.repetitions,
  memory.lapses,
  memory.missed,
];

function memoryAt(numbers: readonly number[], at: number): Reviewed {
  return {
    kind: 'reviewed',
    stability: numbers[at] as number,
    difficulty: numbers[at + 1] as number,
    firstOn: numbers[at + 2] as number,
    reviewedOn: numbers[at + 3] as number,
    repetitions: numbers[at + 4] as number,
    lapses: numbers[at + 5] as number,
    missed: numbers[at + 6] as number,
  };
}

function progressOf(body: Body): Progress {
  const [latestOn, soundUntil, futureFrom] = body.days;
  const memories = new Map<string, Reviewed>();
  for (let n = 0; n < body.refs.length; n++) memories.set(body.refs[n] as string, memoryAt(body.memories, n * FIELDS));
  return {
    memories,
    starred: new Set(body.starred),
    suspended: new Set(body.suspended),
    notes: new Map(body.notes),
    unfinished: new Map(body.unfinished),
    openDrills: new Map(body.openDrills),
    places: new Map(body.places),
    days: { latestOn, soundUntil, futureFrom: futureFrom ?? Number.POSITIVE_INFINITY },
    latestMs: body.latestMs,
  };
}
