import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { type Disk, ensureFolder, replaceOwn } from './atomic-file.ts';
import { createWhole } from './new-file.ts';
import { naming, orNull } from './store-fault.ts';

/** Where a learner's things lie. */
export interface Home {
  readonly directory: string;
  readonly history: string;
  /** Compressed copies of the history. */
  readonly backups: string;
  /** Files of old events, put away by their owner. */
  readonly archive: string;
  /** What `quiz sync` keeps: a repository of git. */
  readonly sync: string;
  readonly banks: string;
  readonly cache: string;
  readonly device: string;
}

/** The folder named on the command line, else `QUIZ_HOME`, else the platform's data folder for `quiz`. */
export function homeAt(named: string | undefined, env: NodeJS.ProcessEnv, cwd: string): Home {
  const chosen = named || env.QUIZ_HOME || envPaths('quiz', { suffix: '' }).data;
  const expanded = chosen === '~' || chosen.startsWith('~/') ? join(homedir(), chosen.slice(1)) : chosen;
  const directory = isAbsolute(expanded) ? expanded : resolve(cwd, expanded);
  return {
    directory,
    history: join(directory, 'history.json'),
    backups: join(directory, 'backups'),
    archive: join(directory, 'archive'),
    sync: join(directory, 'sync'),
    banks: join(directory, 'banks'),
    cache: join(directory, 'cache'),
    device: join(directory, 'device'),
  };
}

const LARGEST_NAME_BYTES = 1024;

/** The four characters that events carry for this machine; drawn once and kept beside the history. */
export function deviceOf(home: Home, disk: Disk = fs): string {
  const known = knownDevice(home, disk);
  if (known !== null) return known;
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  const fresh = [...randomBytes(4)].map((byte) => alphabet[byte % alphabet.length]).join('');
  naming('CANNOT_WRITE', home.directory, () => ensureFolder(home.directory, disk));
  if (createWhole(home.device, `${fresh}\n`, 0o600, disk)) return fresh;
  // Another process was faster, or what stands there is no name.
  const other = knownDevice(home, disk);
  if (other === null) replaceOwn(home.device, `${fresh}\n`, 0o600, disk);
  return other ?? fresh;
}

/** Null where there is none yet, or something that is no file. One that only cannot be read just now must not become another. */
function knownDevice(home: Home, disk: Disk): string | null {
  const found = naming('CANNOT_READ', home.device, () => orNull(() => disk.lstatSync(home.device)));
  if (!found?.isFile() || found.size > LARGEST_NAME_BYTES) return null;
  const text = naming('CANNOT_READ', home.device, () => orNull(() => disk.readFileSync(home.device, 'utf8')));
  const device = text?.trim() ?? '';
  return /^[a-z0-9-]{1,32}$/.test(device) ? device : null;
}
