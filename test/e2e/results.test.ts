import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { answersIn, aPlace, eventsOf, madeOnce, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

/** Three answers on one evening, two of them right, and one right answer two days later, to another bank. */
const studied = madeOnce(async () => {
  const place = aPlace({ 'many.yaml': many(5), 'other.yaml': many(2, 'other') });
  const drill = (bank: string, input: readonly string[], now: string) =>
    runQuiz(place, ['drill', '--bank', bank, '--no-shuffle'], { input, env: { QUIZ_NOW: now } });
  await drill('many', ['A', 'B', 'A'], '2026-11-20T21:00:00+08:00');
  await drill('other', ['A'], '2026-11-22T20:00:00+08:00');
  return place;
});

const exported = async (place: Place, ...flags: readonly string[]): Promise<string> =>
  (await runQuiz(place, ['export', ...flags])).out;

describe('quiz undo', () => {
  test('takes the last answer back after leaving, then the one before it', async () => {
    const place = await studied();
    const first = await runQuiz(place, ['undo']);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('other/q1') });
    const second = await runQuiz(place, ['undo']);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('many/q3') });
    expect(eventsOf(place).filter(({ type }) => type === 'voided')).toHaveLength(2);
    expect(answersIn(place)).toHaveLength(4);
  });

  test('makes the question new again', async () => {
    const place = await studied();
    await runQuiz(place, ['undo']);
    const { out } = await runQuiz(place, ['drill', '--bank', 'other', '--no-shuffle']);
    expect(out).toContain('1/2');
    expect(out).toContain('第1号问题');
  });

  test('says so where there is nothing to take back', async () => {
    const place = aPlace();
    const err = `quiz: ${en.history.nothingToUndo}\n  ${en.history.nothingToUndoHint}\n`;
    expect(await runQuiz(place, ['undo'])).toEqual({ code: 3, out: '', err });
    expect(existsSync(place.home)).toBe(false);
  });
});

describe('quiz history', () => {
  test('lists the sessions, newest first, and shows one by the beginning of its id', async () => {
    const place = await studied();
    const { out, err } = await runQuiz(place, ['history', 'list', '--json']);
    const { sessions } = JSON.parse(out) as { sessions: { id: string; shortId: string; answered: number }[] };
    expect(sessions.map(({ answered }) => answered)).toEqual([1, 3]);
    expect(err).toBe('');
    const shown = await runQuiz(place, ['history', 'show', sessions[1]?.shortId ?? '', '--json']);
    const story = JSON.parse(shown.out) as { answers: { item: string; right: boolean }[] };
    expect(story.answers.map(({ item, right }) => `${item} ${right}`)).toEqual([
      'many/q1 true',
      'many/q2 false',
      'many/q3 true',
    ]);
  });

  test('lists and shows for people with the same ids', async () => {
    const place = await studied();
    const listed = await runQuiz(place, ['history', 'list']);
    const id = /^([0-9a-f-]{8,}) +2026-11-22 20:00/m.exec(listed.out)?.[1] ?? 'none';
    const shown = await runQuiz(place, ['history', 'show', id]);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('other/q1');
  });

  test('verifies: whole, with the number of events', async () => {
    const place = await studied();
    const count = eventsOf(place).length;
    const said = await runQuiz(place, ['history', 'verify']);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out.startsWith(`${en.history.whole(count)}\n`)).toBe(true);
    const { out } = await runQuiz(place, ['history', 'verify', '--json']);
    expect(JSON.parse(out)).toMatchObject({ whole: true, events: count, faults: [], oddities: [], counts: {} });
  });

  test('knows no session that nobody sat', async () => {
    const ran = await runQuiz(await studied(), ['history', 'show', 'ffff']);
    expect(ran).toMatchObject({ code: 3, out: '', err: expect.stringContaining('history list') });
  });

  test('is empty before the first answer, and reading it makes no file', async () => {
    const place = aPlace();
    expect(await runQuiz(place, ['history', 'list'])).toMatchObject({ code: 0, err: '' });
    const { out } = await runQuiz(place, ['history', 'list', '--json']);
    expect(JSON.parse(out)).toEqual({
      sessions: [],
      imported: { reviews: 0, questions: 0, from: null, to: null },
    });
    expect(eventsOf(place)).toEqual([]);
  });
});

describe('quiz export', () => {
  test('is Markdown unless asked otherwise', async () => {
    const text = await exported(await studied());
    expect(text).toMatch(/^# /);
    expect(text).toContain('小题库 many');
  });

  test('as csv begins with a byte order mark and has a row for each session', async () => {
    const text = await exported(await studied(), '--format', 'csv');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.split('\r\n').filter((line) => line.startsWith('session,'))).toHaveLength(2);
  });

  test('as json is one document and nothing else', async () => {
    const { out, err } = await runQuiz(await studied(), ['export', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({ format: 'quiz-results', total: { answered: 4, right: 3 } });
    expect(err).toBe('');
  });

  test.each([
    [['--since', '2026-11-21'], 1],
    [['--until', '2026-11-21'], 3],
    [['--since', '2026-11-20', '--until', '2026-11-20'], 3],
    [['--bank', 'many'], 3],
    [['--bank', 'other', '--bank', 'many'], 4],
    [['--bank', 'other', '--until', '2026-11-21'], 0],
  ])('with %j counts %i answers', async (flags, answers) => {
    const text = await exported(await studied(), '--format', 'json', ...flags);
    expect(JSON.parse(text)).toMatchObject({ total: { answered: answers } });
  });

  test('-o writes the same to a file and says where', async () => {
    const place = await studied();
    const text = await exported(place, '--format', 'csv');
    const ran = await runQuiz(place, ['export', '--format', 'csv', '-o', 'me.csv']);
    const path = join(place.cwd, 'me.csv');
    expect(ran).toEqual({ code: 0, out: '', err: `${en.export.written(path)}\n` });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('quiz alone', () => {
  test('says what is due and new in each bank, the last sessions and what to do next', async () => {
    const place = await studied();
    const { code, out, err } = await runQuiz(place, [], { env: { QUIZ_NOW: '2026-12-20T21:00:00+08:00' } });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(en.home.due('many 小题库 many', 3, 2));
    expect(out).toContain(en.home.due('other 小题库 other', 1, 1));
    expect(out).toContain(en.home.next('quiz drill --bank many'));
    expect(out.split('2026-11-2').length - 1).toBe(2);
  });

  test('welcomes a learner who answered nothing yet with a bank in the language of the screen', async () => {
    const { code, out } = await runQuiz(aPlace(), []);
    expect(code).toBe(0);
    expect(out).toContain(en.home.nothingYet);
    expect(out).toContain(en.home.next('quiz drill --bank support-essentials'));
    const chinese = await runQuiz(aPlace(), ['--lang', 'zh']);
    expect(chinese.out).toContain('quiz drill --bank l3-theory');
  });

  test('names a bank with faults and shows the others', async () => {
    const place = aPlace({ 'many.yaml': many(2), 'bad.yaml': 'format: quiz-bank/1\nid: bad\n' });
    const { code, out } = await runQuiz(place, []);
    expect(code).toBe(0);
    expect(out).toContain(en.home.faultyBank('bad'));
    expect(out).toContain('many');
  });
});
