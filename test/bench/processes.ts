import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';

const run = promisify(execFile);
const taskFile = fileURLToPath(new URL('task.mjs', import.meta.url));

/** Milliseconds from the start of a Node process to its end. */
export async function nodeRun(args: readonly string[]): Promise<number> {
  const start = performance.now();
  await run(process.execPath, [...args]);
  return performance.now() - start;
}

/** What a task printed that had a process to itself. */
export async function runTask<T = number>(name: string, ...args: readonly (string | number)[]): Promise<T> {
  const { stdout } = await run(process.execPath, [taskFile, name, ...args.map(String)], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as T;
}

/** A Node process in a terminal of 80 × 24. */
export class Terminal {
  readonly startedAt = performance.now();
  readonly #pty: IPty;
  readonly #gone: Promise<void>;
  #seen = '';
  #onData: () => void = () => {};

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.#pty = spawn(process.execPath, [...args], {
      name: 'xterm-256color',
      cols: 80,
      rows: 24,
      env: { ...process.env, ...env },
    });
    this.#pty.onData((text) => {
      this.#seen += text;
      this.#onData();
    });
    this.#gone = new Promise((resolve) => this.#pty.onExit(() => resolve()));
  }

  /** Milliseconds from the start until the text is on the screen. */
  async shows(text: RegExp): Promise<number> {
    await this.#until(() => text.test(this.#seen));
    return performance.now() - this.startedAt;
  }

  /** Milliseconds from a key to the first thing that it changed on the screen. */
  async press(keys: string): Promise<number> {
    this.#seen = '';
    const start = performance.now();
    this.#pty.write(keys);
    await this.#until(() => this.#seen !== '');
    return performance.now() - start;
  }

  /** Ends it where it stands. */
  async kill(): Promise<void> {
    this.#pty.kill('SIGKILL');
    await this.#gone;
  }

  async ended(): Promise<void> {
    await this.#gone;
  }

  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Nothing came in 20 s. On the screen:\n${this.#seen}`)), 20_000);
      this.#onData = () => {
        if (!isSo()) return;
        clearTimeout(late);
        this.#onData = () => {};
        resolve();
      };
      this.#onData();
    });
  }
}
