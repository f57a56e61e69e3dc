import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Bank } from '../../src/core/bank/bank.ts';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { enGroup as en } from '../../src/messages/en-group.ts';
import { zhGroup as zh } from '../../src/messages/zh-group.ts';
import { compileBankText } from '../../src/store/bank-compile.ts';
import { eventsOfPerson, historyText } from '../support/learners.ts';
import { aPlace, type Place, type Ran, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

const TEXT = many(8);

async function theBank(): Promise<Bank> {
  const compiled = await compileBankText('many.yaml', Buffer.from(TEXT), '');
  if (compiled.kind !== 'bank') throw new Error('The bank of this test has faults.');
  return compiled.bank;
}

/** Events of somebody on a machine of that name: forty answers. */
const person = async (device: string, ability = 0): Promise<HistoryEvent[]> =>
  eventsOfPerson({ device, ability, answers: 40 }, [await theBank()]);

/** A trainer's folder with these files in `class`, which nobody may write to. */
function aClass(files: Readonly<Record<string, string>>): Place {
  const place = aPlace({ 'many.yaml': TEXT });
  const folder = join(place.cwd, 'class');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o444 });
  return place;
}

/** With the one bank of the place unless another is named: to read all that ship takes longer than all else. */
const exported = (place: Place, files: readonly string[], ...more: readonly string[]): Promise<Ran> => {
  const bank = more.includes('--bank') ? [] : ['--bank', 'many'];
  return runQuiz(place, ['export', '--history', ...files, '--by', 'person', ...bank, ...more]);
};

interface Report {
  readonly learners: readonly { learner: string; files: string[]; answered: number }[];
  readonly total: { answered: number };
  readonly items: readonly { item: string; learners: number }[];
}

const jsonOf = async (place: Place, files: readonly string[], ...more: readonly string[]) => {
  const { code, out, err } = await exported(place, files, '-f', 'json', ...more);
  return { code, err, report: JSON.parse(out) as Report };
};

const line = (text: string): string => `${text}\n`;

