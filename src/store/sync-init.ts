import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { parseRemote, type RemoteRefusal, withoutPassword } from '../core/sync/remote.ts';
import type { Home } from './home.ts';
import { Clone, type CloneSettings, isSetUp } from './sync-clone.ts';
import { SyncFault } from './sync-fault.ts';
import { withRunLock } from './sync-lock.ts';
import { isEmpty, probe } from './sync-remote.ts';
import { createAt, lookAt } from './sync-remote-path.ts';
import { readForeignTree } from './sync-tree.ts';

export interface SetUp {
  /** The repository of this machine was made just now. */
  readonly isNew: boolean;
  /** As it may be shown; null where there is none. */
  readonly remote: string | null;
  /** The one that it takes the place of. */
  readonly former: string | null;
  /** A repository was made at the path of the remote. */
  readonly created: boolean;
}

/**
 * Sets a home up for syncing, and its remote if one is named. Whatever speaks against the remote is found before anything is
 * changed: then all is as it was.
 */
export async function setUp(
  home: Home,
  settings: CloneSettings,
  typed: string | undefined,
  cwd: string,
): Promise<SetUp> {
  return withRunLock(home, async () => {
    const remote = typed === undefined ? null : readRemote(typed, cwd, home);
    const isNew = !isSetUp(home);
    if (isNew) await Clone.create(home, settings);
    let clone: Clone | null = null;
    try {
      clone = await Clone.open(home, settings);
      const former = clone.remote === remote ? null : clone.remote;
      if (remote === null) return { isNew, remote: shown(clone.remote), former: null, created: false };
      const created = await prepare(clone, remote, settings, home);
      if (clone.remote !== remote) await clone.setRemote(remote);
      return { isNew, remote: shown(remote), former: shown(former), created };
    } catch (error) {
      if (isNew) rmSync(home.sync, { recursive: true, force: true });
      throw error;
    } finally {
      clone?.close();
    }
  });
}

/** What was typed as a remote cannot be one. */
export class RemoteRefused extends Error {
  readonly refusal: RemoteRefusal | 'own-home';
  readonly text: string;

  constructor(refusal: RemoteRefused['refusal'], text: string) {
    super(`${refusal} ${text}`);
    this.refusal = refusal;
    this.text = text;
  }
}

function readRemote(typed: string, cwd: string, home: Home): string {
  const parsed = parseRemote(typed);
  if (typeof parsed === 'string') throw new RemoteRefused(parsed, typed);
  if (parsed.kind === 'url') return parsed.url;
  const path = resolve(cwd, parsed.path.startsWith('~/') ? join(homedir(), parsed.path.slice(2)) : parsed.path);
  if (path === home.directory || `${path}${sep}`.startsWith(`${home.sync}${sep}`))
    throw new RemoteRefused('own-home', typed);
  return path;
}

/** Sees whether a remote can be one, and makes it where a path leads to nothing yet. */
async function prepare(clone: Clone, remote: string, settings: CloneSettings, home: Home): Promise<boolean> {
  const { git } = clone;
  git.remoteName = withoutPassword(remote);
  const parsed = parseRemote(remote);
  const found = typeof parsed === 'object' && parsed.kind === 'path' ? lookAt(remote) : 'repository';
  switch (found) {
    case 'free':
      await createAt(remote, { ...settings, cwd: home.directory });
      return true;
    case 'no-folder':
      throw new SyncFault('REMOTE_NOT_FOUND', { place: remote });
    case 'work-tree':
      throw new SyncFault('REMOTE_NOT_BARE', { place: remote });
    case 'other':
      throw new SyncFault('REMOTE_FOREIGN', { place: remote });
    case 'repository': {
      const commit = await probe(clone, remote);
      if (commit !== null) await readForeignTree(clone.objects, commit, git.remoteName);
      else if (!(await isEmpty(clone, remote))) throw new SyncFault('REMOTE_FOREIGN', { place: git.remoteName });
      return false;
    }
  }
}

const shown = (remote: string | null): string | null => (remote === null ? null : withoutPassword(remote));
