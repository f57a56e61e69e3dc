import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ensureFolder, writeAll, writeAtomically } from '../../src/store/atomic-file.ts';
import { aDisk, aFile, aFolder, aPath } from './history-support.ts';

const refusal = (errno: string) => () => {
  throw Object.assign(new Error(errno), { code: errno, syscall: 'test' });
};

describe('an atomic write', () => {
  test('makes a file with its content and mode', () => {
    const path = aPath();
    writeAtomically(path, '满意\n', 0o600);
    expect(fs.readFileSync(path, 'utf8')).toBe('满意\n');
    expect(fs.statSync(path).mode & 0o777).toBe(0o600);
  });

  test.each([0o600, 0o666, 0o755])(
    'leaves a file that is there its rights (%o), whatever a new one would get',
    (mode) => {
      const path = aFile('old');
      fs.chmodSync(path, mode);
      writeAtomically(path, 'new', 0o644);
      expect(fs.readFileSync(path, 'utf8')).toBe('new');
      expect(fs.statSync(path).mode & 0o777).toBe(mode);
    },
  );

  test.each(['writeSync', 'fsyncSync', 'renameSync'] as const)(
    'that fails in %s leaves the old file and no other',
    (call) => {
      const path = aFile('old');
      const disk = aDisk({ [call]: refusal('ENOSPC') });
      expect(() => writeAtomically(path, 'new', 0o600, disk)).toThrow(
        expect.objectContaining({ code: 'CANNOT_WRITE', detail: { path, errno: 'ENOSPC' } }),
      );
      expect(fs.readFileSync(path, 'utf8')).toBe('old');
      expect(fs.readdirSync(dirname(path))).toEqual(['history.json']);
    },
  );

  test('writes the target of a symbolic link', () => {
    const target = aFile('old');
    const link = aPath();
    fs.symlinkSync(target, link);
    writeAtomically(link, 'new', 0o600);
    expect(fs.readFileSync(target, 'utf8')).toBe('new');
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test('goes on where the system takes less than it is given', () => {
    const path = aPath();
    const fd = fs.openSync(path, 'w+');
    const one = (file: number, bytes: Uint8Array, offset: number, _length: number, position: number) =>
      fs.writeSync(file, bytes, offset, 1, position);
    writeAll(fd, Buffer.from('whole'), 0, aDisk({ writeSync: one as typeof fs.writeSync }));
    fs.closeSync(fd);
    expect(fs.readFileSync(path, 'utf8')).toBe('whole');
  });
});

test('folders are made for their owner alone', () => {
  const folder = join(aFolder(), 'a', 'b');
  ensureFolder(folder, aDisk());
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  expect(fs.statSync(dirname(folder)).mode & 0o777).toBe(0o700);
});
