import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRuns } from '../../src/core/exam/runs.ts';
import type { SessionStarted } from '../../src/core/history/event.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { ESSAY_PAPER, HUNDRED, KINDS_PAPER, plainPaper } from '../support/exam-banks.ts';
import { answersIn, aPlace, eventsOf, type Place, QUIZ, runQuiz } from '../support/program.ts';
import { recount } from '../support/recount.ts';
import { KEY, Terminal, type TerminalOptions } from '../support/terminal.ts';

const en = withDetails(messagesFor('en'));
const { report, screen } = en.exam;
const TAB = '\t';

const startsIn = (place: Place): SessionStarted[] =>
  eventsOf(place).filter((event): event is SessionStarted => event.type === 'session-started');

/** An exam whose first question is on the screen. */
async function begun(
  place: Place,
  args: readonly string[],
  sight: string,
  options: TerminalOptions = {},
): Promise<Terminal> {
  const terminal = new Terminal(place, ['exam', ...args], options);
  await terminal.waitFor(en.exam.cover.start.slice(0, 12));
  await terminal.pressing(KEY.enter, sight);
  return terminal;
}

test('a hundred questions by keys alone, with jumps, changes, flags and doubts; the report is what a recount of the file comes to', async () => {
  const place = aPlace({ 'hundred.yaml': HUNDRED });
  const terminal = await begun(place, ['--bank', 'hundred', '--no-shuffle', '--seed', '1'], '单选第1号');
  for (let n = 1; n <= 60; n++) terminal.press(n % 7 === 0 ? 'b' : 'a', KEY.enter);
  await terminal.waitFor('多选第1号');
  for (let n = 1; n <= 10; n++) terminal.press('a', ...(n % 3 === 0 ? ['b'] : n % 2 === 0 ? [] : ['c']), KEY.enter);
  await terminal.waitFor('判断第1号');
  for (let n = 1; n <= 20; n++) terminal.press(n % 4 === 0 ? 'b' : 'a', KEY.enter);
  await terminal.waitFor('填空第1号');
  for (let n = 1; n <= 8; n++) terminal.press(`答案${n}`, KEY.enter);
  await terminal.waitFor('填空第9号');
  // A jump back: a right answer made wrong, flagged, and one in doubt; one taken back.
  await terminal.pressing([TAB, '3', KEY.enter], '单选第3号');
  await terminal.pressing(['b', 'f'], screen.flagged);
  await terminal.pressing([TAB, '1', '4', KEY.enter], '单选第14号');
  await terminal.pressing(['a', '?'], screen.unsure);
  await terminal.pressing([TAB, '5', '0', KEY.enter], '单选第50号');
  await terminal.pressing(KEY.backspace, '○ A');
  const sheet = await terminal.pressing(TAB, screen.goTo(''));
  expect(sheet).toContain(' 14?');
  expect(sheet).toContain('  3●▲');
  await terminal.pressing('s', screen.blanksLeft('50 99 100', 3));
  await terminal.pressing(KEY.enter, screen.goTo(''));
  await terminal.pressing(['s', 'y'], report.title('百题卷'));
  const counted = recount(place.history);
  expect([counted.blank, counted.flagged, counted.lucky]).toEqual([[50, 99, 100], [3], [14]]);
  await terminal.pressing('w', '3/100');
  await terminal.pressing('q', report.title('百题卷'));
  terminal.press('q');
  expect(await terminal.ended).toBe(0);

  const { out } = await runQuiz(place, ['exam', '--report', startsIn(place)[0]?.id ?? '']);
  expect(out).toContain(report.marks(String(counted.marks), String(counted.of)));
  for (const { title, marks, of, right, blank } of counted.sections) {
    expect(out).toMatch(new RegExp(`^${title} +${marks}/${of} +${right}/\\d+ +${blank}$`, 'm'));
  }
  const short = Array.from({ length: 100 }, (_, n) => n + 1).filter(
    (n) => !counted.right.includes(n) && !counted.blank.includes(n),
  );
  expect(out).toContain(report.wrong(inRuns(short), short.length));
  expect(out).toContain(report.changes(1, 1, 0));
  // What the screen left behind is the same report, time and all.
  const lines = out
    .trimEnd()
    .split('\n')
    .filter((line) => line.length < 79);
  for (const line of lines) expect(terminal.everything()).toContain(line);
});

describe('the same form', () => {
  const formOf = (start: SessionStarted | undefined) => start?.form.map(({ seen: _, ...entry }) => entry);

  test('comes of the same seed, and another of another', async () => {
    const places = [aPlace(), aPlace(), aPlace()] as const;
    for (const [n, place] of places.entries())
      await runQuiz(place, ['exam', '--bank', 'l3-theory', '--paper', 'mock', '--seed', n < 2 ? '7' : '8'], {
        input: ['', ':q'],
      });
    const [first, second, third] = places.map((place) => formOf(startsIn(place)[0]));
    expect(first).toHaveLength(100);
    expect(second).toEqual(first);
    expect(third).not.toEqual(first);
  });

  test('is sat again by --again, with what was seen since marked as seen', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
    await runQuiz(place, ['exam', '--bank', 'kinds'], { input: ['', 'B', ':submit', 'y'] });
    const [first] = startsIn(place);
    const { code } = await runQuiz(place, ['exam', '--again', first?.id.slice(0, 13) ?? ''], { input: ['', ':q'] });
    expect(code).toBe(0);
    const again = startsIn(place)[1];
    expect(formOf(again)).toEqual(formOf(first));
    expect(again?.form.filter(({ seen }) => seen).map(({ item }) => item)).toEqual(['kinds/one']);
  });
});

