import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Journal } from '../../src/cli/journal.ts';
import { withDetails } from '../../src/messages/details.ts';
import { en } from '../../src/messages/en.ts';
import { enExchange } from '../../src/messages/en-exchange.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { zhExchange } from '../../src/messages/zh-exchange.ts';
import { backupsIn, readBackup } from '../../src/store/backups.ts';
import { homeAt } from '../../src/store/home.ts';
import { textOf } from '../store/history-support.ts';
import { anEvening, writeEvents } from '../support/evenings.ts';
import { aPlace, eventsOf, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

const NOVEMBER_23 = { env: { QUIZ_NOW: '2026-11-23T21:00:00+08:00' } };
const quiz = (place: Place, ...args: readonly string[]) => runQuiz(place, args, NOVEMBER_23);
const words = enExchange.import;

/** A learner with one evening, and a table beside. */
function aLearner(table: string | Buffer, evening: readonly boolean[] = [true, false]): Place {
  const place = aPlace({ 'many.yaml': many(6) });
  if (evening.length > 0) writeEvents(place.history, anEvening('10', 'aaaa', evening));
  writeFileSync(join(place.cwd, 't.csv'), table);
  return place;
}

/** What is remembered by a program that reads the history anew. */
function memoriesOf({ home }: Place): ReadonlyMap<string, unknown> {
  const now = () => ({ ms: Date.parse(NOVEMBER_23.env.QUIZ_NOW), offset: 480 });
  const words = withDetails(messagesFor('en'));
  const journal = new Journal({ io: { now }, words, home: homeAt(home, {}, '/'), notice: () => {} } as never, 0.9);
  journal.file.close();
  return journal.progress.memories;
}

describe('quiz history import', () => {
  test('brings reviews into the schedule, says what changed, and how to go back', async () => {
    const place = aLearner('题目;日期;评分;备注\r\nmany/q5;2026-11-01;3;x\r\n第6号问题;2026/11/2 20:00;1;\r\n');
    const before = readFileSync(place.history);
    const { code, out, err } = await quiz(place, 'history', 'import', 't.csv');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [backup] = backupsIn(join(place.home, 'backups'));
    expect(out).toContain(words.scale(words.scales['1-4']));
    expect(out).toContain(words.unread('备注'));
    expect(out).toContain(words.fresh(2, 2, words.days('2026-11-01', '2026-11-02'), 'again 1, good 1'));
    expect(out).toContain(words.due(2, 4));
    expect(out).toContain(`${enExchange.goBack(backup?.name ?? '?')}\n${words.notByUndo}\n`);
    expect(readBackup(backup?.path ?? '')).toEqual(before);
    expect(eventsOf(place).filter(({ type }) => type === 'imported')).toMatchObject([
      { at: '2026-11-01T12:00:00.000+08:00', device: 'import', item: 'many/q5', right: true, rating: 'good' },
      { at: '2026-11-02T20:00:00.000+08:00', device: 'import', item: 'many/q6', right: false, rating: 'again' },
    ]);
  });

  test('brings in what is new only, here, and after a merge with a machine that brought in the same', async () => {
    const table = 'item,date,grade\nmany/q5,2026-11-01,3\nmany/q5,2026-11-01,3\n';
    const [here, there] = [aLearner(table), aLearner(table, [])];
    await quiz(here, 'history', 'import', 't.csv');
    const merged = readFileSync(here.history);
    const again = await quiz(here, 'history', 'import', 't.csv');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining(words.nothingNew) });
    await quiz(there, 'history', 'import', 't.csv');
    expect(await quiz(here, 'history', 'merge', there.history)).toMatchObject({
      code: 0,
      out: expect.stringContaining(enExchange.merge.nothingNew),
    });
    expect(readFileSync(here.history)).toEqual(merged);
  });

  test('does not bring back what was put away', async () => {
    const place = aLearner('item,date,grade\nmany/q5,2026-11-01,3\n');
    await quiz(place, 'history', 'import', 't.csv');
    mkdirSync(join(place.home, 'archive'));
    writeFileSync(join(place.home, 'archive', 'old.json'), readFileSync(place.history));
    writeEvents(place.history, anEvening('12', 'aaaa', [true]));
    const ran = await quiz(place, 'history', 'import', 't.csv');
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining(words.nothingNew) });
  });

  test('names each row that it refuses by its line, brings in the others, and ends with 1', async () => {
    const table = [
      'item,date,grade',
      'q1,2026-11-01,good',
      'q9,2026-11-01,good',
      'q1,05/06/2026,good',
      'q1,2026-11-02,splendid',
      '"q1,2026-11-03,good',
      '',
    ].join('\n');
    const place = aLearner(table);
    const { code, out } = await quiz(place, 'history', 'import', 't.csv', '--bank', 'many', '--lang', 'zh');
    const zh = zhExchange.import;
    expect(code).toBe(1);
    expect(out).toContain(zh.refused(4));
    expect(out).toMatch(/t\.csv:3 没有这道题：“q9”，是不是 many\/q\d、many\/q\d/);
    expect(out).toContain(zh.refusedRow('t.csv:4', zh.reasons.YEAR_LAST('05/06/2026')));
    expect(out).toContain(zh.refusedRow('t.csv:5', zh.reasons.BAD_GRADE('splendid')));
    expect(out).toContain(zh.refusedRow('t.csv:6-7', zh.reasons.UNCLOSED_QUOTE()));
    expect(eventsOf(place).filter(({ type }) => type === 'imported')).toHaveLength(1);
  });

  test('with --dry-run, and with --json, is a plan and a document', async () => {
    const place = aLearner('item,date,grade\nmany/q5,2026-11-01,0\nmany/q77,2026-11-01,5\nx,2026-11-01,5\n');
    const before = readFileSync(place.history);
    const dry = await quiz(place, 'history', 'import', 't.csv', '-b', 'many', '--dry-run', '--json');
    expect(readFileSync(place.history)).toEqual(before);
    const expected = {
      file: 't.csv',
      scale: '0-5',
      rows: 3,
      new: 2,
      questions: 2,
      ratings: { again: 1, easy: 1 },
      from: '2026-11-01',
      already: 0,
      refused: [{ line: 4, reason: 'UNKNOWN_ITEM', cell: 'x' }],
      unknown: [{ ref: 'many/q77', line: 3 }],
      due: { before: 2, after: 3 },
    };
    expect(dry.err).toBe('');
    expect(JSON.parse(dry.out)).toMatchObject({ ...expected, dryRun: true, changed: false, backup: null });
    const done = await quiz(place, 'history', 'import', 't.csv', '-b', 'many', '--json');
    expect(done.code).toBe(1);
    expect(JSON.parse(done.out)).toMatchObject({ ...expected, dryRun: false, changed: true });
  });

  test.each<[string, string | Buffer, readonly string[], number, string]>([
    ['no column of dates', 'item,when,grade\n', [], 1, words.faults.noColumns('t.csv', words.faults.columns.date)],
    ['two of one kind', 'item,date,grade,rating\n', [], 1, words.faults.repeated('t.csv', 'grade, rating')],
    ['a history in it', textOf([]), [], 2, words.faults.history('t.csv')],
    ['nothing in it', '', [], 1, words.faults.empty('t.csv')],
    ['another encoding', Buffer.from('题目,日期,评分\n', 'utf16le'), [], 1, words.faults.notUtf8('t.csv')],
    ['grades of two kinds', 'item,date,grade\na,b,3\na,b,good\n', [], 1, '“good” in line 3'],
    ['grades that only the learner can tell', 'item,date,grade\na,b,1\n', [], 1, words.faults.undecided('1')],
    ['a scale that there is not', 'item,date,grade\n', ['--scale', '1-10'], 2, '--scale'],
    ['a bank that there is not', 'item,date,grade\n', ['--bank', 'manny'], 3, en.errors.bankUnknown('manny')],
  ])('with %s stops before anything is written', async (_, table, flags, code, message) => {
    const place = aLearner(table);
    const before = readFileSync(place.history);
    const ran = await quiz(place, 'history', 'import', 't.csv', ...flags);
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
    expect(readFileSync(place.history)).toEqual(before);
  });

  test('of no row that can be read writes nothing', async () => {
    const place = aLearner(
      'item,date,grade\n=cmd|x,2026-11-01,3\n\u001b[31mred\u202e,2026-11-01,3\nq\0,2026-11-01,3\n',
      [],
    );
    const { code, out } = await quiz(place, 'history', 'import', 't.csv', '--bank', 'many');
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(words.nothingReadable) });
    expect(out).not.toMatch(/[\u001b\u202e\0]/);
    expect(existsSync(place.history)).toBe(false);
  });

  test('of a hostile table is done in a moment, and says what it refuses', async () => {
    const columns = Array.from({ length: 100_000 }, (_, n) => `c${n}`).join(',');
    const place = aLearner(`item,date,grade,${columns}\n${'x'.repeat(5_000_000)},2026-11-01,3\nmany/q5,2026-11-01,3\n`);
    const before = performance.now();
    const { code, out } = await quiz(place, 'history', 'import', 't.csv', '--bank', 'many');
    expect(performance.now() - before).toBeLessThan(15_000);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('t.csv:2 no item “xxx') });
    expect(out.length).toBeLessThan(3_000);
    expect(eventsOf(place)[0]).toMatchObject({ type: 'imported', item: 'many/q5' });
  });

  test('takes a day by the clock of the learner, summer time and all', async () => {
    const place = aLearner('item,date,grade\nmany/q5,2024-01-05,3\nmany/q5,2024-07-05,3\nmany/q5,1720209600,3\n');
    const env = { QUIZ_NOW: '', TZ: 'Europe/Berlin' };
    expect((await runQuiz(place, ['history', 'import', 't.csv'], { env })).code).toBe(0);
    expect(eventsOf(place).flatMap(({ type, at }) => (type === 'imported' ? [at] : []))).toEqual([
      '2024-01-05T12:00:00.000+01:00',
      '2024-07-05T12:00:00.000+02:00',
      '2024-07-05T22:00:00.000+02:00',
    ]);
  });

  test('is not taken for answers: no result, no mistake, nothing to undo, and the list says where they are', async () => {
    const place = aLearner('item,date,grade\nmany/q5,2026-11-01,1\nmany/q6,2026-11-03,3\n', []);
    await quiz(place, 'history', 'import', 't.csv');
    expect((await quiz(place, 'mistakes')).out).toBe('No mistakes.\n');
    const listed = words.listed(2, 2, words.days('2026-11-01', '2026-11-03'));
    expect((await quiz(place, 'history', 'list')).out).toBe(`${listed}\n`);
    const results = JSON.parse((await quiz(place, 'export', '--format', 'json')).out);
    expect(results).toMatchObject({ total: { answered: 0, marks: 0 }, imported: { reviews: 2, questions: 2 } });
    const undone = await quiz(place, 'undo');
    expect(undone).toMatchObject({ code: 3, err: expect.stringContaining(words.restoreHint) });
    expect(await quiz(place, 'history', 'verify')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Whole: 2 events\.\n/),
    });
  });
});

