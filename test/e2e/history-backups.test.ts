import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enBackups } from '../../src/messages/en-backups.ts';
import { zhBackups } from '../../src/messages/zh-backups.ts';
import { aMixedHistory, historyText } from '../support/damage.ts';
import { answersIn, aPlace, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const EVENTS = aMixedHistory();
const OLD = EVENTS.slice(0, 9);
const on = (day: number): { env: Record<string, string> } => ({ env: { QUIZ_NOW: `2026-11-${day}T21:00:00+08:00` } });
let place: Place;

const read = (): string => readFileSync(place.history, 'utf8');
const write = (text: string): void => writeFileSync(place.history, text);
const backups = async (): Promise<{ name: string; file: string; reason: string }[]> =>
  JSON.parse((await runQuiz(place, ['history', 'backups', '--json'])).out).backups;

beforeEach(() => {
  place = aPlace({ 'many.yaml': many(9) });
  mkdirSync(place.home, { recursive: true });
});

describe('quiz history backup', () => {
  test('says where and how large it is, and is listed', async () => {
    write(historyText(EVENTS));
    const { code, out } = await runQuiz(place, ['history', 'backup']);
    const [file = ''] = readdirSync(join(place.home, 'backups'));
    expect(code).toBe(0);
    expect(out).toContain(join(place.home, 'backups', file));
    expect(out).toMatch(/\(\d[\d.]* (B|KB)\)/);
    expect(statSync(join(place.home, 'backups', file)).mode & 0o777).toBe(0o600);
    expect(statSync(join(place.home, 'backups')).mode & 0o777).toBe(0o700);
    const listed = await runQuiz(place, ['history', 'backups']);
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toContain(`${enBackups.reasons.asked}`);
    expect((await runQuiz(place, ['history', 'backups', '--lang', 'zh'])).out).toContain(zhBackups.reasons.asked ?? '');
  });

  test('of no history is nothing, and an empty list says when there will be one', async () => {
    expect(await runQuiz(place, ['history', 'backup'])).toMatchObject({ code: 3, out: '' });
    expect((await runQuiz(place, ['history', 'backups'])).out).toBe(`${enBackups.none}\n`);
    expect(await backups()).toEqual([]);
  });
});

describe('the copy of the day', () => {
  const drill = ['drill', '--bank', 'many', '--no-shuffle'];

  test('is made when the first session of the day is over, and holds it', async () => {
    await runQuiz(place, drill, { input: ['A', 'A'], ...on(21) });
    const [first] = await backups();
    expect(first?.reason).toBe('daily');
    const verified = await runQuiz(place, [
      'history',
      'verify',
      join(place.home, 'backups', first?.file ?? ''),
      '--json',
    ]);
    expect(JSON.parse(verified.out)).toMatchObject({ whole: true, summary: { answers: 2 } });
    await runQuiz(place, drill, { input: ['A'], ...on(21) });
    expect(await backups()).toHaveLength(1);
    await runQuiz(place, drill, { input: ['A'], ...on(22) });
    expect(await backups()).toHaveLength(2);
  });

  test('that cannot be made is said in one line, and the session is none the worse', async () => {
    writeFileSync(join(place.home, 'backups'), 'in the way');
    const { code, err } = await runQuiz(place, drill, { input: ['A', 'A'] });
    expect(code).toBe(0);
    expect(err.split('\n').filter((line) => line.includes('quiz history backup'))).toHaveLength(1);
    expect(answersIn(place)).toHaveLength(2);
  });

  test('is not made of a damaged history', async () => {
    write(historyText(EVENTS).replace('"noted"', 'noted'));
    await runQuiz(place, []);
    expect(existsSync(join(place.home, 'backups'))).toBe(false);
  });
});

describe('quiz history restore', () => {
  /** A backup of the old events, then the newer ones on top. */
  const aBackup = async (): Promise<string> => {
    write(historyText(OLD));
    await runQuiz(place, ['history', 'backup'], on(20));
    write(historyText(EVENTS));
    return '20261120';
  };

  test('shows what will be there and what goes, and does nothing unasked', async () => {
    const name = await aBackup();
    const { code, out, err } = await runQuiz(place, ['history', 'restore', name]);
    expect({ code, err }).toEqual({ code: 2, err: `quiz: ${enBackups.needsYes}\n  ${enBackups.needsYesHint}\n` });
    expect(out).toContain(enBackups.plan.after(OLD.length, ', 2026-11-22'));
    expect(out).toContain(
      enBackups.plan.goes(EVENTS.length - OLD.length, `2026-11-22 (${EVENTS.length - OLD.length})`),
    );
    expect(out).toContain(enBackups.plan.keepLater);
    expect(read()).toBe(historyText(EVENTS));
    const zh = await runQuiz(place, ['history', 'restore', name, '--dry-run', '--lang', 'zh']);
    expect(zh).toMatchObject({ code: 0, err: '', out: expect.stringContaining(zhBackups.dryRun) });
  });

  test('--yes brings the old state back, and that can be undone', async () => {
    const name = await aBackup();
    const { code, out } = await runQuiz(place, ['history', 'restore', name, '--yes']);
    expect(code).toBe(0);
    expect(read()).toBe(historyText(OLD));
    const undo = /restore (\S+-before-restore)`/.exec(out)?.[1] ?? '';
    await runQuiz(place, ['history', 'restore', undo, '--yes']);
    expect(read()).toBe(historyText(EVENTS));
  });

  test('--keep-later unites it with what came after', async () => {
    const name = await aBackup();
    write(historyText(EVENTS.slice(5)));
    const { code, out } = await runQuiz(place, ['history', 'restore', name, '--keep-later', '--yes', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      changed: true,
      keepLater: true,
      after: { events: EVENTS.length },
      goes: { events: 0 },
      stays: { events: EVENTS.length - OLD.length },
      comes: { events: 5 },
    });
    expect(read()).toBe(historyText(EVENTS));
    const again = await runQuiz(place, ['history', 'restore', name, '--keep-later', '--yes']);
    expect(again.out).toBe(`${enBackups.plan.nothing}\n`);
  });

  test('does not bring back what was put away into the archive', async () => {
    const name = await aBackup();
    mkdirSync(join(place.home, 'archive'));
    writeFileSync(join(place.home, 'archive', '2026.json'), historyText(EVENTS.slice(0, 3)));
    write(historyText(EVENTS.slice(3)));
    const { out } = await runQuiz(place, ['history', 'restore', name, '--yes']);
    expect(out).toContain(enBackups.plan.inArchive(3));
    expect(read()).toBe(historyText(OLD.slice(3)));
  });

  test('says that a backup is damaged itself, and what to do then', async () => {
    const bad = historyText(OLD).replace('"starred"', 'starred');
    write(bad);
    await runQuiz(place, ['history', 'backup'], on(20));
    write(historyText(EVENTS));
    const { code, out, err } = await runQuiz(place, ['history', 'restore', '2026', '--yes']);
    expect(code).toBe(0);
    expect(out).toContain(enBackups.plan.damaged(1));
    expect(err).toBe(`${enBackups.thenRepair}\n`);
    expect(read()).toBe(bad);
    await runQuiz(place, ['history', 'repair', '--yes']);
    expect(await runQuiz(place, ['history', 'verify'])).toMatchObject({ code: 0 });
  });

  test('takes a file, packed or not, also where there is no history yet', async () => {
    const name = await aBackup();
    writeFileSync(join(place.cwd, 'from-elsewhere.json'), historyText(OLD));
    const [{ file = '' } = {}] = (await backups()).filter((backup) => backup.name.startsWith(name));
    for (const path of ['from-elsewhere.json', join('..', 'home', 'backups', file)]) {
      rmSync(place.history);
      expect(await runQuiz(place, ['history', 'restore', path, '--yes'])).toMatchObject({ code: 0, err: '' });
      expect(read()).toBe(historyText(OLD));
    }
  });

  test('refuses what it cannot restore, and changes nothing', async () => {
    await aBackup();
    await runQuiz(place, ['history', 'backup'], on(21));
    writeFileSync(join(place.cwd, 'shopping.txt'), 'milk\n');
    writeFileSync(join(place.cwd, 'newer.json'), historyText(OLD).replace('"version":1', '"version":2'));
    writeFileSync(join(place.cwd, 'broken.json.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 0]));
    for (const [name, expected, said] of [
      ['nowhere', 3, enBackups.unknown('nowhere')],
      ['2026', 3, enBackups.several('2026', 2)],
      ['shopping.txt', 4, enBackups.foreign(join(place.cwd, 'shopping.txt'))],
      ['newer.json', 4, enBackups.newer(join(place.cwd, 'newer.json'))],
      ['broken.json.gz', 4, en.errors.backupDamaged(join(place.cwd, 'broken.json.gz'))],
    ] as const) {
      const { code, out, err } = await runQuiz(place, ['history', 'restore', name, '--yes']);
      expect({ code, out }).toEqual({ code: expected, out: '' });
      expect(err).toContain(said);
    }
    expect(read()).toBe(historyText(EVENTS));
  });

  test('asks on a terminal: no by itself, nothing on Ctrl-C', async () => {
    const name = await aBackup();
    const keys = [
      [KEY.enter, 0],
      [KEY.ctrlC, 130],
      ['n', 0],
    ] as const;
    for (const [key, expected] of keys) {
      const terminal = new Terminal(place, ['history', 'restore', name]);
      await terminal.waitFor(enBackups.ask);
      terminal.press(...(key === 'n' ? [key, KEY.enter] : [key]));
      expect(await terminal.ended).toBe(expected);
      expect(read()).toBe(historyText(EVENTS));
    }
    const terminal = new Terminal(place, ['history', 'restore', name, '--lang', 'zh']);
    await terminal.pressing([], zhBackups.ask);
    terminal.press('y', KEY.enter);
    expect(await terminal.ended).toBe(0);
    expect(read()).toBe(historyText(OLD));
  });
});
