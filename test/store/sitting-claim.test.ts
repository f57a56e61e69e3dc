import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownerText, thisProcess } from '../../src/store/lock-owner.ts';
import { claimSitting } from '../../src/store/sitting-claim.ts';

const ONE = '01a2b3c4-d5e6-7f80-9a1b-2c3d4e5f6071';
const OTHER = '01a2b3c4-d5e6-7f80-9a1b-2c3d4e5f6072';

function aCache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quiz-claim-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'cache');
}

/** A process that is no more. */
const dead = (): number => spawnSync(process.execPath, ['-e', '']).pid;

const owned = (cache: string, session: string, owner: object): void => {
  mkdirSync(cache, { recursive: true });
  const token = '0123456789abcdef';
  writeFileSync(join(cache, `sitting-${session}`), ownerText({ ...thisProcess(), token, ...owner }));
};

const claimsIn = (cache: string): string[] => readdirSync(cache).filter((name) => name.startsWith('sitting-'));

test.each([
  ['nobody claimed', null, true],
  ['a living process claimed', { pid: process.ppid, birth: '' }, false],
  ['another machine claimed', { host: 'elsewhere' }, false],
])('a session that %s', (_, owner, isFree) => {
  const cache = aCache();
  if (owner) owned(cache, ONE, owner);
  expect(claimSitting(cache, ONE) !== null).toBe(isFree);
});

test('the claim of a process that was killed is taken over, by one only', () => {
  const cache = aCache();
  owned(cache, ONE, { pid: dead(), birth: '' });
  const giveUp = claimSitting(cache, ONE);
  expect(giveUp).not.toBeNull();
  expect(claimSitting(cache, ONE)).toBeNull();
  giveUp?.();
  expect(claimsIn(cache)).toEqual([]);
  expect(claimSitting(cache, ONE)).not.toBeNull();
});

test('claims of the dead on other sessions are cleared away, those of the living stay', () => {
  const cache = aCache();
  owned(cache, ONE, { pid: dead(), birth: '' });
  owned(cache, OTHER, { pid: process.ppid, birth: '' });
  const mine = '01a2b3c4-d5e6-7f80-9a1b-2c3d4e5f6073';
  claimSitting(cache, mine);
  expect(claimsIn(cache)).toEqual([`sitting-${OTHER}`, `sitting-${mine}`]);
});

test('an id that would name another place is nobody’s, and nothing is written for it', () => {
  const cache = aCache();
  mkdirSync(cache);
  for (const id of ['../../history.json', '..', '', `${ONE}/x`, `${ONE}.tmp`])
    expect(claimSitting(cache, id)).toBeNull();
  expect(readdirSync(cache)).toEqual([]);
});

test('where the cache cannot be written the sitting goes on', () => {
  const cache = aCache();
  writeFileSync(cache, 'a file');
  expect(claimSitting(cache, ONE)).not.toBeNull();
});
