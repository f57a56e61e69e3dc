import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { type Place, QUIZ, variablesOf } from './program.ts';

export const KEY = {
  enter: '\r',
  space: ' ',
  up: '\u001b[A',
  down: '\u001b[B',
  pageUp: '\u001b[5~',
  backspace: '\u007f',
  escape: '\u001b',
  ctrlC: '\u0003',
} as const;

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Another program than quiz, which is then the first of its arguments' concern. A shell is left at its prompt: what it started is not ended with it. */
  readonly command?: string;
}

type Sight = string | RegExp | ((screen: string) => boolean);

/** Long enough for a busy machine; a test that passes waits for nothing. */
const PATIENCE_MS = 10_000;
/** A long picture comes in pieces. What has been still for this long has come whole. */
const STILL_MS = 4;
/** Where somebody types on and on it is not waited for any longer. */
const NEVER_STILL_MS = 40;

/** The program in a real pseudo terminal, and the screen that a person would see. */
export class Terminal {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  readonly #watchers = new Set<() => void>();
  /** Resolves to the exit code when the program has ended and its last word is on the screen. */
  readonly ended: Promise<number>;
  #raw = '';

  constructor(place: Place, args: readonly string[], options: TerminalOptions = {}) {
    const { columns = 80, rows = 24, env = {}, command } = options;
    this.#screen = new xterm.Terminal({ cols: columns, rows, scrollback: 2000, allowProposedApi: true });
    const all = command === undefined ? [QUIZ, ...args] : [...args];
    this.#pty = spawn(command ?? process.execPath, all, {
      name: 'xterm-256color',
      cols: columns,
      rows,
      cwd: place.cwd,
      env: variablesOf(place, env),
    });
    let exited = false;
    let unread = 0;
    this.ended = new Promise((resolve) => {
      let code = 0;
      const settle = (): void => {
        if (exited && unread === 0) resolve(code);
      };
      this.#pty.onData((data) => {
        this.#raw += data;
        unread++;
        this.#screen.write(data, () => {
          unread--;
          for (const watcher of [...this.#watchers]) watcher();
          settle();
        });
      });
      this.#pty.onExit(({ exitCode }) => {
        exited = true;
        code = exitCode;
        settle();
      });
    });
    // Awaited: what still runs would write into a place that is being removed.
    onTestFinished(async () => {
      if (!exited) this.#pty.kill('SIGKILL');
      await this.ended;
      this.#screen.dispose();
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Every byte that was written so far, as text. */
  get raw(): string {
    return this.#raw;
  }

  /** What stands on the screen, without blanks at the ends of lines. */
  screen(): string {
    return this.lines().join('\n').trimEnd();
  }

  lines(): string[] {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.#screen.rows }, (_, row) => this.#line(active.baseY + row));
  }

  /** The screen and all that was scrolled out of it. */
  everything(): string {
    const { active } = this.#screen.buffer;
    return Array.from({ length: active.length }, (_, row) => this.#line(row))
      .join('\n')
      .trimEnd();
  }

  /** Types one key after the other, each in a write of its own, as fingers do. */
  press(...keys: readonly string[]): void {
    for (const key of keys) this.#pty.write(key);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Waits until a text stands on the screen; resolves to the screen. */
  waitFor(sight: Sight, patienceMs = PATIENCE_MS): Promise<string> {
    const isThere = (): boolean => {
      const screen = this.screen();
      if (typeof sight === 'string') return screen.includes(sight);
      return sight instanceof RegExp ? sight.test(screen) : sight(screen);
    };
    const { stack } = new Error();
    return new Promise((resolve, reject) => {
      let still: NodeJS.Timeout | undefined;
      let neverStill: NodeJS.Timeout | undefined;
      // The last picture that showed it: it may be gone again before the screen is still.
      let seen = '';
      const found = (): void => {
        stop();
        resolve(seen);
      };
      const watcher = (): void => {
        clearTimeout(still);
        if (!isThere()) return;
        seen = this.screen();
        still = setTimeout(found, STILL_MS);
        neverStill ??= setTimeout(found, NEVER_STILL_MS);
      };
      const timer = setTimeout(() => {
        stop();
        const error = new Error(`Waited in vain for ${String(sight)}. The screen:\n${this.screen()}`);
        error.stack = `${error.message}\n${stack?.split('\n').slice(2).join('\n')}`;
        reject(error);
      }, patienceMs);
      const stop = (): void => {
        clearTimeout(timer);
        clearTimeout(still);
        clearTimeout(neverStill);
        this.#watchers.delete(watcher);
      };
      this.#watchers.add(watcher);
      watcher();
    });
  }

  /** Presses keys and waits for what they bring. */
  async pressing(keys: string | readonly string[], sight: Sight): Promise<string> {
    this.press(...(typeof keys === 'string' ? [keys] : keys));
    return this.waitFor(sight);
  }

  #line(row: number): string {
    return this.#screen.buffer.active.getLine(row)?.translateToString(true).trimEnd() ?? '';
  }
}
