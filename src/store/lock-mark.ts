import { dirname } from 'node:path';
import { attempt, type Disk } from './atomic-file.ts';
import { type Owner, ownerText, parseOwner } from './lock-owner.ts';
import { forgetMark, ownMark } from './own-mark.ts';
import { errnoOf, orNull } from './store-fault.ts';

export interface Mark {
  /** Null while the owner is not written yet, and where something else was written. */
  readonly owner: Owner | null;
  /** No two marks share it. */
  readonly name: string;
}

/**
 * Puts a mark at a path where there is none; false where there is one. It is a second name of a file that says who made it;
 * where a file may have no second name, a symbolic link to nowhere that says so; where there are none of these either, a file,
 * which for a moment is there without its text.
 */
export function putMark(path: string, owner: Owner, disk: Disk): boolean {
  const folder = dirname(path);
  if (!refusing.has(folder)) {
    const put = tried(() => putName(path, owner, disk));
    if (put !== 'refused') return put;
    refusing.add(folder);
    forgetMark(path);
  }
  const put = tried(() => disk.symlinkSync(ownerText(owner), path));
  return put === 'refused' ? putFile(path, ownerText(owner), disk) : put;
}

/** Folders whose file system gives no file a second name. */
const refusing = new Set<string>();

const REFUSALS = ['EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'EMLINK', 'EXDEV', 'UNKNOWN'];

/** True where it was put, false where a mark is there, `refused` where the system does no such thing. */
function tried(put: () => void): boolean | 'refused' {
  try {
    put();
    return true;
  } catch (error) {
    const errno = errnoOf(error) ?? '';
    if (errno === 'EEXIST') return false;
    if (REFUSALS.includes(errno)) return 'refused';
    throw error;
  }
}

function putName(path: string, owner: Owner, disk: Disk): void {
  try {
    disk.linkSync(ownMark(path, owner, disk), path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    // Somebody tidied up.
    forgetMark(path);
    disk.linkSync(ownMark(path, owner, disk), path);
  }
}

/** Null where there is no mark any more. */
export function readMark(path: string, disk: Disk): Mark | null {
  return orNull(() => {
    const { isFile, text } = readText(path, disk);
    const owner = parseOwner(text);
    if (owner) return { owner, name: owner.token };
    const { ino, mtimeNs } = isFile ? disk.statSync(path, { bigint: true }) : disk.lstatSync(path, { bigint: true });
    return { owner, name: `${ino}-${mtimeNs}` };
  });
}

function putFile(path: string, text: string, disk: Disk): boolean {
  let fd: number;
  try {
    fd = disk.openSync(path, 'wx', 0o600);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    disk.writeSync(fd, text);
    return isStillAt(path, fd, disk);
  } catch (error) {
    attempt(() => disk.unlinkSync(path));
    throw error;
  } finally {
    disk.closeSync(fd);
  }
}

/** False where this process slept so long before it wrote that another took the file for abandoned. */
function isStillAt(path: string, fd: number, disk: Disk): boolean {
  const there = orNull(() => disk.statSync(path, { bigint: true }));
  return there?.ino === disk.fstatSync(fd, { bigint: true }).ino;
}

function readText(path: string, disk: Disk): { isFile: boolean; text: string } {
  try {
    return { isFile: false, text: disk.readlinkSync(path) };
  } catch (error) {
    if (!['EINVAL', 'UNKNOWN'].includes(errnoOf(error) ?? '')) throw error;
    // A pipe is nobody's mark, and would be waited for. A folder is refused by the reading.
    const isRead = disk.lstatSync(path).isFile() || disk.lstatSync(path).isDirectory();
    return { isFile: true, text: isRead ? disk.readFileSync(path, 'utf8') : '' };
  }
}
