import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enMistakes } from '../../src/messages/en-mistakes.ts';
import { answersIn, aPlace, eventsOf, madeOnce, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { Terminal } from '../support/terminal.ts';

const at = (day: string) => ({ env: { QUIZ_NOW: `2026-11-${day}T21:00:00+08:00` } });
const drill = (place: Place, day: string, input: readonly string[], bank = 'many') =>
  runQuiz(place, ['drill', '--bank', bank, '--no-shuffle'], { input, ...at(day) });

/** The first question wrong and misread, the second wrong, the third right, on one evening; one of another bank before. */
const studied = madeOnce(async () => {
  const place = aPlace({ 'many.yaml': many(5), 'other.yaml': many(2, 'other') });
  await drill(place, '10', ['B', ':q'], 'other');
  await drill(place, '12', ['B', ':3', 'B', 'A', ':q']);
  return place;
});

const listed = async (place: Place, ...flags: readonly string[]) => {
  const { out, err, code } = await runQuiz(place, ['mistakes', '--json', ...flags], at('14'));
  expect({ err, code }).toEqual({ err: '', code: 0 });
  const { mistakes } = JSON.parse(out) as { mistakes: { item: string; leftOn: string | null; causes: unknown }[] };
  return mistakes;
};
const items = async (place: Place, ...flags: readonly string[]): Promise<string[]> =>
  (await listed(place, ...flags)).map(({ item }) => item);

describe('quiz mistakes', () => {
  test('lists what is in the book, for people and for programs', async () => {
    const place = await studied();
    const { out, err } = await runQuiz(place, ['mistakes'], at('14'));
    expect(err).toBe('');
    expect(out).toContain(`${enMistakes.head(3, 0, false)}\n`);
    expect(out).toContain(enMistakes.chose(1, 'B', '不对的'));
    expect(out).toContain('The rule: ');
    expect(await items(place)).toEqual(['many/q2', 'many/q1', 'other/q1']);
  });

  test.each([
    [['--bank', 'other'], ['other/q1']],
    [
      ['--bank', 'other', '--bank', 'many'],
      ['many/q2', 'many/q1', 'other/q1'],
    ],
    [['--cause', 'misread'], ['many/q1']],
    [['--cause', '看错题', '--cause', '粗心'], ['many/q1']],
    [
      ['--since', '2026-11-11'],
      ['many/q2', 'many/q1'],
    ],
    [['--limit', '1'], ['many/q2']],
    [['--topic', 'sea'], []],
    [['--type', 'multiple'], []],
  ])('with %j lists %j', async (flags, expected) => {
    expect(await items(await studied(), ...flags)).toEqual(expected);
  });

  test('lists by the history alone what is in no bank at hand, by the id of that bank too', async () => {
    const place = await studied();
    rmSync(join(place.cwd, 'banks', 'other.yaml'));
    const { out } = await runQuiz(place, ['mistakes', '--bank', 'other'], at('14'));
    expect(out).toContain('1/1 wrong  other/q1\n');
    expect(out).toContain(enMistakes.noBank);
    expect((await runQuiz(place, ['mistakes', '--bank', 'othr'], at('14'))).code).toBe(3);
  });

  test('lets an item go when it was known on two days and is remembered, and takes it back', async () => {
    const place = aPlace({ 'many.yaml': many(1) });
    await drill(place, '01', ['B', 'A']);
    for (const day of ['03', '09', '20', '30']) await drill(place, day, ['A']);
    expect(await items(place)).toEqual([]);
    const [left] = await listed(place, '--all');
    expect(left?.leftOn).toMatch(/^2026-11-\d\d$/);
    const { out } = await runQuiz(place, ['mistakes'], at('14'));
    expect(out).toContain(enMistakes.head(0, 1, false));
    await runQuiz(place, ['drill', '--bank', 'many', '--no-shuffle', '--ahead'], { input: ['B', ':q'], ...at('30') });
    expect(await items(place)).toEqual(['many/q1']);
  });

  test('of a learner without mistakes says so', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    expect(await runQuiz(place, ['mistakes'])).toEqual({ code: 0, out: `${enMistakes.none}\n`, err: '' });
    expect(await items(place)).toEqual([]);
    expect(eventsOf(place)).toEqual([]);
  });

  test.each([
    ['--cause', 'tired'],
    ['--since', 'yesterday'],
    ['--limit', '0'],
    ['--type', 'essay'],
  ])('refuses %s %s', async (flag, value) => {
    const { code, err } = await runQuiz(await studied(), ['mistakes', flag, value]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(en.errors.wrongValue(flag, value)) });
  });

  test('fits a narrow terminal', async () => {
    const place = await studied();
    const terminal = new Terminal(place, ['mistakes', '--lang', 'zh'], { columns: 40, rows: 40, ...at('14') });
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toContain('错 1/1  第2号问题');
    expect(terminal.screen()).toMatch(/^ {8}还差：/m);
  });
});

describe('quiz mistakes cause', () => {
  test.each(['careless', '粗心', 'Careless'])('keeps why the last wrong answer was wrong: %s', async (word) => {
    const place = await studied();
    const { code, out, err } = await runQuiz(place, ['mistakes', 'cause', 'many/q1', word], at('14'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${enMistakes.causeKept('many/q1', '2026-11-12', en.ask.causes.careless)}\n`);
    const target = answersIn(place).find(({ item }) => item === 'many/q1')?.id;
    expect(eventsOf(place).at(-1)).toMatchObject({ type: 'cause', target, item: 'many/q1', cause: 'careless' });
    expect((await listed(place, '--cause', 'careless'))[0]?.causes).toEqual([{ cause: 'careless', times: 1 }]);
  });

  test('finds an item by a part of its id, and names those that a part might mean', async () => {
    const place = await studied();
    expect((await runQuiz(place, ['mistakes', 'cause', 'q2', '不会'])).code).toBe(0);
    const several = await runQuiz(place, ['mistakes', 'cause', 'q1', '不会']);
    expect(several).toMatchObject({ code: 3, out: '', err: expect.stringContaining('many/q1, other/q1') });
  });

  test('knows no item that never was wrong, and offers near ones', async () => {
    const ran = await runQuiz(await studied(), ['mistakes', 'cause', 'many/q3', 'unknown']);
    expect(ran).toMatchObject({ code: 3, out: '', err: expect.stringContaining(enMistakes.nothingWrong('many/q3')) });
    expect(ran.err).toContain('many/q1');
  });

  test('refuses a word that is no cause, saying what may stand there', async () => {
    const ran = await runQuiz(await studied(), ['mistakes', 'cause', 'many/q1', 'tired']);
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('misread 看错题') });
  });
});
