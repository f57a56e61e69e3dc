import { describe, expect, test } from 'vitest';
import type { CauseGiven } from '../../src/core/history/event.ts';
import { en } from '../../src/messages/en.ts';
import { zh } from '../../src/messages/zh.ts';
import { GLYPHS } from '../../src/prompts/theme.ts';
import { answersIn, aPlace, eventsOf, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const args = ['drill', '--bank', 'many', '--no-shuffle'];
const ofCauses = (place: Place): readonly unknown[] =>
  eventsOf(place)
    .filter(({ type }) => type === 'cause' || type === 'voided')
    .map((event) => (event.type === 'cause' ? (event as CauseGiven).cause : event.type));

describe('on the screen, after a wrong answer', () => {
  test('1 to 4 say why, the last of them holds, and again takes it back; each is in the history at once', async () => {
    const place = aPlace({ 'many.yaml': many(6) });
    const terminal = new Terminal(place, args);
    await terminal.waitFor('第1号问题');
    await terminal.pressing('b', `1 ${en.ask.causes.unknown}  2 ${en.ask.causes.confused}`);
    await terminal.pressing('2', `${en.verdict.wrong} · ${en.ask.causes.confused}`);
    expect(eventsOf(place).at(-1)).toMatchObject({
      type: 'cause',
      item: 'many/q1',
      target: answersIn(place)[0]?.id,
      cause: 'confused',
    });
    await terminal.pressing('3', `${en.verdict.wrong} · ${en.ask.causes.misread}`);
    await terminal.pressing('3', (screen) => !screen.includes(`· ${en.ask.causes.misread}`));
    expect(ofCauses(place)).toEqual(['confused', 'misread', 'voided']);
    await terminal.pressing(KEY.enter, '第2号问题');
  });

  test('a failed reading changes when it comes back, and the line says so', async () => {
    const place = aPlace({ 'many.yaml': many(6) });
    const terminal = new Terminal(place, args, { env: { LC_ALL: 'zh_CN.UTF-8' } });
    await terminal.waitFor('第1号问题');
    await terminal.pressing('b', zh.verdict.comesBackToday);
    await terminal.pressing('4', /稍后再来一次，(明天|\d+ 天后)再复习（2026-11-\d\d）/);
    await terminal.pressing('1', (screen) => !screen.includes('再复习') && screen.includes(zh.ask.causes.unknown));
  });

  test('a right answer has no such key', async () => {
    const place = aPlace({ 'many.yaml': many(6) });
    const terminal = new Terminal(place, args);
    await terminal.waitFor('第1号问题');
    await terminal.pressing('a', (screen) => screen.includes(en.verdict.right) && !screen.includes('1 '));
    await terminal.pressing('1', en.ask.causeOfRight);
    expect(ofCauses(place)).toEqual([]);
  });
});

describe('line by line, after a wrong answer', () => {
  test(':1 to :4 say why, and again takes it back', async () => {
    const place = aPlace({ 'many.yaml': many(6) });
    const { out } = await runQuiz(place, args, { input: ['B', ':1', '：３', ':3', 'A', ':4', ':5', ':q'] });
    expect(ofCauses(place)).toEqual(['unknown', 'misread', 'voided']);
    expect(out).toContain(`${GLYPHS.wrong} ${en.verdict.wrong} · ${en.ask.causes.misread}\n`);
    expect(out).toContain(`${en.ask.causeOfRight}\n`);
    expect(out).toContain(en.plain.notUnderstood(en.plain.wantedOneLetter('AB')));
  });

  test('the first one says how; the others need not', async () => {
    const place = aPlace({ 'many.yaml': many(6) });
    const { out } = await runQuiz(place, [...args, '--lang', 'zh'], { input: ['B', 'B', ':q'] });
    expect(out.split('错因可以记下：:1 不会  :2 记错  :3 看错题  :4 粗心\n')).toHaveLength(2);
  });

  test('an answer that was taken back takes its cause along', async () => {
    const place = aPlace({ 'many.yaml': many(6) });
    const { out } = await runQuiz(place, args, { input: ['B', ':2', ':u', ':2', ':q'] });
    expect(out).toContain(en.ask.causeOfRight);
    expect(ofCauses(place)).toEqual(['confused', 'voided']);
  });
});

test('the story of a session tells the causes', async () => {
  const place = aPlace({ 'many.yaml': many(6) });
  await runQuiz(place, args, { input: ['B', ':3', 'A', ':q'] });
  const session = answersIn(place)[0]?.session ?? '';
  expect((await runQuiz(place, ['history', 'show', session])).out).toContain(en.ask.causes.misread);
  const { out } = await runQuiz(place, ['history', 'show', session, '--json']);
  expect(JSON.parse(out)).toMatchObject({ answers: [{ cause: 'misread' }, { cause: null }] });
});
