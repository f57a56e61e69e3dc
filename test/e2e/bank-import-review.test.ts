import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPlace, runQuiz } from '../support/program.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const PAPER = `一、单选题
1.回访宜在( )。A.当天 B.次日
2.电话铃响( )声内接听。A.三 B.十
答案:A
3.本页由客服中心编印,翻印( )。A.必究 B.不究
二、判断题
1.客户永远是对的。( )
答案:A
`;

function thePaper() {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'paper.txt'), PAPER);
  return place;
}

const REVIEW = ['bank', 'import', 'paper.txt', '--review'];

test('answers from a pipe settle every doubt, and the bank that is written is sound', async () => {
  const place = thePaper();
  const { code, out } = await runQuiz(place, REVIEW, { input: 'b\n:x\n错\n' });
  expect(code).toBe(0);
  expect(out).toContain('3 questions gone through: 2 keys changed, 1 left out');
  expect(out).toContain('paper.txt:5 本页由客服中心编印,翻印( )。');
  const bank = readFileSync(join(place.cwd, 'paper.yaml'), 'utf8');
  expect(bank).toContain('answer: B');
  expect(bank).not.toContain('翻印');
  expect((await runQuiz(place, ['bank', 'check', 'paper.yaml'])).code).toBe(0);
});

test('the end of input leaves the rest as it was read, with its doubts', async () => {
  const place = thePaper();
  const { code, out, err } = await runQuiz(place, REVIEW, { input: 'b\n' });
  expect([code, err]).toEqual([1, expect.stringContaining('End of input')]);
  expect(out).toContain('1 key changed, 2 undecided');
  expect(out).toContain('paper.txt:5 no key');
});

test('what is not understood is asked again; b goes back, s passes over', async () => {
  const { code, out } = await runQuiz(thePaper(), REVIEW, { input: 'nonsense\n:s\n:b\n:e\na\n\n\n' });
  expect(out).toContain('“nonsense” is not understood.');
  expect(out).toContain('quiz bank edit');
  expect(out).toContain('Accepted as read:');
  expect(code).toBe(0);
});

test('one JSON document for programs, the questions beside it', async () => {
  const place = thePaper();
  const { out, err, code } = await runQuiz(place, [...REVIEW, '--json'], { input: 'b\n:x\n0\n' });
  expect(JSON.parse(out)).toMatchObject({
    items: [{ answer: 'B', doubts: [] }, { answer: 'A' }, { type: 'boolean', answer: null }],
    report: { questions: 3, doubts: 0, sure: true },
    review: {
      keyChanged: [{ from: null, to: 'B', source: { file: 'paper.txt', line: 2 } }],
      drafts: [{ stem: '客户永远是对的。' }],
      leftOut: [{ type: 'single', options: [{ text: '必究' }, { text: '不究' }] }],
      open: [],
    },
  });
  expect(err).toContain('回访宜在( )。');
  expect(code).toBe(0);
  expect(existsSync(join(place.cwd, 'paper.yaml'))).toBe(false);
});

test('what would keep the bank from being written is said before the first question', async () => {
  const place = thePaper();
  writeFileSync(join(place.cwd, 'paper.yaml'), 'mine');
  expect(await runQuiz(place, REVIEW, { input: 'b\n' })).toMatchObject({ code: 4, out: '' });
  expect(await runQuiz(place, ['bank', 'import', '-', '--review'], { input: PAPER })).toMatchObject({ code: 2 });
  expect(readFileSync(join(place.cwd, 'paper.yaml'), 'utf8')).toBe('mine');
});

test('what was decided is kept where the bank cannot be written', async () => {
  const place = thePaper();
  const args = [...REVIEW, '--id', 'paper', '-o', 'nowhere/paper.yaml'];
  const { code, err } = await runQuiz(place, args, { input: 'b\n:x\n错\n' });
  expect(code).toBe(4);
  const kept = /Wrote (\S+)\.yaml/.exec(err)?.[1] ?? '';
  expect(kept.startsWith(join(place.home, 'drafts'))).toBe(true);
  expect(readFileSync(`${kept}.yaml`, 'utf8')).toContain('answer: B');
});

test('a bank of the same name is brought up to date by what was decided', async () => {
  const place = thePaper();
  await runQuiz(place, ['bank', 'import', 'paper.txt', '--id', 'paper', '-o', 'paper.yaml']);
  const { code } = await runQuiz(place, [...REVIEW, '--yes'], { input: 'b\n:x\n错\n' });
  expect(code).toBe(0);
  const bank = readFileSync(join(place.cwd, 'paper.yaml'), 'utf8');
  expect(bank).toContain('answer: B');
  expect((await runQuiz(place, ['bank', 'check', 'paper.yaml'])).code).toBe(0);
});

test('on the screen a question goes to the editor and comes back; Ctrl-C keeps what was decided till then', async () => {
  const place = thePaper();
  const editor = join(place.cwd, 'vi');
  writeFileSync(
    editor,
    `#!/bin/sh\nfor F; do :; done\nsed -i 's/回访宜在/回访应在/; s/draft: true/answer: B/' "$F"\n`,
    {
      mode: 0o755,
    },
  );
  const terminal = new Terminal(place, REVIEW, { columns: 40, rows: 12, env: { EDITOR: editor } });
  await terminal.waitFor('! no key');
  terminal.press('o');
  await terminal.waitFor('Edited.');
  expect(terminal.screen()).toContain('回访应在( )。');
  terminal.press(KEY.enter, 'x');
  await terminal.waitFor('3/3');
  terminal.press(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  expect(terminal.everything()).toContain('1 undecided');
  const bank = readFileSync(join(place.cwd, 'paper.yaml'), 'utf8');
  expect(bank).toContain('answer: B\n    stem: 回访应在( )。');
  expect(bank).not.toContain('翻印');
});

test('an edit that has faults is not taken, and stays where it can be found', async () => {
  const place = thePaper();
  const editor = join(place.cwd, 'vi');
  writeFileSync(editor, `#!/bin/sh\nfor F; do :; done\nsed -i 's/draft: true/answer: Z/' "$F"\n`, { mode: 0o755 });
  const terminal = new Terminal(place, REVIEW, { env: { EDITOR: editor } });
  await terminal.waitFor('! no key');
  terminal.press('o');
  await terminal.waitFor('Y/n');
  terminal.press('n', KEY.enter);
  await terminal.waitFor('1/3');
  terminal.press('q');
  expect(await terminal.ended).toBe(1);
  expect(terminal.everything().replaceAll('\n', '')).toMatch(/half-done edit is in \S+question-/);
  expect(terminal.everything()).toContain('3 undecided');
});
