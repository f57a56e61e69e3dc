import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enReports } from '../../src/messages/en-reports.ts';
import { zhReports } from '../../src/messages/zh-reports.ts';
import { aPlace, eventsOf, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

const words = enReports.historyDiff;
const WITH_PAPERS = `${many(4)}papers:
  mock: { title: 模拟卷, minutes: 30, pass: 2, sections: [{ title: 单项选择题, type: single, count: 3 }] }
`;

/** An exam with these answers, by the letters of the bank; its id. */
async function sit(place: Place, args: readonly string[], answers: readonly string[]): Promise<string> {
  const begun = ['exam', '--bank', 'many', '--paper', 'mock', '--no-shuffle', '--seed', '1'];
  await runQuiz(place, args.length > 0 ? ['exam', ...args] : begun, { input: ['', ...answers] });
  return eventsOf(place).findLast(({ type }) => type === 'session-started')?.id ?? '';
}

const diff = (place: Place, ...args: readonly string[]) => runQuiz(place, ['history', 'diff', ...args]);

describe('quiz history diff', () => {
  test('tells what was won and lost between two sittings of the same form', async () => {
    const place = aPlace({ 'many.yaml': WITH_PAPERS });
    const one = await sit(place, [], ['A', 'B', 'B', 'y']);
    const two = await sit(place, ['--again', one], ['B', 'A', 'A', 'y']);
    const { code, out, err } = await diff(place, one, two);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^marks +1\/3 +2\/3 +\+1$/m);
    expect(out).toMatch(/^单项选择题 +1\/3 +2\/3 +\+1$/m);
    expect(out).toContain(words.gained(2));
    expect(out).toContain(words.lost(1));
    const json = JSON.parse((await diff(place, one, two, '--json')).out) as Record<string, object[]>;
    expect(json.items?.map((item) => Object.values(item).slice(1).join(' ')).sort()).toEqual([
      'right wrong',
      'wrong right',
      'wrong right',
    ]);
    expect((await diff(place, one, two, '--lang', 'zh')).out).toContain(zhReports.historyDiff.gained(2));
  });

  test('takes a drill beside an exam, and the beginnings of ids', async () => {
    const place = aPlace({ 'many.yaml': WITH_PAPERS });
    const earlier = { env: { QUIZ_NOW: '2026-11-22T20:00:00+08:00' }, input: ['A', 'A', 'A', 'A'] };
    await runQuiz(place, ['drill', '--bank', 'many', '--no-shuffle', '--limit', '4'], earlier);
    const drill = eventsOf(place)[0]?.id ?? '';
    const exam = await sit(place, [], ['A', 'B', '', 'y', 'y']);
    const list = JSON.parse((await runQuiz(place, ['history', 'list', '--json'])).out) as {
      sessions: { shortId: string }[];
    };
    const [second, first] = list.sessions.map(({ shortId }) => shortId);
    expect([first, second]).toEqual([drill.slice(0, first?.length), exam.slice(0, second?.length)]);
    const { code, out } = await diff(place, first ?? '', second ?? '');
    expect(code).toBe(0);
    expect(out).toContain(words.onlyOne(1, 0));
    expect(out).toContain(words.lost(2));
    expect((await runQuiz(place, ['history', 'list'])).out).toMatch(/exam +submitted +2 \/ 3 +33% +1 \/ 3 /);
  });

  test('knows no session of an unknown id, and several of one that is too short', async () => {
    const place = aPlace({ 'many.yaml': WITH_PAPERS });
    const one = await sit(place, [], ['A', ':submit', 'y']);
    const two = await sit(place, [], ['A', ':submit', 'y']);
    const unknown = await diff(place, one, 'zzz');
    expect(unknown).toMatchObject({ code: 3, out: '', err: expect.stringContaining(en.history.noSession('zzz')) });
    const short = await diff(place, '0', two);
    expect(short).toMatchObject({ code: 3, out: '', err: expect.stringContaining(en.history.severalSessions('0', 2)) });
    expect(short.err).toContain(one);
    expect((await diff(place, one)).code).toBe(2);
  });

  test('says of an exam that is not handed in neither marks nor what is right', async () => {
    const place = aPlace({ 'many.yaml': WITH_PAPERS });
    const one = await sit(place, [], ['A', ':submit', 'y']);
    const open = await sit(place, [], ['A', 'B', ':q']);
    for (const args of [
      [one, open],
      [open, one, '--json'],
    ])
      expect(await diff(place, ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--resume') });
    const home = await runQuiz(place, []);
    expect(home.out).toContain(en.home.answeredToday(1, 1));
    expect(home.out).toContain(en.home.unfinished('模拟卷', '30 min', open.slice(0, 13)));
  });
});