describe('quiz history export', () => {
  test('gives the whole history as one document, with what was put away', async () => {
    const place = aLearner('');
    mkdirSync(join(place.home, 'archive'));
    writeEvents(join(place.home, 'archive', '2025.json'), anEvening('08', 'aaaa', [true, true]));
    const { code, out, err } = await quiz(place, 'history', 'export');
    expect({ code, err }).toEqual({ code: 0, err: `${enExchange.export.events(8)}\n` });
    const fresh = aPlace();
    writeFileSync(join(fresh.cwd, 'all.json'), out);
    await quiz(fresh, 'history', 'merge', 'all.json');
    expect(eventsOf(fresh)).toEqual([
      ...anEvening('08', 'aaaa', [true, true]),
      ...anEvening('10', 'aaaa', [true, false]),
    ]);
    expect(readFileSync(fresh.history, 'utf8')).toBe(out);
  });

  test('writes no file over another, and never over the history', async () => {
    const place = aLearner('keep me');
    const taken = await quiz(place, 'history', 'export', '-o', 't.csv');
    expect(taken).toMatchObject({ code: 4, err: expect.stringContaining('--force') });
    expect(readFileSync(join(place.cwd, 't.csv'), 'utf8')).toBe('keep me');
    const before = readFileSync(place.history);
    const own = await quiz(place, 'history', 'export', '-o', place.history, '--force');
    expect(own).toMatchObject({ code: 2, err: expect.stringContaining(enExchange.export.ownHistoryHint) });
    expect(readFileSync(place.history)).toEqual(before);
    expect(await quiz(place, 'history', 'export', '-o', 't.csv', '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(join(place.cwd, 't.csv'))).toEqual(before);
    const log = await quiz(place, 'history', 'export', '--anki-revlog', '-o', 't.csv', '--force');
    expect(log).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(join(place.cwd, 't.csv'))).toEqual(before);
  });

  test('of a damaged history is none', async () => {
    const place = aLearner('');
    writeFileSync(place.history, readFileSync(place.history, 'utf8').replace('"rating":"good"', '"rating":"gone'));
    expect(await quiz(place, 'history', 'export')).toMatchObject({ code: 4, out: '' });
  });

  test('takes what chooses reviews only for the log of reviews', async () => {
    const ran = await quiz(aLearner(''), 'history', 'export', '--since', '2026-01-01');
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(enExchange.export.onlyRevlog('--since')) });
  });
});

