import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { GLYPHS } from '../../src/prompts/theme.ts';
import {
  answersIn,
  aPlace,
  endOf,
  eventsOf,
  itemsAnswered,
  type Place,
  runQuiz,
  startQuiz,
} from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';
import { Terminal } from '../support/terminal.ts';

const kinds = (...more: readonly string[]): string[] => ['drill', '--bank', 'kinds', '--no-shuffle', ...more];
const plain = ['drill', '--bank', 'many', '--no-shuffle'];
const ESCAPE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

const ALL_RIGHT = [
  ...['B', 'A、C', '错', 'bac'],
  ...['雷声', '彩虹'],
  ...['变大了就落下', '云里很冷', '.', '123'],
  ...['A', '×'],
];

describe('a drill through a pipe', () => {
  test('asks every type, a line to a prompt, and keeps every answer', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const { code, out, err } = await runQuiz(place, kinds(), { input: ALL_RIGHT });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(itemsAnswered(place)).toEqual(['one', 'many', 'truth', 'steps', 'gap', 'tell', 'tide#1', 'tide#2']);
    expect(answersIn(place).every(({ right }) => right)).toBe(true);
    expect(eventsOf(place).at(-1)).toMatchObject({ type: 'session-ended', how: 'submitted' });
    expect(out).not.toMatch(ESCAPE);
  });

  test('shows options in the order of the bank with --no-shuffle', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const { out } = await runQuiz(place, kinds(), { input: ['B'] });
    expect(out).toContain('  A. 红色\n  B. 蓝色\n  C. 绿色\n  D. 黄色\n');
    expect(answersIn(place)[0]?.order).toEqual(['A', 'B', 'C', 'D']);
  });

  test('says a verdict in words with its glyph, and the key of a wrong one', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const { out } = await runQuiz(place, kinds(), { input: ['A', 'AC'] });
    expect(out).toContain(`${GLYPHS.wrong} ${en.verdict.wrong}\n${en.ask.key} B 蓝色\n`);
    expect(out).toContain(`${GLYPHS.right} ${en.verdict.right}\n`);
  });

  test('shows the material of a case once, and again on :m', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const once = await runQuiz(place, kinds('--topic', 'sea'), { input: ['A', '错'] });
    expect(once.out.split('水退了三百米').length - 1).toBe(1);
    const again = aPlace({ 'kinds.yaml': KINDS });
    const twice = await runQuiz(again, kinds('--topic', 'sea'), { input: ['A', ':m', '错'] });
    expect(twice.out.split('水退了三百米').length - 1).toBe(2);
  });

  test('is the same on a terminal with --plain', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    const terminal = new Terminal(place, [...plain, '--plain']);
    await terminal.waitFor(en.plain.answerLetters);
    await terminal.pressing('A\r', '第2号问题');
    await terminal.pressing('B\r', en.verdict.wrong);
    expect(terminal.raw).not.toContain('\u001b');
    expect(terminal.everything()).toContain('第1号问题');
  });
});

describe('a line', () => {
  test('that is not understood is asked for again, with what is wanted', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    const { out } = await runQuiz(place, plain, { input: ['C', 'AB', 'nonsense', '', 'A'] });
    expect(out.split(en.plain.notUnderstood(en.plain.wantedOneLetter('AB'))).length - 1).toBe(4);
    expect(answersIn(place)).toHaveLength(1);
  });

  test('with a ? behind the answer marks a guess, in full width too', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    await runQuiz(place, plain, { input: ['A?', 'ａ？', 'A'] });
    expect(answersIn(place).map(({ rating }) => rating)).toEqual(['hard', 'hard', 'good']);
  });

  test('for each blank; an empty one is an empty blank', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    await runQuiz(place, kinds('--type', 'blank'), { input: ['打雷', ''] });
    expect(answersIn(place)[0]).toMatchObject({ response: ['打雷', ''], right: false });
  });

  test('that is empty accepts the suggested key points, 0 takes none', async () => {
    const suggested = aPlace({ 'kinds.yaml': KINDS });
    const { out } = await runQuiz(suggested, kinds('--type', 'short'), { input: ['变大后落下', '.', ''] });
    expect(out).toContain(en.plain.answerPoints('1 2'));
    expect(answersIn(suggested)[0]).toMatchObject({ covered: [1, 2], marks: 3, of: 4 });
    const none = aPlace({ 'kinds.yaml': KINDS });
    await runQuiz(none, kinds('--type', 'short'), { input: ['变大后落下', '.', '0'] });
    expect(answersIn(none)[0]).toMatchObject({ covered: [], marks: 0 });
  });
});

