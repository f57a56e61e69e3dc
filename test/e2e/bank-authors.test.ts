import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enAuthors } from '../../src/messages/en-authors.ts';
import { aPlace, type Place, runQuiz } from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';
import { Terminal } from '../support/terminal.ts';

describe('quiz bank find', () => {
  test('names the item, shows the place, and ends with 3 where nothing is', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS, 'many.yaml': many(3) });
    const hit = await runQuiz(place, ['bank', 'find', '天空']);
    expect(hit.out).toContain('kinds/one  晴天的天空是什么颜色？');
    expect(hit.code).toBe(0);
    const miss = await runQuiz(place, ['bank', 'find', '冰箱', '--bank', 'many']);
    expect({ out: miss.out, code: miss.code }).toEqual({ out: '', code: 3 });
  });

  test('finds by the initials of pinyin, for programs too', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const { out } = await runQuiz(place, ['bank', 'find', 'qtdtk', '--bank', 'kinds', '--json']);
    expect(JSON.parse(out)).toMatchObject({ matches: [{ item: 'kinds/one', field: 'stem' }] });
  });
});

describe('quiz bank export', () => {
  test('writes a file, says what the format left out, and never replaces a file unasked', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const args = ['bank', 'export', 'kinds', '--format', 'aiken', '-o', 'kinds.txt'];
    const first = await runQuiz(place, args);
    expect(first.code).toBe(0);
    expect(first.err).toContain(en.bank.lostIn('aiken', 4, 'many, steps, gap, tell'));
    expect(readFileSync(join(place.cwd, 'kinds.txt'), 'utf8')).toContain('ANSWER: B');
    const second = await runQuiz(place, args);
    expect(second.code).toBe(4);
    expect(second.err).toContain('--force');
    expect((await runQuiz(place, [...args, '--force'])).code).toBe(0);
  });

  test('an unknown format is wrong use', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    expect((await runQuiz(place, ['bank', 'export', 'kinds', '--format', 'docx'])).code).toBe(2);
  });
});

/** An editor that runs a line of shell; `$F` is the file, and the arguments go to `opened`. */
function anEditor(place: Place, line: string): { env: Record<string, string> } {
  const path = join(place.cwd, 'vi');
  writeFileSync(path, `#!/bin/sh\necho "$1" > '${place.cwd}/opened'\nfor F; do :; done\n${line}\n`, { mode: 0o755 });
  return { env: { EDITOR: path } };
}
const bankIn = (place: Place): string => readFileSync(join(place.cwd, 'banks', 'kinds.yaml'), 'utf8');
const hiddenIn = (place: Place): string[] =>
  readdirSync(join(place.cwd, 'banks')).filter((name) => name.startsWith('.'));

