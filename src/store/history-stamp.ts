import type { Stats } from 'node:fs';

/** One state of a history and its archive. Two stamps are equal only where nothing was written in between. */
export interface HistoryStamp {
  readonly size: string;
  readonly mtimeMs: string;
  readonly ino: string;
  /** The same of all files of the archive; empty where there are none. */
  readonly archive: string;
}

/** Null where there is neither a history nor an archive. */
export function stampOf(seen: Stats | null, archive: string): HistoryStamp | null {
  if (seen === null && archive === '') return null;
  return { size: said(seen?.size), mtimeMs: said(seen?.mtimeMs), ino: said(seen?.ino), archive };
}

/** Whether two stamps are of one state; null is the history that isn't there. */
export function isSameStamp(one: HistoryStamp | null, other: HistoryStamp | null): boolean {
  return (
    one?.size === other?.size &&
    one?.mtimeMs === other?.mtimeMs &&
    one?.ino === other?.ino &&
    one?.archive === other?.archive
  );
}

/** Whether two looks at a path found one state of one file; null: nothing was there. */
export function isSameFile(one: Stats | null, other: Stats | null): boolean {
  return one?.ino === other?.ino && one?.size === other?.size && one?.mtimeMs === other?.mtimeMs;
}

const said = (number: number | undefined): string => (number === undefined ? '' : String(number));
