import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Studied } from '../../src/core/history/event.ts';
import { en } from '../../src/messages/en.ts';
import { enStudy } from '../../src/messages/en-study.ts';
import { widthOf } from '../../src/prompts/width.ts';
import { aPlace, eventsOf, type Place, runQuiz } from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const NOTED = many(6).replace('sky: { title: 天空 }', 'sky: { title: 天空, notes: "- 先看**云**。" }');
const args = ['study', '--bank', 'many'];
const RIGHT = '\u001b[C';
const LEFT = '\u001b[D';

const lines = (count: number): string[] => Array.from({ length: count }, () => '');
const read = (place: Place, input: readonly string[], ...more: readonly string[]) =>
  runQuiz(place, [...args, ...more], { input });
const studiedIn = (place: Place): readonly Studied[] =>
  eventsOf(place).filter((event): event is Studied => event.type === 'studied');
const itemsRead = (place: Place): (string | null)[] => studiedIn(place).map(({ item }) => item);

describe('reading line by line', () => {
  test('shows notes, then every type of question with its answer', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS.replace('{ title: 大海 }', '{ title: 大海, notes: 潮有涨落。 }') });
    const { code, out, err } = await runQuiz(place, ['study', '--bank', 'kinds'], { input: lines(9) });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('  A. 红色\n✔ B. 蓝色\n  C. 绿色\n  D. 黄色\nAnswer: B 蓝色\n散射使天空成为B，晚霞才是A。\n');
    expect(out).toContain('闪电之后听见__雷声__，雨后看见__彩虹__。');
    expect(out).toContain(`${enStudy.keyPoints}\n  1. 水滴相互碰撞变大 (2)\n`);
    expect(out).toContain(`7/9 · ${enStudy.notes} · 大海\n潮有涨落。\n`);
    expect(out.split('水退了三百米').length - 1).toBe(1);
    expect(out).toContain(enStudy.done(9));
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('goes on where it stopped, and begins anew once all was read', async () => {
    const place = aPlace({ 'many.yaml': NOTED });
    expect((await read(place, lines(2))).out).toContain(enStudy.left('3/7', '天空'));
    const again = await read(place, lines(5));
    expect(again.out).toContain(`${enStudy.resumed('3/7', '天空')}\n`);
    expect(again.out).not.toContain('第1号问题');
    expect(again.out).toContain(enStudy.done(7));
    expect((await read(place, [])).out).toContain('\n1/7 ');
  });

  test('keeps a page when it is turned to, and none that only was opened', async () => {
    const place = aPlace({ 'many.yaml': NOTED });
    await read(place, []);
    expect(eventsOf(place)).toEqual([]);
    await read(place, ['', '', ':b', ':q']);
    await read(place, [':q']);
    expect(itemsRead(place)).toEqual(['many/q1', 'many/q2', 'many/q1']);
    expect(studiedIn(place)[0]).toMatchObject({ bank: 'many', topic: 'sky', scope: { topics: [], types: [] } });
  });

  test('keeps a place for each choice of topics and types', async () => {
    const place = aPlace({ 'many.yaml': NOTED });
    await read(place, lines(3));
    expect((await read(place, lines(1), '--topic', 'sky')).out).toContain('\n1/7 ');
    expect((await read(place, [], '--topic', 'sky')).out).toContain(enStudy.resumed('2/7', '天空'));
    expect((await read(place, [])).out).toContain(enStudy.resumed('4/7', '天空'));
  });

  test('forgets the place with --from-start, for good', async () => {
    const place = aPlace({ 'many.yaml': NOTED });
    await read(place, lines(3));
    expect((await read(place, [], '--from-start')).out).toContain('\n1/7 ');
    expect((await read(place, [])).out).toContain('\n1/7 ');
  });

  test('goes on nearby where the bank has lost the page', async () => {
    const place = aPlace({ 'many.yaml': NOTED });
    await read(place, lines(3));
    writeFileSync(join(place.cwd, 'banks', 'many.yaml'), NOTED.replace('id: q3', 'id: q3-mended'));
    expect((await read(place, [])).out).toContain(enStudy.resumed('3/7', '天空'));
  });

  test('leaves notes out with --no-notes', async () => {
    const place = aPlace({ 'many.yaml': NOTED });
    const { out } = await read(place, lines(6), '--no-notes');
    expect(out).not.toContain('先看');
    expect(out).toContain(enStudy.done(6));
  });

  test('hides answers first after :h, a line shows each', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const { out } = await read(place, [':h', '', '', ':q']);
    expect(out).toContain(enStudy.plain.hidingOn);
    expect(out).toContain(`第2号问题\n  A. 对的\n  B. 不对的\n${enStudy.plain.reveal}\nAnswer: A 对的\n第2号解析\n`);
  });

  test('jumps to the next topic, and says where there is none', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const { out } = await runQuiz(place, ['study', '--bank', 'kinds'], { input: [':t', ':t'] });
    expect(out).toContain('\n7/8 ');
    expect(out).not.toContain('\n2/8 ');
    expect(out).toContain(enStudy.messages['last-topic']);
  });

  test('stars and notes, and a drill knows both', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    await read(place, [':s', ':n 想想再答']);
    const { out } = await runQuiz(place, ['drill', '--bank', 'many']);
    expect(out).toContain('★');
    expect(out).toContain(`${en.ask.note} 想想再答`);
  });

  test('says what is no command, and where nothing matches', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    expect((await read(place, [':zz'])).out).toContain(enStudy.plain.notUnderstood(':zz'));
    expect(await read(place, [], '--type', 'short')).toMatchObject({
      code: 0,
      out: `${en.drill.nothingMatches}\n${en.drill.nothingMatchesHint}\n`,
    });
    expect((await read(place, [], '--type', 'essay')).code).toBe(2);
    expect((await read(place, [], '--topic', 'moon')).code).toBe(3);
  });
});

