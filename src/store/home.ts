import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { ensureFolder, replaceOwn } from './atomic-file.ts';
import { readRegularFile } from './regular-file.ts';

/** Where a learner's things lie. */
export interface Home {
  readonly directory: string;
  readonly history: string;
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
    banks: join(directory, 'banks'),
    cache: join(directory, 'cache'),
    device: join(directory, 'device'),
  };
}

/** The four characters that events carry for this machine; drawn once and kept beside the history. */
export function deviceOf(home: Home): string {
  try {
    const known = readRegularFile(home.device, 1024).toString('utf8').trim();
    if (/^[a-z0-9-]{1,32}$/.test(known)) return known;
  } catch {
    // First use of this home.
  }
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  const fresh = [...randomBytes(4)].map((byte) => alphabet[byte % alphabet.length]).join('');
  ensureFolder(home.directory);
  replaceOwn(home.device, `${fresh}\n`, 0o600);
  return fresh;
}
