import { spawn } from 'node:child_process';
import { type Asking, gitEnvironment, SETTINGS, silentSsh } from './git-environment.ts';
import { type Errand, gitFault } from './git-fault.ts';
import { SyncFault } from './sync-fault.ts';

/** Older ones lack what is asked of git here: `init -b` and `--object-format`, `fetch --no-write-fetch-head`. */
export const OLDEST_GIT = '2.30';

export interface GitSettings extends Asking {
  readonly env: NodeJS.ProcessEnv;
  /** A folder that is there; git is started in it. */
  readonly cwd: string;
}

export interface Ran {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly errand?: Errand;
  /** Bytes: git is ended where it writes more, and that is a fault. For what others may have made without end. */
  readonly most?: number;
}

/** Git as a child process, always with arguments one by one and never through a shell. */
export class Git {
  /** The `.git` folder that it works on. */
  readonly folder: string;
  readonly #settings: GitSettings;
  readonly #env: NodeJS.ProcessEnv;
  /** For faults: the remote as it may be shown. */
  remoteName = '';

  constructor(folder: string, settings: GitSettings, more: Readonly<Record<string, string>> = {}) {
    this.folder = folder;
    this.#settings = settings;
    this.#env = { ...gitEnvironment(settings.env, settings), ...more };
  }

  /** The same with further variables, and with an `ssh` that asks nothing where nobody is there to answer. */
  with(more: Readonly<Record<string, string>>, configuredSsh?: string): Git {
    const { env, mayAsk } = this.#settings;
    const ssh = mayAsk ? undefined : silentSsh(env, configuredSsh);
    return new Git(this.folder, this.#settings, { ...more, ...(ssh ? { GIT_SSH_COMMAND: ssh } : {}) });
  }

  /** Refuses a git that is missing or too old. */
  async requireGit(): Promise<void> {
    const { out } = await this.#spawn(['--version'], {});
    const version = /(\d+)\.(\d+)[.\w]*/.exec(out.toString('latin1'));
    const [major, minor] = OLDEST_GIT.split('.').map(Number) as [number, number];
    const isOld =
      !version || Number(version[1]) < major || (Number(version[1]) === major && Number(version[2]) < minor);
    if (isOld) throw new SyncFault('GIT_OLD', { said: version?.[0] ?? out.toString('latin1').trim() });
  }

  /** Runs to the end, whatever comes of it; but where git does not know an option, its age is looked at. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const ran = await this.#spawn([...SETTINGS, `--git-dir=${this.folder}`, ...args], options);
    if (ran.code === WRONG_USE) await this.requireGit();
    return ran;
  }

  /** What it wrote; a fault where it failed. */
  async bytes(args: readonly string[], options: RunOptions = {}): Promise<Buffer> {
    const { code, out, err } = await this.run(args, options);
    if (code !== 0) throw this.fault(err, options.errand);
    return out;
  }

  async text(args: readonly string[], options: RunOptions = {}): Promise<string> {
    return (await this.bytes(args, options)).toString('utf8').trimEnd();
  }

  fault(stderr: string, errand: Errand = 'here'): SyncFault {
    return gitFault(errand, stderr, errand === 'here' ? this.folder : this.remoteName);
  }

  #spawn(args: readonly string[], { input, env, most = Number.POSITIVE_INFINITY }: RunOptions): Promise<Ran> {
    return new Promise((resolve, reject) => {
      const child = spawn('git', args, {
        cwd: this.#settings.cwd,
        env: env ? { ...this.#env, ...env } : this.#env,
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
      });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      let bytes = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= most) out.push(chunk);
        else {
          child.kill('SIGKILL');
          reject(new SyncFault('REMOTE_DAMAGED', { said: `> ${most} bytes` }));
        }
      });
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ENOENT' || error.code === 'EACCES' ? new SyncFault('GIT_MISSING', {}, error) : error);
      });
      child.on('close', (code, signal) => {
        const words = Buffer.concat(err).toString('utf8');
        // Whoever is killed has no last word.
        const said = signal === null ? words : `${words}\ngit was ended by ${signal}`;
        resolve({ code: code ?? KILLED, out: Buffer.concat(out), err: said });
      });
      // A git that fails does not read to the end; its exit code says so.
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  }
}

/** The exit code of git where it is called with what it does not know. */
const WRONG_USE = 129;
/** The exit code of a git that a signal ended. */
const KILLED = 137;
