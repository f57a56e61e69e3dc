import { basename, dirname, join } from 'node:path';
import { formatInstant, type Instant } from '../core/day.ts';
import { attempt, type Disk, orUndone, syncFolder, writeNew } from './atomic-file.ts';
import { orNull } from './store-fault.ts';

type Kind = 'torn' | 'damaged';

/**
 * Keeps what is taken out of a file in one of its own beside it, `history.json.torn-20261122T210000`; its path. What has such a
 * name is whole. Of a tail that is cut under the lock nobody else makes such names meanwhile.
 */
export function keepAside(path: string, kind: Kind, rest: Uint8Array, now: Instant, disk: Disk): string {
  const folder = dirname(path);
  // A crash between this and the cut left the piece where it was, and aside.
  const known = asidesOf(path, kind, disk).find((aside) => holds(aside, rest, disk));
  const aside = known ?? freeName(path, kind, now, disk);
  if (known === undefined) {
    const unfinished = join(folder, `.${basename(path)}.${kind}.tmp`);
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

function asidesOf(path: string, kind: Kind, disk: Disk): string[] {
  const names = disk.readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.${kind}-`));
  return names.map((name) => join(dirname(path), name));
}

const holds = (aside: string, rest: Uint8Array, disk: Disk): boolean =>
  disk.lstatSync(aside).size === rest.length && disk.readFileSync(aside).equals(rest);

function freeName(path: string, kind: Kind, now: Instant, disk: Disk): string {
  const time = formatInstant({ ms: now.ms, offset: now.offset }).slice(0, 19).replace(/[-:]/g, '');
  for (let copy = 1; ; copy++) {
    const aside = `${path}.${kind}-${time}${copy === 1 ? '' : `-${copy}`}`;
    if (orNull(() => disk.lstatSync(aside)) === null) return aside;
  }
}
