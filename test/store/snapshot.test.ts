import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Progress } from '../../src/core/history/fold.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'quiz-snapshot-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, 'cache', 'progress.json');
const progress: Progress = {
  memories: new Map([
    [
      'b/易逝',
      {
        kind: 'reviewed',
        stability: 2.30650001,
        difficulty: 2.1,
        firstOn: 20_000,
        reviewedOn: 20_004,
        repetitions: 3,
        lapses: 1,
      },
    ],
    [
      'b/k#2',
      { kind: 'reviewed', stability: 0.212, difficulty: 6.4133, firstOn: 1, reviewedOn: 1, repetitions: 1, lapses: 0 },
    ],
  ]),
  starred: new Set(['b/易逝']),
  suspended: new Set(['b/k#2']),
  unfinished: new Map([['01a2b3c4-d5e6-7f80-9a1b-2c3d4e5f6071', '模拟卷']]),
  notes: new Map([['b/易逝', '第一行\n第二行']]),
  places: new Map([['["b",[],[]]', { bank: 'b', topic: 'a', items: [null, 'b/易逝'], ms: 1, id: 'e1' }]]),
  latestOn: 20_004,
};

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  writeSnapshot(path, 'file 1', progress);
});

describe('a snapshot', () => {
  test('is read as it was written', () => {
    expect(readSnapshot(path, 'file 1')).toEqual(progress);
  });

  test('counts as none for another file, or other parameters', () => {
    expect(readSnapshot(path, 'file 2')).toBeNull();
  });

  test('counts as none when it was changed, cut or emptied', () => {
    const text = readFileSync(path, 'utf8');
    for (const spoilt of [
      text.replace('0.212', '9.212'),
      text.slice(0, -1),
      text.slice(0, 90),
      '',
      '{}',
      text.replace(/^\d+/, '0'),
    ]) {
      writeFileSync(path, spoilt);
      expect(readSnapshot(path, 'file 1')).toBeNull();
    }
  });

  test('that is not there is none', () => {
    expect(readSnapshot(join(folder, 'nothing.json'), 'file 1')).toBeNull();
  });

  test('that finds no place is no fault', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeSnapshot(join(folder, 'file', 'progress.json'), 'file 1', progress)).not.toThrow();
  });
});
