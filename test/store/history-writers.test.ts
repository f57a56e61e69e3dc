import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { killed } from '../support/killed.ts';
import { endOf, startWriter, type Writing, written } from '../support/writer-process.ts';
import { aFolder, anAnswer, idsIn, namesIn, opened, textOf } from './history-support.ts';

/** How many answers each of eight processes gives. */
const ANSWERS = Number(process.env.QUIZ_ANSWERS ?? 50);

const eventsIn = (path: string): unknown[] => JSON.parse(fs.readFileSync(path, 'utf8')).events;

const aHistory = (): string => {
  const path = join(aFolder(), 'history.json');
  fs.writeFileSync(path, textOf([]));
  return path;
};

async function started(writing: Writing) {
  const child = await startWriter(writing);
  onTestFinished(() => killed(child));
  return child;
}

test(`eight processes that append ${ANSWERS} times each, all at once, lose nothing and leave nothing else`, async () => {
  const path = join(aFolder(), 'history.json');
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const writers = await Promise.all(names.map((name) => started({ path, name, count: ANSWERS })));
  expect(await Promise.all(writers.map(endOf))).toEqual(names.map(() => 0));
  const ids = idsIn(opened(path));
  expect(ids.toSorted()).toEqual(names.flatMap((name) => written(name, ANSWERS)).sort());
  for (const name of names) expect(ids.filter((id) => id.startsWith(name))).toEqual(written(name, ANSWERS));
  expect(eventsIn(path)).toHaveLength(8 * ANSWERS + 1);
  expect(fs.readdirSync(dirname(path))).toEqual(['history.json']);
}, 300_000);

test('writers killed at any moment stop no other', async () => {
  const path = join(aFolder(), 'history.json');
  for (const delayMs of [60, 75, 90]) {
    const child = await started({ path, name: `killed-${delayMs}`, count: 100_000 });
    setTimeout(() => child.kill('SIGKILL'), delayMs);
    await endOf(child);
  }
  expect(await endOf(await started({ path, name: 'z', count: 100 }))).toBe(0);
  const ids = idsIn(opened(path));
  expect(ids.filter((id) => id.startsWith('z-'))).toEqual(written('z', 100));
  expect(eventsIn(path)).toHaveLength(ids.length + 1);
  expect(namesIn(dirname(path)).filter((name) => name.includes('lock'))).toEqual([]);
}, 30_000);

test('the lock of a writer that died while it held it is taken over without waiting', async () => {
  const path = aHistory();
  const child = await started({ path, name: 'dead', count: 5, signal: { at: 2, is: 'SIGKILL' } });
  expect(await endOf(child)).toBeNull();
  expect(namesIn(dirname(path)).some((name) => name.includes('.lock'))).toBe(true);
  const history = opened(path, undefined, 0);
  history.append([anAnswer(1)]);
  // The third was written and not synced yet: it may be there, and nobody was told that it is.
  expect(idsIn(history)).toEqual(expect.arrayContaining([...written('dead', 2), anAnswer(1).id]));
  expect(namesIn(dirname(path))).toEqual(['history.json']);
});

test.skipIf(process.platform === 'win32')(
  'the lock of a writer that stands still is not taken from it, however long others wait',
  async () => {
    const path = aHistory();
    const child = await started({ path, name: 'slow', count: 5, signal: { at: 2, is: 'SIGSTOP' } });
    await standsStill(child.pid as number);
    const before = fs.readFileSync(path);
    const began = performance.now();
    // Longer than a mark may stay unwritten.
    expect(() => opened(path, undefined, 1_500).append([anAnswer(1)])).toThrow(
      expect.objectContaining({ code: 'HISTORY_LOCKED' }),
    );
    expect(performance.now() - began).toBeGreaterThan(1_200);
    expect(fs.readFileSync(path)).toEqual(before);
    child.kill('SIGCONT');
    expect(await endOf(child)).toBe(0);
    opened(path).append([anAnswer(1)]);
    expect(idsIn(opened(path))).toEqual([...written('slow', 5), anAnswer(1).id]);
    expect(eventsIn(path)).toHaveLength(7);
    expect(namesIn(dirname(path))).toEqual(['history.json']);
  },
  30_000,
);

/** Waits until the system says of a process that it is stopped. */
async function standsStill(pid: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('T')) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${pid} goes on`);
}
