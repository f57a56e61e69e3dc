import { expect, test } from 'vitest';
import { type Rng, rngOf } from '../../src/core/rng.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { KINDS_PAPER } from '../support/exam-banks.ts';
import { aPlace, eventsOf, type Place, runQuiz, startQuiz } from '../support/program.ts';
import { KEY, Terminal } from '../support/terminal.ts';

/** How often an exam is killed. */
const KILLS = Number(process.env.QUIZ_KILLS ?? 6);
const SEED = process.env.QUIZ_KILL_SEED ?? String(Date.now());
const en = withDetails(messagesFor('en'));
// The clock of the machine: with one that starts anew, each start would set it back.
const env = { QUIZ_NOW: '' };
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Seen {
  /** Seconds left, and when that was read. */
  readonly left: number;
  readonly at: number;
  /** The cells of the answer sheet. */
  readonly sheet: string;
}

const CELL = /\d+[●○?]▲?/g;
const cellsIn = (screen: string): string[] => screen.match(CELL) ?? [];
const isTimed = (screen: string): boolean => / left \d+:\d\d$/m.test(screen);

/** The answer sheet as it stands on the screen, and the clock on it. */
async function look(terminal: Terminal): Promise<Seen> {
  const screen = await terminal.pressing(
    '\t',
    (seen) => seen.includes(en.exam.screen.goTo('')) && isTimed(seen) && cellsIn(seen).length === 7,
  );
  const [, minutes = '', seconds = ''] = / left (\d+):(\d\d)$/m.exec(screen) ?? [];
  return { left: Number(minutes) * 60 + Number(seconds), at: Date.now(), sheet: cellsIn(screen).join(' ') };
}

/** Goes to some question, and answers, flags, doubts or clears it, or types half a text there. */
async function doSomething(terminal: Terminal, rng: Rng): Promise<void> {
  const number = 1 + rng.below(7);
  await terminal.pressing(String(number), en.exam.screen.goTo(String(number)));
  await terminal.pressing(KEY.enter, `${number}/7`);
  const isTyped = number === 4 || number === 5;
  const keys = isTyped ? ['雨', '雷', KEY.enter] : ['a', 'b', 'f', '?', KEY.backspace];
  // Three times enter would go from the fifth past the last one to the sheet, where Tab leads away from it.
  for (let n = rng.below(isTyped ? 3 : 5); n > 0; n--) terminal.press(keys[rng.below(keys.length)] as string);
}

const formsIn = (place: Place) => eventsOf(place).filter(({ type }) => type === 'session-started');

test(`an exam killed at any moment goes on with its form, answers and clock (${KILLS} times, seed ${SEED})`, async () => {
  const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
  const rng = rngOf(SEED);
  let terminal = new Terminal(place, ['exam', '--bank', 'kinds'], { env });
  await terminal.waitFor(en.exam.cover.start.slice(0, 12));
  await terminal.pressing(KEY.enter, '1/7');
  const [form] = formsIn(place);
  // Each round begins on the answer sheet.
  await look(terminal);
  for (let round = 0; round < KILLS; round++) {
    await doSomething(terminal, rng);
    const before = await look(terminal);
    await pause(rng.below(900));
    process.kill(terminal.pid, 'SIGKILL');
    const killedAt = Date.now();
    await terminal.ended;
    terminal = new Terminal(place, ['exam', '--resume'], { env });
    await terminal.waitFor((seen) => /\d\/7/.test(seen) && isTimed(seen));
    const after = await look(terminal);
    expect(after.sheet).toBe(before.sheet);
    // The clock rests from the kill until the first question is there; half a second may be lost, and a second is what it shows.
    const ran = (killedAt - before.at) / 1000;
    expect(Math.abs(before.left - ran - after.left)).toBeLessThanOrEqual(1.5);
    expect(formsIn(place)).toEqual([form]);
  }
  const resumed = eventsOf(place).filter(({ type }) => type === 'resumed');
  expect(resumed).toHaveLength(KILLS);
  expect(await runQuiz(place, ['history', 'verify'])).toMatchObject({ code: 0 });
}, 300_000);

test('what was half typed and half ticked when it was killed is there again', async () => {
  const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
  const terminal = new Terminal(place, ['exam', '--bank', 'kinds', '--no-shuffle'], { env });
  await terminal.waitFor(en.exam.cover.start.slice(0, 12));
  await terminal.pressing(KEY.enter, '1/7');
  await terminal.pressing([KEY.enter, 'a', 'c'], '☑ C');
  await pause(700);
  process.kill(terminal.pid, 'SIGKILL');
  await terminal.ended;
  const again = new Terminal(place, ['exam', '--resume'], { env });
  await again.waitFor((seen) => seen.includes('☑ A') && seen.includes('☑ C'));
  await again.pressing(['\t', '5', KEY.enter, '水滴', KEY.enter, '变大'], '变大');
  await pause(700);
  process.kill(again.pid, 'SIGKILL');
  await again.ended;
  const last = new Terminal(place, ['exam', '--resume'], { env });
  await last.waitFor((seen) => seen.includes('水滴') && seen.includes('› 变大'));
  await last.pressing(['\t', 's', 'y'], en.ask.tickPoints);
});

test('line by line as well: the lines of a short answer so far, and the clock', async () => {
  const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
  const child = startQuiz(place, ['exam', '--bank', 'kinds', '--no-shuffle', '--plain'], { env });
  let seen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen += text;
  });
  child.stdin.write('\n:g 5\n水滴\n变大\n');
  while (!seen.includes('>\n>')) await pause(20);
  await pause(1_500);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
  const { out } = await runQuiz(place, ['exam', '--resume'], { input: [':t', ':submit', 'y', ''], env });
  expect(out).toContain(en.exam.plain.kept('水滴 / 变大'));
  expect(out).toMatch(/29 min 5[89] s left/);
  expect(out).toContain(en.exam.report.marks('1', '11'));
});
