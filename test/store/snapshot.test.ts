import { createHash } from 'node:crypto';
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
        missed: 0,
      },
    ],
    [
      'b/k#2',
      {
        kind: 'reviewed',
        stability: 0.212,
        difficulty: 6.4133,
        firstOn: 1,
        reviewedOn: 1,
        repetitions: 1,
        lapses: 0,
        missed: 0,
      },
    ],
  ]),
  starred: new Set(['b/易逝']),
  suspended: new Set(['b/k#2']),
  unfinished: new Map([['01a2b3c4-d5e6-7f80-9a1b-2c3d4e5f6071', '模拟卷']]),
  openDrills: new Map([['01a2b3c4-d5e6-7f80-9a1b-2c3d4e5f6072', 20_004]]),
  notes: new Map([['b/易逝', '第一行\n第二行']]),
  places: new Map([['["b",[],[]]', { bank: 'b', topic: 'a', items: [null, 'b/易逝'], ms: 1, id: 'e1' }]]),
  days: { latestOn: 20_004, soundUntil: 20_004, futureFrom: 20_100 },
  latestMs: 1_728_400_000_000,
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

  test('counts as none when its sums are right and what it holds is no fold', () => {
    const whole = readFileSync(path, 'utf8');
    const body = JSON.parse(whole.slice(whole.indexOf('\n') + 1)) as Record<string, unknown>;
    const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
    const write = (value: unknown): void => {
      const text = JSON.stringify(value);
      writeFileSync(path, `${whole.slice(0, whole.indexOf(' '))} ${sum('file 1')} ${sum(text)}\n${text}`);
    };
    write(body);
    expect(readSnapshot(path, 'file 1')).toEqual(progress);
    const { refs, memories } = body as { refs: unknown[]; memories: unknown[] };
    for (const spoilt of [
      { memories: memories.slice(1) },
      { memories: [...memories, 1] },
      { memories: memories.with(1, '2') },
      { refs: refs.with(0, { toString: 1 }) },
      { refs: refs.slice(1) },
      { refs: null },
      { memories: { length: 1 } },
      { starred: [1] },
      { suspended: null },
      { notes: [['b/q']] },
      { unfinished: ['ab'] },
      { openDrills: [['ab', '1']] },
      { places: [['k', { bank: 'b', topic: 'a', items: [3], ms: 1, id: 'e' }]] },
      { places: [['k', null]] },
      { days: [1, 2] },
      { days: ['1', 2, null] },
      { latestMs: null },
    ]) {
      write({ ...body, ...spoilt });
      expect(readSnapshot(path, 'file 1')).toBeNull();
    }
    for (const other of [null, 7, [], 'text']) {
      write(other);
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
