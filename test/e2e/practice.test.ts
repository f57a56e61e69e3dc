import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enExam } from '../../src/messages/en-exam.ts';
import { zh } from '../../src/messages/zh.ts';
import {
  answersIn,
  aPlace,
  endOf,
  eventsOf,
  itemsAnswered,
  type Place,
  type Ran,
  runQuiz,
  startQuiz,
} from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';

const inOrder = ['practice', '--bank', 'many', '--order', 'sequential', '--no-shuffle'];
const practise = (place: Place, args: readonly string[], input: readonly string[] = []): Promise<Ran> =>
  runQuiz(place, ['practice', ...args], { input });

/** Writes each line once the text before it was said, and nothing in advance. */
async function talk(
  place: Place,
  args: readonly string[],
  turns: readonly (readonly [string, string])[],
): Promise<Ran> {
  const child = startQuiz(place, args);
  const left = [...turns];
  let heard = '';
  child.stdout.on('data', (chunk: Buffer) => {
    heard += chunk;
    for (let turn = left[0]; turn && heard.includes(turn[0]); turn = left[0]) {
      heard = heard.slice(heard.indexOf(turn[0]) + turn[0].length);
      child.stdin.write(`${turn[1]}\n`);
      left.shift();
    }
  });
  return endOf(child);
}

describe('quiz practice', () => {
  test('asks so many questions, each once, and says the verdict at once', async () => {
    const place = aPlace({ 'many.yaml': many(9) });
    const { code, out, err } = await runQuiz(place, [...inOrder, '--count', '3'], { input: ['A', 'B', 'A'] });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(en.practice.start(3));
    expect(out).toContain(en.verdict.wrong);
    expect(out).toContain(`── ${en.practice.summaryTitle} ──`);
    expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q3']);
    expect(
      eventsOf(place)
        .map(({ type }) => type)
        .join(' '),
    ).toBe('session-started answered answered answered session-ended');
  });

  test('alone repeats the choices and goes on in order where it stopped', async () => {
    const place = aPlace({ 'many.yaml': many(5), 'other.yaml': many(2, 'other') });
    await runQuiz(place, [...inOrder, '--count', '2'], { input: ['A', 'B'] });
    await runQuiz(place, ['drill', '--bank', 'other'], { input: ['A', ':q'] });
    const { out } = await practise(place, [], ['A', 'A']);
    expect(out).toContain(en.practice.asLastTime('--bank many --count 2 --order sequential --no-shuffle'));
    await practise(place, [], ['A']);
    await practise(place, ['--seed', '7'], ['A']);
    expect(itemsAnswered(place).filter((item) => item.startsWith('q'))).toEqual([
      ...['q1', 'q2', 'q1'],
      ...['q3', 'q4', 'q5', 'q1'],
    ]);
  });

  test('with any option is made anew', async () => {
    const place = aPlace({ 'many.yaml': many(5) });
    await runQuiz(place, [...inOrder, '--count', '2'], { input: ['A'] });
    const { out } = await practise(place, ['--bank', 'many', '--count', '4'], []);
    expect(out).toContain(en.practice.start(4));
    expect(out).not.toContain('sequential');
  });

  test.each([
    [
      ['--only', 'unseen'],
      ['q4', 'q5'],
    ],
    [['--only', 'wrong'], ['q2']],
    [['--only', 'starred'], ['q3']],
    [['--only', 'unsure'], ['q1']],
    [['--topic', 'sea'], []],
    [['--type', 'multiple'], []],
    [['--difficulty', '4-5'], []],
  ])('%j takes %j of what was answered before', async (flags, expected) => {
    const place = aPlace({ 'many.yaml': many(5) });
    await runQuiz(place, [...inOrder, '--count', '3'], { input: ['A?', 'B', ':s', 'A'] });
    const { code, out } = await practise(place, [
      '--bank',
      'many',
      ...flags,
      '--order',
      'sequential',
      '--feedback',
      'end',
    ]);
    expect(code).toBe(0);
    const form = eventsOf(place).findLast((event) => event.type === 'session-started');
    if (expected.length > 0) expect(form?.form.map(({ item }) => item)).toEqual(expected.map((id) => `many/${id}`));
    else expect(out).toBe(`${en.drill.nothingMatches}\n${en.practice.nothingHint}\n`);
  });

  test('takes what is due and leaves out what was put away', async () => {
    const place = aPlace({ 'many.yaml': many(4) });
    await runQuiz(place, [...inOrder, '--count', '3'], { input: ['A', 'A', 'A'] });
    await runQuiz(place, ['practice', '--bank', 'many', '--order', 'sequential'], { input: [':x', ':q'] });
    const env = { QUIZ_NOW: '2027-01-20T21:00:00+08:00' };
    const { out } = await runQuiz(place, ['practice', '--bank', 'many', '--only', 'due'], { env });
    expect(out).toContain(en.practice.start(3));
    const rest = await practise(place, ['--bank', 'many', '--only', 'unseen']);
    expect(rest.out).toContain(en.drill.nothingMatches);
  });

  test('keeps the parts of a case together, with its material once', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const { out } = await practise(place, ['--bank', 'kinds', '--topic', 'sea', '--count', '1'], ['A', '错']);
    expect(itemsAnswered(place)).toEqual(['tide#1', 'tide#2']);
    expect(out.split('水退了三百米').length - 1).toBe(1);
  });

  test('keeps its banks, of which the draw took one, and finds one that was given by its path', async () => {
    const place = aPlace({ 'many.yaml': many(3), '../far.yaml': many(3, 'far') });
    const flags = ['--bank', 'far.yaml', '--bank', 'many', '--order', 'sequential', '--count', '3'];
    await practise(place, flags, ['A', 'A', 'A']);
    const { out } = await practise(place, [], ['A', 'A', 'A']);
    expect(out).toContain(`--bank ${join(place.cwd, 'far.yaml')} --bank many`);
    expect(answersIn(place).map(({ item }) => item)).toEqual([
      ...['far/q1', 'far/q2', 'far/q3'],
      ...['many/q1', 'many/q2', 'many/q3'],
    ]);
  });
});

