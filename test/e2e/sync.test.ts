import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enSync } from '../../src/messages/en-sync.ts';
import { zhSync } from '../../src/messages/zh-sync.ts';
import { requireGit } from '../support/machines.ts';
import { answersIn, aPlace, endOf, type Place, runQuiz, startQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

requireGit();

const env = { GIT_CONFIG_NOSYSTEM: '1' };
const drill = ['drill', '--bank', 'many', '--no-shuffle'];
const quiz = (place: Place, ...args: readonly string[]) => runQuiz(place, args, { env });
const answering = (place: Place, count: number) =>
  runQuiz(place, drill, { input: Array.from({ length: count }, () => 'A'), env });

/** Two machines and a stick; the first has answered twice and is set up. */
async function twoMachines() {
  const [one, other] = [aPlace({ 'many.yaml': many(40) }), aPlace({ 'many.yaml': many(40) })];
  const stick = join(dirname(one.home), 'my stick', 'quiz.git');
  mkdirSync(dirname(stick));
  await answering(one, 2);
  const first = await quiz(one, 'sync', 'init', stick);
  return { one, other, stick, first };
}

test('from one machine to the other, as its owner types it', async () => {
  const { one, other, stick, first } = await twoMachines();
  expect(first).toEqual({
    code: 0,
    err: '',
    out: [
      enSync.setUp.made(join(one.home, 'sync')),
      enSync.setUp.created(stick),
      enSync.setUp.remote(stick),
      enSync.sent(enSync.answers(2)),
      '',
    ].join('\n'),
  });
  await answering(other, 1);
  const second = await quiz(other, 'sync', 'init', stick);
  expect(second).toMatchObject({ code: 0, err: '' });
  expect(second.out).toContain(enSync.received(enSync.answers(2)));
  expect(second.out).toContain(enSync.sent(enSync.answers(1)));
  expect(second.out).toMatch(/quiz history restore \d{8}T\S+/);
  expect((await quiz(one, 'sync')).out).toContain(enSync.received(enSync.answers(1)));
  expect(await quiz(one, 'sync')).toEqual({ code: 0, err: '', out: `${enSync.nothing}\n` });
  expect(readFileSync(one.history, 'utf8')).toBe(readFileSync(other.history, 'utf8'));
  const verify = await quiz(one, 'history', 'verify');
  expect(verify).toMatchObject({ code: 0, err: '' });
});

test('what would be done is said, and not done', async () => {
  const { one, other, stick } = await twoMachines();
  await quiz(other, 'sync', 'init', stick);
  await answering(one, 1);
  await quiz(one, 'sync');
  await answering(other, 2);
  for (const args of [['status'], ['--dry-run']]) {
    const { code, out, err } = await quiz(other, 'sync', ...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').slice(0, -1)).toEqual([
      enSync.remote(stick),
      expect.stringMatching(/^Last synced: 2026-11-22 21:0\d$/),
      enSync.toSend(enSync.answers(2)),
      enSync.toReceive(enSync.answers(1)),
    ]);
  }
  const json = await quiz(other, 'sync', 'status', '--json');
  expect(json).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(json.out)).toMatchObject({
    dryRun: true,
    remote: stick,
    fault: null,
    sent: { answers: 2, banks: [] },
    received: { answers: 1 },
    conflicts: [],
    backup: null,
  });
  expect(answersIn(other)).toHaveLength(4);
});

test('a bank in conflict: exit 1, where to resolve it, and the way by a choice', async () => {
  const { one, other, stick } = await twoMachines();
  await quiz(other, 'sync', 'init', stick);
  for (const place of [one, other]) {
    mkdirSync(join(place.home, 'banks'), { recursive: true });
    writeFileSync(join(place.home, 'banks', 'mine.yaml'), `of ${place === one ? 'one' : 'other'}\n`);
  }
  expect((await quiz(one, 'sync')).out).toContain('mine.yaml (new)');
  const { code, out, err } = await quiz(other, 'sync');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain(enSync.conflict['both-changed']('banks/mine.yaml'));
  expect(out).toContain(enSync.editIn(join(other.home, 'sync', 'banks', 'mine.yaml')));
  expect(out).toContain(enSync.orChoose('mine.yaml'));
  expect(await quiz(other, 'sync', '--mine', 'mine', '--theirs', 'mine')).toMatchObject({ code: 2 });
  expect(await quiz(other, 'sync', '--theirs', 'other.yaml')).toMatchObject({
    code: 3,
    err: expect.stringContaining('banks/mine.yaml'),
  });
  expect(await quiz(other, 'sync', '--theirs', 'mine.yaml')).toMatchObject({
    code: 0,
    out: expect.stringContaining(enSync.resolved('banks/mine.yaml')),
  });
  expect(readFileSync(join(other.home, 'banks', 'mine.yaml'), 'utf8')).toBe('of one\n');
});

