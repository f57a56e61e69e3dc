import { basename, dirname, join } from 'node:path';
import { formatInstant, type Instant } from '../core/day.ts';
import { attempt, type Disk, orUndone, syncFolder, writeAll, writeNew } from './atomic-file.ts';
import { END, HEADER, readAt } from './history-tail.ts';
import { orNull } from './store-fault.ts';

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
  const keptIn = rest.length === 0 ? null : keepAside(path, rest, tear.now, disk);
  disk.ftruncateSync(fd, tear.keepTo);
  const head = tear.keepTo === 0 ? HEADER : '';
  writeAll(fd, Buffer.from(head + END), tear.keepTo, disk);
  disk.fsyncSync(fd);
  return { repair: { bytes: rest.length, keptIn }, endAt: tear.keepTo + head.length };
}

/** Under the lock: nobody else makes such names meanwhile. What has one of them is whole. */
function keepAside(path: string, rest: Buffer, now: Instant, disk: Disk): string {
  const folder = dirname(path);
  // A crash between this and the cut left the piece where it was, and aside.
  const known = asidesOf(path, disk).find((aside) => holds(aside, rest, disk));
  const aside = known ?? freeName(path, now, disk);
  if (known === undefined) {
    const unfinished = join(folder, `.${basename(path)}.torn.tmp`);
    attempt(() => disk.unlinkSync(unfinished));
    writeNew(unfinished, rest, 0o600, disk);
    orUndone(
      () => disk.renameSync(unfinished, aside),
      () => disk.unlinkSync(unfinished),
    );
  }
  syncFolder(folder, disk);
  return aside;
}

function asidesOf(path: string, disk: Disk): string[] {
  const names = disk.readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.torn-`));
  return names.map((name) => join(dirname(path), name));
}

const holds = (aside: string, rest: Buffer, disk: Disk): boolean =>
  disk.lstatSync(aside).size === rest.length && disk.readFileSync(aside).equals(rest);

function freeName(path: string, now: Instant, disk: Disk): string {
  const time = formatInstant({ ms: now.ms, offset: now.offset }).slice(0, 19).replace(/[-:]/g, '');
  for (let copy = 1; ; copy++) {
    const aside = `${path}.torn-${time}${copy === 1 ? '' : `-${copy}`}`;
    if (orNull(() => disk.lstatSync(aside)) === null) return aside;
  }
}
