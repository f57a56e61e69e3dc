import fs from 'node:fs';
import type { Disk } from './atomic-file.ts';
import { readLines } from './history-read.ts';
import { type Shape, shapeOf } from './history-tail.ts';
import { type Keep, type LinesRead, PatientLines } from './patient-lines.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';

/** The history of somebody else, as far as it can be read; the events in the order of the file. */
export interface LearnerHistory extends LinesRead {
  /** Bytes of an append that was cut short; null where the file is closed as it should be. */
  readonly tornBytes: number | null;
  /** The file has no byte. */
  readonly isEmpty: boolean;
  /** Made by a newer program, which may have written what this one does not know. */
  readonly isNewer: boolean;
}

export interface ReadingOptions {
  readonly keep?: Keep;
  readonly disk?: Disk;
  /** How long a tail that looks torn is given to become whole. */
  readonly patienceMs?: number;
}

/**
 * Reads a file that is not ours to mend: no lock, no cut, nothing written beside it. What is damaged is passed over and
 * said. A file that never was a history, or that is not there, is refused.
 */
export function readLearnerHistory(path: string, options: ReadingOptions = {}): LearnerHistory {
  const { keep = (event) => event, disk = fs, patienceMs = 80 } = options;
  return naming('CANNOT_READ', path, () => {
    const fd = openToRead(path, disk);
    try {
      const { size, shape } = settledShape(fd, disk, patienceMs);
      if (shape.kind === 'foreign') throw new StoreFault('HISTORY_DAMAGED', { path, line: 1, reason: 'WRONG_HEADER' });
      const wholeSize = shape.kind === 'torn' ? shape.keepTo : size;
      const into = new PatientLines(keep);
      readLines(fd, wholeSize, disk, into, (bytes, lines) => lines.read(bytes), shape);
      const tornBytes = shape.kind === 'torn' ? size - wholeSize : null;
      return { ...into.told(tornBytes !== null), tornBytes, isEmpty: size === 0, isNewer: shape.kind === 'newer' };
    } finally {
      disk.closeSync(fd);
    }
  });
}

/** Whether anything is there, if only a link to nowhere. */
export const isThere = (path: string, disk: Disk = fs): boolean => {
  try {
    return orNull(() => disk.lstatSync(path)) !== null;
  } catch {
    return false;
  }
};

/** Whether a file holds a history, whole or not. */
export function isHistory(path: string, disk: Disk = fs): boolean {
  try {
    const fd = openToRead(path, disk);
    try {
      const { kind } = shapeOf(fd, disk.fstatSync(fd).size, disk);
      return kind !== 'foreign' && kind !== 'empty';
    } finally {
      disk.closeSync(fd);
    }
  } catch {
    return false;
  }
}

function openToRead(path: string, disk: Disk): number {
  const found = disk.statSync(path);
  // A pipe would make the opening wait for whoever writes into it.
  const errno = found.isDirectory() ? 'EISDIR' : 'EINVAL';
  if (!found.isFile()) throw new StoreFault('CANNOT_READ', { path, errno });
  return disk.openSync(path, 'r');
}

const NAP_MS = 20;

/** Its owner may be answering just now: a tail that looks torn is looked at again before it counts as torn. */
function settledShape(fd: number, disk: Disk, patienceMs: number): { readonly size: number; readonly shape: Shape } {
  for (let waitedMs = 0; ; waitedMs += NAP_MS) {
    const { size } = disk.fstatSync(fd);
    const shape = shapeOf(fd, size, disk);
    if (shape.kind !== 'torn' || waitedMs >= patienceMs) return { size, shape };
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP_MS);
  }
}
