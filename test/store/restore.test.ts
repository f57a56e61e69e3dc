import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupNamed } from '../../src/store/backup-name.ts';
import { newestWithMore } from '../../src/store/backup-search.ts';
import { type BackupReason, backUp } from '../../src/store/backups.ts';
import { eventLine } from '../../src/store/event-line.ts';
import { type RestoreFrom, restoring } from '../../src/store/restore.ts';
import { aFolder, anAnswer, answers, idsOf, NOON, textOf } from './history-support.ts';

const bytesOf = (from: number, to: number): Buffer => Buffer.from(textOf(answers(from, to)));
const restore = (more: Partial<RestoreFrom>) =>
  restoring({
    path: 'x.json.gz',
    backup: bytesOf(1, 3),
    present: bytesOf(2, 5),
    archive: [],
    keepLater: false,
    today: 30_000,
    ...more,
  });
const idsAfter = (more: Partial<RestoreFrom>): string[] => restore(more).entries.map(({ id }) => id);

describe('what stands there afterwards', () => {
  test('is the backup byte for byte, with its damage, which is counted', () => {
    expect(restore({})).toMatchObject({ bytes: bytesOf(1, 3), faults: 0, comes: 1 });
    const backup = Buffer.from(textOf(answers(1, 3)).replace('"right"', 'right'));
    expect(restore({ backup })).toMatchObject({ bytes: backup, faults: 1 });
  });

  test('is both of them where what came later stays; of a damaged side all that can be read', () => {
    expect(restore({ keepLater: true }).bytes.toString()).toBe(textOf(answers(1, 5)));
    const backup = Buffer.from(textOf(answers(1, 3)).replace('"right"', 'right'));
    const present = Buffer.from(`${textOf(answers(4, 5))}${eventLine(anAnswer(6)).slice(0, 50)}`);
    expect(idsAfter({ backup, present, keepLater: true })).toEqual(idsOf(answers(2, 5)));
  });

  test('is the history as it is, whatever the order of its lines, where all of the backup is in it', () => {
    const present = Buffer.from(textOf([...answers(4, 5), ...answers(1, 3)]));
    expect(restore({ present, keepLater: true }).bytes).toBe(present);
  });

  test('does not repeat what is in the archive', () => {
    expect(idsAfter({ archive: [bytesOf(1, 2)] })).toEqual(idsOf(answers(3, 3)));
    expect(restore({ archive: [bytesOf(1, 2)] })).toMatchObject({ archived: 2 });
    expect(restore({ archive: [bytesOf(1, 2)] }).bytes.toString()).toBe(textOf(answers(3, 3)));
  });

  test('is the backup also where there is no history, or none that can be read', () => {
    for (const present of [Buffer.alloc(0), Buffer.from('my notes')])
      expect(restore({ present })).toMatchObject({ later: [], comes: 3 });
  });

  test.each([
    ['NOT_A_HISTORY', 'my notes\n'],
    ['HISTORY_NEWER', textOf([]).replace('"version":1', '"version":4')],
  ])('is nothing of what this program cannot read: %s', (code, text) => {
    expect(() => restore({ backup: Buffer.from(text) })).toThrow(expect.objectContaining({ code }));
  });
});

describe('the name of a backup', () => {
  const folder = aFolderOf('daily', 'asked');
  function aFolderOf(...reasons: BackupReason[]): () => string {
    return () => {
      const at = join(aFolder(), 'backups');
      reasons.forEach((reason, n) => {
        backUp(at, bytesOf(1, n + 1), { reason, now: { ms: NOON.ms + n * 1000, offset: 480 } });
      });
      return at;
    };
  }
  const named = (at: string, name: string) => {
    const found = backupNamed(at, name, join(at, '..', name));
    return found.kind === 'backup' ? found.backup.reason : found.kind;
  };

  test('is the whole of it, or how it begins, with or without what all names share', () => {
    const at = folder();
    for (const name of [
      'history-20261122T120001.000+0800-asked.json.gz',
      '20261122T120001.000+0800-asked',
      '20261122T120001',
      'history-20261122T120001.0',
    ])
      expect(named(at, name)).toBe('asked');
  });

  test('says where it is not enough, and where there is none', () => {
    const at = folder();
    expect(named(at, '2026')).toBe('several');
    const strange = ['2025', '', '../backups', 'asked', 'x'.repeat(5000), 'history.json/x'];
    expect(strange.map((name) => named(at, name))).toEqual(strange.map(() => 'none'));
    expect(named(join(at, 'nowhere'), '2026')).toBe('none');
  });

  test('may be a path, to one of them or to any file', () => {
    const at = folder();
    expect(named(at, 'backups/history-20261122T120001.000+0800-asked.json.gz')).toBe('asked');
    fs.writeFileSync(join(at, '..', 'mine.json'), textOf([]));
    expect(named(at, 'mine.json')).toBe('file');
  });
});

test('the newest backup that holds more is found, and damaged ones are passed over', () => {
  const at = join(aFolder(), 'backups');
  const made = [4, 3, 1].map((to, n) =>
    backUp(at, bytesOf(1, to), { reason: 'daily', now: { ms: NOON.ms + n * 1000, offset: 480 } }),
  );
  const ids = new Set(idsOf(answers(1, 2)));
  expect(newestWithMore(at, ids)).toEqual({ name: made[1]?.name, events: 1 });
  fs.writeFileSync(made[1]?.path as string, 'x');
  expect(newestWithMore(at, ids)).toEqual({ name: made[0]?.name, events: 2 });
  expect(newestWithMore(at, new Set(idsOf(answers(1, 4))))).toBeNull();
});
