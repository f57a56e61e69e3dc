import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { aPlace, eventsOf, runQuiz } from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';

const FAULTY = `format: quiz-bank/1
id: bad
title: 坏的
language: zh-CN
items:
  - id: a
    type: single
    stem: 第一题
    options: [甲, 乙]
    answer: D
  - type: boolean
    stem: 第二题
    answer: maybe
`;

describe('banks', () => {
  test('are listed with the number of their questions, the shipped one among them', async () => {
    const place = aPlace({ 'many.yaml': many(3), 'kinds.yaml': KINDS });
    const { out, err } = await runQuiz(place, ['bank', 'list', '--json']);
    const { banks } = JSON.parse(out) as { banks: { id: string; items: number; place: string }[] };
    expect(banks.map(({ id, items }) => [id, items])).toEqual(
      expect.arrayContaining([
        ['kinds', 7],
        ['many', 3],
        ['l3-theory', expect.any(Number)],
      ]),
    );
    expect(err).toBe('');
    expect((await runQuiz(place, ['bank', 'list'])).out).toMatch(/^many +3 /m);
  });

  test('are shown by id and by path', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    for (const name of ['kinds', 'banks/kinds.yaml', './banks/k*.yaml']) {
      expect(await runQuiz(place, ['bank', 'show', name])).toMatchObject({
        code: 0,
        out: expect.stringContaining('小题库 kinds'),
        err: '',
      });
    }
    const { out } = await runQuiz(place, ['bank', 'show', 'kinds', '--json']);
    expect(JSON.parse(out)).toMatchObject({ id: 'kinds' });
  });

  test('without faults pass the check, the shipped one too', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    expect(await runQuiz(place, ['bank', 'check', 'kinds', 'l3-theory'])).toMatchObject({ code: 0 });
  });

  test('are reviewed like a friend would: remarks with their place, and a failure only where they count', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const { code, out } = await runQuiz(place, ['bank', 'check', 'kinds']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^banks\/kinds\.yaml:\d+:\d+ warning W19 ./m)]);
    expect(out).toContain('Knowing nothing scores');
    expect((await runQuiz(place, ['bank', 'check', 'kinds', '--strict'])).code).toBe(1);
    const { files } = JSON.parse((await runQuiz(place, ['bank', 'check', 'kinds', '--json'])).out);
    expect(files[0]).toMatchObject({ faults: [], bot: { chance: expect.any(Number) } });
    expect(files[0].remarks).toContainEqual(
      expect.objectContaining({ code: 'W19', severity: 'warning', line: expect.any(Number) }),
    );
  });

  test('with faults get all of them at once, each as file:line:column CODE', async () => {
    const place = aPlace({ 'bad.yaml': FAULTY });
    const { code, out } = await runQuiz(place, ['bank', 'check', 'banks/bad.yaml']);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^banks\/bad\.yaml:10:13 KEY_NOT_AN_OPTION ./),
      expect.stringMatching(/^banks\/bad\.yaml:11:5 MISSING_ID ./),
      expect.stringMatching(/^banks\/bad\.yaml:13:13 BAD_TRUTH ./),
    ]);
    const json = await runQuiz(place, ['bank', 'check', 'bad', '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out).files[0].faults[0]).toMatchObject({ code: 'KEY_NOT_AN_OPTION', line: 10, column: 13 });
  });

  test('with faults are not drilled', async () => {
    const place = aPlace({ 'bad.yaml': FAULTY });
    const { code, out, err } = await runQuiz(place, ['drill', '--bank', 'bad'], { input: ['A'] });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.match(/^banks\/bad\.yaml:\d+:\d+ [A-Z_]+ /gm)).toHaveLength(3);
  });

  test('have a JSON Schema', async () => {
    const { code, out, err } = await runQuiz(aPlace(), ['bank', 'schema']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: expect.anything() });
  });
});

