import type { Instant } from '../core/day.ts';
import { keepAside } from './aside.ts';
import { type Disk, writeAll } from './atomic-file.ts';
import { END, HEADER, readAt } from './history-tail.ts';

export interface Repair {
  /** How much was cut off; 0 where only the end line was missing. */
  readonly bytes: number;
  /** The file beside the history that has what was cut off; null where it was nothing. */
  readonly keptIn: string | null;
}

/**
 * Under the lock: cuts a torn tail off behind `keepTo` and closes the file again. What is cut off is safe in a file
 * of its own before the cut, and a crash between the steps leaves a torn tail again.
 */
export function mend(
  fd: number,
  path: string,
  tear: { readonly size: number; readonly keepTo: number; readonly now: Instant },
  disk: Disk,
): { repair: Repair; endAt: number } {
  const rest = readAt(fd, tear.keepTo, tear.size - tear.keepTo, disk);
  const keptIn = rest.length === 0 ? null : keepAside(path, 'torn', rest, tear.now, disk);
  disk.ftruncateSync(fd, tear.keepTo);
  const head = tear.keepTo === 0 ? HEADER : '';
  writeAll(fd, Buffer.from(head + END), tear.keepTo, disk);
  disk.fsyncSync(fd);
  return { repair: { bytes: rest.length, keptIn }, endAt: tear.keepTo + head.length };
}
