import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withLock } from '../../src/store/history-lock.ts';
import { putMark, readMark } from '../../src/store/lock-mark.ts';
import { aDisk, aFile, aPath } from './history-support.ts';

const DEAD = spawnSync(process.execPath, ['--version']).pid;
const TOKEN = '0123456789abcdef';

const noLinks = aDisk({
  symlinkSync: () => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'symlink' });
  },
});

describe.each([
  ['a link', aDisk()],
  ['a file, where there are no links', noLinks],
])('a lock as %s', (_, disk) => {
  test('is there while it is held and says who holds it', () => {
    const path = aPath();
    const mark = withLock(path, () => readMark(path, disk), disk);
    expect(mark?.owner).toEqual({ pid: process.pid, host: hostname(), token: expect.any(String) });
    expect(fs.readdirSync(dirname(path))).toEqual([]);
  });

  test('goes when what it was held for fails', () => {
    const path = aPath();
    const failing = () => {
      throw new Error('failed');
    };
    expect(() => withLock(path, failing, disk)).toThrow('failed');
    expect(fs.readdirSync(dirname(path))).toEqual([]);
  });

  test('of a living process is waited for, then named', () => {
    const path = aPath();
    putMark(path, { pid: process.ppid, token: TOKEN, host: hostname() }, disk);
    expect(() => withLock(path, () => 0, disk, 30)).toThrow(
      expect.objectContaining({ code: 'HISTORY_LOCKED', detail: { path } }),
    );
    expect(readMark(path, disk)?.owner?.token).toBe(TOKEN);
  });

  test('of a dead process is taken over', () => {
    const path = aPath();
    putMark(path, { pid: DEAD, token: TOKEN, host: hostname() }, disk);
    expect(withLock(path, () => 'mine', disk, 0)).toBe('mine');
    expect(fs.readdirSync(dirname(path))).toEqual([]);
  });

  test('is taken over also where a process died while it took it over', () => {
    const path = aPath();
    putMark(path, { pid: DEAD, token: TOKEN, host: hostname() }, disk);
    putMark(`${path}.${TOKEN}`, { pid: DEAD, token: TOKEN.replace('0', '1'), host: hostname() }, disk);
    expect(withLock(path, () => 'mine', disk, 0)).toBe('mine');
    expect(fs.readdirSync(dirname(path))).toEqual([]);
  });

  test('of another machine is never taken over', () => {
    const path = aPath();
    putMark(path, { pid: DEAD, token: TOKEN, host: 'elsewhere' }, disk);
    expect(() => withLock(path, () => 0, disk, 0)).toThrow(expect.objectContaining({ code: 'HISTORY_LOCKED' }));
  });

  test('with the number of this process, that it does not hold, is that of a dead one', () => {
    const path = aPath();
    putMark(path, { pid: process.pid, token: TOKEN, host: hostname() }, disk);
    expect(withLock(path, () => 'mine', disk, 0)).toBe('mine');
  });

  test('is not taken twice by the same process', () => {
    const path = aPath();
    const again = () => withLock(path, () => 0, disk, 0);
    expect(() => withLock(path, again, disk, 0)).toThrow(expect.objectContaining({ code: 'HISTORY_LOCKED' }));
    expect(fs.readdirSync(dirname(path))).toEqual([]);
  });
});

test('a lock whose owner died before it was written is taken over after a while', () => {
  const path = aFile('');
  expect(withLock(path, () => 'mine')).toBe('mine');
  expect(fs.readdirSync(dirname(path))).toEqual([]);
});

test('a lock that changed hands between look and removal is left to its new owner', () => {
  const path = aPath();
  const fresh = { pid: process.ppid, token: 'f'.repeat(16), host: hostname() };
  putMark(path, { pid: DEAD, token: TOKEN, host: hostname() }, fs);
  let looks = 0;
  const disk = aDisk({
    readlinkSync: ((link: string) => {
      const text = fs.readlinkSync(link);
      if (link === path && ++looks === 1) {
        fs.unlinkSync(path);
        putMark(path, fresh, fs);
      }
      return text;
    }) as typeof fs.readlinkSync,
  });
  expect(() => withLock(path, () => 0, disk, 0)).toThrow(expect.objectContaining({ code: 'HISTORY_LOCKED' }));
  expect(readMark(path, fs)?.owner).toEqual(fresh);
});
