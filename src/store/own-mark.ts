import { dirname, join } from 'node:path';
import { attempt, type Disk, writeAll } from './atomic-file.ts';
import { isDead, type Owner, ownerText, parseOwner } from './lock-owner.ts';
import { errnoOf, orNull } from './store-fault.ts';

const PREFIX = '.owner-';

/** What is left at the end is taken away then. */
let isListening = false;

/** The files of this process, by folder. */
const made = new Map<string, { readonly path: string; readonly owner: Owner; readonly disk: Disk }>();

/**
 * A file beside a lock that says who its owner is. The lock is a second name of it: of all ways to make a name that only one
 * can make, this one costs the file system least, since nothing is made but the name.
 */
export function ownMark(lock: string, owner: Owner, disk: Disk): string {
  const folder = dirname(lock);
  const mine = made.get(folder);
  if (mine?.owner === owner) return mine.path;
  const path = join(folder, `${PREFIX}${ownerText(owner)}`);
  sweep(folder, disk);
  write(path, ownerText(owner), disk);
  if (!isListening) process.once('exit', forgetAll);
  isListening = true;
  made.set(folder, { path, owner, disk });
  return path;
}

/** The file is not needed any more, or was taken away by somebody; the next lock makes it anew. */
export function forgetMark(lock: string): void {
  const folder = dirname(lock);
  const mine = made.get(folder);
  made.delete(folder);
  if (mine) attempt(() => mine.disk.unlinkSync(mine.path));
}

function forgetAll(): void {
  for (const folder of [...made.keys()]) forgetMark(join(folder, 'lock'));
}

/** What processes left that were killed. */
function sweep(folder: string, disk: Disk): void {
  for (const name of orNull(() => disk.readdirSync(folder)) ?? []) {
    const owner = name.startsWith(PREFIX) ? parseOwner(name.slice(PREFIX.length)) : null;
    if (owner && isDead(owner)) attempt(() => disk.unlinkSync(join(folder, name)));
  }
}

function write(path: string, text: string, disk: Disk): void {
  let fd: number;
  try {
    fd = disk.openSync(path, 'wx', 0o600);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return;
    throw error;
  }
  try {
    writeAll(fd, Buffer.from(text), 0, disk);
  } catch (error) {
    attempt(() => disk.unlinkSync(path));
    throw error;
  } finally {
    disk.closeSync(fd);
  }
}
