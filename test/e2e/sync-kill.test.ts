import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Rng, rngOf } from '../../src/core/rng.ts';
import { killed } from '../support/killed.ts';
import { Desk, type Machine } from '../support/machines.ts';
import { QUIZ } from '../support/program.ts';

/** More of them behind a variable. */
const KILLS = 4 + Number(process.env.QUIZ_SYNCS ?? 0);
const NEVER_MS = 60_000;

/** Starts a run and kills it after so many milliseconds: the program alone, or with every git it started. Tells how long it ran. */
function killedAfter({ desk, home }: Machine, ms: number, withGit = false): Promise<number> {
  const start = performance.now();
  const env = { ...desk.env, QUIZ_HOME: home.directory, LC_ALL: 'C.UTF-8' };
  const child = spawn(process.execPath, [QUIZ, 'sync'], { env, cwd: desk.root, detached: true, stdio: 'ignore' });
  const kill = (): void => {
    try {
      process.kill(withGit ? -(child.pid as number) : (child.pid as number), 'SIGKILL');
    } catch {
      // It was over before.
    }
  };
  const timer = setTimeout(kill, ms);
  onTestFinished(() => killed(child));
  return new Promise((resolve) =>
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(performance.now() - start);
    }),
  );
}

test(`${KILLS} runs are killed, two machines at a time; nothing is lost, and the next run does it all`, async () => {
  const [desk, a, b] = await Desk.with(['a', 'b']);
  const rng: Rng = rngOf('kills of a sync');
  const given: string[] = [];
  a.answer('first');
  // As long as a whole run takes on the machine that tests, however busy it is.
  const longestMs = Math.ceil(Math.max(await killedAfter(a, NEVER_MS), await killedAfter(b, NEVER_MS)) * 1.2);
  for (let kill = 0; kill < KILLS; kill++) {
    for (const machine of [a, b]) {
      const id = `e${given.length}`;
      machine.answer(id);
      given.push(id);
    }
    a.bank('mine.yaml', `line ${kill}\n`);
    await Promise.all([a, b].map((machine) => killedAfter(machine, rng.below(longestMs), rng.below(2) === 0)));
    // Each still has what was answered on it, in a history that is whole.
    expect(a.ids.split(' ')).toEqual(expect.arrayContaining(given.filter((_, n) => n % 2 === 0)));
    expect(b.ids.split(' ')).toEqual(expect.arrayContaining(given.filter((_, n) => n % 2 === 1)));
    await clearRemoteLock(desk);
  }
  for (const machine of [a, b, a]) expect(await machine.sync()).toMatchObject({ fault: null, conflicts: [] });
  expect(a.ids.split(' ').sort()).toEqual(['first', ...given].sort());
  expect(b.historyText).toBe(a.historyText);
  expect(desk.onStick('history.json')).toBe(a.historyText);
  expect(b.bank('mine.yaml')).toBe(`line ${KILLS - 1}\n`);
  expect(readFileSync(join(a.home.sync, '.git', 'HEAD'), 'utf8')).toBe('ref: refs/heads/main\n');
}, 120_000);

/**
 * A push that was killed in the moment of moving the branch leaves a lock on the stick: its owner deletes it, as the message
 * says. One that a git still holds, which outlived its run, is gone in a moment.
 */
async function clearRemoteLock(desk: Desk): Promise<void> {
  const lock = join(desk.stick, 'refs', 'heads', 'main.lock');
  for (let waits = 0; waits < 30 && existsSync(lock); waits++) await new Promise((done) => setTimeout(done, 100));
  rmSync(lock, { force: true });
}
