import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { aFolder, idsIn, opened } from './history-support.ts';

const WRITER = `
  import { openHistory } from './src/store/history-file.ts';
  const [path, name] = process.argv.slice(2);
  const history = openHistory(path, { now: () => ({ ms: 0, offset: 0 }), archive: null });
  for (let n = 0; n < 100; n++)
    history.append([{ id: name + '-' + n, at: '2026-11-22T21:05:13.120+08:00', device: name, type: 'noted' }]);
`;

async function aWriter(): Promise<string> {
  const outfile = join(aFolder(), 'writer.mjs');
  const stdin = { contents: WRITER, resolveDir: resolve(import.meta.dirname, '../..'), loader: 'ts' } as const;
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm' });
  return outfile;
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('exit', done));

test('four processes that append at once lose nothing and leave no lock', async () => {
  const writer = await aWriter();
  const path = join(aFolder(), 'history.json');
  const names = ['a', 'b', 'c', 'd'];
  const writers = names.map((name) => spawn(process.execPath, [writer, path, name], { stdio: 'inherit' }));
  expect(await Promise.all(writers.map(ended))).toEqual([0, 0, 0, 0]);
  const expected = names.flatMap((name) => Array.from({ length: 100 }, (_, n) => `${name}-${n}`));
  expect(idsIn(opened(path)).sort()).toEqual(expected.sort());
  expect(JSON.parse(fs.readFileSync(path, 'utf8')).events).toHaveLength(401);
  expect(fs.readdirSync(dirname(path))).toEqual(['history.json']);
}, 30_000);

test('a writer killed at any moment stops no other', async () => {
  const writer = await aWriter();
  const path = join(aFolder(), 'history.json');
  for (const delayMs of [60, 75, 90]) {
    const child = spawn(process.execPath, [writer, path, `killed-${delayMs}`]);
    setTimeout(() => child.kill('SIGKILL'), delayMs);
    await ended(child);
  }
  expect(await ended(spawn(process.execPath, [writer, path, 'z'], { stdio: 'inherit' }))).toBe(0);
  const ids = idsIn(opened(path));
  expect(ids.filter((id) => id.startsWith('z-'))).toHaveLength(100);
  expect(JSON.parse(fs.readFileSync(path, 'utf8')).events).toHaveLength(ids.length + 1);
  expect(fs.readdirSync(dirname(path)).filter((name) => name.includes('lock'))).toEqual([]);
}, 30_000);
