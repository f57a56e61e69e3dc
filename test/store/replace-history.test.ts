import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { backupsIn, readBackup } from '../../src/store/backups.ts';
import { entriesIn, historyOf } from '../../src/store/history-entries.ts';
import { type Replacement, replaceHistory } from '../../src/store/replace-history.ts';
import { aFile, answers, aPath, idsIn, idsOf, NOON, opened, textOf } from './history-support.ts';

const options = (path: string): Replacement => ({
  reason: 'before-merge',
  backups: join(dirname(path), 'backups'),
  now: NOON,
  patienceMs: 200,
});

const without = (id: string) => (current: Buffer | null) =>
  historyOf(entriesIn(current as Buffer).entries.filter((each) => each.id !== id));

test('the new content stands there, the old one in a backup', () => {
  const path = aFile(textOf(answers(1, 3)));
  const { changed, backup } = replaceHistory(path, without(idsOf(answers(2, 2))[0] as string), options(path));
  expect(changed).toBe(true);
  expect(idsIn(opened(path))).toEqual([...idsOf(answers(1, 1)), ...idsOf(answers(3, 3))]);
  expect(readBackup(backup?.path as string).toString()).toBe(textOf(answers(1, 3)));
  expect(fs.readdirSync(dirname(path)).sort()).toEqual(['backups', 'history.json']);
});

test('nothing is written and nothing kept where nothing changes', () => {
  const path = aFile(textOf(answers(1, 3)));
  const before = fs.statSync(path);
  expect(replaceHistory(path, () => null, options(path))).toEqual({ changed: false, backup: null });
  expect(fs.statSync(path).ino).toBe(before.ino);
  expect(backupsIn(options(path).backups)).toEqual([]);
});

test('a history that is not there yet is made', () => {
  const path = aPath();
  expect(
    replaceHistory(path, (current) => (current ? null : Buffer.from(textOf(answers(1, 2)))), options(path)),
  ).toEqual({
    changed: true,
    backup: null,
  });
  expect(idsIn(opened(path))).toEqual(idsOf(answers(1, 2)));
});

test('what is answered while it is made is not lost', () => {
  const path = aFile(textOf(answers(1, 3)));
  const other = opened(path);
  let calls = 0;
  replaceHistory(
    path,
    (current) => {
      calls++;
      // Another window answers during the first two tries and the third, which would not end if it were not for the lock.
      if (calls <= 3) other.append(answers(10 + calls, 10 + calls));
      return without(idsOf(answers(1, 1))[0] as string)(current);
    },
    options(path),
  );
  expect(calls).toBe(4);
  expect(idsIn(opened(path))).toEqual([...idsOf(answers(2, 3)), ...idsOf(answers(11, 13))]);
  other.append(answers(20, 20));
  expect(idsIn(opened(path))).toEqual([...idsOf(answers(2, 3)), ...idsOf(answers(11, 13)), ...idsOf(answers(20, 20))]);
});

test('a history of a newer program is not touched', () => {
  const path = aFile('{"format":"quiz-history","version":2,"events":[\n{"type":"end"}]}\n');
  expect(() => replaceHistory(path, () => Buffer.from('x'), options(path))).toThrow(
    expect.objectContaining({ code: 'HISTORY_NEWER' }),
  );
});

test('a link stays a link', () => {
  const path = aFile(textOf(answers(1, 3)));
  const link = join(dirname(path), 'link.json');
  fs.symlinkSync(path, link);
  replaceHistory(link, without('x'), options(path));
  expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  expect(idsIn(opened(path))).toEqual(idsOf(answers(1, 3)));
});

test('entries are read as they are written, with the lines that are none', () => {
  const text = textOf(answers(1, 3));
  expect(historyOf(entriesIn(Buffer.from(text)).entries).toString()).toBe(text);
  const broken = text.replace('"right":true', '"right":tru');
  expect(entriesIn(Buffer.from(broken)).faults).toEqual([{ line: 2, reason: 'NOT_JSON' }]);
  expect(entriesIn(Buffer.from(broken)).entries.map(({ id }) => id)).toEqual(idsOf(answers(2, 3)));
  expect(entriesIn(Buffer.from('')).faults.map(({ reason }) => reason)).toEqual(['WRONG_HEADER', 'NO_END_LINE']);
});
