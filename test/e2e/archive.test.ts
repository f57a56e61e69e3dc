import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SessionStarted } from '../../src/core/history/event.ts';
import { en } from '../../src/messages/en.ts';
import { enArchive } from '../../src/messages/en-archive.ts';
import { enExchange } from '../../src/messages/en-exchange.ts';
import { zhArchive } from '../../src/messages/zh-archive.ts';
import { backupsIn } from '../../src/store/backups.ts';
import { aPlace, eventsOf, madeOnce, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const WITH_PAPER = `${many(8)}papers:
  mock: { title: 模拟卷, minutes: 30, pass: 2, sections: [{ title: 单项选择题, type: single, count: 3 }] }
`;

/** A year of one learner: drills, a practice, an exam that is over and one that is not, a star, a cause, what was taken back. */
const aYear = madeOnce(async () => {
  const place = aPlace({ 'many.yaml': WITH_PAPER });
  const on = (day: string, args: readonly string[], input: readonly string[] = []) =>
    runQuiz(place, args, { input, env: { QUIZ_NOW: `${day}T21:00:00+08:00` } });
  const from = ['--bank', 'many', '--no-shuffle'];
  await on('2025-12-01', ['drill', ...from], ['A', 'B', ':s', 'B', 'A']);
  await on('2026-01-10', ['practice', ...from, '--count', '3', '--order', 'sequential'], ['A', 'B', 'A']);
  await on('2026-02-10', ['exam', ...from, '--paper', 'mock', '--seed', '1'], ['', 'A', 'B', 'A', 'y', 'y']);
  await on('2026-03-10', ['exam', ...from, '--paper', 'mock', '--seed', '2'], ['', 'A', ':q']);
  await on('2026-04-10', ['undo']);
  await on('2026-04-10', ['mistakes', 'cause', 'q2', 'misread']);
  await on('2026-11-20', ['drill', ...from], ['A', 'A', 'B']);
  return place;
});

const archive = (place: Place, ...args: readonly string[]) => runQuiz(place, ['history', 'archive', ...args]);
const UNTIL_MAY = ['--before', '2026-06-01'] as const;
const FILE = 'history-until-2026-05-31.json';
const archived = madeOnce(async () => {
  const place = await aYear();
  await archive(place, ...UNTIL_MAY, '--yes');
  return place;
});

const fileOf = (place: Place): string => join(place.home, 'archive', FILE);
const startedIn = (place: Place): readonly SessionStarted[] =>
  eventsOf(place).filter((event): event is SessionStarted => event.type === 'session-started');
const isAway = (place: Place): boolean => existsSync(fileOf(place));

describe('quiz history archive', () => {
  test('leaves the same events, of which verifying says the same', async () => {
    const said = async (place: Place): Promise<unknown> => {
      const { code, out } = await runQuiz(place, ['history', 'verify', '--json']);
      const { whole, events, counts, faults, memory, summary } = JSON.parse(out);
      // Which line stands behind which is what archiving changes.
      delete counts.OUT_OF_ORDER;
      return { code, whole, events, counts, faults, memory, summary: { ...summary, bytes: 0, backups: null } };
    };
    expect(await said(await archived())).toEqual(await said(await aYear()));
  });

  test('changes nothing of what any command says, to the letter', async () => {
    const place = await aYear();
    expect(eventsOf(await archived()).length).toBeLessThan(eventsOf(place).length / 2);
    const [drill, practice, exam] = startedIn(place).map(({ id }) => id);
    const commands: readonly (readonly (string | undefined)[])[] = [
      [],
      ['history', 'list', '--json'],
      ['history', 'show', exam],
      ['history', 'diff', drill, practice],
      ['mistakes', '--all'],
      ['export', '--format', 'json'],
      ['exam', '--report', exam],
      ['exam', '--resume'],
      ['practice'],
      ['drill', '--bank', 'many', '--no-shuffle', '--ahead', '--seed', '3'],
      ['undo'],
    ];
    const said = (made: () => Promise<Place>): Promise<string[]> =>
      Promise.all(
        commands.map(async (args) => {
          const { home, cwd, ...copy } = await made();
          const input = ['A', 'B', ':q'];
          const { code, out, err } = await runQuiz({ home, cwd, ...copy }, args as string[], { input });
          const text = `${args.join(' ')} ${code}\n${out}${err}`.replaceAll(home, 'HOME').replaceAll(cwd, 'HERE');
          return text.replace(/ \d+ s\b/g, '');
        }),
      );
    expect(await said(archived)).toEqual(await said(aYear));
  }, 60_000);

  test('shows what it will do and what stays, does it, and says how to go back', async () => {
    const place = await aYear();
    const size = readFileSync(place.history).length;
    const events = eventsOf(place).length;
    const { code, out, err } = await archive(place, ...UNTIL_MAY, '--yes');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [left, kept] = [events - eventsOf(place).length, eventsOf(place).length];
    const [backup] = backupsIn(join(place.home, 'backups'));
    expect(backup).toMatchObject({ reason: 'before-archive', isLasting: true });
    expect(out.split('\n')).toEqual([
      enArchive.plan(left, '2025-12-01', '2026-04-10'),
      enArchive.into(fileOf(place), false),
      enArchive.sizes([size, readFileSync(place.history).length], [0, readFileSync(fileOf(place)).length]),
      enArchive.staying.open(kept - 5),
      enArchive.counted,
      enArchive.done(left),
      enExchange.backup(backup?.path ?? ''),
      enArchive.goBack(fileOf(place)),
      '',
    ]);
    expect(startedIn(place).map(({ mode }) => mode)).toEqual(['exam', 'drill']);
    const again = await archive(place, ...UNTIL_MAY, '--lang', 'zh');
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toBe(`${zhArchive.nothing('2026-06-01')}\n${zhArchive.staying.open(kept - 5)}\n`);
    const merged = await runQuiz(place, ['history', 'merge', fileOf(place), backup?.path ?? '']);
    expect(merged).toMatchObject({ code: 0, out: expect.stringContaining(enExchange.merge.nothingNew) });
  });

  test('--dry-run shows the plan and --json gives it to programs; neither writes anything', async () => {
    const place = await aYear();
    const before = readFileSync(place.history, 'utf8');
    const dry = await archive(place, ...UNTIL_MAY, '--dry-run', '--lang', 'zh');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toContain(`${zhArchive.counted}\n${zhArchive.dryRun}\n`);
    const json = await archive(place, ...UNTIL_MAY, '--dry-run', '--json');
    expect(JSON.parse(json.out)).toMatchObject({
      before: '2026-06-01',
      alreadyArchived: 0,
      days: { from: '2025-12-01', until: '2026-04-10' },
      staying: { straddling: 0, future: 0, disputed: 0 },
      history: { path: place.history, bytesBefore: Buffer.byteLength(before) },
      archive: { path: fileOf(place), bytesBefore: 0 },
      done: null,
    });
    expect(readFileSync(place.history, 'utf8')).toBe(before);
    expect(readdirSync(place.home)).not.toContain('archive');
    const done = JSON.parse((await archive(place, ...UNTIL_MAY, '--yes', '--json')).out) as Record<string, object>;
    const { events } = JSON.parse(json.out) as { events: number };
    expect(done).toMatchObject({ events, done: { left: events, backup: expect.stringContaining('before-archive') } });
    const none = await archive(place, ...UNTIL_MAY, '--json');
    expect(JSON.parse(none.out)).toMatchObject({ events: 0, days: null, done: null });
  });

  test('does nothing unasked: without a terminal only with --yes', async () => {
    const place = await aYear();
    for (const more of [[], ['--json']]) {
      const { code, err } = await archive(place, ...UNTIL_MAY, ...more);
      expect(code).toBe(2);
      expect(err).toBe(`quiz: ${enArchive.needsYes}\n  ${enArchive.needsYesHint}\n`);
    }
    expect(isAway(place)).toBe(false);
    for (const [answer, words] of [
      ['n', enArchive.declined],
      ['y', enExchange.backup('').trim()],
    ] as const) {
      const terminal = new Terminal(place, ['history', 'archive', ...UNTIL_MAY], { columns: 100 });
      await terminal.waitFor(enArchive.question);
      await terminal.pressing([answer, KEY.enter], words);
      expect(await terminal.ended).toBe(0);
      expect(isAway(place)).toBe(answer === 'y');
    }
  });

  test('wants a day that has been', async () => {
    const place = await aYear();
    const said = async (...args: readonly string[]) => {
      const { code, out, err } = await archive(place, ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    expect(await said('--yes')).toBe(
      `quiz: ${enArchive.beforeMissing}\n  ${enArchive.beforeMissingHint('2025-11-22')}\n`,
    );
    const { wrongValue, allowed, date } = en.errors;
    expect(await said('--before', '2026-02-30')).toBe(
      `quiz: ${wrongValue('--before', '2026-02-30')}\n  ${allowed(date)}\n`,
    );
    expect(await said('--before', '2026-11-23')).toBe(
      `quiz: ${wrongValue('--before', '2026-11-23')}\n  ${allowed('≤ 2026-11-22')}\n`,
    );
    expect(isAway(place)).toBe(false);
  });

  test('stops where the history is damaged, and its archive where that is: named, and nothing written', async () => {
    const place = await archived();
    const damage = (path: string): string => {
      const text = readFileSync(path, 'utf8').replace('"type":"answered"', '"type":"answered');
      writeFileSync(path, text);
      return text;
    };
    const text = damage(fileOf(place));
    const line = text.slice(0, text.indexOf('"answered,')).split('\n').length;
    const place4 = en.history.damagedLine(line, en.history.reasons.NOT_JSON ?? '');
    const { code, err } = await archive(place, '--before', '2026-11-21', '--yes');
    expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining(`${fileOf(place)} · ${place4}`) });
    const drill = await runQuiz(place, ['drill', '--bank', 'many'], { input: ['A'] });
    expect(drill).toMatchObject({ code: 4, out: '', err: expect.stringContaining(`${fileOf(place)} · ${place4}`) });
    const list = await runQuiz(place, ['history', 'list', '--lang', 'zh']);
    expect(list).toMatchObject({ code: 0, out: expect.stringContaining('2026-02-10') });
    expect(list.err).toContain(`${fileOf(place)}：第 ${line} 行`);
    const verify = JSON.parse((await runQuiz(place, ['history', 'verify', '--json'])).out) as object;
    expect(verify).toMatchObject({ whole: false, faults: [{ line, code: 'NOT_JSON', file: fileOf(place) }] });
    expect(readFileSync(fileOf(place), 'utf8')).toBe(text);
    writeFileSync(fileOf(place), text.replace('"type":"answered,', '"type":"answered",'));
    const damaged = damage(place.history);
    expect(await archive(place, '--before', '2026-11-21', '--yes')).toMatchObject({
      code: 4,
      err: expect.stringContaining(place.history),
    });
    expect(readFileSync(place.history, 'utf8')).toBe(damaged);
  });

  test('is undone by moving its file out of the archive and merging it', async () => {
    const [before, place] = [await aYear(), await archived()];
    const file = join(place.cwd, FILE);
    renameSync(fileOf(place), file);
    expect(await runQuiz(place, ['history', 'merge', FILE])).toMatchObject({ code: 0, err: '' });
    const ids = (where: Place): string[] => eventsOf(where).map(({ id }) => id);
    expect(ids(place).sort()).toEqual(ids(before).sort());
  });

  test('leaves an answer that was put away to be taken back, and its exam to be sat again', async () => {
    const place = await archived();
    await archive(place, '--before', '2026-11-22', '--yes');
    expect(startedIn(place).map(({ mode }) => mode)).toEqual(['exam']);
    const undone = await runQuiz(place, ['undo']);
    expect(undone).toMatchObject({ code: 0, err: '', out: expect.stringContaining('many/') });
    const list = JSON.parse((await runQuiz(place, ['history', 'list', '--json'])).out) as {
      sessions: { id: string; mode: string; answered: number; ended: string | null }[];
    };
    expect(list.sessions[0]).toMatchObject({ mode: 'drill', answered: 2 });
    const exam = list.sessions.find(({ mode, ended }) => mode === 'exam' && ended !== null);
    const again = await runQuiz(place, ['exam', '--again', exam?.id ?? ''], { input: ['', 'A', 'A', 'A', 'y', 'y'] });
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(startedIn(place)).toHaveLength(2);
  });
});