describe('quiz bank edit', () => {
  test('opens at the line of the item, and keeps a sound change', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const ran = await runQuiz(
      place,
      ['bank', 'edit', 'truth'],
      anEditor(place, 'sed -i s/自己会发光/自己能发光/ "$F"'),
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    const line = KINDS.split('\n').findIndex((text) => text.includes('id: truth')) + 1;
    expect(readFileSync(join(place.cwd, 'opened'), 'utf8')).toBe(`+${line}\n`);
    expect(bankIn(place)).toBe(KINDS.replace('自己会发光', '自己能发光'));
    expect(hiddenIn(place)).toEqual([]);
  });

  test('a fault keeps the bank as it was, and the draft where it is', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const ran = await runQuiz(
      place,
      ['bank', 'edit', 'kinds/one'],
      anEditor(place, 'sed -i "s/answer: B/answer: Q/" "$F"'),
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('KEY_NOT_AN_OPTION');
    expect(bankIn(place)).toBe(KINDS);
    const [draft] = hiddenIn(place);
    expect(ran.err).toContain(draft);
    expect(readFileSync(join(place.cwd, 'banks', draft ?? ''), 'utf8')).toContain('answer: Q');
    expect((await runQuiz(place, ['bank', 'list'])).out).not.toContain('draft');
  });

  test('what somebody else wrote meanwhile is not overwritten', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const both = `echo '# mine' >> "$F"; echo '# theirs' >> banks/kinds.yaml`;
    const ran = await runQuiz(place, ['bank', 'edit', 'kinds'], anEditor(place, both));
    expect(ran.code).toBe(1);
    expect(bankIn(place)).toBe(`${KINDS}# theirs\n`);
    expect(hiddenIn(place)).toHaveLength(1);
  });

  test('says when an id is gone, when nothing was changed, when the editor fails and when there is none', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const gone = await runQuiz(place, ['bank', 'edit', 'one'], anEditor(place, 'sed -i "s/id: one/id: first/" "$F"'));
    expect(gone.err).toContain(enAuthors.gone('kinds/one'));
    expect((await runQuiz(place, ['bank', 'edit', 'first'], anEditor(place, ':'))).out).toBe(
      `${enAuthors.unchanged}\n`,
    );
    expect(await runQuiz(place, ['bank', 'edit', 'first'], anEditor(place, 'exit 1'))).toMatchObject({ code: 4 });
    expect(hiddenIn(place)).toEqual([]);
    const none = await runQuiz(place, ['bank', 'edit', 'first'], { env: { EDITOR: '', VISUAL: '' } });
    expect(none).toMatchObject({ code: 2 });
    expect(none.err).toContain('banks/kinds.yaml:');
    expect((await runQuiz(place, ['bank', 'edit', 'frist'])).err).toContain('kinds/first');
  });

  test("of a bank that ships makes a copy of one's own", async () => {
    const place = aPlace();
    const ran = await runQuiz(place, ['bank', 'edit', 'l3-theory'], anEditor(place, 'echo "# mine" >> "$F"'));
    expect(ran.code).toBe(0);
    expect(readFileSync(join(place.home, 'banks', 'l3-theory.yaml'), 'utf8')).toMatch(/# mine\n$/);
  });

  test('`e` after an answer does the same in a drill, which then goes on', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    const editor = anEditor(place, 'sed -i s/第2号问题/第二个问题/ "$F"');
    const drill = new Terminal(place, ['drill', '--bank', 'many', '--no-shuffle'], editor);
    await drill.waitFor('第1号问题');
    await drill.pressing('a', '第1号解析');
    await drill.pressing('e', '第二个问题');
    await drill.pressing('a', '第2号解析');
    drill.press('q');
    expect(await drill.ended).toBe(0);
  });

  test('`e` where the file of the bank is gone meanwhile says so, and the drill goes on', async () => {
    const place = aPlace({ 'many.yaml': many(2) });
    const drill = new Terminal(place, ['drill', '--bank', 'many', '--no-shuffle'], anEditor(place, ''));
    await drill.waitFor('第1号问题');
    await drill.pressing('a', '第1号解析');
    rmSync(join(place.cwd, 'banks', 'many.yaml'));
    await drill.pressing('e', en.errors.reasons.ENOENT ?? 'ENOENT');
    await drill.waitFor('第2号问题');
    drill.press('q');
    expect(await drill.ended).toBe(0);
  });
});

describe('quiz bank new', () => {
  test.each(['zh', 'en'])('makes a sound bank with its schema, and never a second one (%s)', async (language) => {
    const place = aPlace();
    const made = await runQuiz(place, ['bank', 'new', 'mine', '--lang', language]);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect((await runQuiz(place, ['bank', 'check', 'mine', '--strict'])).code).toBe(0);
    const text = readFileSync(join(place.cwd, 'banks', 'mine.yaml'), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=bank\.schema\.json\n/);
    const schema = await runQuiz(place, ['bank', 'schema']);
    expect(readFileSync(join(place.cwd, 'banks', 'bank.schema.json'), 'utf8')).toBe(schema.out);
    expect((await runQuiz(place, ['bank', 'new', 'mine'])).code).toBe(4);
    expect((await runQuiz(place, ['bank', 'new', 'Not a name'])).code).toBe(2);
  });
});
