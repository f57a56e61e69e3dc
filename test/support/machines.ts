import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, onTestFinished, test } from 'vitest';
import type { Instant } from '../../src/core/day.ts';
import type { Entry } from '../../src/core/history/entry.ts';
import type { WrittenEvent } from '../../src/store/event-line.ts';
import { entriesIn } from '../../src/store/history-entries.ts';
import { openHistory } from '../../src/store/history-file.ts';
import { type Home, homeAt } from '../../src/store/home.ts';
import { type SyncWishes, sync } from '../../src/store/sync.ts';
import { setUp } from '../../src/store/sync-init.ts';
import type { SyncOutcome } from '../../src/store/sync-outcome.ts';
import { anAnswer, NOON } from './histories.ts';

/** Machines of one owner and a folder where a stick would be, gone when the test is over. Nothing of the developer's git plays a part. */
export class Desk {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stick: string;
  #minutes = 0;

  constructor(root = aFolder()) {
    requireGit();
    this.root = root;
    this.stick = join(root, 'stick.git');
    this.env = gitFreeOfUsers(root);
  }

  machine(name: string): Machine {
    return new Machine(this, name);
  }

  /** Machines that share the stick. What they have been through before the test is done once, and copied. */
  static async with<const N extends readonly string[]>(
    names: N,
    past: (...machines: Machine[]) => Promise<void> = async () => {},
  ): Promise<[Desk, ...{ [K in keyof N]: Machine }]> {
    const key = `${names.join()} ${past}`;
    const made = pasts.get(key) ?? makePast(names, past);
    pasts.set(key, made);
    const { root, minutes } = await made;
    const desk = new Desk();
    cpSync(root, desk.root, { recursive: true, verbatimSymlinks: true });
    desk.#minutes = minutes;
    for (const name of names) {
      const config = join(desk.machine(name).home.sync, '.git', 'config');
      writeFileSync(config, readFileSync(config, 'utf8').replaceAll(root, desk.root));
    }
    return [desk, ...names.map((name) => desk.machine(name))] as unknown as [Desk, ...{ [K in keyof N]: Machine }];
  }

  get minutes(): number {
    return this.#minutes;
  }

  /** Time goes on by a minute each time somebody looks. */
  now(): Instant {
    this.#minutes++;
    return { ms: NOON.ms + this.#minutes * 60_000, offset: NOON.offset };
  }

  /** Git by hand. */
  git(folder: string, ...args: readonly string[]): string {
    const named = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.invalid'];
    const stdio = ['ignore', 'pipe', 'pipe'] as const;
    return execFileSync('git', [...named, ...args], {
      cwd: folder,
      env: this.env,
      encoding: 'utf8',
      stdio: [...stdio],
    }).trimEnd();
  }

  /** What lies in a file of the stick. */
  onStick(path: string): string {
    return `${this.git(this.stick, 'show', `main:${path}`)}\n`;
  }

  filesOnStick(): string[] {
    return this.git(this.stick, 'ls-tree', '-r', '--name-only', 'main').split('\n');
  }

  /** A clone with a working tree, as somebody else would have it, on the branch of the stick. */
  clone(name = 'by-hand'): string {
    const folder = join(this.root, name);
    this.git(this.root, 'clone', '-q', this.stick, folder);
    return folder;
  }

  /** Puts files into the stick by hand. */
  push(files: Readonly<Record<string, string>>, message = 'by hand'): void {
    const folder = this.clone(`hand-${Math.random()}`);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    this.git(folder, 'add', '-A');
    this.git(folder, 'commit', '-q', '-m', message);
    this.git(folder, 'push', '-q', 'origin', 'HEAD:main');
  }
}

export class Machine {
  readonly desk: Desk;
  readonly home: Home;

  constructor(desk: Desk, name: string) {
    this.desk = desk;
    this.home = homeAt(join(desk.root, name), {}, desk.root);
    mkdirSync(this.home.banks, { recursive: true });
  }

  get settings() {
    return { env: this.desk.env, mayAsk: false, now: this.desk.now() };
  }

  init(remote?: string) {
    return setUp(this.home, this.settings, remote, this.desk.root);
  }

  sync(wishes?: SyncWishes): Promise<SyncOutcome> {
    return sync(this.home, this.settings, wishes);
  }

  /** Answers are given; each is on the disk. */
  answer(...ids: readonly string[]): void {
    const file = openHistory(this.home.history, { now: () => NOON, archive: null });
    file.append(ids.map((id) => JSON.parse(anAnswer(id, minuteOf(id)).text) as WrittenEvent));
    file.close();
  }

  get historyText(): string {
    return existsSync(this.home.history) ? readFileSync(this.home.history, 'utf8') : '';
  }

  get entries(): readonly Entry[] {
    const { entries, faults } = entriesIn(readFileSync(this.home.history));
    if (faults[0]) throw new Error(`Line ${faults[0].line}: ${faults[0].reason}`);
    return entries;
  }

  /** The ids of all events, in the order of the file. */
  get ids(): string {
    return existsSync(this.home.history) ? this.entries.map(({ id }) => id).join(' ') : '';
  }

  bank(name: string, text?: string | null): string | null {
    const path = join(this.home.banks, name);
    if (text === null) rmSync(path);
    else if (text !== undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  get banks(): string[] {
    return readdirSync(this.home.banks, { recursive: true, encoding: 'utf8' }).sort();
  }

  archive(name: string, ...entries: readonly Entry[]): void {
    mkdirSync(this.home.archive, { recursive: true });
    writeFileSync(join(this.home.archive, name), textOf(entries));
  }

  /** Git by hand on the repository of this machine. */
  git(...args: readonly string[]): string {
    return this.desk.git(this.home.sync, ...args);
  }
}

/** An environment in which git finds no settings but those of a repository. */
export const gitFreeOfUsers = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: home,
  GIT_CONFIG_GLOBAL: join(home, 'no-such-config'),
  GIT_CONFIG_NOSYSTEM: '1',
});

const pasts = new Map<string, Promise<{ root: string; minutes: number }>>();

async function makePast(names: readonly string[], past: (...machines: Machine[]) => Promise<void>) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'quiz-past-')));
  const desk = new Desk(root);
  const machines = names.map((name) => desk.machine(name));
  for (const machine of machines) await machine.init(desk.stick);
  await past(...machines);
  return { root, minutes: desk.minutes };
}

afterAll(async () => {
  for (const past of pasts.values()) rmSync((await past).root, { recursive: true, force: true, maxRetries: 5 });
});

function aFolder(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'quiz-sync-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  return root;
}

/** For courses that are seldom: they are taken with `QUIZ_SYNCS` set, as the gate does. */
export const rarely = test.skipIf(!process.env.QUIZ_SYNCS);

let hasGit = false;

/** Syncing is git's work, and so are these tests. */
export function requireGit(): void {
  try {
    if (!hasGit) execFileSync('git', ['--version'], { stdio: 'ignore' });
    hasGit = true;
  } catch {
    throw new Error('git was not found: the tests of `quiz sync` run it. Install git, then run them again.');
  }
}

const textOf = (entries: readonly Entry[]): string =>
  `{"format":"quiz-history","version":1,"events":[\n${entries.map(({ text }) => `${text},\n`).join('')}{"type":"end"}]}\n`;

/** Ids like `a7` are of the seventh minute. */
const minuteOf = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? 0);
