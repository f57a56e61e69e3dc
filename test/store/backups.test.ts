import fs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp, backupsIn, readBackup } from '../../src/store/backups.ts';
import { aDisk, aFolder, NOON } from './history-support.ts';

const DAY = 86_400_000;
const at = (days: number): { ms: number; offset: number } => ({ ms: NOON.ms + days * DAY, offset: 480 });
const content = (n: number): Buffer => Buffer.from(`history ${n} 历史\0`.repeat(100));

test('a backup gives back the same bytes', () => {
  const folder = join(aFolder(), 'backups');
  const made = backUp(folder, content(1), { reason: 'asked', now: NOON });
  expect(readBackup(made.path)).toEqual(content(1));
  expect(made).toMatchObject({ name: '20261122T120000.000+0800-asked', at: NOON, reason: 'asked' });
  expect(made.path).toBe(join(folder, 'history-20261122T120000.000+0800-asked.json.gz'));
  expect(fs.statSync(made.path).mode & 0o777).toBe(0o600);
});

test('the same bytes are not kept twice, others of the same moment are', () => {
  const folder = aFolder();
  const first = backUp(folder, content(1), { reason: 'before-merge', now: NOON });
  expect(backUp(folder, content(1), { reason: 'before-merge', now: at(1) })).toEqual(first);
  backUp(folder, content(2), { reason: 'before-merge', now: NOON });
  expect(backupsIn(folder).map(({ name }) => name)).toEqual([
    '20261122T120000.000+0800-before-merge-2',
    '20261122T120000.000+0800-before-merge',
  ]);
});

test('one that was asked for is made though a copy that will be thinned out holds the same, and once', () => {
  const folder = aFolder();
  const daily = backUp(folder, content(1), { reason: 'daily', now: NOON });
  const asked = backUp(folder, content(1), { reason: 'asked', now: at(1) });
  expect([daily.isLasting, asked.isLasting]).toEqual([false, true]);
  expect(backUp(folder, content(1), { reason: 'asked', now: at(2) })).toEqual(asked);
  expect(backUp(folder, content(1), { reason: 'daily', now: at(2) })).toEqual(asked);
});

test('they are listed with the newest first, and other files are left alone', () => {
  const folder = aFolder();
  for (const name of ['notes.txt', 'history-20261122T120000.000+0800-because.json.gz', 'history-x.json.gz'])
    fs.writeFileSync(join(folder, name), 'mine');
  for (const n of [3, 1, 2]) backUp(folder, content(n), { reason: 'daily', now: at(n) });
  expect(backupsIn(folder).map((backup) => (backup.at.ms - NOON.ms) / DAY)).toEqual([3, 2, 1]);
  expect(fs.readdirSync(folder)).toHaveLength(6);
});

test('a new one thins the old ones out', () => {
  const folder = aFolder();
  for (let n = 0; n < 40; n++) backUp(folder, content(n), { reason: 'daily', now: at(n / 2) });
  const left = backupsIn(folder);
  expect(left.length).toBeLessThan(25);
  expect(readBackup((left[0] as { path: string }).path)).toEqual(content(39));
});

test('a damaged backup is refused', () => {
  const folder = aFolder();
  const { path } = backUp(folder, content(1), { reason: 'daily', now: NOON });
  const bytes = fs.readFileSync(path);
  bytes[40] = (bytes[40] as number) ^ 0xff;
  fs.writeFileSync(path, bytes);
  expect(() => readBackup(path)).toThrow(expect.objectContaining({ code: 'BACKUP_DAMAGED' }));
  fs.writeFileSync(path, '');
  expect(() => readBackup(path)).toThrow(expect.objectContaining({ code: 'BACKUP_DAMAGED' }));
  expect(backUp(folder, content(1), { reason: 'daily', now: at(1) }).path).not.toBe(path);
});

test('on a full disk nothing is left, and the older ones are there', () => {
  const folder = aFolder();
  backUp(folder, content(1), { reason: 'daily', now: NOON });
  const full = aDisk({
    writeSync: () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    },
  });
  expect(() => backUp(folder, content(2), { reason: 'daily', now: at(1) }, full)).toThrow(
    expect.objectContaining({ code: 'CANNOT_WRITE' }),
  );
  expect(fs.readdirSync(folder)).toHaveLength(1);
});
