import { randomBytes } from 'node:crypto';
import fs, { appendFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../core/day.ts';
import { ensureFolder, syncFolder } from './atomic-file.ts';
import { Git, type GitSettings } from './git.ts';
import { GitObjects } from './git-objects.ts';
import { deviceOf, type Home } from './home.ts';
import { naming, orNull } from './store-fault.ts';
import { SyncFault } from './sync-fault.ts';

export const HOME = 'refs/heads/home';
export const MAIN = 'refs/heads/main';
export const REMOTE = 'refs/remotes/origin/main';
/** What a remote has that is only looked at. */
export const PROBED = 'refs/quiz/probed';

export interface CloneSettings extends Omit<GitSettings, 'cwd'> {
  readonly now: Instant;
}

/** Where the branches stood when a run began; null before the first. */
export interface Branches {
  /**
   * A commit on top of `agreed` whose tree is what this home was last equal to. What the home has besides is a change made
   * here. A bank that is in conflict stands in it as it was before both sides changed it.
   */
  readonly home: string | null;
  /** What all machines agreed on, as far as this one knows. */
  readonly agreed: string | null;
  /** The trees of both are known to be one. */
  readonly isLevel: boolean;
  /** What the remote had when it was last asked. */
  readonly remote: string | null;
}

/** The repository of this machine, in `sync/.git` of the home: one without a working tree. */
export class Clone {
  readonly git: Git;
  readonly objects: GitObjects;
  /** For an index and for files that git shall compare; each run has its own. */
  readonly scratch: string;
  /** As it is in the settings of the repository, a password included. */
  readonly remote: string | null;
  readonly device: string;

  private constructor(git: Git, remote: string | null, device: string) {
    this.git = git;
    this.objects = new GitObjects(git);
    this.scratch = join(git.folder, `${SCRATCH}${randomBytes(6).toString('hex')}`);
    this.remote = remote;
    this.device = device;
  }

  static async open(home: Home, settings: CloneSettings): Promise<Clone> {
    const git = gitIn(home, settings);
    if (!isThere(join(home.sync, '.git')))
      throw new SyncFault(isTaken(home) ? 'SYNC_FOLDER_TAKEN' : 'SYNC_NOT_SET_UP', { place: home.sync });
    const config = await configOf(git);
    if (!config.has('quiz.format')) throw new SyncFault('SYNC_FOLDER_TAKEN', { place: home.sync });
    const device = deviceOf(home);
    const isNamed = config.has('user.name') && config.has('user.email');
    const clone = new Clone(
      git.with(isNamed ? {} : identityOf(device), config.get('core.sshcommand')),
      config.get('remote.origin.url') ?? null,
      device,
    );
    clone.git.remoteName = clone.remote ?? '';
    // What a killed run left; a git that outlived it finds its folder gone, and can spoil nothing of this one.
    for (const name of fs.readdirSync(git.folder))
      if (name.startsWith(SCRATCH)) rmSync(join(git.folder, name), { recursive: true, force: true });
    await clone.#clearLocks();
    naming('CANNOT_WRITE', clone.scratch, () => ensureFolder(clone.scratch));
    return clone;
  }

  /** Makes the repository where there is none. It takes its name when it is complete. */
  static async create(home: Home, settings: CloneSettings): Promise<void> {
    if (isTaken(home)) throw new SyncFault('SYNC_FOLDER_TAKEN', { place: home.sync });
    naming('CANNOT_WRITE', home.directory, () => ensureFolder(home.directory));
    // What a killed run began: the lock that this one holds says that nobody is at it.
    for (const name of fs.readdirSync(home.directory))
      if (name.startsWith(UNFINISHED)) rmSync(join(home.directory, name), { recursive: true, force: true });
    const made = naming('CANNOT_WRITE', home.directory, () => mkdtempSync(join(home.directory, UNFINISHED)));
    try {
      const git = new Git(join(made, '.git'), { ...settings, cwd: home.directory });
      await git.requireGit();
      await git.bytes(['init', '-q', '--bare', '-b', 'main', '--object-format=sha1', '--template=', git.folder]);
      appendFileSync(join(git.folder, 'config'), CONFIG);
      naming('CANNOT_WRITE', home.sync, () => {
        renameSync(made, home.sync);
        syncFolder(home.directory, fs);
      });
    } catch (error) {
      rmSync(made, { recursive: true, force: true });
      throw error;
    }
  }

  close(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }

  async branches(): Promise<Branches> {
    const out = await this.git.text(['for-each-ref', '--format=%(refname) %(objectname) %(tree) %(parent)']);
    const refs = new Map(out.split('\n').map((line) => [line.split(' ')[0], line.split(' ').slice(1)]));
    const [home = null, homeTree, agreed = null] = refs.get(HOME) ?? [];
    if (home !== null && !agreed) throw new SyncFault('SYNC_DAMAGED', { place: this.git.folder, said: HOME });
    const [main, mainTree] = refs.get(MAIN) ?? [];
    const isLevel = home !== null && main === agreed && mainTree === homeTree;
    return { home, agreed: agreed || null, isLevel, remote: refs.get(REMOTE)?.[0] ?? null };
  }

  /**
   * The home is equal to `home` now, and `agreed` is what it stands on. False where the branch is not where it was: a git that
   * outlived a killed run may still have moved it.
   */
  async move(home: string, agreed: string, before: string | null): Promise<boolean> {
    const { code, err } = await this.git.run(['update-ref', '--stdin'], {
      input: `update ${MAIN} ${agreed}\nupdate ${HOME} ${home} ${before ?? '0'.repeat(home.length)}\n`,
    });
    if (code !== 0 && !/cannot lock ref/.test(err)) throw this.git.fault(err);
    return code === 0;
  }

  async setRemote(url: string): Promise<void> {
    await this.git.bytes(['config', 'remote.origin.url', url]);
    // Of another remote it is not known what it has.
    await this.git.bytes(['update-ref', '-d', REMOTE]);
  }

  /**
   * Locks that a killed git left. They are held for moments only, and nobody else works here while this run does: what stays
   * for two seconds was left.
   */
  async #clearLocks(): Promise<void> {
    const locks = ['HEAD', 'config', 'packed-refs', 'shallow', HOME, MAIN, REMOTE, PROBED].map((name) =>
      join(this.git.folder, `${name}.lock`),
    );
    for (let waits = 0; waits < 20 && locks.some(isThere); waits++) await new Promise((done) => setTimeout(done, 100));
    for (const lock of locks) rmSync(lock, { force: true });
  }
}

