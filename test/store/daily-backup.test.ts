import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type BackupReason, backUp, backupsIn, readBackup } from '../../src/store/backups.ts';
import { backUpDaily } from '../../src/store/daily-backup.ts';
import { aDisk, aFile, answers, aPath, NOON, textOf } from './history-support.ts';

const HOUR = 3_600_000;
const after = (hours: number) => ({ ms: NOON.ms + hours * HOUR, offset: 480 });
const homeOf = (path: string) => ({ history: path, backups: join(dirname(path), 'backups') });
const daily = (path: string, hours = 0, appended = true) => backUpDaily(homeOf(path), { appended, now: after(hours) });
const kept = (path: string): BackupReason[] => backupsIn(homeOf(path).backups).map(({ reason }) => reason);
const grow = (path: string, to: number): void => fs.writeFileSync(path, textOf(answers(1, to)));

test('the first session of a day makes a copy, the later ones none, the next day another', () => {
  const path = aFile(textOf(answers(1, 2)));
  expect(readBackup(daily(path)?.path as string).toString()).toBe(textOf(answers(1, 2)));
  grow(path, 3);
  expect(daily(path, 11)).toBeNull();
  // Midnight on the clock of the learner, not that of Greenwich.
  expect(daily(path, 12)).toMatchObject({ reason: 'daily' });
  expect(kept(path)).toEqual(['daily', 'daily']);
});

test('it is for its owner alone', () => {
  const path = aFile(textOf(answers(1, 2)));
  const made = daily(path);
  expect(fs.statSync(made?.path as string).mode & 0o777).toBe(0o600);
  expect(fs.statSync(homeOf(path).backups).mode & 0o777).toBe(0o700);
});

test('other copies of the day do not take its place', () => {
  const path = aFile(textOf(answers(1, 2)));
  backUp(homeOf(path).backups, Buffer.from('before'), { reason: 'before-merge', now: NOON });
  daily(path, 1);
  expect(kept(path)).toEqual(['daily', 'before-merge']);
});

test('who wrote nothing makes one only of what another left behind', () => {
  const path = aFile(textOf(answers(1, 2)));
  const { path: copy } = daily(path) as { path: string };
  const changed = (seconds: number): void =>
    fs.utimesSync(path, fs.statSync(copy).mtimeMs / 1000 + seconds, fs.statSync(copy).mtimeMs / 1000 + seconds);
  changed(-5);
  expect(daily(path, 30, false)).toBeNull();
  grow(path, 3);
  changed(5);
  expect(daily(path, 30, false)).toMatchObject({ reason: 'daily' });
});

test('there is none of a history that is not there, or is empty', () => {
  for (const path of [aPath(), aFile('')]) {
    expect(daily(path)).toBeNull();
    expect(fs.existsSync(homeOf(path).backups)).toBe(false);
  }
});

test('one that cannot be written is a fault with a name', () => {
  const path = aFile(textOf(answers(1, 2)));
  const disk = aDisk({
    mkdirSync: (() => {
      throw Object.assign(new Error('no'), { code: 'EACCES', syscall: 'mkdir' });
    }) as never,
  });
  expect(() => backUpDaily(homeOf(path), { appended: true, now: NOON }, disk)).toThrow(
    expect.objectContaining({ code: 'CANNOT_WRITE' }),
  );
});