describe('a practice judged at its end', () => {
  const atTheEnd = ['practice', '--bank', 'many', '--order', 'sequential', '--no-shuffle', '--feedback', 'end'];

  test('says no verdict before the paper is handed in, and all of it then', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const { code, out } = await runQuiz(place, [...atTheEnd, '--count', '3'], { input: ['A', 'B', '', 'y', 'y'] });
    expect(code).toBe(0);
    expect(out.slice(0, out.indexOf(enExam.submitted))).not.toMatch(/Right|Wrong|解析/);
    expect(out).toContain(enExam.report.marks('1', '3'));
    expect(out).toContain(enExam.report.blanks('3', 1));
    expect(answersIn(place).every(({ mode }) => mode === 'practice')).toBe(true);
  });

  test('left in the middle shows no marks anywhere, is offered on the home screen, and can be taken up', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const left = await runQuiz(place, [...atTheEnd, '--minutes', '10'], { input: ['A', 'B', ':q'] });
    const [, id = ''] = /--resume (\S+)/.exec(left.out) ?? [];
    expect(left).toMatchObject({ code: 0 });
    const home = await runQuiz(place, []);
    expect(home.out).toContain(en.home.unfinished(en.practice.title, '10 min', id));
    // Also where the whole history is read again.
    rmSync(join(place.home, 'cache', 'progress.json'));
    expect((await runQuiz(place, [])).out).toContain(en.home.unfinished(en.practice.title, '10 min', id));
    expect(home.out).not.toMatch(/\d right/);
    const list = await runQuiz(place, ['history', 'list', '--json']);
    expect(JSON.parse(list.out).sessions[0]).toMatchObject({ answered: 2, right: null, markHundredths: null });
    const show = await runQuiz(place, ['history', 'show', id]);
    expect(show.out).not.toMatch(/right +|wrong +|1 \/ 1/);
    expect((await runQuiz(place, ['export', '--format', 'csv'])).out).toMatch(/^total,,,In all,0,0,0,/m);
    expect((await runQuiz(place, ['mistakes', '--json'])).out).not.toContain('many/q2');
    const diff = await runQuiz(place, ['history', 'diff', id, id]);
    expect(diff).toMatchObject({ code: 2, out: '', err: expect.stringContaining(enExam.errors.notOverHint) });
    const resumed = await runQuiz(place, ['exam', '--resume'], { input: ['A', ':submit', 'y'] });
    expect(resumed.out).toContain(enExam.report.marks('2', '3'));
    expect((await runQuiz(place, [])).out).not.toContain('--resume');
  });

  test('takes a question whose time ran out for a blank, and goes on by itself', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    const { submitQuestion } = enExam.plain;
    const { code, out } = await talk(
      place,
      [...atTheEnd, '--per-item', '1s'],
      [
        ['第2号问题', 'A'],
        [submitQuestion, '1'],
        [enExam.screen.complaints.locked, ':submit'],
        [submitQuestion, 'y'],
      ],
    );
    expect(code).toBe(0);
    expect(itemsAnswered(place)).toEqual(['q2']);
    expect(out.split(enExam.screen.complaints.locked).length - 1).toBe(2);
    expect(out).toContain(enExam.report.blanks('1', 1));
  });

  test('is over when the time for the whole is', async () => {
    const place = aPlace({ 'many.yaml': many(3) });
    const child = startQuiz(place, [...atTheEnd, '--minutes', '0.05']);
    child.stdin.write('A\n');
    const { code, out } = await endOf(child);
    expect(code).toBe(0);
    expect(out).toContain(enExam.timeUp);
    expect(out).not.toContain(enExam.screen.complaints.locked);
    expect(out).toContain(enExam.report.marks('1', '3'));
    expect(eventsOf(place).at(-1)).toMatchObject({ type: 'session-ended', how: 'timed-out' });
  });

  test('is the last choice like any other', async () => {
    const place = aPlace({ 'many.yaml': many(5) });
    await runQuiz(place, [...atTheEnd, '--count', '2'], { input: ['A', 'A', 'y'] });
    const { out } = await practise(place, [], ['A', 'A', ':q']);
    expect(out).toContain(
      en.practice.asLastTime('--bank many --count 2 --order sequential --feedback end --no-shuffle'),
    );
    expect(itemsAnswered(place)).toEqual(['q1', 'q2', 'q3', 'q4']);
  });
});

