import { basename, dirname, join } from 'node:path';
import { attempt, type Disk } from './atomic-file.ts';

/** A file on its way into place is there for a moment. One that the names in its folder outlived by this much is a crash's. */
const STALE_MS = 3_600_000;

const TEMPORARY = /^\.(.+)\.[0-9a-f]{12}\.tmp$/;

/** Removes what crashes left on the way to a file. */
export function sweepBeside(target: string, disk: Disk): void {
  sweep(dirname(target), (name) => name === basename(target), disk);
}

/** Removes what crashes left on the way to any file of a folder that is the program's own. */
export function sweepFolder(folder: string, disk: Disk): void {
  sweep(folder, () => true, disk);
}

/** Age is told by the clock of the file system, which dates both the file and the last change of a name beside it. */
function sweep(folder: string, isMeant: (target: string) => boolean, disk: Disk): void {
  attempt(() => {
    const found = disk.readdirSync(folder).filter((name) => {
      const target = TEMPORARY.exec(name)?.[1];
      return target !== undefined && isMeant(target);
    });
    if (found.length === 0) return;
    const changedMs = disk.statSync(folder).mtimeMs;
    for (const path of found.map((name) => join(folder, name)))
      if (disk.lstatSync(path).mtimeMs < changedMs - STALE_MS) disk.unlinkSync(path);
  });
}
