import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { parseRemote } from '../core/sync/remote.ts';
import { ensureFolder } from './atomic-file.ts';
import { Git, type GitSettings } from './git.ts';
import { naming, orNull, StoreFault } from './store-fault.ts';
import { SyncFault } from './sync-fault.ts';

/** What lies at a path that shall be the remote. */
export type AtPath = 'repository' | 'free' | 'no-folder' | 'work-tree' | 'other';

export function lookAt(path: string): AtPath {
  return naming('CANNOT_READ', path, () => {
    const found = orNull(() => fs.statSync(path));
    if (found === null) return isFolder(dirname(path)) ? 'free' : 'no-folder';
    if (!found.isDirectory()) return 'other';
    const names = fs.readdirSync(path);
    if (names.length === 0) return 'free';
    if (['HEAD', 'objects', 'refs'].every((name) => names.includes(name))) return 'repository';
    if (names.includes('.git')) return 'work-tree';
    const config = textOf(join(path, 'config'));
    const isBegun = isOurs(config) || (names.length === 1 && config !== null && CONFIG.startsWith(config));
    return isBegun ? 'free' : 'other';
  });
}

/**
 * Makes a repository for others to push into. Its objects come in packs that are put together after some pushes, before the
 * push is over: a stick may be pulled out right then. Our settings come first, so that what was broken off is known again.
 */
export async function createAt(path: string, settings: GitSettings): Promise<void> {
  try {
    // Like the home, for its owner alone.
    naming('CANNOT_WRITE', path, () => ensureFolder(path));
    naming('CANNOT_WRITE', path, () => {
      for (const name of ['config.lock', 'HEAD.lock']) fs.rmSync(join(path, name), { force: true });
      const config = join(path, 'config');
      if (!isOurs(textOf(config))) fs.writeFileSync(config, CONFIG);
    });
    const git = new Git(path, settings);
    await git.bytes(['init', '-q', '--bare', '-b', 'main', '--object-format=sha1', '--template=', path]);
  } catch (error) {
    const said = error instanceof SyncFault || error instanceof StoreFault ? (saidIn(error) ?? error.code) : undefined;
    throw said === undefined || said === 'GIT_MISSING'
      ? error
      : new SyncFault('REMOTE_NOT_MADE', { place: path, said }, error);
  }
}

const saidIn = (error: SyncFault | StoreFault): string | undefined =>
  error instanceof SyncFault ? error.detail.said : error.detail.errno;

const CONFIG = `[receive]
	unpackLimit = 1
[gc]
	autoPackLimit = 10
	autoDetach = false
`;

/**
 * The other end of a repository on a path is a git on this machine, and works by the settings of that repository. None of
 * what it names there is run: whoever had the stick in hand could have put a hook on it.
 */
export function otherEnd(remote: string, program: 'upload-pack' | 'receive-pack'): string[] {
  if (!isPath(remote)) return [];
  const settings = [
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'core.alternateRefsCommand=:',
    'core.sshCommand=false',
    ...(isPlain(remote) ? [] : ['receive.autogc=false']),
  ];
  return [`--${program}=git ${settings.map((setting) => `-c ${setting}`).join(' ')} ${program}`];
}

/** Whether a repository has no settings but those that it was made with. Else it is not put in order, for which git may run more. */
function isPlain(remote: string): boolean {
  const lines = naming('CANNOT_READ', remote, () => fs.readFileSync(join(remote, 'config'), 'utf8')).split('\n');
  return lines.every((line) => /^\s*(\[(core|receive|gc)\])?$/.test(line) || PLAIN_SETTING.test(line));
}

const PLAIN_SETTING =
  /^\s*(repositoryFormatVersion|fileMode|bare|ignoreCase|precomposeUnicode|symlinks|sharedRepository|denyNonFastForwards|unpackLimit|autoPackLimit|autoDetach)\s*=\s*\w+$/i;

/** To a disk a history goes faster whole than as what is new in it; to a network it is the other way round. */
export const packing = (remote: string): string[] =>
  isPath(remote) ? ['-c', 'core.bigFileThreshold=4m', '-c', 'pack.compression=1'] : [];

/** A path that is gone for now: a stick that is not plugged in, a share that is not mounted. */
export function absence(remote: string): SyncFault | null {
  return isPath(remote) && orNull(() => fs.statSync(join(remote, 'HEAD'))) === null
    ? new SyncFault('REMOTE_UNREACHABLE', { place: remote })
    : null;
}

export const isPath = (remote: string): boolean => {
  const parsed = parseRemote(remote);
  return typeof parsed === 'object' && parsed.kind === 'path';
};

const textOf = (path: string): string | null =>
  orNull(() => fs.statSync(path))?.isFile() ? fs.readFileSync(path, 'utf8') : null;

/** Whether these are the settings that `createAt` begins a repository with. */
const isOurs = (config: string | null): boolean => config?.startsWith(CONFIG) === true;

const isFolder = (path: string): boolean => orNull(() => fs.statSync(path))?.isDirectory() === true;
