import { attempt, type Disk } from './atomic-file.ts';
import { errnoOf, orNull } from './store-fault.ts';

/** Who holds a lock. As text: `4711.0123456789abcdef@host`. */
export interface Owner {
  readonly pid: number;
  readonly token: string;
  readonly host: string;
}

export interface Mark {
  /** Null while the owner is not written yet, and where something else was written. */
  readonly owner: Owner | null;
  /** No two marks share it. */
  readonly name: string;
}

/**
 * Puts a mark at a path where there is none; false where there is one. It is a symbolic link to nowhere that says
 * who made it: one call makes it with its text, at a third of what a file costs. Where the system makes no such
 * links it is a file, which for a moment is there without its text.
 */
export function putMark(path: string, owner: Owner, disk: Disk): boolean {
  const text = `${owner.pid}.${owner.token}@${owner.host}`;
  try {
    disk.symlinkSync(text, path);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'EEXIST') return false;
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL', 'UNKNOWN'].includes(errno ?? '')) throw error;
  }
  return putFile(path, text, disk);
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

function parseOwner(text: string): Owner | null {
  const match = /^([1-9]\d{0,9})\.([0-9a-f]{16})@([^/]*)$/.exec(text);
  return match && { pid: Number(match[1]), token: match[2] as string, host: match[3] as string };
}
