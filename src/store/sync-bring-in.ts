import fs from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Instant } from '../core/day.ts';
import { carriedAs, HISTORY, Names } from '../core/sync/carried.ts';
import { type Files, pathsOf } from '../core/sync/merge-paths.ts';
import { archivingLock } from './archive-history.ts';
import { type Disk, ensureFolder, realPath, syncFolder, writeAtomically } from './atomic-file.ts';
import type { Backup } from './backups.ts';
import { type Blobs, blobId } from './git-objects.ts';
import { takeLock } from './history-lock.ts';
import type { Home } from './home.ts';
import { sweepFolder } from './leftovers.ts';
import { forgetMark } from './own-mark.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';
import { bringHistory } from './sync-bring-history.ts';
import type { LeftOut } from './sync-live.ts';

export interface BringIn {
  /** What shall be in the home. */
  readonly target: Files;
  /** What was there when the run began. */
  readonly seen: Files;
  /** What went into the target of each bank. */
  readonly merged: Files;
  /** Banks that stay as they are, and what they were last equal to; null where they were not. */
  readonly frozen: ReadonlyMap<string, string | null>;
  readonly now: Instant;
  readonly disk?: Disk;
}

export interface BroughtIn {
  /** What the home is equal to now, or was last. */
  readonly home: ReadonlyMap<string, string>;
  readonly backup: Backup | null;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Brings a state into the home that was checked before: archives first, then the history under its lock, then banks. What was
 * changed while the run went on is left alone, and is a change of this home to the next run.
 */
export async function bringIn(home: Home, objects: Blobs, change: BringIn): Promise<BroughtIn> {
  const { target, seen, merged, frozen, disk = fs } = change;
  const result = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const folder = new HomeFolder(home, seen, disk);
  const paths = pathsOf(target, seen, merged);
  const archives = paths.filter((each) => carriedAs(each) === 'archive');
  const backup = await whileNobodyArchives(home, disk, async () => {
    let isLacking = false;
    for (const path of archives.filter((each) => target.has(each))) {
      const left = await folder.bring(path, change, objects);
      if (left && left !== 'changed') leftOut.push({ path, ...left });
      if (left) isLacking = true;
      keep(result, path, (left ? seen : target).get(path));
    }
    sweepFolder(home.archive, disk);
    const isSame = target.get(HISTORY) === seen.get(HISTORY) && !isLacking;
    const made = isSame ? null : await bringHistory(home, objects, change);
    keep(result, HISTORY, target.get(HISTORY));
    for (const path of archives.filter((each) => !target.has(each))) await folder.bring(path, change, objects);
    return made;
  });
  for (const path of paths.filter((each) => carriedAs(each) === 'bank')) {
    if (frozen.has(path)) keep(result, path, frozen.get(path));
    else {
      const left = await folder.bring(path, change, objects);
      if (left && left !== 'changed') leftOut.push({ path, ...left });
      keep(result, path, left === null ? target.get(path) : merged.get(path));
    }
  }
  return { home: result, backup, leftOut };
}

async function whileNobodyArchives<T>({ history }: Home, disk: Disk, action: () => Promise<T>): Promise<T> {
  const lock = archivingLock(naming('CANNOT_READ', history, () => realPath(history, disk)));
  const release = takeLock(lock, disk);
  try {
    return await action();
  } finally {
    release();
    forgetMark(lock);
  }
}

/** The files of a home, written one by one. */
class HomeFolder {
  readonly #home: Home;
  readonly #names = new Names();
  readonly #disk: Disk;

  constructor(home: Home, seen: Files, disk: Disk) {
    this.#home = home;
    this.#disk = disk;
    for (const path of [...seen.keys()].sort()) this.#names.take(path);
  }

  /** Null where the file is as the target has it; else why not. */
  async bring(
    path: string,
    { target, seen }: BringIn,
    objects: Blobs,
  ): Promise<null | 'changed' | Omit<LeftOut, 'path'>> {
    const [wanted, found] = [target.get(path), seen.get(path)];
    if (wanted === found) return null;
    const file = join(this.#home.directory, ...path.split('/'));
    const blocked = this.#blocked(file);
    if (blocked) return { why: 'link', other: blocked };
    const now = naming('CANNOT_READ', file, () => orNull(() => this.#disk.readFileSync(file)));
    const isNow = now === null ? undefined : blobId(now);
    if (isNow === wanted) return null;
    if (isNow !== found) return 'changed';
    if (wanted === undefined) {
      naming('CANNOT_WRITE', file, () => this.#disk.unlinkSync(file));
      syncFolder(dirname(file), this.#disk);
      return null;
    }
    const other = found === undefined ? this.#names.take(path) : null;
    if (other !== null) return { why: 'clash', other };
    return this.#write(file, await objects.read(wanted));
  }

  #write(file: string, content: Buffer): null | Omit<LeftOut, 'path'> {
    try {
      naming('CANNOT_WRITE', file, () => ensureFolder(dirname(file), this.#disk));
      const mode = naming('CANNOT_READ', file, () => orNull(() => this.#disk.statSync(file))?.mode ?? 0o600);
      writeAtomically(file, content, mode & 0o777, this.#disk);
      return null;
    } catch (error) {
      const errno = error instanceof StoreFault ? error.detail.errno : undefined;
      if (!errno || !OF_ONE_FILE.includes(errno)) throw error;
      return { why: 'not-written', other: errno };
    }
  }

  /** A link, or something that is no file, on the way. The folder of archives may be a link: nothing of others' naming is. */
  #blocked(file: string): string | null {
    const isArchive = file.startsWith(join(this.#home.archive, sep));
    const top = isArchive ? this.#home.archive : this.#home.directory;
    let each = top;
    for (const name of file.slice(top.length + 1).split(sep)) {
      each = join(each, name);
      const found = naming('CANNOT_READ', each, () => orNull(() => this.#disk.lstatSync(each)));
      if (found === null) return null;
      if (!(each === file ? found.isFile() : found.isDirectory())) return each;
    }
    return null;
  }
}

/** What the system says of one name; all else would be said of the next too. */
const OF_ONE_FILE = ['ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'EACCES', 'EPERM', 'EILSEQ'];

function keep(result: Map<string, string>, path: string, id: string | null | undefined): void {
  if (id !== null && id !== undefined) result.set(path, id);
}
