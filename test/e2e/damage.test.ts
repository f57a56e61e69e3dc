import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enVerify } from '../../src/messages/en-verify.ts';
import { answersIn, aPlace, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

const drill = ['drill', '--bank', 'many', '--no-shuffle'];
let place: Place;

/** A learner with three answers: the history is a header, a beginning, three answers, an ending, the end. */
beforeEach(async () => {
  place = aPlace({ 'many.yaml': many(6) });
  await runQuiz(place, drill, { input: ['A', 'A', 'A'] });
});

const changed = (change: (lines: string[]) => string[]): string => {
  const text = change(readFileSync(place.history, 'utf8').split('\n')).join('\n');
  writeFileSync(place.history, text);
  return text;
};

describe('a damaged line in the middle', () => {
  const damage = (): string => changed((lines) => lines.with(3, `${lines[3]?.slice(0, 60)},`));

  test('stops a drill before anything is asked, and names the way out', async () => {
    const text = damage();
    const { code, out, err } = await runQuiz(place, drill, { input: ['A'] });
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain(en.history.damagedLine(4, en.history.reasons.NOT_JSON ?? ''));
    expect(err).toContain('quiz history repair');
    expect(readFileSync(place.history, 'utf8')).toBe(text);
  });

  test('is named by verify with its line', async () => {
    damage();
    const { code, out, err } = await runQuiz(place, ['history', 'verify']);
    expect(code).toBe(4);
    expect(out).toContain(`\n${en.history.damagedLine(4, en.history.reasons.NOT_JSON ?? '')}. `);
    expect(err).toContain('quiz history repair');
    const json = await runQuiz(place, ['history', 'verify', '--json']);
    expect(json).toMatchObject({ code: 4, err: '' });
    expect(JSON.parse(json.out)).toMatchObject({
      whole: false,
      counts: { NOT_JSON: 1 },
      faults: [{ file: place.history, line: 4, code: 'NOT_JSON' }],
    });
  });

  test('leaves the other answers readable, and undo writes nothing', async () => {
    const text = damage();
    const { out } = await runQuiz(place, ['history', 'list', '--json']);
    expect(JSON.parse(out)).toMatchObject({ sessions: [{ answered: 2 }] });
    expect(await runQuiz(place, ['undo'])).toMatchObject({ code: 4, out: '' });
    expect(readFileSync(place.history, 'utf8')).toBe(text);
  });

  test.each([
    ['quiz', []],
    ['quiz undo', ['undo']],
    ['quiz export', ['export']],
    ['quiz drill', drill],
  ])('is said once by %s', async (_, args) => {
    damage();
    const { err } = await runQuiz(place, args);
    expect(err.split(en.history.damagedLine(4, en.history.reasons.NOT_JSON ?? '')).length - 1).toBe(1);
  });
});

describe('a torn tail', () => {
  test.each([1, 17, 60, 200])('of %i bytes is reported, kept aside, and drilling goes on', async (bytes) => {
    const whole = readFileSync(place.history);
    truncateSync(place.history, whole.length - bytes);
    const { code, err } = await runQuiz(place, drill, { input: ['A'] });
    expect(code).toBe(0);
    expect(await runQuiz(place, ['history', 'verify'])).toMatchObject({ code: 0, err: '' });
    const [aside] = readdirSync(place.home).filter((name) => name.includes('.torn-'));
    // Only the end mark's newline or the mark itself was lost: no event was, and nothing needs to be kept aside.
    if (bytes <= 17) expect(aside).toBeUndefined();
    else expect(err).toContain(aside);
    expect(answersIn(place)).toHaveLength(4);
  });

  test('is reported only once', async () => {
    const tear = (): void => truncateSync(place.history, readFileSync(place.history).length - 60);
    const told = en.history.torn(0, 'PATH').split('PATH')[1] ?? '';
    for (const args of [[], ['undo'], ['export']]) {
      tear();
      expect((await runQuiz(place, args)).err.split(told).length - 1).toBe(1);
    }
    tear();
    expect((await runQuiz(place, ['history', 'list'])).err).toContain(told);
    expect((await runQuiz(place, ['history', 'list'])).err).toBe('');
  });
});

describe('a history of a newer version', () => {
  const age = (): string => changed(([head = '', ...rest]) => [head.replace('"version":1', '"version":2'), ...rest]);

  test('is read', async () => {
    age();
    const { code, out } = await runQuiz(place, ['history', 'list', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ sessions: [{ answered: 3 }] });
    expect(await runQuiz(place, [])).toMatchObject({ code: 0 });
  });

  test('stops a drill before anything is asked', async () => {
    age();
    expect((await runQuiz(place, drill, { input: ['A'] })).out).toBe('');
  });

  test.each([
    ['drill', drill],
    ['undo', ['undo']],
  ])('is never written: %s stops with 4', async (_, args) => {
    const text = age();
    const { code, err } = await runQuiz(place, args, { input: ['A'] });
    expect(code).toBe(4);
    expect(err).toContain(en.errors.historyNewerHint);
    expect(readFileSync(place.history, 'utf8')).toBe(text);
  });
});

test('an event of an unknown kind and an unknown field survive, and count for nothing', async () => {
  const strange = '{"id":"0197","at":"2026-11-22T21:05:13.120+08:00","device":"k3f9","type":"dreamt","of":["sheep"]},';
  changed((lines) => lines.toSpliced(2, 0, strange));
  await runQuiz(place, drill, { input: ['A'] });
  expect(readFileSync(place.history, 'utf8')).toContain(`\n${strange}\n`);
  const { code, out } = await runQuiz(place, ['history', 'verify']);
  expect(code).toBe(0);
  expect(out).toContain(enVerify.odd('UNKNOWN_TYPE', 1, 'dreamt'));
});

test('an answer of another program, without marks and time, counts, and no sum becomes NaN', async () => {
  const bare = { session: 's9', mode: 'drill', item: 'many/q5', right: true, rating: 'good' };
  const event = { id: '0197', at: '2026-11-22T20:05:13.120+08:00', device: 'k3f9', type: 'answered', ...bare };
  changed((lines) => lines.toSpliced(1, 0, `${JSON.stringify(event)},`));
  for (const args of [['history', 'list'], ['history', 'show', 's9'], ['export'], ['export', '-f', 'csv'], []]) {
    const { code, out, err } = await runQuiz(place, args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toMatch(/NaN|undefined|null/);
  }
  const { out } = await runQuiz(place, ['export', '-f', 'json']);
  expect(JSON.parse(out)).toMatchObject({ total: { answered: 4 } });
});

test('a file that never was a history is left alone', async () => {
  writeFileSync(place.history, 'my shopping list\n');
  expect(await runQuiz(place, drill, { input: ['A'] })).toMatchObject({ code: 4, out: '' });
  expect(readFileSync(place.history, 'utf8')).toBe('my shopping list\n');
});
