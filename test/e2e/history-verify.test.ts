import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enVerify } from '../../src/messages/en-verify.ts';
import { zh } from '../../src/messages/zh.ts';
import { zhVerify } from '../../src/messages/zh-verify.ts';
import { aMixedHistory, historyText } from '../support/damage.ts';
import { aPlace, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

const verify = ['history', 'verify'];
const EVENTS = aMixedHistory();
let place: Place;

const write = (text: string): void => writeFileSync(place.history, text);
const read = (): string => readFileSync(place.history, 'utf8');

beforeEach(() => {
  place = aPlace({ 'many.yaml': many(6) });
  mkdirSync(place.home, { recursive: true });
  write(historyText(EVENTS));
});

describe('a whole history', () => {
  test('is said to be whole, with what it holds, and what is odd without being damage', async () => {
    const { code, out, err } = await runQuiz(place, verify);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first, path, counts] = out.split('\n');
    expect([first, path]).toEqual([en.history.whole(EVENTS.length), place.history]);
    expect(counts).toContain('1 session, 4 answers to 4 questions');
    expect(out).toContain(enVerify.memoryAgrees);
    expect(out).toContain(`  ${enVerify.odd('UNKNOWN_TYPE', 1, 'dreamt')}${enVerify.places(['9'], false)}`);
  });

  test('is said so in Chinese too', async () => {
    const { out } = await runQuiz(place, [...verify, '--lang', 'zh']);
    expect(out).toContain(zh.history.whole(EVENTS.length));
    expect(out).toContain(zhVerify.odd('UNKNOWN_TYPE', 1, 'dreamt'));
    expect(out).not.toMatch(/undefined|NaN/);
  });

  test('is one document for programs', async () => {
    const { out, err } = await runQuiz(place, [...verify, '--json']);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      whole: true,
      files: [{ path: place.history, events: EVENTS.length, newer: false }],
      events: EVENTS.length,
      summary: {
        sessions: 1,
        answers: 4,
        items: 4,
        devices: [{ device: 'k3f9' }],
        backups: { count: 0, newest: null },
      },
      faults: [],
      memory: { readingsPart: null, foldsPart: [] },
    });
  });

  test('that is not there is none, and no file is made', async () => {
    const empty = aPlace();
    expect(await runQuiz(empty, verify)).toMatchObject({ code: 0, out: expect.stringContaining(en.history.empty) });
    expect(JSON.parse((await runQuiz(empty, [...verify, '--json'])).out)).toMatchObject({
      whole: true,
      events: 0,
      files: [],
    });
  });
});