test('without the stick: all is recorded here, exit 0', async () => {
  const { one, stick } = await twoMachines();
  renameSync(stick, `${stick}.away`);
  await answering(one, 1);
  const { code, out, err } = await quiz(one, 'sync');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(`${enSync.waiting(enSync.answers(1))}\n${enSync.offline(stick)}\n`);
  expect(JSON.parse((await quiz(one, 'sync', '--json')).out)).toMatchObject({ fault: { code: 'REMOTE_UNREACHABLE' } });
});

describe('what stops it is one sentence and the next step', () => {
  test('it is not set up', async () => {
    const place = aPlace();
    for (const args of [['sync'], ['sync', 'status'], ['sync', '--json']])
      expect(await quiz(place, ...args)).toEqual({
        code: 2,
        out: '',
        err: `quiz: ${enSync.faults.SYNC_NOT_SET_UP}\n  ${enSync.hints.SYNC_NOT_SET_UP}\n`,
      });
  });

  test('git is missing, said in Chinese', async () => {
    const place = aPlace();
    const ran = await runQuiz(place, ['--lang', 'zh', 'sync', 'init'], { env: { ...env, PATH: place.cwd } });
    expect(ran).toEqual({
      code: 4,
      out: '',
      err: `quiz: ${zhSync.faults.GIT_MISSING}\n  ${zhSync.hints.GIT_MISSING}\n`,
    });
  });

  test('the remote is something else', async () => {
    const place = aPlace();
    writeFileSync(join(place.cwd, 'file'), '');
    const { code, out, err } = await quiz(place, 'sync', 'init', 'file');
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain(enSync.hints.REMOTE_FOREIGN);
  });

  test.each([
    [['sync', 'init', '--', '--upload-pack=touch executed'], enSync.refusalHint],
    [['sync', 'init', '--upload-pack=touch executed'], en.errors.helpHint('quiz sync')],
    [['sync', 'init', 'ext::sh -c touch executed'], enSync.refusalHint],
    [['sync', 'init', 'a\nb\u001b[31m'], enSync.refusalHint],
    [['sync', 'init', 'one', 'two'], en.errors.helpHint('quiz sync')],
    [['sync', 'down'], en.errors.helpHint('quiz sync')],
  ])('wrong use: %j', async (args, hint) => {
    const place = aPlace();
    const { code, out, err } = await quiz(place, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
    expect(err).not.toMatch(/\u001b/);
  });

  test('the history is damaged', async () => {
    const { one } = await twoMachines();
    writeFileSync(one.history, readFileSync(one.history, 'utf8').replace('"id":"', '"id":'));
    const { code, out, err } = await quiz(one, 'sync');
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain('quiz history repair');
  });
});

test('a drill that goes on while the histories are merged loses no answer', async () => {
  const { one, other, stick } = await twoMachines();
  await quiz(other, 'sync', 'init', stick);
  const drilling = startQuiz(other, [...drill, '--limit', '20'], { env });
  const ended = endOf(drilling);
  for (let n = 0; n < 3; n++) {
    drilling.stdin.write('A\nA\n');
    await answering(one, 1);
    await quiz(one, 'sync');
    drilling.stdin.write('A\nA\n');
    await quiz(other, 'sync');
  }
  drilling.stdin.end();
  expect((await ended).code).toBe(0);
  await quiz(other, 'sync');
  await quiz(one, 'sync');
  expect(answersIn(other)).toHaveLength(2 + 3 + 12);
  expect(readFileSync(one.history, 'utf8')).toBe(readFileSync(other.history, 'utf8'));
});
