import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { ESSAY_PAPER, KINDS_PAPER, plainPaper } from '../support/exam-banks.ts';
import { answersIn, aPlace, eventsOf, type Place, runQuiz } from '../support/program.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const en = withDetails(messagesFor('en'));
const { resume, report, errors, plain } = en.exam;
const at = (time: string) => ({ QUIZ_NOW: `2026-11-22T${time}+08:00` });
const RESUME = ['exam', '--resume'];

const idsIn = (place: Place): string[] =>
  eventsOf(place).flatMap(({ id, type }) => (type === 'session-started' ? [id] : []));
const last = (place: Place, type: HistoryEvent['type']) => eventsOf(place).findLast((event) => event.type === type);

/** A plain exam begun at nine, some lines, and the end of input. */
const left = (place: Place, bank: string, lines: readonly string[], more: readonly string[] = []) =>
  runQuiz(place, ['exam', '--bank', bank, '--no-shuffle', ...more], { input: ['', ...lines] });

function edit(place: Place, bank: string, change: (text: string) => string): void {
  const path = join(place.cwd, 'banks', `${bank}.yaml`);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('a bank that was edited while the exam was left', () => {
  const edited = async (): Promise<Place> => {
    const place = aPlace({ 'plain.yaml': plainPaper(5) });
    await left(place, 'plain', ['A', 'A', 'A', '', ':q']);
    edit(place, 'plain', (text) =>
      text
        .replace(/ {2}- \{ id: q2.*\n/, '')
        .replace(/ {2}- \{ id: q5.*\n/, '')
        .replace(/(id: q3.*answer: )A/, '$1B')
        .replace(/count: 5/, 'count: 3'),
    );
    return place;
  };

  test('what is changed and what is gone is named; marks stand as given, and the report says what they would be today', async () => {
    const place = await edited();
    const { code, out, err } = await runQuiz(place, RESUME, {
      input: [':g 4', 'A', ':submit', 'y'],
      env: at('21:10:00'),
    });
    expect(code).toBe(0);
    expect(err).toContain(resume.changed('3'));
    expect(err).toContain(resume.missing('2 5'));
    expect(out).toContain(report.marks('4', '5'));
    expect(out).toContain(report.today('3', '5', '3'));
    expect(out).toContain(report.missing('2 5'));
  });

  test('a question that is gone says so, refuses every answer, and keeps the one that it had', async () => {
    const place = await edited();
    const input = [':g 2', 'A', ':g 2', ':c', ':?', ':f', ':g 5', '', ':submit', 'y'];
    const { code, out } = await runQuiz(place, RESUME, { input, env: at('21:10:00') });
    expect(code).toBe(0);
    expect(out).toContain(resume.deleted);
    expect(answersIn(place)).toHaveLength(3);
    expect(last(place, 'voided')).toBeUndefined();
    expect(out).toContain(report.flagged('2', 1));
    expect(out).toContain(report.blanks('4 5', 2));
  });

  test('the same on the screen', async () => {
    const place = await edited();
    const terminal = new Terminal(place, RESUME, { env: at('21:10:00') });
    await terminal.waitFor('5/5');
    await terminal.pressing(['\t', '2', KEY.enter], resume.deleted.slice(0, 40));
    await terminal.pressing('?', en.exam.screen.complaints.locked);
    await terminal.pressing(KEY.backspace, en.exam.screen.complaints.locked);
    await terminal.pressing(['\t', 's', 'y'], report.marks('3', '5'));
  });

  test('a question of another kind by now keeps its answer, and what was half typed there is no crash', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
    const terminal = new Terminal(place, ['exam', '--bank', 'kinds', '--no-shuffle']);
    await terminal.waitFor(en.exam.cover.start.slice(0, 12));
    await terminal.pressing(KEY.enter, '晴天');
    await terminal.pressing(['\t', '4', KEY.enter], '闪电');
    await terminal.pressing(['雷声', KEY.enter, '彩虹', KEY.enter], '说说云');
    await terminal.pressing(['\t', '4', KEY.enter, KEY.enter, '啊'], '彩虹啊');
    await beaten();
    process.kill(terminal.pid, 'SIGKILL');
    await terminal.ended;
    edit(place, 'kinds', (text) =>
      text.replace(/id: gap, type: blank.*/, 'id: gap, type: boolean, stem: 打雷。, answer: 对 }'),
    );
    const again = new Terminal(place, RESUME, { env: at('21:10:00') });
    await again.waitFor('打雷');
    await again.pressing('?', '打雷');
    await again.pressing(['\t', 's', 'y'], report.marks('2', '11'));
  });
});

/** Long enough for a heartbeat. */
const beaten = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

describe('two exams that are unfinished', () => {
  const two = async (): Promise<Place> => {
    const place = aPlace({ 'left.yaml': plainPaper(2, 'left'), 'right.yaml': plainPaper(2, 'right') });
    await left(place, 'left', ['A', ':q']);
    const second = await left(place, 'right', [':q']);
    expect(second.out).toContain(en.exam.cover.unfinished('小卷 left'));
    return place;
  };

  test('one is to be named where nobody can be asked', async () => {
    const place = await two();
    const { code, err } = await runQuiz(place, RESUME);
    expect(code).toBe(2);
    const [one = '', other = ''] = idsIn(place);
    expect(err).toContain(errors.severalUnfinishedHint(`${one}, ${other}`));
    const named = await runQuiz(place, [...RESUME, one], { input: [':submit', 'y'], env: at('21:10:00') });
    expect(named.out).toContain(report.marks('1', '2'));
    const only = await runQuiz(place, RESUME, { input: [':q'], env: at('21:20:00') });
    expect(only.out).toContain('小卷 right');
  });

  test('one is chosen from a list on the screen', async () => {
    const terminal = new Terminal(await two(), RESUME, { env: at('21:10:00') });
    await terminal.waitFor(resume.which);
    await terminal.pressing([KEY.down, KEY.enter], '第1号问题');
    await terminal.pressing('\t', (seen) => seen.includes('1○'));
  });
});

describe('a strict exam', () => {
  test('runs on while it is left; past its deadline it is marked as it stood', async () => {
    const place = aPlace({ 'plain.yaml': plainPaper(3) });
    await left(place, 'plain', ['A', ':q'], ['--strict']);
    const soon = await runQuiz(place, RESUME, { input: [':t', ':q'], env: at('21:10:00') });
    expect(soon.out).toMatch(/(20|19) min/);
    const late = await runQuiz(place, RESUME, { env: at('21:40:00') });
    expect(late.out).toContain(resume.tooLate);
    expect(late.out).toContain(report.marks('1', '3'));
    expect(last(place, 'session-ended')).toMatchObject({ how: 'timed-out', usedMs: 30 * 60_000 });
    expect((await runQuiz(place, [...RESUME, idsIn(place)[0] ?? ''], { env: at('21:50:00') })).err).toContain(
      errors.alreadyOver(idsIn(place)[0] ?? ''),
    );
  });

  test('what was half written when it was cut off counts past the deadline too', async () => {
    const place = aPlace({ 'essay.yaml': ESSAY_PAPER });
    const terminal = new Terminal(place, ['exam', '--bank', 'essay', '--strict', '--minutes', '10']);
    await terminal.waitFor(en.exam.cover.start.slice(0, 12));
    await terminal.pressing(KEY.enter, '说说云');
    await terminal.pressing('水滴变大', '变大');
    await beaten();
    process.kill(terminal.pid, 'SIGKILL');
    await terminal.ended;
    expect(answersIn(place)).toEqual([]);
    const { out } = await runQuiz(place, RESUME, { input: [''], env: at('21:40:00') });
    expect(out).toContain(resume.tooLate);
    expect(out).toContain(report.marks('2', '4'));
  });
});

describe('an exam that was left', () => {
  test('rests; how long it rested is on record and said', async () => {
    const place = aPlace({ 'plain.yaml': plainPaper(3) });
    await left(place, 'plain', ['A', ':q']);
    const { out } = await runQuiz(place, RESUME, { input: [':t', ':q'], env: at('22:00:00') });
    expect(out).toMatch(/Away for (60|59) min/);
    expect(out).toMatch(/(30 min|29 min 5\d s) left/);
    const resumed = last(place, 'resumed');
    expect(resumed).toMatchObject({ session: idsIn(place)[0] });
    expect(resumed?.type === 'resumed' && Math.abs(resumed.awayMs - 3_600_000) < 2_000).toBe(true);
  });

  test('is no result until it is over', async () => {
    const place = aPlace({ 'plain.yaml': plainPaper(3) });
    await left(place, 'plain', ['A', 'B', ':q']);
    const exported = await runQuiz(place, ['export', '--format', 'json']);
    const mistakes = await runQuiz(place, ['mistakes', '--json']);
    expect(exported.out).not.toContain('plain/q1');
    expect(mistakes.out).not.toContain('plain/q2');
    expect((await runQuiz(place, ['exam', '--report', idsIn(place)[0] ?? ''])).err).toContain(errors.notOverHint);
    await runQuiz(place, RESUME, { input: [':submit', 'y'], env: at('21:10:00') });
    expect((await runQuiz(place, ['mistakes', '--json'])).out).toContain('plain/q2');
  });

  test('goes on under a clock that was set back: no time is won, and the last answer counts', async () => {
    const place = aPlace({ 'plain.yaml': plainPaper(2) });
    await left(place, 'plain', ['B', ':q']);
    const { out } = await runQuiz(place, RESUME, { input: [':g 1', 'A', ':submit', 'y'], env: at('19:00:00') });
    expect(out).toContain(report.marks('1', '2'));
    expect(out).toContain(report.changes(0, 1, 0));
    const again = await runQuiz(place, ['exam', '--report', idsIn(place)[0] ?? '']);
    expect(again.out.trimEnd()).toBe(out.slice(out.indexOf(report.title('小卷 plain'))).trimEnd());
  });

  test('on the screen in mid-sentence goes on line by line, with the half sentence kept', async () => {
    const place = aPlace({ 'essay.yaml': ESSAY_PAPER });
    const terminal = new Terminal(place, ['exam', '--bank', 'essay']);
    await terminal.waitFor(en.exam.cover.start.slice(0, 12));
    await terminal.pressing(KEY.enter, '说说云');
    await terminal.pressing('水滴变大', '变大');
    terminal.press(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    const { out } = await runQuiz(place, RESUME, { input: [':submit', 'y', ''], env: at('21:10:00') });
    expect(out).toContain(plain.kept('水滴变大'));
    expect(out).toContain(report.marks('2', '4'));
  });
});

describe('an exam from a bank that is not at hand when it is taken up', () => {
  const elsewhere = async (): Promise<{ place: Place; path: string }> => {
    const place = aPlace();
    const path = join(place.cwd, 'far.yaml');
    writeFileSync(path, plainPaper(2, 'far'));
    await left(place, path, ['A', ':q']);
    return { place, path };
  };

  test('is not taken for one whose questions are gone: it stays as it is, and --bank says where the bank is', async () => {
    const { place, path } = await elsewhere();
    const before = eventsOf(place);
    const lost = await runQuiz(place, RESUME, { input: [':submit', 'y'], env: at('21:10:00') });
    expect(lost).toMatchObject({ code: 3, out: '' });
    expect(lost.err).toContain(errors.bankElsewhere);
    expect(eventsOf(place)).toEqual(before);
    const { out } = await runQuiz(place, [...RESUME, '--bank', path], { input: ['A', 'y'], env: at('21:10:00') });
    expect(out).toContain(report.marks('2', '2'));
    expect((await runQuiz(place, ['exam', '--report', idsIn(place)[0] ?? ''])).out).toContain(report.marks('2', '2'));
  });

  test('nor is one whose bank has a fault for the moment', async () => {
    const place = aPlace({ 'plain.yaml': plainPaper(2) });
    await left(place, 'plain', ['A', ':q']);
    edit(place, 'plain', (text) => text.replace('answer: A', 'answer: Z'));
    const { code, err } = await runQuiz(place, RESUME, { env: at('21:10:00') });
    expect(code).toBe(1);
    expect(err).toContain('KEY_NOT_AN_OPTION');
  });
});

test('flags that settle what is settled already are refused', async () => {
  const { code, err } = await runQuiz(aPlace(), ['exam', '--resume', '--minutes', '5']);
  expect(code).toBe(2);
  expect(err).toContain(errors.notTogether('--resume', '--minutes'));
});
