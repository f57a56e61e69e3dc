import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { widthOf } from '../../src/prompts/width.ts';
import { answersIn, aPlace } from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const SGR = /\u001b\[[\d;]*m/;
const args = ['drill', '--bank', 'many', '--no-shuffle'];

describe('a resize in the middle of a question', () => {
  test('to 40×12 shows the same question, and the answer still goes to it', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const terminal = new Terminal(place, ['drill', '--bank', 'kinds', '--type', 'multiple', '--no-shuffle']);
    await terminal.waitFor('天上');
    await terminal.pressing('a', '☑ A');
    terminal.resize(40, 12);
    const screen = await terminal.waitFor((seen) => seen.includes('☑ A') && seen.includes('海带'));
    expect(screen.split('天上有哪些').length).toBe(2);
    await terminal.pressing(['c', KEY.enter], `✔ ${en.verdict.right}`);
    expect(answersIn(place)[0]).toMatchObject({ response: ['A', 'C'], right: true });
  });

  test('to 40×12 shows what became of the answer; Down goes on to the end, Up back to the question', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const low = { columns: 40, rows: 12 };
    const terminal = new Terminal(place, ['drill', '--bank', 'kinds', '--type', 'multiple', '--no-shuffle'], low);
    await terminal.waitFor('海带');
    await terminal.pressing(['a', 'c', KEY.enter], `✔ ${en.verdict.right}`);
    await terminal.pressing(Array(9).fill(KEY.down), '(2026-11-');
    await terminal.pressing(KEY.pageUp, '✔ ☑ C');
  });

  test('to 20 columns breaks lines between characters and cuts none in half', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const terminal = new Terminal(place, ['drill', '--bank', 'kinds', '--topic', 'sea', '--no-shuffle']);
    await terminal.waitFor('贝壳');
    terminal.resize(20, 24);
    // The last column stays free, which tells the program's own lines from those that the terminal folded.
    await terminal.waitFor((seen) => seen.includes('半夜') && seen.split('\n').every((line) => widthOf(line) < 20));
    expect(terminal.lines().join('')).toContain('小林清早到海边，水退了三百米，他拾到一只贝壳。');
    await terminal.pressing('a', en.verdict.right);
  });

  test('and back leaves one question on the screen, not a pile of them', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const terminal = new Terminal(place, args);
    await terminal.waitFor('第1号问题');
    for (const [columns, rows] of [
      [40, 12],
      [100, 30],
      [30, 10],
      [80, 24],
    ] as const) {
      terminal.resize(columns, rows);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const screen = await terminal.pressing('a', en.verdict.right);
    expect(screen.split('第1号问题').length).toBe(2);
  });
});

describe('colour', () => {
  test('is there on a terminal', async () => {
    const terminal = new Terminal(aPlace({ 'many.yaml': many(3) }), args);
    await terminal.waitFor('第1号问题');
    await terminal.pressing('a', en.verdict.right);
    expect(terminal.raw).toMatch(SGR);
  });

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['--no-color', {}, ['--no-color']],
  ])('is not there with %s, and the screen says the same', async (_, env, flags) => {
    const terminal = new Terminal(aPlace({ 'many.yaml': many(3) }), [...args, ...flags], { env });
    await terminal.waitFor('第1号问题');
    const screen = await terminal.pressing('b', en.verdict.wrong);
    expect(screen).toContain('✔ A  对的');
    expect(screen).toContain('✘ B  不对的');
    terminal.press('q');
    await terminal.ended;
    expect(terminal.raw).not.toMatch(SGR);
  });
});

describe('the clock', () => {
  test('ticks in place: nothing but the header changes, and the cursor stays', async () => {
    const terminal = new Terminal(aPlace({ 'many.yaml': many(3) }), [...args, '--minutes', '1']);
    await terminal.waitFor('第1号问题');
    const before = terminal.lines();
    const ticked = /0:5[0-7]/;
    await terminal.waitFor((seen) => ticked.test(seen));
    const changed = terminal.lines().flatMap((line, row) => (line === before[row] ? [] : [{ line, was: before[row] }]));
    expect(changed).toHaveLength(1);
    expect(changed[0]?.line.replace(/\d:\d\d/, '')).toBe(changed[0]?.was?.replace(/\d:\d\d/, ''));
  });

  test('is not there without a limit, and nothing is drawn while nobody types', async () => {
    const terminal = new Terminal(aPlace({ 'many.yaml': many(3) }), args);
    await terminal.waitFor('第1号问题');
    const before = terminal.raw.length;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(terminal.raw.length).toBe(before);
  });

  test('of one question runs out: that counts as no answer, and the drill goes on', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const terminal = new Terminal(place, [...args, '--per-item', '2s']);
    await terminal.waitFor('第1号问题');
    const screen = await terminal.waitFor(en.verdict.expired);
    expect(screen).toContain('✔ A  对的');
    expect(answersIn(place)[0]).toMatchObject({ response: [], right: false, expired: true, rating: 'again' });
    await terminal.pressing(KEY.enter, '第2号问题');
    await terminal.pressing('a', en.verdict.right);
  });

  test('of the drill ends it after the question at hand', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const terminal = new Terminal(place, [...args, '--minutes', '0.05']);
    await terminal.waitFor('第1号问题');
    await terminal.waitFor(/0:00/);
    await terminal.pressing('a', en.verdict.right);
    await terminal.pressing(KEY.enter, en.drill.timeBoxOver);
    expect(await terminal.ended).toBe(0);
    expect(answersIn(place)).toHaveLength(1);
  });
});

test('a shipped bank drills on 80×24 in Chinese', async () => {
  const terminal = new Terminal(aPlace(), ['drill', '--bank', 'l3-theory', '--seed', '7', '--lang', 'zh']);
  await terminal.waitFor('1/20');
  await terminal.pressing('0', '没有作答');
  await terminal.waitFor('稍后再来一次');
  for (const line of terminal.lines()) expect(widthOf(line)).toBeLessThan(80);
});