describe('quiz history export --anki-revlog', () => {
  const reviewed = (): Place => {
    const place = aLearner('item,date,grade\nmany/q5,2026-11-01,3\nmany/q5,2026-11-04,1\n');
    const evenings = [anEvening('10', 'aaaa', [true, false]), anEvening('12', 'aaaa', [true, true, false])];
    writeEvents(place.history, evenings.flat());
    return place;
  };

  test('is a log that comes back as what it was, on a machine that has nothing, and adds nothing where it was made', async () => {
    const [here, there] = [reviewed(), aPlace({ 'many.yaml': many(6) })];
    await quiz(here, 'history', 'import', 't.csv');
    const { code, out, err } = await quiz(here, 'history', 'export', '--anki-revlog');
    expect({ code, err }).toEqual({ code: 0, err: `${enExchange.export.reviews(7, 4)}\n` });
    expect(out.split('\r\n')[0]).toBe('card_id,review_time,review_rating,review_state,review_duration');
    expect(out.split('\r\n')).toHaveLength(9);
    for (const place of [here, there]) writeFileSync(join(place.cwd, 'revlog.csv'), out);
    expect((await quiz(here, 'history', 'import', 'revlog.csv')).out).toContain(words.nothingNew);
    expect((await quiz(there, 'history', 'import', 'revlog.csv')).code).toBe(0);
    expect(memoriesOf(there).size).toBe(4);
    expect(memoriesOf(there)).toEqual(memoriesOf(here));
  });

  test('knows cards by the list beside it where no bank has them', async () => {
    const [here, there] = [reviewed(), aPlace()];
    await quiz(
      here,
      'history',
      'export',
      '--anki-revlog',
      '-o',
      join(there.cwd, 'r.csv'),
      '--map',
      join(there.cwd, 'm.csv'),
    );
    const unknown = await quiz(there, 'history', 'import', 'r.csv');
    expect(unknown).toMatchObject({ code: 1, out: expect.stringContaining('--map') });
    const done = await quiz(there, 'history', 'import', 'r.csv', '--map', 'm.csv');
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining(words.imported(5)) });
    expect(memoriesOf(there).size).toBe(3);
    expect(memoriesOf(there)).toEqual(memoriesOf(here));
  });

  test('holds the days and the bank that were asked for, and says what that cuts off', async () => {
    const place = reviewed();
    const ran = await quiz(place, 'history', 'export', '--anki-revlog', '--since', '2026-11-11', '--bank', 'many');
    expect(
      ran.out
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',').slice(2).join()),
    ).toEqual(['3,2,4000', '3,2,4000', '1,0,4000']);
    expect(ran.err).toContain(enExchange.export.headless(2));
    const none = await quiz(place, 'history', 'export', '--anki-revlog', '--until', '2026-11-01');
    expect(none).toMatchObject({ code: 0, err: expect.stringContaining(enExchange.export.reviews(0, 0)) });
    expect((await quiz(place, 'history', 'export', '--anki-revlog', '--bank', 'manny')).code).toBe(3);
  });
});
