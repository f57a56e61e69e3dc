import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';
import type { Answered, HistoryEvent } from '../../src/core/history/event.ts';
import { killed } from './killed.ts';

/** The launcher of the built program; `QUIZ_BIN` names another one, such as an installed one. */
export const QUIZ = process.env.QUIZ_BIN ?? fileURLToPath(new URL('../../bin/quiz.js', import.meta.url));

/** A learner's machine: a home and a working folder of its own, gone when the test is over. */
export interface Place {
  readonly cwd: string;
  readonly home: string;
  readonly history: string;
}

/** A place with these banks, by file name, in `./banks`. It is gone when the test is over, or all tests of the file where it is made outside of one. */
export function aPlace(banks: Readonly<Record<string, string>> = {}, whenOver = onTestFinished): Place {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'quiz-e2e-')));
  whenOver(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));
  const place = { cwd: join(root, 'work'), home: join(root, 'home'), history: join(root, 'home', 'history.json') };
  mkdirSync(join(place.cwd, 'banks'), { recursive: true });
  for (const [name, text] of Object.entries(banks)) writeFileSync(join(place.cwd, 'banks', name), text);
  return place;
}

/**
 * A place that takes a while to make is made once and copied for each test of a file.
 *
 * `const studied = madeOnce(async () => { … return place; })`
 */
export function madeOnce(make: () => Promise<Place>): () => Promise<Place> {
  let template: Promise<string> | undefined;
  afterAll(async () => rmSync((await template) ?? '', { recursive: true, force: true }));
  const keep = async (): Promise<string> => {
    const { cwd } = await make();
    const root = mkdtempSync(join(tmpdir(), 'quiz-e2e-template-'));
    cpSync(join(cwd, '..'), root, { recursive: true, preserveTimestamps: true });
    return root;
  };
  return async () => {
    template ??= keep();
    const place = aPlace();
    cpSync(await template, join(place.cwd, '..'), { recursive: true, preserveTimestamps: true });
    return place;
  };
}

/** The evening that most tests take place on. */
export const EVENING = '2026-11-22T21:00:00+08:00';

/** That evening, behind all that was written in the place so far: its clock is never set back between two runs. */
function laterOn({ history }: Place): string {
  const text = existsSync(history) ? readFileSync(history, 'latin1') : '';
  const last = [...text.slice(-4000).matchAll(/"at":"([^"]{20,35})"/g)].at(-1)?.[1] ?? '';
  const [evening, written] = [Date.parse(EVENING), Date.parse(last)];
  // Days later or before are of tests that set the clock themselves.
  if (!(written >= evening && written < evening + 3_600_000)) return EVENING;
  return new Date(written + 1 + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

/** Variables of a place, with nothing of the machine that runs the tests. An empty value leaves one out. */
export function variablesOf(place: Place, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = '', TMPDIR = '' } = process.env;
  const all = {
    PATH,
    TMPDIR,
    HOME: place.home,
    QUIZ_HOME: place.home,
    QUIZ_NOW: laterOn(place),
    LC_ALL: 'C.UTF-8',
    TERM: 'xterm-256color',
    ...more,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** What the program reads; all at once, then the end of input. */
  readonly input?: string | readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly bin?: string;
}

/** Starts the program with pipes on all sides. It is killed if it outlives the test. */
export function startQuiz(
  place: Place,
  args: readonly string[],
  { env = {}, bin = QUIZ }: Omit<RunOptions, 'input'> = {},
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [bin, ...args], { cwd: place.cwd, env: variablesOf(place, env) });
  child.stdin.on('error', () => {});
  onTestFinished(() => killed(child));
  return child;
}

/** Runs the program to its end. */
export function runQuiz(place: Place, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { input = '' } = options;
  const child = startQuiz(place, args, options);
  child.stdin.end(typeof input === 'string' ? input : input.map((line) => `${line}\n`).join(''));
  return endOf(child);
}

/** What a started program wrote, and its exit code, once it has ended. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
    );
  });
}

/** Every event in the history of a place, read as the plain JSON document that the file is. */
export function eventsOf(place: Place): readonly HistoryEvent[] {
  if (!existsSync(place.history)) return [];
  const document = JSON.parse(readFileSync(place.history, 'utf8')) as { events: HistoryEvent[] };
  return document.events.slice(0, -1);
}

export const answersIn = (place: Place): readonly Answered[] =>
  eventsOf(place).filter((event): event is Answered => event.type === 'answered');

/** The part of an answer's name behind its bank. */
export const itemsAnswered = (place: Place): readonly string[] =>
  answersIn(place).map(({ item }) => item.slice(item.indexOf('/') + 1));