describe('wrong use', () => {
  test.each([
    ['an unknown bank', ['drill', '--bank', 'mnay'], 3, 'many'],
    ['a bank that is shown', ['bank', 'show', 'manyy'], 3, 'many'],
    ['an unknown topic', ['drill', '--bank', 'many', '--topic', 'skye'], 3, 'sky'],
    ['a number that is none', ['drill', '--bank', 'many', '--new', 'x'], 2, en.errors.wholeNumber(0, 9999)],
    ['a limit of nothing', ['drill', '--bank', 'many', '--limit', '0'], 2, en.errors.wholeNumber(1, 9999)],
    ['minutes below zero', ['drill', '--bank', 'many', '--minutes=-1'], 2, en.errors.number(0.05, 1440)],
    ['a strange duration', ['drill', '--bank', 'many', '--per-item', 'soon'], 2, en.errors.duration],
    ['a retention of 1', ['drill', '--bank', 'many', '--retention', '1'], 2, en.errors.number(0.7, 0.99)],
    ['an unknown type', ['drill', '--bank', 'many', '--type', 'essay'], 2, 'single, multiple, boolean'],
    ['a day that is none', ['export', '--since', '2026-02-30'], 2, en.errors.date],
    ['an unknown format', ['export', '--format', 'xml'], 2, 'md, csv, json'],
    ['an unknown language', ['--lang', 'fr', 'bank', 'list'], 2, 'zh, en'],
    ['an unknown command', ['dril'], 2, en.errors.didYouMean('drill')],
    ['an unknown command of a group', ['bank', 'lst'], 2, en.errors.didYouMean('list')],
    ['an unknown option', ['drill', '--limt', '3'], 2, '--limit'],
    ['a missing value', ['drill', '--bank'], 2, `quiz: ${en.errors.missingValue('--bank')}`],
    ['a missing value of a short flag', ['export', '-o'], 2, `quiz: ${en.errors.missingValue('--output')}`],
    ['a missing argument', ['history', 'show'], 2, en.errors.helpHint('quiz history')],
  ])('%s: %j', async (_, args, code, hint) => {
    const place = aPlace({ 'many.yaml': many(2) });
    const ran = await runQuiz(place, args, { input: ['A'] });
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(hint) });
    expect(ran.err.trimEnd().split('\n')).toHaveLength(2);
    expect(eventsOf(place)).toEqual([]);
  });

  test('a clock that is no time', async () => {
    const ran = await runQuiz(aPlace(), [], { env: { QUIZ_NOW: 'yesterday' } });
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(en.errors.nowWrongHint) });
  });

  test.each(['bank', 'history'])('%s without saying what shows its help, and no inner word', async (group) => {
    const { code, err } = await runQuiz(aPlace(), [group]);
    expect(code).toBe(2);
    expect(err).toContain(en.help.usage);
    expect(err).not.toContain('outputHelp');
    expect(err).not.toContain('display help for command');
  });

  test('help and the version are no errors', async () => {
    for (const args of [['--help'], ['drill', '--help'], ['--version'], ['bank', 'list', '--help']])
      expect(await runQuiz(aPlace(), args)).toMatchObject({ code: 0, err: '' });
  });

  test('speaks Chinese where that is asked for', async () => {
    const ran = await runQuiz(aPlace(), ['--lang', 'zh', 'dril']);
    expect(ran.err).toContain('没有“dril”这个命令');
  });
});

describe('a home that cannot be written', () => {
  test('because it lies below a file: nothing is asked', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    writeFileSync(join(place.cwd, 'file'), '');
    const ran = await runQuiz(place, ['drill', '--bank', 'many', '--home', 'file/home'], { input: ['A'] });
    expect(ran).toMatchObject({ code: 4, out: '', err: expect.stringContaining(join('file', 'home')) });
  });

  test('because it is a link to nowhere: nothing is asked', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    symlinkSync(join(place.cwd, 'nowhere', 'at', 'all'), place.home);
    const ran = await runQuiz(place, ['drill', '--bank', 'many'], { input: ['A'] });
    expect(ran).toMatchObject({ code: 4, out: '', err: expect.stringContaining(place.home) });
  });

  test('and a report that cannot be written', async () => {
    const place = aPlace();
    const { code, out, err } = await runQuiz(place, ['export', '-o', 'nowhere/me.md']);
    expect({ code, out }).toEqual({ code: 4, out: '' });
    const path = join(place.cwd, 'nowhere', 'me.md');
    expect(err).toContain(en.export.notWritten(path, en.errors.reasons.ENOENT ?? ''));
    expect(err).toContain(en.export.notWrittenHint);
  });
});