describe('a practice with limits, judged at once', () => {
  test('counts a question whose time ran out as no answer', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    const { code, out } = await talk(place, [...inOrder, '--per-item', '1s'], [['第2号问题', 'A']]);
    expect(code).toBe(0);
    expect(out).toContain(en.verdict.expired);
    expect(answersIn(place)).toMatchObject([
      { response: [], expired: true, right: false },
      { response: ['A'], right: true },
    ]);
  });

  test('ends with the question at hand when the time for the whole is over', async () => {
    const place = aPlace({ 'many.yaml': many(4) });
    const child = startQuiz(place, [...inOrder, '--minutes', '0.05']);
    // The time begins with the first question; the answer to it comes when it is over.
    child.stdout.once('data', () => setTimeout(() => child.stdin.write('A\n'), 3200));
    const { code, out } = await endOf(child);
    expect(code).toBe(0);
    expect(out).toContain(en.drill.timeBoxOver);
    expect(out).toContain(en.practice.summaryLeft(3));
  });
});

describe('what quiz practice refuses', () => {
  test.each([
    ['--difficulty', '0'],
    ['--difficulty', '4-2'],
    ['--difficulty', '2-9'],
    ['--count', '0'],
    ['--count', 'ten'],
    ['--only', 'hard'],
    ['--order', 'backwards'],
    ['--feedback', 'never'],
    ['--minutes', '-1'],
    ['--per-item', '0s'],
    ['--type', 'essay'],
  ])('%s %s, saying what is allowed', async (flag, value) => {
    const place = aPlace({ 'many.yaml': many(2) });
    const { code, out, err } = await practise(place, ['--bank', 'many', flag, value]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(en.errors.wrongValue(flag, value));
    expect(err).toMatch(/Allowed: ./);
    expect(eventsOf(place)).toEqual([]);
  });

  test('a bank and a topic that are not there', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    expect((await practise(place, ['--bank', 'none'])).code).toBe(3);
    expect((await practise(place, ['--bank', 'many', '--topic', 'moon'])).code).toBe(3);
  });

  test('a bank of last time that is gone, saying what to do instead', async () => {
    const place = aPlace({ 'many.yaml': many(2), '../far.yaml': many(2, 'far') });
    await practise(place, ['--bank', 'far.yaml'], ['A']);
    rmSync(join(place.cwd, 'far.yaml'));
    const ran = await practise(place, ['--lang', 'zh']);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain(zh.practice.bankGone(join(place.cwd, 'far.yaml')));
    expect(ran.err).toContain(zh.practice.bankGoneHint);
  });
});
