import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstTaken, writeReportFile } from '../../src/store/report-file.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { aFile, aFolder, aPath } from './history-support.ts';

describe('a report', () => {
  test('is written where nothing is, and leaves alone what is there', () => {
    const path = aPath();
    expect(writeReportFile(path, 'one', { replace: false })).toBe('written');
    expect(writeReportFile(path, 'two', { replace: false })).toBe('exists');
    expect(readFileSync(path, 'utf8')).toBe('one');
  });

  test('is written over another only if that is asked for', () => {
    const path = aFile('one');
    expect(writeReportFile(path, 'two', { replace: true })).toBe('written');
    expect(readFileSync(path, 'utf8')).toBe('two');
  });

  test('that cannot be written is a fault that names it', () => {
    const path = join(aFolder(), 'nowhere', 'a.md');
    for (const replace of [true, false]) expect(() => writeReportFile(path, 'one', { replace })).toThrow(StoreFault);
  });
});

test('a link to nowhere is something that is there', () => {
  const folder = aFolder();
  const [free, link] = [join(folder, 'free'), join(folder, 'link')];
  symlinkSync(join(folder, 'nowhere'), link);
  expect(firstTaken([free, link])).toBe(link);
  expect(firstTaken([free])).toBeUndefined();
});
