import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { deviceOf, homeAt } from '../../src/store/home.ts';
import { createWhole } from '../../src/store/new-file.ts';
import { aDisk, aFile, aFolder, aPath } from './history-support.ts';

const refusing = (errno: string) => () => {
  throw Object.assign(new Error(errno), { code: errno, syscall: 'test' });
};

test.each([
  ['', aDisk()],
  [', also where a file has no second name', aDisk({ linkSync: refusing('EPERM') })],
])('a new file is whole, and nothing is beside it%s', (_, disk) => {
  const path = aPath();
  expect(createWhole(path, '满意\n', 0o640, disk)).toBe(true);
  expect(fs.readFileSync(path, 'utf8')).toBe('满意\n');
  expect(fs.statSync(path).mode & 0o777).toBe(0o640);
  expect(fs.readdirSync(dirname(path))).toEqual(['history.json']);
});

test.each([
  ['a file', (path: string) => fs.writeFileSync(path, 'old')],
  ['a folder', (path: string) => fs.mkdirSync(path)],
  ['a link to nowhere', (path: string) => fs.symlinkSync('nowhere', path)],
])('where %s is, nothing is made', (_, put) => {
  const path = aPath();
  put(path);
  const before = fs.lstatSync(path);
  expect(createWhole(path, 'new', 0o600)).toBe(false);
  expect(fs.lstatSync(path)).toEqual(before);
  expect(fs.readdirSync(dirname(path))).toEqual(['history.json']);
});

test.each([
  ['', {}],
  [', also where a file has no second name', { linkSync: refusing('EPERM') }],
])('what appears at the last moment stays as it is%s', (_, calls) => {
  const path = aPath();
  const fsyncSync = (fd: number) => {
    if (!fs.existsSync(path)) fs.writeFileSync(path, 'theirs');
    fs.fsyncSync(fd);
  };
  expect(createWhole(path, 'mine', 0o600, aDisk({ ...calls, fsyncSync }))).toBe(false);
  expect(fs.readFileSync(path, 'utf8')).toBe('theirs');
  expect(fs.readdirSync(dirname(path))).toEqual(['history.json']);
});

test('what crashes left on the way to a file goes after an hour, and nothing else does', () => {
  const path = aFile('old');
  const folder = dirname(path);
  const put = (name: string, hoursAgo: number): void => {
    fs.writeFileSync(join(folder, name), '');
    const at = Date.now() / 1000 - hoursAgo * 3600;
    fs.utimesSync(join(folder, name), at, at);
  };
  put('.other.md.0123456789ab.tmp', 2);
  put('.new.md.0123456789ab.tmp', 0.9);
  put('.new.md.aaaaaaaaaaaa.tmp', 2);
  put('.new.md.aaaaaaaaaaaa.tmpl', 2);
  put('.new.md.draft.tmp', 2);
  expect(createWhole(join(folder, 'new.md'), 'new', 0o600)).toBe(true);
  expect(fs.readdirSync(folder).sort()).toEqual(
    ['.new.md.0123456789ab.tmp', '.new.md.aaaaaaaaaaaa.tmpl', '.new.md.draft.tmp', '.other.md.0123456789ab.tmp'].concat(
      'history.json',
      'new.md',
    ),
  );
});

test('of two processes that name a new device at once, both go by the name that stands there', () => {
  const home = homeAt(aFolder(), {}, '/');
  let other = '';
  const slow = aDisk({
    fsyncSync: (fd) => {
      other ||= deviceOf(home);
      fs.fsyncSync(fd);
    },
  });
  expect(deviceOf(home, slow)).toBe(other);
  expect(deviceOf(home)).toBe(other);
});

test('a device that cannot be read just now does not become another', () => {
  const home = homeAt(aFolder(), {}, '/');
  const known = deviceOf(home);
  expect(() => deviceOf(home, aDisk({ readFileSync: refusing('EIO') as never }))).toThrow(
    expect.objectContaining({ code: 'CANNOT_READ', detail: { path: home.device, errno: 'EIO' } }),
  );
  expect(deviceOf(home)).toBe(known);
});
