import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { answersIn, aPlace, eventsOf, itemsAnswered, type Place, runQuiz } from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const drill = ['drill', '--bank', 'many', '--no-shuffle'];
const lines = (text: string, count: number): string[] => Array.from({ length: count }, () => text);

/** A drill in which every answer is right, on some evening. */
const drillRight = (place: Place, now: string, ...flags: readonly string[]) =>
  runQuiz(place, [...drill, ...flags], { input: lines('A', 40), env: { QUIZ_NOW: now } });

describe('a wrong item', () => {
  test('comes back after four others, and then no more once it is right', async () => {
    const place = aPlace({ 'many.yaml': many(8) });
    const terminal = new Terminal(place, drill);
    const asked = ['第1号', '第2号', '第3号', '第4号', '第5号', '第1号', '第6号', '第7号', '第8号'];
    for (const [place, stem] of asked.entries()) {
      await terminal.waitFor(new RegExp(`^${stem}问题`, 'm'));
      await terminal.pressing(place === 0 ? 'b' : 'a', place === 0 ? en.verdict.wrong : en.verdict.right);
      terminal.press(KEY.enter);
    }
    expect(await terminal.ended).toBe(0);
    expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q1', 'q6', 'q7', 'q8']);
  });

  test('comes back sooner only where there are no four others left', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    await runQuiz(place, drill, { input: ['B', 'A', 'A', 'B', 'A'] });
    expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q3', 'q1', 'q1']);
  });

  test('comes back in the next drill of the day where the learner left before it could', async () => {
    const place = aPlace({ 'many.yaml': many(8) });
    const left = await runQuiz(place, [...drill, '--limit', '3'], { input: ['B', 'A', ':q'] });
    expect(left.out).toContain(en.drill.summaryAgain(1));
    await runQuiz(place, [...drill, '--limit', '3'], { input: ['A', 'A', ':q'] });
    await runQuiz(place, [...drill, '--limit', '1'], { input: ['A'] });
    expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q1', 'q3', 'q4']);
  });

  test('is due on the home screen until it is right, and tomorrow where it was missed too often', async () => {
    const place = aPlace({ 'many.yaml': many(1) });
    const dueToday = async (): Promise<string> => (await runQuiz(place, [])).out;
    await runQuiz(place, drill, { input: ['B', ':q'] });
    expect(await dueToday()).toContain(en.home.due('many 小题库 many', 1, 0));
    await runQuiz(place, drill, { input: lines('B', 8) });
    expect(answersIn(place)).toHaveLength(6);
    expect(await dueToday()).not.toContain(en.home.due('many 小题库 many', 1, 0));
    expect((await runQuiz(place, drill)).out).toContain(en.drill.nothingDue);
  });
});

describe('--limit', () => {
  test('counts different questions; a wrong one comes back all the same', async () => {
    const place = aPlace({ 'many.yaml': many(8) });
    await runQuiz(place, [...drill, '--limit', '2'], { input: ['B', 'A', 'A', 'A', 'A'] });
    expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q1']);
  });

  test('asks nothing twice in two drills of one day', async () => {
    const place = aPlace({ 'many.yaml': many(8) });
    await runQuiz(place, [...drill, '--limit', '2'], { input: ['A', 'A'] });
    await runQuiz(place, [...drill, '--limit', '2'], { input: ['A', 'A'] });
    expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q3', 'q4']);
  });
});

describe('--new', () => {
  test('is counted over all drills of a study day', async () => {
    const place = aPlace({ 'many.yaml': many(12) });
    await drillRight(place, '2026-11-22T09:00:00+08:00', '--new', '3', '--limit', '2');
    await drillRight(place, '2026-11-22T21:00:00+08:00', '--new', '3');
    const last = await drillRight(place, '2026-11-22T22:00:00+08:00', '--new', '3');
    expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q3']);
    expect(last).toMatchObject({ code: 0, out: expect.stringContaining(en.drill.nothingDue) });
  });

  test('begins anew at four in the morning, not at midnight', async () => {
    const place = aPlace({ 'many.yaml': many(12) });
    const asked = [];
    for (const now of ['2026-11-22T23:50:00+08:00', '2026-11-23T03:59:00+08:00', '2026-11-23T04:01:00+08:00']) {
      await drillRight(place, now, '--new', '2');
      asked.push(answersIn(place).length);
    }
    expect(asked).toEqual([2, 2, 4]);
  });

  test('0 asks nothing new', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    expect(await drillRight(place, '2026-11-22T21:00:00+08:00', '--new', '0')).toMatchObject({ code: 0 });
    expect(eventsOf(place)).toEqual([]);
  });
});

test('what is answered right comes back on the day that was announced', async () => {
  const place = aPlace({ 'many.yaml': many(1) });
  const { out } = await drillRight(place, '2026-11-22T21:00:00+08:00');
  const day = /\((\d{4}-\d\d-\d\d)\)/.exec(out)?.[1] ?? '';
  const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  await drillRight(place, `${dayBefore}T21:00:00+08:00`);
  expect(answersIn(place)).toHaveLength(1);
  await drillRight(place, `${day}T21:00:00+08:00`);
  expect(answersIn(place)).toHaveLength(2);
});

test('the same seed asks and shuffles the same, another one does not', async () => {
  const orders = [];
  for (const seed of ['one', 'one', 'two']) {
    const place = aPlace({ 'kinds.yaml': KINDS });
    await runQuiz(place, ['drill', '--bank', 'kinds', '--seed', seed], { input: ['0'] });
    const [started] = eventsOf(place);
    orders.push(started?.type === 'session-started' ? JSON.stringify(started.form) : '');
  }
  expect(orders[1]).toBe(orders[0]);
  expect(orders[2]).not.toBe(orders[0]);
});