const SCRATCH = 'quiz-scratch-';
/** A repository that has not got its name yet. */
const UNFINISHED = '.sync-';

export const isSetUp = (home: Home): boolean => isThere(join(home.sync, '.git'));

/** Pushes into it are refused: its branches are set by the runs of this machine. */
const CONFIG = `[quiz]
	format = 1
[core]
	logAllRefUpdates = true
[remote "origin"]
	fetch = +${MAIN}:${REMOTE}
[receive]
	hideRefs = refs/
`;

const gitIn = (home: Home, settings: CloneSettings): Git => {
  naming('CANNOT_WRITE', home.directory, () => ensureFolder(home.directory));
  return new Git(join(home.sync, '.git'), { ...settings, cwd: home.directory });
};

async function configOf(git: Git): Promise<Map<string, string>> {
  const { code, out, err } = await git.run(['config', '-z', '--get-regexp', WANTED]);
  // 1: none of them is set.
  if (code > 1) throw git.fault(err);
  const entries = out.toString('utf8').split('\0').filter(Boolean);
  return new Map(entries.map((entry) => [entry.slice(0, entry.indexOf('\n')), entry.slice(entry.indexOf('\n') + 1)]));
}

const WANTED = '^(quiz\\.format|remote\\.origin\\.url|user\\.(name|email)|core\\.sshcommand)$';

/** For a machine whose git was never told a name. `.invalid` is nobody's (RFC 2606). */
function identityOf(device: string): Record<string, string> {
  const mail = `${device}@quiz.invalid`;
  return { GIT_AUTHOR_NAME: 'quiz', GIT_AUTHOR_EMAIL: mail, GIT_COMMITTER_NAME: 'quiz', GIT_COMMITTER_EMAIL: mail };
}

const isThere = (path: string): boolean => orNull(() => fs.lstatSync(path)) !== null;

function isTaken({ sync }: Home): boolean {
  const found = orNull(() => fs.lstatSync(sync));
  return found !== null && (!found.isDirectory() || fs.readdirSync(sync).length > 0);
}
