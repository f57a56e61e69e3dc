import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { withLock } from '../../src/store/history-lock.ts';
import { putMark, readMark } from '../../src/store/lock-mark.ts';
import { isDead, type Owner, ownerText, parseOwner, thisProcess } from '../../src/store/lock-owner.ts';
import { forgetMark } from '../../src/store/own-mark.ts';
import { killed } from '../support/killed.ts';
import { aDisk, aFile, aPath } from './history-support.ts';

const DEAD = spawnSync(process.execPath, ['--version']).pid;
const TOKEN = '0123456789abcdef';

const refused = (syscall: string) => () => {
  throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall });
};
const noNames = aDisk({ linkSync: refused('link') });
const noLinks = aDisk({ linkSync: refused('link'), symlinkSync: refused('symlink') });

const { host } = thisProcess();
const owner = (fields: Partial<Owner>): Owner => ({ pid: DEAD, token: TOKEN, host, birth: '', ...fields });

/** What is left in the folder once this process has no use for it. */
function leftBeside(path: string): string[] {
  forgetMark(path);
  return fs.readdirSync(dirname(path));
}

describe.each([
  ['a second name of a file', aDisk()],
  ['a symbolic link, where files have no second names', noNames],
  ['a file, where there are no links', noLinks],
])('a lock as %s', (_, disk) => {
  test('is there while it is held and says who holds it', () => {
    const path = aPath();
    const mark = withLock(path, () => readMark(path, disk), disk);
    expect(mark?.owner).toEqual(thisProcess());
    expect(leftBeside(path)).toEqual([]);
  });

  test('goes when what it was held for fails', () => {
    const path = aPath();
    const failing = () => {
      throw new Error('failed');
    };
    expect(() => withLock(path, failing, disk)).toThrow('failed');
    expect(leftBeside(path)).toEqual([]);
  });

  test('of a living process is waited for, then named', () => {
    const path = aPath();
    putMark(path, owner({ pid: process.ppid }), disk);
    expect(() => withLock(path, () => 0, disk, 30)).toThrow(
      expect.objectContaining({ code: 'HISTORY_LOCKED', detail: { path } }),
    );
    expect(readMark(path, disk)?.owner?.token).toBe(TOKEN);
  });

  test('of a dead process is taken over', () => {
    const path = aPath();
    putMark(path, owner({}), disk);
    expect(withLock(path, () => 'mine', disk, 0)).toBe('mine');
    expect(leftBeside(path)).toEqual([]);
  });

  test('is taken over also where a process died while it took it over', () => {
    const path = aPath();
    putMark(path, owner({}), disk);
    putMark(`${path}.${TOKEN}`, owner({ token: TOKEN.replace('0', '1') }), disk);
    expect(withLock(path, () => 'mine', disk, 0)).toBe('mine');
    expect(leftBeside(path)).toEqual([]);
  });

  test('of another machine is never taken over', () => {
    const path = aPath();
    putMark(path, owner({ host: 'elsewhere' }), disk);
    expect(() => withLock(path, () => 0, disk, 0)).toThrow(expect.objectContaining({ code: 'HISTORY_LOCKED' }));
  });

  test('with the number of this process, that it does not hold, is that of a dead one', () => {
    const path = aPath();
    putMark(path, owner({ pid: process.pid }), disk);
    expect(withLock(path, () => 'mine', disk, 0)).toBe('mine');
  });

  test('is not taken twice by the same process', () => {
    const path = aPath();
    const again = () => withLock(path, () => 0, disk, 0);
    expect(() => withLock(path, again, disk, 0)).toThrow(expect.objectContaining({ code: 'HISTORY_LOCKED' }));
    expect(leftBeside(path)).toEqual([]);
  });
});

test('a lock whose owner died before it was written is taken over after a while', () => {
  const path = aFile('');
  expect(withLock(path, () => 'mine')).toBe('mine');
  expect(leftBeside(path)).toEqual([]);
});

test('a lock that changed hands between look and removal is left to its new owner', () => {
  const path = aPath();
  const fresh = owner({ pid: process.ppid, token: 'f'.repeat(16) });
  putMark(path, owner({}), noNames);
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

describe('an owner', () => {
  test('is the same after it was written and read', () => {
    expect(parseOwner(ownerText(thisProcess()))).toEqual(thisProcess());
    expect(parseOwner('4711.0123456789abcdef.@host')).toEqual({ pid: 4711, token: TOKEN, birth: '', host: 'host' });
  });

  test.each([
    '',
    'x',
    '0.0123456789abcdef.@h',
    '1.0123456789abcdeF.@h',
    '1.0123456789abcdef@h',
    '../1.0123456789abcdef.@h',
  ])('is nobody by the text %j', (text) => expect(parseOwner(text)).toBeNull());

  test('that lives is not dead', () => expect(isDead(thisProcess())).toBe(false));

  test.runIf(process.platform === 'linux')('whose number a later process got is dead', () => {
    const parent = owner({ pid: process.ppid, birth: thisProcess().birth });
    expect(thisProcess().birth).toMatch(/^[0-9a-f]{8}-[0-9a-f]+$/);
    expect(isDead(parent)).toBe(true);
  });

  test.runIf(process.platform === 'linux')('that ended is dead, also while its parent has not asked how', async () => {
    // The shell becomes `cat`, which asks for no exit code. It has become so once it gives back what it was sent.
    const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; exec cat']);
    onTestFinished(() => killed(shell));
    const [line] = await once(shell.stdout.setEncoding('utf8'), 'data');
    shell.stdin.write('become\n');
    await once(shell.stdout, 'data');
    const ended = owner({ pid: Number(line) });
    process.kill(ended.pid, 'SIGKILL');
    await vi.waitFor(() => expect(isDead(ended)).toBe(true));
    expect(() => process.kill(ended.pid, 0)).not.toThrow();
  });
});

test('what a killed process left beside its lock is swept away by the next one that writes, what a living one has is not', () => {
  const path = aPath();
  const dead = `.owner-${ownerText(owner({}))}`;
  const alive = `.owner-${ownerText(owner({ pid: process.ppid }))}`;
  for (const name of [dead, alive, '.owner-of-the-house']) fs.writeFileSync(join(dirname(path), name), '');
  withLock(path, () => 0);
  expect(leftBeside(path).sort()).toEqual([alive, '.owner-of-the-house'].sort());
});

test('a lock is taken also where somebody tidied the folder up', () => {
  const path = aPath();
  withLock(path, () => 0);
  for (const name of fs.readdirSync(dirname(path))) fs.unlinkSync(join(dirname(path), name));
  expect(withLock(path, () => 'mine')).toBe('mine');
  expect(leftBeside(path)).toEqual([]);
});