test('reading counts nowhere as a result, and the scheduler knows nothing of it', async () => {
  const place = aPlace({ 'many.yaml': NOTED });
  const before = await runQuiz(place, ['drill', '--bank', 'many', '--seed', '1']);
  await read(place, lines(7));
  expect(eventsOf(place).every(({ type }) => type === 'studied')).toBe(true);
  expect((await runQuiz(place, ['drill', '--bank', 'many', '--seed', '1'])).out).toBe(before.out);
  const { out } = await runQuiz(place, ['export', '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject({ total: { answered: 0 } });
  expect(JSON.parse((await runQuiz(place, ['history', 'list', '--json'])).out)).toEqual({
    sessions: [],
    imported: { reviews: 0, questions: 0, from: null, to: null },
  });
  expect((await runQuiz(place, [])).out).toContain(en.home.nothingYet);
  const verified = await runQuiz(place, ['history', 'verify']);
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining(`${en.history.whole(7)}\n`) });
});

test('without a named bank the one that was read last is read on', async () => {
  const place = aPlace({ 'many.yaml': NOTED, 'other.yaml': many(3, 'other') });
  expect((await runQuiz(place, ['study'])).code).toBe(2);
  await read(place, lines(1));
  expect((await runQuiz(place, ['study'])).out).toContain(enStudy.resumed('2/7', '天空'));
});

test('two banks are read one after the other, as one', async () => {
  const place = aPlace({ 'many.yaml': NOTED, 'other.yaml': many(3, 'other') });
  const both = [...args, '--bank', 'other'];
  const { out } = await runQuiz(place, both, { input: lines(8) });
  expect(out).toContain('9/10 · single choice · 天空 · 小题库 other');
  expect((await runQuiz(place, both)).out).toContain(enStudy.resumed('9/10', '天空'));
});

