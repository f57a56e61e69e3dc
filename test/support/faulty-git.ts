import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Machine } from './machines.ts';
import { QUIZ } from './program.ts';

/** What becomes of a call of git; `$@` is what it is called with, `$PPID` the program that calls it. */
export type Misdeed =
  /** Fails before anything is done, with these last words. */
  | { readonly kind: 'refuses'; readonly said: string }
  /** Does it all, and says that it could not. */
  | { readonly kind: 'denies' }
  /** Is killed by the system in the middle of a file that grows beyond so many blocks. */
  | { readonly kind: 'dies-writing'; readonly blocks: number }
  /** The same, but the write fails: what git then says and clears up is its own. */
  | { readonly kind: 'cannot-write'; readonly blocks: number }
  /** Is killed with all that it started after so many milliseconds. */
  | { readonly kind: 'dies-at'; readonly ms: number };

export interface GitPlan {
  /** From 1. */
  readonly nth: number;
  readonly misdeed: Misdeed | null;
  /** All later calls fare the same. */
  readonly isForGood?: boolean;
  /** The program that called is killed before, or after, git did its part. Only where it is a process of its own. */
  readonly killsProgram?: 'before' | 'after';
}

/** Somebody else's push, in the moment before the first of ours: the branch of a repository goes to a commit that it has. */
export interface Overtaking {
  readonly repository: string;
  readonly commit: string;
}

/** A `git` that stands before the real one, counts its calls, and lets one of them go wrong. */
export class FaultyGit {
  readonly env: NodeJS.ProcessEnv;
  readonly #calls: string;

  constructor(folder: string, env: NodeJS.ProcessEnv, plan: GitPlan | null, overtaking: Overtaking | null = null) {
    mkdirSync(folder);
    this.#calls = join(folder, 'calls');
    const script = join(folder, 'git');
    writeFileSync(script, scriptOf(folder, env.PATH ?? '', plan, overtaking));
    chmodSync(script, 0o755);
    this.env = { ...env, PATH: `${folder}${delimiter}${env.PATH}` };
  }

  /** The commands of git that were called, one for each call. */
  get calls(): string[] {
    if (!existsSync(this.#calls)) return [];
    return readFileSync(this.#calls, 'utf8').trimEnd().split('\n').map(commandIn);
  }
}

/** The program as a process; tells how it ended. */
export function runWith({ env }: FaultyGit, { desk, home }: Machine, args: readonly string[]): Promise<number | null> {
  const all = { ...env, QUIZ_HOME: home.directory, LC_ALL: 'C.UTF-8' };
  const child = spawn(process.execPath, [QUIZ, ...args], { env: all, cwd: desk.root, stdio: 'ignore' });
  return new Promise((resolve) => child.on('exit', resolve));
}

/** Only what a shell has built in, so that a call takes hardly longer. Git's own calls of git do not come by here. */
function scriptOf(folder: string, path: string, plan: GitPlan | null, overtaking: Overtaking | null): string {
  const overtake = overtaking && [
    `case " $* " in *" push "*) [ -e '${folder}/overtaken' ] || {`,
    `  : >'${folder}/overtaken'`,
    `  git --git-dir='${overtaking.repository}' update-ref refs/heads/main ${overtaking.commit}`,
    '};; esac',
  ];
  const misdeed = plan && [
    `if [ "$n" -${plan.isForGood ? 'ge' : 'eq'} ${plan.nth} ]; then`,
    ...(plan.killsProgram === 'before' ? ['kill -9 "$PPID"; exit 128'] : []),
    ...(plan.killsProgram === 'after' ? [`( ${actionOf(plan.misdeed)} ); kill -9 "$PPID"; exit 128`] : []),
    actionOf(plan.misdeed),
    'fi',
  ];
  return [
    '#!/bin/sh',
    `PATH='${path}'`,
    `n=0; [ -e '${folder}/count' ] && read -r n <'${folder}/count'`,
    `n=$((n + 1)); echo "$n" >'${folder}/count'`,
    `echo "$*" >>'${folder}/calls'`,
    ...(overtake ?? []),
    ...(misdeed ?? []),
    'exec git "$@"',
    '',
  ].join('\n');
}

function actionOf(misdeed: Misdeed | null): string {
  switch (misdeed?.kind) {
    case undefined:
      return 'exec git "$@"';
    case 'refuses':
      return `echo "fatal: ${misdeed.said}" >&2; exit 128`;
    case 'denies':
      return 'git "$@"; echo "fatal: that came to nothing" >&2; exit 128';
    case 'dies-writing':
      return `ulimit -c 0; ulimit -f ${misdeed.blocks}; exec git "$@"`;
    case 'cannot-write':
      return `trap '' XFSZ; ulimit -f ${misdeed.blocks}; exec git "$@"`;
    case 'dies-at':
      return `exec timeout -s KILL ${misdeed.ms / 1000} git "$@"`;
  }
}

/** The words behind the settings: `fetch`, `update-ref`. */
const commandIn = (line: string): string =>
  line
    .split(' ')
    .filter((word, at, words) => !word.startsWith('-') && words[at - 1] !== '-c')
    .at(0) ?? line;

/** Whether this system has what the faults are made with. */
export function canFail(): boolean {
  try {
    execFileSync('timeout', ['-s', 'KILL', '1', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