describe('a command on a line', () => {
  test(':u takes the last answer back and asks again', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const { out } = await runQuiz(place, plain, { input: [':u', 'B', ':u', 'A', ':q'] });
    expect(out).toContain(en.drill.nothingToUndo);
    expect(out).toContain(en.drill.undone);
    expect(itemsAnswered(place)).toEqual(['q1', 'q1']);
    expect(eventsOf(place).filter(({ type }) => type === 'voided')).toHaveLength(1);
  });

  test(':s stars and takes the star off again', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const { out } = await runQuiz(place, plain, { input: [':s', ':s', '：s'] });
    expect(out).toMatch(new RegExp(`${en.plain.starred}[^]*${en.plain.unstarred}[^]*${en.plain.starred}`));
    const again = await runQuiz(place, plain);
    expect(again.out).toContain(GLYPHS.star);
  });

  test(':n notes, and the note is there the next time', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    await runQuiz(place, plain, { input: [':n 想想再答'] });
    const again = await runQuiz(place, plain);
    expect(again.out).toContain(`${en.ask.note} 想想再答`);
  });

  test(':x puts away for good', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    await runQuiz(place, plain, { input: [':x', 'A'] });
    expect(itemsAnswered(place)).toEqual(['q2']);
    const again = await runQuiz(place, plain);
    expect(again.out).not.toContain('第1号问题');
  });

  test(':q leaves, and what follows is not read', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    expect(await runQuiz(place, plain, { input: ['A', ':q', 'A'] })).toMatchObject({ code: 0 });
    expect(itemsAnswered(place)).toEqual(['q1']);
    expect(eventsOf(place).at(-1)).toMatchObject({ type: 'session-ended', how: 'quit' });
  });

  test(':o counts the last typed answer right, :+ says the last right one was too easy', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    await runQuiz(place, kinds('--type', 'blank', '--type', 'boolean'), { input: ['错', ':+', '轰隆', '彩虹', ':o'] });
    const [, easy, , overruled] = answersIn(place);
    expect(easy).toMatchObject({ item: 'kinds/truth', rating: 'easy' });
    expect(overruled).toMatchObject({ item: 'kinds/gap', overrule: true, rating: 'hard' });
  });
});

describe('the time for a question that runs out', () => {
  const limited = [...plain, '--per-item', '1s'];

  /** A drill whose input is written line by line, each when something has been said. */
  function drilling(place: Place, args: readonly string[]) {
    const child = startQuiz(place, args);
    const ended = endOf(child);
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    const said = async (text: string): Promise<void> => {
      while (!Buffer.concat(out).includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const type = (line: string): boolean => child.stdin.write(`${line}\n`);
    return { said, type, end: () => child.stdin.end(), ended };
  }

  test('is said, and the next question follows at once', async () => {
    const place = aPlace({ 'many.yaml': many(8) });
    const { said, type, end, ended } = drilling(place, limited);
    await said(en.verdict.expired);
    await said('第2号问题');
    type('A');
    await said(`${GLYPHS.right} ${en.verdict.right}`);
    end();
    expect((await ended).code).toBe(0);
    const [late, next] = answersIn(place);
    expect(late).toMatchObject({ item: 'many/q1', response: [], expired: true });
    expect(next).toMatchObject({ item: 'many/q2', response: ['A'], right: true });
  });

  test('three times in a row ends the drill: nothing more is asked of an empty chair', async () => {
    const place = aPlace({ 'many.yaml': many(8) });
    const { ended } = drilling(place, limited);
    expect(await ended).toMatchObject({ code: 0, err: `${en.plain.leftAlone(3)}\n` });
    expect(answersIn(place)).toHaveLength(3);
  });
});

describe('the end of input', () => {
  test.each([
    ['before the first answer', '', 0],
    ['after an answer', 'A\n', 1],
    ['in the middle of a line, which still counts', 'A\nA', 2],
  ])('%s ends the drill with 0 and everything kept', async (_, input, answers) => {
    const place = aPlace({ 'many.yaml': many(4) });
    const { code, err } = await runQuiz(place, plain, { input });
    expect({ code, err }).toEqual({ code: 0, err: `${en.plain.inputEnded}\n` });
    expect(answersIn(place)).toHaveLength(answers);
  });

  test('leaves no trace of a drill without an answer', async () => {
    const place = aPlace({ 'many.yaml': many(4) });
    await runQuiz(place, plain);
    expect(eventsOf(place)).toEqual([]);
  });
});
