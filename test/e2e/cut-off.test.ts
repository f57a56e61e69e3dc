import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { answersIn, aPlace, eventsOf, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const { takenUp } = en.drill;
const DRILL = ['drill', '--bank', 'many'];
const IN_ORDER = [...DRILL, '--no-shuffle'];

const startsIn = (place: Place) => eventsOf(place).filter(({ type }) => type === 'session-started');

/** A drill of seven in the order of the bank: the first was missed, the second was right; then it is killed. */
async function killed(args = IN_ORDER): Promise<Place> {
  const place = aPlace({ 'many.yaml': many(7) });
  const terminal = new Terminal(place, args);
  await terminal.waitFor('第1号问题');
  await terminal.pressing('b', en.verdict.wrong);
  await terminal.pressing(KEY.enter, '第2号问题');
  await terminal.pressing('a', en.verdict.right);
  process.kill(terminal.pid, 'SIGKILL');
  await terminal.ended;
  return place;
}

describe('a drill that was killed', () => {
  test('goes on in the same session: the next question, and what was missed comes back after four others', async () => {
    const place = await killed();
    const terminal = new Terminal(place, IN_ORDER);
    await terminal.waitFor('第3号问题');
    expect(terminal.everything()).toContain(takenUp(2, 6));
    for (const next of ['第4号问题', '第5号问题', '第1号问题', '第6号问题', '第7号问题']) {
      await terminal.pressing('a', en.verdict.right);
      await terminal.pressing(KEY.enter, next);
    }
    await terminal.pressing('a', en.verdict.right);
    terminal.press(KEY.enter);
    expect(await terminal.ended).toBe(0);
    expect(terminal.everything()).toMatch(/8 answered|8 .*7 right|7.*8/);
    expect(startsIn(place)).toHaveLength(1);
    expect(new Set(answersIn(place).map(({ session }) => session)).size).toBe(1);
    expect(eventsOf(place).at(-1)).toMatchObject({ type: 'session-ended', how: 'submitted' });
    expect(readdirSync(join(place.home, 'cache')).filter((name) => name.startsWith('sitting-'))).toEqual([]);
  });

  test('has its answers taken back like any other', async () => {
    const place = await killed();
    const terminal = new Terminal(place, IN_ORDER);
    await terminal.waitFor('第3号问题');
    await terminal.pressing('u', '第2号问题');
    await terminal.pressing('b', en.verdict.wrong);
    terminal.press('q');
    await terminal.ended;
    expect(answersIn(place).map(({ item, right }) => `${item} ${right}`)).toEqual([
      'many/q1 false',
      'many/q2 true',
      'many/q2 false',
    ]);
    expect(eventsOf(place).filter(({ type }) => type === 'voided')).toHaveLength(1);
  });

  test('goes on line by line too, with the options shuffled as they were', async () => {
    const place = await killed([...DRILL, '--no-shuffle', '--seed', 'x']);
    const { code, out } = await runQuiz(place, [...IN_ORDER, '--seed', 'x'], { input: ['A', 'A', 'A', 'A', 'A', 'A'] });
    expect(code).toBe(0);
    expect(out).toContain(takenUp(2, 6));
    expect(answersIn(place).map(({ item }) => item.slice(5))).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q1', 'q6', 'q7']);
  });

  test.each([
    ['with another limit', [...IN_ORDER, '--limit', '3']],
    ['with shuffled options', DRILL],
    ['with a seed of its own', [...IN_ORDER, '--seed', 'other']],
    ['of another topic', [...IN_ORDER, '--topic', 'sky']],
  ])('stays where it is when a drill %s is asked for', async (_, args) => {
    const place = await killed();
    const { out } = await runQuiz(place, args, { input: ['A', ':q'] });
    expect(out).not.toContain(takenUp(2, 6));
    expect(startsIn(place)).toHaveLength(2);
  });

  test('is not gone on with on another day', async () => {
    const place = await killed();
    const { out } = await runQuiz(place, IN_ORDER, {
      input: ['A', ':q'],
      env: { QUIZ_NOW: '2026-11-24T08:00:00+08:00' },
    });
    expect(out).not.toContain(takenUp(2, 6));
    expect(startsIn(place)).toHaveLength(2);
  });

  test('is gone on with for what is left of its minutes; where none are left, a new one begins', async () => {
    const args = [...IN_ORDER, '--minutes', '10'];
    const place = await killed(args);
    const again = new Terminal(place, args);
    expect(await again.waitFor(/9:5\d/)).toContain('第3号问题');
    process.kill(again.pid, 'SIGKILL');
    await again.ended;
  });
});

test('a drill in another terminal that is open is left alone', async () => {
  const place = aPlace({ 'many.yaml': many(7) });
  const terminal = new Terminal(place, IN_ORDER);
  await terminal.waitFor('第1号问题');
  await terminal.pressing('b', en.verdict.wrong);
  const { out } = await runQuiz(place, IN_ORDER, { input: ['A', ':q'] });
  expect(out).not.toContain(takenUp(1, 7));
  expect(startsIn(place)).toHaveLength(2);
  await terminal.pressing(KEY.enter, '第2号问题');
  terminal.press('q');
  await terminal.ended;
});

test('a drill that was left is over: the next one is planned anew', async () => {
  const place = aPlace({ 'many.yaml': many(7) });
  await runQuiz(place, IN_ORDER, { input: ['B', 'A', ':q'] });
  const { out } = await runQuiz(place, IN_ORDER, { input: ['A', ':q'] });
  expect(out).toContain('第3号问题');
  expect(startsIn(place)).toHaveLength(2);
});