describe('when the time is up', () => {
  test('in the middle of a word, the word is the answer; then its key points are confirmed, and the report is there', async () => {
    const place = aPlace({ 'essay.yaml': ESSAY_PAPER });
    const terminal = await begun(place, ['--bank', 'essay', '--minutes', '0.05'], '说说云');
    terminal.press('水滴变大', KEY.enter, '然后');
    await terminal.waitFor(en.ask.tickPoints);
    expect(answersIn(place)).toMatchObject([{ response: ['水滴变大\n然后'], covered: [1] }]);
    expect(eventsOf(place).at(-1)).toMatchObject({ type: 'session-ended', how: 'timed-out', usedMs: 3_000 });
    await terminal.pressing(['2', KEY.enter], '✔');
    await terminal.pressing(KEY.enter, report.marks('4', '4'));
    expect(answersIn(place).at(-1)).toMatchObject({ remarked: true, covered: [1, 2], marks: 4 });
  });

  test('while the program was stopped, it ends as soon as it goes on, with what stood there', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
    const terminal = await begun(place, ['--bank', 'kinds', '--minutes', '0.05', '--no-shuffle'], '晴天');
    await terminal.pressing([KEY.enter, 'a'], '☑ A');
    process.kill(terminal.pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    process.kill(terminal.pid, 'SIGCONT');
    await terminal.waitFor(report.title('各种题型'), 2_000);
    expect(answersIn(place)).toMatchObject([{ item: 'kinds/many', response: ['A'] }]);
  });
});

const clockOn = (text: string): number => {
  const [, minutes = '', seconds = ''] =
    / (\d+):(\d\d)$/.exec(text.split('\n').find((line) => / \d+:\d\d$/.test(line)) ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

test('a stop does not stop the clock, and it is right again after it', async () => {
  const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
  const terminal = await begun(place, ['--bank', 'kinds'], '晴天');
  const [before, at] = [clockOn(terminal.screen()), Date.now()];
  process.kill(terminal.pid, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  process.kill(terminal.pid, 'SIGCONT');
  await terminal.waitFor((seen) => clockOn(seen) <= before - 2);
  expect(Math.abs(before - clockOn(terminal.screen()) - (Date.now() - at) / 1000)).toBeLessThan(1.5);
});

test('Ctrl-Z and fg: the screen is there again, keys work, and the clock went on', async () => {
  const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
  const terminal = new Terminal(place, ['--norc', '-i'], { command: 'bash', env: { PS1: 'shell> ' } });
  await terminal.waitFor('shell>');
  terminal.press(`"${process.execPath}" "${QUIZ}" exam --bank kinds --no-shuffle\r`);
  await terminal.waitFor(en.exam.cover.start.slice(0, 12));
  await terminal.pressing(KEY.enter, '晴天');
  await terminal.pressing('\u001a', 'Stopped');
  await terminal.pressing('fg\r', (seen) => !seen.includes('Stopped') && seen.includes('晴天'));
  await terminal.pressing('b', '◉ B');
  const left = await terminal.pressing('q', /\nshell>$/);
  expect(left).toContain('--resume');
  expect(answersIn(place)).toMatchObject([{ response: ['B'] }]);
});

test('a resize to 40×12 in mid-exam keeps the question, its choice and the sheet', async () => {
  const place = aPlace({ 'hundred.yaml': HUNDRED });
  const terminal = await begun(place, ['--bank', 'hundred', '--no-shuffle', '--seed', '1'], '单选第1号');
  await terminal.pressing('b', '◉ B');
  terminal.resize(40, 12);
  await terminal.waitFor((seen) => seen.split('单选第1号').length === 2 && seen.includes('◉ B'));
  await terminal.pressing([TAB, '9', '9'], '› 99');
  terminal.resize(80, 24);
  await terminal.waitFor((seen) => seen.includes('› 99') && seen.includes('填空题'));
  await terminal.pressing(KEY.enter, '填空第9号');
});

describe('a disk that fails in the middle', () => {
  const fail = (place: Place): void => {
    rmSync(place.home, { recursive: true });
    writeFileSync(place.home, '');
  };

  test('ends the exam with 4, acknowledges nothing, and gives the cursor back', async () => {
    const place = aPlace({ 'plain.yaml': plainPaper(3) });
    const terminal = await begun(place, ['--bank', 'plain', '--no-shuffle'], '第1号问题');
    await terminal.pressing('a', '◉ A');
    await terminal.pressing(KEY.enter, '第2号问题');
    fail(place);
    terminal.press('a');
    expect(await terminal.ended).toBe(4);
    expect(terminal.screen()).not.toContain('◉');
    expect(terminal.screen().replaceAll('\n', '')).toContain(place.history);
    expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('\u001b[?25l'));
  });

  test('ends the plain exam with 4 as well, though its input is open', async () => {
    const place = aPlace({ 'plain.yaml': plainPaper(3) });
    const terminal = new Terminal(place, ['exam', '--bank', 'plain', '--plain', '--no-shuffle']);
    await terminal.waitFor(en.exam.plain.startQuestion);
    await terminal.pressing('\r', '第1号问题');
    await terminal.pressing('A\r', '第2号问题');
    fail(place);
    terminal.press('A\r');
    expect(await terminal.ended).toBe(4);
    expect(terminal.screen()).not.toContain('第3号问题');
  });
});
