import { expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enExam } from '../../src/messages/en-exam.ts';
import { zh } from '../../src/messages/zh.ts';
import { zhExam } from '../../src/messages/zh-exam.ts';
import { answersIn, aPlace, eventsOf, itemsAnswered } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const inOrder = ['practice', '--bank', 'many', '--order', 'sequential', '--no-shuffle'];
const TAB = '\t';

test('a practice judged at its end shows no verdict before it is handed in, then the report, then the missed ones', async () => {
  const place = aPlace({ 'many.yaml': many(3) });
  const terminal = new Terminal(place, [...inOrder, '--feedback', 'end']);
  await terminal.waitFor('第1号问题');
  await terminal.pressing('a', enExam.screen.pace(1, 3, null));
  await terminal.pressing(KEY.enter, '第2号问题');
  await terminal.pressing('b', enExam.screen.pace(2, 3, null));
  expect(terminal.everything()).not.toMatch(new RegExp(`${en.verdict.right}|${en.verdict.wrong}`));
  await terminal.pressing(TAB, enExam.screen.sheet);
  await terminal.pressing('s', enExam.screen.blanksLeft('3', 1));
  await terminal.pressing('y', enExam.report.marks('1', '3'));
  await terminal.pressing('w', en.verdict.wrong);
  await terminal.pressing('q', enExam.report.menu);
  await terminal.pressing('d', en.practice.start(2));
  await terminal.pressing('a', en.ask.hints.judged);
  await terminal.pressing('q', en.practice.summaryTitle);
  expect(await terminal.ended).toBe(0);
  expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q2']);
});

test('a question whose time runs out says so by itself, takes no answer any more, and is a blank', async () => {
  const place = aPlace({ 'many.yaml': many(2) });
  const args = [...inOrder, '--feedback', 'end', '--per-item', '1s', '--lang', 'zh'];
  const terminal = new Terminal(place, args, { columns: 40, rows: 12 });
  await terminal.waitFor('第1号问题');
  await terminal.waitFor('这道题的时间已经用完');
  terminal.press('a');
  await terminal.pressing(KEY.enter, '第2号问题');
  await terminal.pressing('a', zhExam.screen.pace(1, 2, null));
  await terminal.pressing([KEY.enter, 's', 'y'], zhExam.report.marks('1', '2'));
  await terminal.pressing('q', '再看成绩单');
  expect(await terminal.ended).toBe(0);
  expect(itemsAnswered(place)).toEqual(['q2']);
});

test('Ctrl-C in a practice keeps what was answered, and the next one in order goes on behind it', async () => {
  const place = aPlace({ 'many.yaml': many(4) });
  const terminal = new Terminal(place, [...inOrder, '--lang', 'zh']);
  await terminal.waitFor('第1号问题');
  await terminal.pressing('a', zh.verdict.right);
  await terminal.pressing(KEY.enter, '第2号问题');
  terminal.press(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  expect(terminal.screen()).toContain(zh.practice.summaryLeft(3));
  expect(answersIn(place)).toHaveLength(1);
  expect(eventsOf(place).at(-1)).toMatchObject({ type: 'session-ended', how: 'quit' });
  const next = new Terminal(place, ['practice', '--lang', 'zh']);
  await next.waitFor('第2号问题');
});

test('Ctrl-C in a practice judged at its end leaves a sheet to be taken up', async () => {
  const place = aPlace({ 'many.yaml': many(2) });
  const terminal = new Terminal(place, [...inOrder, '--feedback', 'end']);
  await terminal.waitFor('第1号问题');
  await terminal.pressing('a', enExam.screen.pace(1, 2, null));
  terminal.press(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  expect(terminal.screen()).toContain('quiz exam --resume');
  const again = new Terminal(place, ['exam', '--resume']);
  await again.waitFor(enExam.screen.pace(1, 2, null));
});