describe('a damaged history', () => {
  test('is named line by line with what would be right; long lists end, and JSON has all of it', async () => {
    const lines = read().split('\n');
    for (let at = 2; at < 12; at += 2) lines[at] = 'x'.repeat(at);
    write(
      [
        ...lines.slice(0, -2),
        ...Array.from({ length: 60 }, (_, n) => (n % 2 ? 'y' : '{"a":1},')),
        ...lines.slice(-2),
      ].join('\n'),
    );
    const { code, out, err } = await runQuiz(place, verify);
    expect(code).toBe(4);
    expect(out.split('\n')[0]).toMatch(/^Damaged: /);
    expect(out).toContain(
      `${en.history.damagedLine(3, en.history.reasons.NOT_JSON ?? '')}. ${enVerify.right({ code: 'NOT_JSON', about: '' })}`,
    );
    expect(out.split('\n').filter((line) => line.startsWith('Line '))).toHaveLength(20);
    expect(out).toMatch(/^… and \d+ more; --json lists them all$/m);
    expect(err).toBe(`${enVerify.next}\n`);
    const json = JSON.parse((await runQuiz(place, [...verify, '--json', '--lang', 'zh'])).out);
    expect(json).toMatchObject({ whole: false, counts: { NOT_JSON: 35, NOT_AN_EVENT: 30 }, memory: null });
    expect(json.faults).toHaveLength(65);
    expect(json.faults[0]).toMatchObject({
      file: place.history,
      line: 3,
      code: 'NOT_JSON',
      message: zh.history.reasons.NOT_JSON,
      right: zhVerify.right({ code: 'NOT_JSON', about: '' }),
    });
  });

  test('where every line has the same fault is one line on the screen', async () => {
    write(read().replaceAll('\n', '\r\n'));
    const { code, out } = await runQuiz(place, verify);
    expect(code).toBe(4);
    expect(out).toContain(`\nLines 1–${EVENTS.length + 2} are damaged: ${en.history.reasons.CRLF}. `);
  });

  test('with a torn tail is told, and the tail stays', async () => {
    writeFileSync(place.history, readFileSync(place.history).subarray(0, -60));
    const torn = read();
    const { code, out } = await runQuiz(place, verify);
    expect(code).toBe(4);
    expect(out).toContain('cut short');
    expect(out).toContain(enVerify.right({ code: 'TORN_TAIL', about: '43' }));
    expect(read()).toBe(torn);
  });

  test('with two contents under one id, and a field that is not what it should be', async () => {
    const [, , answer = ''] = read().split('\n');
    const [end, ...before] = read().split('\n').slice(0, -1).reverse();
    write(`${before.reverse().join('\n')}\n${answer.replace('"ms":5120', '"ms":"long"')}\n${end}\n`);
    const { code, out } = await runQuiz(place, verify);
    expect(code).toBe(4);
    const at = EVENTS.length + 2;
    expect(out).toContain(`Line ${at} is damaged: ms is not what it should be. ms should be a number.`);
    expect(out).toContain(
      `Line ${at} is damaged: the id ${EVENTS[1]?.id} stood in line 3 already, with other content.`,
    );
  });

  test('that another program wrote cannot change the screen', async () => {
    const [strange] = [
      `{"id":"\\u001b[2J\\u202e","at":"2026-11-22T21:00:00Z","device":"\\u001b]0;x\\u0007","type":"\\u001b[31mred"},`,
    ];
    write(read().replace('{"type":"end"}]}', `${strange}\n${strange?.replace('21:00', '22:00')}\n{"type":"end"}]}`));
    const { out } = await runQuiz(place, verify);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

test('files of an archive are read too, and named', async () => {
  const archive = join(place.home, 'archive');
  mkdirSync(archive);
  writeFileSync(join(archive, '2024.json'), historyText(EVENTS.slice(0, 4)));
  writeFileSync(join(archive, '2025.json'), historyText(EVENTS.slice(4, 6)).replace('"noted"', 'noted'));
  const { code, out } = await runQuiz(place, [...verify, '--json']);
  expect(code).toBe(4);
  const report = JSON.parse(out);
  expect(report.files.map(({ events }: { events: number }) => events)).toEqual([4, 1, EVENTS.length]);
  expect(report).toMatchObject({
    events: EVENTS.length,
    faults: [{ file: join(archive, '2025.json'), line: 2, code: 'NOT_JSON' }],
    counts: { REPEATED_ID: 5 },
  });
  expect((await runQuiz(place, verify)).out).toContain(`Line ${join('archive', '2025.json')}:2 is damaged`);
});

describe('a named file', () => {
  test('is verified by itself, a backup too', async () => {
    await runQuiz(place, ['history', 'backup']);
    const [backup] = JSON.parse((await runQuiz(place, ['history', 'backups', '--json'])).out).backups;
    write('damaged');
    const { code, out } = await runQuiz(place, [...verify, join(place.home, 'backups', backup.file)]);
    expect(code).toBe(0);
    expect(out).toContain(en.history.whole(EVENTS.length));
    writeFileSync(join(place.cwd, 'mine.json'), historyText(EVENTS).slice(0, -60));
    expect(await runQuiz(place, [...verify, 'mine.json'])).toMatchObject({ code: 4, err: `${enVerify.nextFile}\n` });
  });

  test('that is not there is not found, and what is no history is told', async () => {
    expect(await runQuiz(place, [...verify, 'nowhere.json'])).toMatchObject({ code: 3, out: '' });
    writeFileSync(join(place.cwd, 'list.txt'), 'milk\n');
    const { code, out } = await runQuiz(place, [...verify, 'list.txt']);
    expect(code).toBe(4);
    expect(out).toContain(enVerify.what({ code: 'NOT_A_HISTORY', about: '' }));
  });
});

test('a cache that says otherwise than the history is told, dropped, and does not come back', async () => {
  write('');
  await runQuiz(place, ['drill', '--bank', 'many', '--no-shuffle'], { input: ['A', 'A'] });
  const snapshot = join(place.home, 'cache', 'progress.json');
  const [head = '', body = ''] = readFileSync(snapshot, 'utf8').split('\n');
  // The first number of the first memory: the stability of many/q1.
  const wrong = body.replace(/("refs":\["many\/q1".*?"memories":\[)[\d.]+/, '$19.5');
  expect(wrong).not.toBe(body);
  const sum = createHash('sha256').update(wrong).digest('hex');
  writeFileSync(snapshot, `${head.split(' ').slice(0, 2).join(' ')} ${sum}\n${wrong}`);
  const { code, out } = await runQuiz(place, verify);
  expect(code).toBe(1);
  expect(out).toContain(enVerify.foldsPart(1, 'many/q1'));
  expect(await runQuiz(place, verify)).toMatchObject({ code: 0, out: expect.stringContaining(enVerify.memoryAgrees) });
});
