import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { backupsIn, readBackup } from '../../src/store/backups.ts';
import { eventLine } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { planRepair, type RepairOptions, repairHistory } from '../../src/store/repair.ts';
import { aDisk, aFile, anAnswer, answers, idsIn, idsOf, NOON, opened, textOf } from './history-support.ts';

const [first = '', second = '', third = ''] = answers(1, 3).map(eventLine);
const half = second.slice(0, 80);
const damaged = `${HEADER}${first}${half}\n${third}${END}`;

const options = (path: string, more: Partial<RepairOptions> = {}): RepairOptions => ({
  backups: join(dirname(path), 'backups'),
  now: NOON,
  patienceMs: 200,
  ...more,
});
const filesBeside = (path: string): string[] => fs.readdirSync(dirname(path)).sort();

test('a damaged history is written anew, the old one is in a backup, and what cannot be read beside it', () => {
  const path = aFile(damaged);
  const { plan, aside, backup } = repairHistory(path, options(path));
  expect(fs.readFileSync(path, 'utf8')).toBe(HEADER + first + third + END);
  expect(aside).toBe(`${path}.damaged-20261122T120000`);
  expect(fs.readFileSync(aside as string, 'utf8')).toBe(`${half}\n`);
  expect(fs.statSync(aside as string).mode & 0o777).toBe(0o600);
  expect(readBackup(backup?.path as string).toString()).toBe(damaged);
  expect(plan).toMatchObject({ restBytes: half.length + 1, steps: [{ code: 'UNREADABLE', line: 3 }] });
  expect(filesBeside(path)).toEqual(['backups', 'history.json', 'history.json.damaged-20261122T120000']);
});

test('the plan says the same, and changes nothing', () => {
  const path = aFile(damaged);
  const plan = planRepair(path, fs.readFileSync(path));
  expect(plan.entries.map(({ id }) => id)).toEqual(idsOf([anAnswer(1), anAnswer(3)]));
  expect(filesBeside(path)).toEqual(['history.json']);
  expect(plan).toEqual(repairHistory(path, options(path)).plan);
});

test('nothing is put aside where all can be read', () => {
  const path = aFile(textOf(answers(1, 3)).replaceAll('\n', '\r\n'));
  expect(repairHistory(path, options(path)).aside).toBeNull();
  expect(fs.readFileSync(path, 'utf8')).toBe(textOf(answers(1, 3)));
  expect(filesBeside(path)).toEqual(['backups', 'history.json']);
});

test.each([
  ['sound', textOf(answers(1, 3))],
  ['sound, without its last line break', textOf(answers(1, 3)).trimEnd()],
  ['empty', ''],
])('one that is %s is left as it is, byte for byte, and no backup is made', (_, text) => {
  const path = aFile(text);
  const before = fs.statSync(path);
  expect(repairHistory(path, options(path))).toMatchObject({ plan: { steps: [] }, aside: null, backup: null });
  expect(fs.readFileSync(path, 'utf8')).toBe(text);
  expect(fs.statSync(path).ino).toBe(before.ino);
  expect(filesBeside(path)).toEqual(['history.json']);
});

test('an empty file of an archive is given its first and its last line', () => {
  const path = aFile('');
  repairHistory(path, options(path, { mayBeEmpty: false }));
  expect(fs.readFileSync(path, 'utf8')).toBe(HEADER + END);
});

test('a second repair has nothing to do', () => {
  const path = aFile(damaged);
  repairHistory(path, options(path));
  expect(repairHistory(path, options(path))).toMatchObject({ plan: { steps: [] }, aside: null, backup: null });
  expect(backupsIn(options(path).backups)).toHaveLength(1);
});

test('two repairs in the same second keep both of what they put aside', () => {
  const path = aFile(damaged);
  const one = repairHistory(path, options(path)).aside as string;
  fs.writeFileSync(path, damaged.replace(half, half.slice(0, 50)));
  const other = repairHistory(path, options(path)).aside as string;
  expect([one, other].map((aside) => fs.readFileSync(aside, 'utf8'))).toEqual([`${half}\n`, `${half.slice(0, 50)}\n`]);
});

test.each([
  ['NOT_A_HISTORY', 'my shopping list\n'],
  ['HISTORY_NEWER', textOf(answers(1, 2)).replace('"version":1', '"version":2').replace('good', '\0')],
])('%s: what is no history of this program is refused and left alone', (code, text) => {
  const path = aFile(text);
  expect(() => repairHistory(path, options(path))).toThrow(expect.objectContaining({ code }));
  expect(() => planRepair(path, fs.readFileSync(path))).toThrow(expect.objectContaining({ code }));
  expect(fs.readFileSync(path, 'utf8')).toBe(text);
  expect(filesBeside(path)).toEqual(['history.json']);
});

test('what is written into a damaged file meanwhile is in the mended one, and put aside once', () => {
  const path = aFile(damaged);
  let writes = 0;
  const openSync = ((...args: Parameters<typeof fs.openSync>) => {
    // Somebody else adds an answer while the new file is being written, and again.
    if (String(args[0]).includes('.tmp') && String(args[0]).includes('history.json.') && writes++ < 2)
      fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replace(END, eventLine(anAnswer(10 + writes)) + END));
    return fs.openSync(...args);
  }) as typeof fs.openSync;
  const { aside } = repairHistory(path, options(path, { disk: aDisk({ openSync }) }));
  expect(writes).toBeGreaterThan(1);
  expect(idsIn(opened(path))).toEqual(idsOf([anAnswer(1), anAnswer(3), anAnswer(11), anAnswer(12)]));
  expect(filesBeside(path)).toEqual(['backups', 'history.json', (aside as string).split('/').at(-1)]);
});

test('on a full disk the damaged history stays as it is', () => {
  const path = aFile(damaged);
  const writeSync = () => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
  };
  expect(() => repairHistory(path, options(path, { disk: aDisk({ writeSync }) }))).toThrow(
    expect.objectContaining({ code: 'CANNOT_WRITE', detail: expect.objectContaining({ errno: 'ENOSPC' }) }),
  );
  expect(fs.readFileSync(path, 'utf8')).toBe(damaged);
  expect(filesBeside(path).filter((name) => !name.startsWith('backups'))).toEqual(['history.json']);
});

test('an event that has another content in a file that is read before keeps its own under a new id', () => {
  const path = aFile(textOf(answers(1, 2)));
  const elsewhere = new Map([[anAnswer(1).id, JSON.stringify(anAnswer(1, { rating: 'easy' }))]]);
  const { plan } = repairHistory(path, options(path, { elsewhere }));
  expect(plan.steps).toMatchObject([{ code: 'ID_CONFLICT', line: 2 }]);
  expect(idsIn(opened(path))).not.toContain(anAnswer(1).id);
  expect(
    opened(path)
      .readAll()
      .events.map(({ type }) => type),
  ).toEqual(['answered', 'voided', 'answered']);
});