describe('reading on the screen', () => {
  const begun = async (bank = NOTED, more: readonly string[] = [], size = {}) => {
    const place = aPlace({ 'many.yaml': bank });
    const terminal = new Terminal(place, [...args, ...more], size);
    await terminal.waitFor('1/');
    return { place, terminal };
  };

  test('turns pages both ways and leaves the place behind', async () => {
    const { place, terminal } = await begun();
    await terminal.pressing(KEY.enter, '第1号问题');
    await terminal.pressing(RIGHT, '第2号解析');
    await terminal.pressing(KEY.space, '✔ A  对的');
    await terminal.waitFor('第3号问题');
    await terminal.pressing(LEFT, '第2号问题');
    terminal.press('q');
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toContain(enStudy.left('3/7', '天空'));
    expect(itemsRead(place)).toEqual(['many/q1', 'many/q2', 'many/q3', 'many/q2']);
    const again = new Terminal(place, args);
    const screen = await again.waitFor(enStudy.resumed('3/7', '天空'));
    expect(screen).toContain('第2号问题');
  });

  test('hides answers first by h, and Space shows them', async () => {
    const { terminal } = await begun();
    await terminal.pressing(['h', KEY.enter], enStudy.hints.hidingOn);
    const hidden = await terminal.waitFor('第1号问题');
    expect(hidden).not.toContain('第1号解析');
    await terminal.pressing(KEY.space, '第1号解析');
    const next = await terminal.pressing(KEY.space, '第2号问题');
    expect(next).not.toContain('第2号解析');
  });

  test('jumps between topics, stars and notes', async () => {
    const { place, terminal } = await begun(KINDS.replace('id: kinds', 'id: many'));
    await terminal.pressing('t', '7/8');
    await terminal.pressing('s', '★');
    await terminal.pressing('n', en.ask.noteHere);
    await terminal.pressing(['涨潮', KEY.enter], `${en.ask.note} 涨潮`);
    await terminal.pressing('T', '1/8');
    // The page is drawn first and its place written then.
    await expect
      .poll(() => eventsOf(place).map(({ type }) => type))
      .toEqual(['studied', 'starred', 'noted', 'studied']);
  });

  test('ends after the last page, and begins anew the next time', async () => {
    const { place, terminal } = await begun(many(2));
    await terminal.pressing(KEY.enter, '2/2');
    terminal.press(KEY.enter);
    expect(await terminal.ended).toBe(0);
    expect(terminal.screen()).toContain(enStudy.done(2));
    await new Terminal(place, args).waitFor('1/2');
  });

  test('Ctrl-C leaves with 130 and the place kept', async () => {
    const { place, terminal } = await begun();
    await terminal.pressing([KEY.enter, KEY.enter], '第2号问题');
    terminal.press(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(terminal.screen()).toContain(enStudy.left('3/7', '天空'));
    expect(itemsRead(place).at(-1)).toBe('many/q2');
  });

  test('a kill costs no page that was on the screen before the last', async () => {
    const { place, terminal } = await begun();
    await terminal.pressing(KEY.enter, '第1号问题');
    await terminal.pressing(KEY.enter, '第2号问题');
    process.kill(terminal.pid, 'SIGKILL');
    await terminal.ended;
    expect(itemsRead(place)).toContain('many/q1');
  });

  test('a resize to 40×12 and to 20 columns shows the same page, no line broken by the terminal', async () => {
    const { terminal } = await begun();
    await terminal.pressing(KEY.enter, '第1号问题');
    for (const [columns, rows] of [
      [40, 12],
      [20, 24],
    ] as const) {
      terminal.resize(columns, rows);
      const fits = (seen: string) => seen.includes('对的') && seen.split('\n').every((line) => widthOf(line) < columns);
      const screen = await terminal.waitFor(fits);
      expect(screen.split('第1号问题').length).toBe(2);
    }
  });

  test('a thousand questions turn at once', async () => {
    const { terminal } = await begun(many(1000));
    await terminal.pressing(Array(30).fill(RIGHT), '31/1000');
  });
});

describe('a history that cannot be written', () => {
  test('ends the reading with 4 and says so, on the screen', async () => {
    const place = aPlace({ 'many.yaml': NOTED });
    const terminal = new Terminal(place, args);
    await terminal.waitFor('1/7');
    rmSync(place.home, { recursive: true });
    writeFileSync(place.home, '');
    terminal.press(KEY.enter);
    expect(await terminal.ended).toBe(4);
    expect(terminal.screen().replaceAll('\n', '')).toContain(place.history);
    expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('\u001b[?25l'));
  });

  test('stops it before the first page where that is known', async () => {
    const place = aPlace({ 'many.yaml': NOTED });
    rmSync(place.home, { recursive: true, force: true });
    writeFileSync(place.home, '');
    const { code, out, err } = await read(place, lines(2));
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain(place.home);
  });
});
