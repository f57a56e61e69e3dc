import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

export interface Writing {
  readonly path: string;
  /** The events are `name-0`, `name-1` …, one append each. */
  readonly name: string;
  readonly count: number;
  /** What the process does to itself in the middle of the append with this number, under the lock. */
  readonly signal?: { readonly at: number; readonly is: 'SIGKILL' | 'SIGSTOP' };
}

const PROGRAM = `
  import fs from 'node:fs';
  import { openHistory } from './src/store/history-file.ts';
  const { path, name, count, signal } = JSON.parse(process.argv[2]);
  let n = 0;
  const fsyncSync = (fd) => {
    if (n === signal?.at) process.kill(process.pid, signal.is);
    fs.fsyncSync(fd);
  };
  const history = openHistory(path, { now: () => ({ ms: 0, offset: 0 }), archive: null, disk: { ...fs, fsyncSync }, patienceMs: 60_000 });
  for (; n < count; n++)
    history.append([{ id: name + '-' + n, at: '2026-11-22T21:05:13.120+08:00', device: name, type: 'noted' }]);
`;

/** A process that writes into a history as the program does. */
export async function startWriter(writing: Writing): Promise<ChildProcess> {
  built ??= buildWriter();
  return spawn(process.execPath, [await built, JSON.stringify(writing)], { stdio: 'inherit' });
}

/** Its exit code; null where a signal ended it. */
export const endOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((done) => child.once('exit', done));

export const written = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${name}-${n}`);

let built: Promise<string> | undefined;

async function buildWriter(): Promise<string> {
  const folder = fs.mkdtempSync(join(tmpdir(), 'quiz-writer-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, 'writer.mjs');
  const stdin = { contents: PROGRAM, resolveDir: resolve(import.meta.dirname, '../..'), loader: 'ts' } as const;
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm' });
  return outfile;
}