describe('quiz export --history … --by person', () => {
  test('is one page over the learners in the order given, and leaves their files as they are', async () => {
    const texts = {
      'li.json': historyText(await person('aaaa', 1)),
      'wang.json': historyText(await person('bbbb', -1)),
    };
    const place = aClass(texts);
    chmodSync(join(place.cwd, 'class'), 0o555);
    const { code, out, err } = await exported(place, ['王芳=class/wang.json', 'class/li.json']);
    chmodSync(join(place.cwd, 'class'), 0o755);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\| 1 \| 王芳 \| class\/wang.json \| 40 \|/m);
    expect(out).toMatch(/^\| 2 \| aaaa \| class\/li.json \| 40 \|/m);
    expect(out).toContain(en.report.headings.items);
    for (const [name, text] of Object.entries(texts))
      expect(readFileSync(join(place.cwd, 'class', name), 'utf8')).toBe(text);
    expect(readdirSync(join(place.cwd, 'class'))).toEqual(['li.json', 'wang.json']);
  });

  test('as csv opens in a spreadsheet, as json is one document, and the page speaks Chinese too', async () => {
    const place = aClass({
      'li.json': historyText(await person('aaaa')),
      'wang.json': historyText(await person('bbbb')),
    });
    const files = ['李华=class/li.json', 'class/wang.json'];
    const csv = await exported(place, files, '-f', 'csv', '--lang', 'zh');
    expect(csv.out.startsWith(`\uFEFF${zh.report.csvColumns.kind},${zh.report.csvColumns.learner},`)).toBe(true);
    expect(csv.out).toContain('\r\nlearner,李华,');
    const { report, err } = await jsonOf(place, files);
    expect(err).toBe('');
    expect(report).toMatchObject({
      format: 'quiz-group',
      learners: [
        { learner: '李华', files: ['class/li.json'], answered: 40 },
        { learner: 'bbbb', answered: 40 },
      ],
      total: { answered: 80 },
    });
    expect(report.items.every(({ learners }) => learners >= 1 && learners <= 2)).toBe(true);
    const page = await exported(place, files, '--lang', 'zh');
    expect(page.out).toContain(`## ${zh.report.headings.topics}`);
  });

  test('counts what stands in two files once, and says so', async () => {
    const all = await person('aaaa');
    const texts = { 'new.json': historyText(all), 'old.json': historyText(all.slice(0, 21)) };
    const place = aClass(texts);
    const { report, err } = await jsonOf(place, ['class/old.json', 'class/new.json', 'class/old.json']);
    expect(report.learners).toMatchObject([{ files: ['class/old.json', 'class/new.json'], answered: 40 }]);
    expect(err).toBe(line(en.twice('class/old.json')) + line(en.sameAnswers('class/old.json', 'class/new.json', 20)));
  });

  test('joins the files of one name, and keeps those of two names apart', async () => {
    const [own, other] = [await person('aaaa'), await person('bbbb')];
    const place = aClass({
      'pc.json': historyText(own),
      'pad.json': historyText(other),
      'copy.json': historyText(own),
    });
    const one = await jsonOf(place, ['Li=class/pc.json', 'Li=class/pad.json']);
    expect(one.report.learners).toMatchObject([{ learner: 'Li', answered: 80 }]);
    expect(one.err).toBe(line(en.sameName('Li', 'class/pc.json, class/pad.json')));
    const two = await jsonOf(place, ['Li=class/pc.json', 'Wu=class/copy.json']);
    expect(two.report.learners).toMatchObject([{ answered: 40 }, { learner: 'Wu', answered: 0 }]);
    expect(two.err).toBe(line(en.twoLearners('class/pc.json', 'class/copy.json', 40)));
  });

  test('reads a damaged and a torn file as far as it can, and names the line', async () => {
    const text = historyText(await person('aaaa'));
    const lines = text.split('\n');
    const place = aClass({
      'damaged.json': lines.with(4, (lines[4] as string).slice(0, 80)).join('\n'),
      'torn.json': text.replaceAll('aaaa', 'tttt').slice(0, -60),
      'dos.json': text.replaceAll('aaaa', 'dddd').replaceAll('\n', '\r\n'),
    });
    const { code, report, err } = await jsonOf(place, ['class/damaged.json', 'class/torn.json', 'class/dos.json']);
    expect(code).toBe(0);
    expect(report.learners.map(({ answered }) => answered)).toEqual([39, 39, 40]);
    expect(err).toContain(line(en.lostLine('class/damaged.json', 5, 'not JSON')));
    expect(err).toMatch(/^class\/torn\.json: the last \d+ bytes were cut short/m);
    expect(err).toContain(line(en.oddLines('class/dos.json', 43, 1, 'line ends are CRLF')));
    expect(readdirSync(join(place.cwd, 'class'))).toEqual(['damaged.json', 'dos.json', 'torn.json']);
  });

  test('names the first damaged lines, and how many more there are', async () => {
    const text = historyText(await person('aaaa')).replace(/"answered"/g, 'answered');
    const { err, report } = await jsonOf(aClass({ 'bad.json': text }), ['class/bad.json']);
    expect(report.total.answered).toBe(0);
    expect(err.match(/^class\/bad\.json: line \d+/gm)).toHaveLength(10);
    expect(err).toContain(line(en.lostMore('class/bad.json', 30)));
  });

  test.each([
    ['a file that is no history', 'class/foreign.json', 2, en.notHistory('class/foreign.json'), en.notHistoryHint],
    ['a file that is not there', 'Li=class/none.json', 3, en.notThere('class/none.json'), en.notThereHint],
    ['a folder', 'class', 4, en.notReadable('class', 'it is a folder'), en.notReadableHint],
    ['no name before the sign', '=class/li.json', 2, en.badFile('=class/li.json'), en.badFileHint],
  ])('stops at %s', async (_, value, code, message, hint) => {
    const place = aClass({ 'li.json': historyText(await person('aaaa')), 'foreign.json': 'hello\n' });
    const ran = await exported(place, ['class/li.json', value]);
    expect(ran).toEqual({ code, out: '', err: `quiz: ${message}\n  ${hint}\n` });
  });

  test('takes a path with an equals sign for what it is, and names from outside for text', async () => {
    const text = historyText(await person('aaaa'));
    const place = aClass({ 'a=b.json': text, 'e\u001b[31m.json': text.replaceAll('aaaa', 'eeee').slice(0, -60) });
    const sneaky = await person('=cmd()|"x",y');
    writeFileSync(join(place.cwd, 'class', 'z.json'), historyText(sneaky));
    const files = ['class/a=b.json', 'class/e\u001b[31m.json', 'class/z.json'];
    const csv = await exported(place, files, '-f', 'csv');
    expect(csv.out).toContain('\r\nlearner,aaaa,');
    expect(csv.out).toContain(`\r\nlearner,"'=cmd()|""x"",y",`);
    const page = await exported(place, files);
    expect(page.out).toContain('| =cmd()\\|"x",y |');
    for (const { out, err } of [csv, page]) expect(out + err).not.toContain('\u001b');
    expect(page.err).toContain('⟨U+001B⟩');
  });

  test('keeps to a bank and to days, and writes a file where asked', async () => {
    const place = aClass({ 'li.json': historyText(await person('aaaa')) });
    expect((await jsonOf(place, ['class/li.json'], '--until', '2026-11-01')).report.total.answered).toBe(0);
    expect((await jsonOf(place, ['class/li.json'], '--since', '2026-11-02')).report.total.answered).toBe(40);
    const none = await jsonOf(place, ['class/li.json'], '--bank', 'l3-theory');
    expect(none.report).toMatchObject({ total: { answered: 0 }, filter: { banks: ['l3-theory'] } });
    const screen = await exported(place, ['class/li.json'], '-f', 'csv');
    const ran = await exported(place, ['class/li.json'], '-f', 'csv', '-o', 'group.csv');
    expect(ran).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(join(place.cwd, 'group.csv'), 'utf8')).toBe(screen.out);
  });

  test("never writes a report over anybody's history", async () => {
    const text = historyText(await person('aaaa'));
    const place = aClass({ 'li.json': text });
    const path = join(place.cwd, 'class', 'li.json');
    const ran = await exported(place, ['class/li.json'], '-o', 'class/li.json');
    expect(ran).toEqual({ code: 2, out: '', err: `quiz: ${en.isHistory(path)}\n  ${en.isHistoryHint}\n` });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('quiz export', () => {
  test('of one other history is the summary of that one, and several want to know what to make of them', async () => {
    const place = aClass({
      'li.json': historyText(await person('aaaa')),
      'wu.json': historyText(await person('bbbb')),
    });
    const one = await runQuiz(place, ['export', '--history', 'class/li.json', '-f', 'json']);
    expect(one).toMatchObject({ code: 0, err: '' });
    const summary = JSON.parse(one.out) as { banks: { bank: string; due: { new: number } }[] };
    expect(summary).toMatchObject({ format: 'quiz-results', total: { answered: 40 } });
    expect(summary.banks.find(({ bank }) => bank === 'many')?.due.new).toBe(0);
    const several = await runQuiz(place, ['export', '--history', 'class/li.json', 'class/wu.json']);
    expect(several).toEqual({ code: 2, out: '', err: `quiz: ${en.needsPerson(2)}\n  ${en.needsPersonHint}\n` });
  });

  test('by anything but a person, or of nobody, is wrong use', async () => {
    const place = aPlace();
    const other = await runQuiz(place, ['export', '--by', 'team']);
    expect(other).toMatchObject({ code: 2, out: '', err: expect.stringContaining('person') });
    const nobody = await runQuiz(place, ['export', '--by', 'person']);
    expect(nobody).toEqual({ code: 2, out: '', err: `quiz: ${en.needsHistory}\n  ${en.needsHistoryHint}\n` });
    const without = await runQuiz(place, ['export', '--history']);
    expect(without).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--history') });
  });
});
