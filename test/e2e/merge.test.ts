import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enExchange } from '../../src/messages/en-exchange.ts';
import { zhExchange } from '../../src/messages/zh-exchange.ts';
import { backupsIn, readBackup } from '../../src/store/backups.ts';
import { answers, textOf } from '../store/history-support.ts';
import { anEvening, writeEvents } from '../support/evenings.ts';
import { answersIn, aPlace, endOf, eventsOf, type Place, runQuiz, startQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';

const words = enExchange.merge;
const merge = (place: Place, ...args: readonly string[]) => runQuiz(place, ['history', 'merge', ...args], NOVEMBER_23);

const NOVEMBER_23 = { env: { QUIZ_NOW: '2026-11-23T21:00:00+08:00' } };

/** Two machines of one learner, each with an evening of its own. */
function twoMachines(): readonly [Place, Place] {
  const places = [aPlace({ 'many.yaml': many(6) }), aPlace()] as const;
  writeEvents(places[0].history, anEvening('10', 'aaaa', [true, false]));
  writeEvents(places[1].history, anEvening('12', 'bbbb', [true, true, true, true]));
  return places;
}

describe('quiz history merge', () => {
  test('shows the plan, brings in what is new, says what changed, and how to go back', async () => {
    const [here, there] = twoMachines();
    const before = readFileSync(here.history);
    const theirs = readFileSync(there.history);
    const { code, out, err } = await merge(here, there.history);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [backup] = backupsIn(join(here.home, 'backups'));
    expect(out).toContain(`${words.file(there.history, 6)}\n`);
    expect(out).toContain('6 new: 4 answers, 1 session, 2026-11-12, from bbbb');
    expect(out).toContain(`${words.merged(6, 4)}\n`);
    expect(out).toContain(`${words.due(2, 3)}\n`);
    expect(out).toContain(`${enExchange.backup(backup?.path ?? '?')}\n${enExchange.goBack(backup?.name ?? '?')}\n`);
    expect(backup?.reason).toBe('before-merge');
    expect(readBackup(backup?.path ?? '')).toEqual(before);
    expect(readFileSync(there.history)).toEqual(theirs);
    expect(answersIn(here)).toHaveLength(6);
    const home = await runQuiz(here, [], NOVEMBER_23);
    expect(home.out).toContain(en.home.due('many 小题库 many', 3, 2));
    expect(await runQuiz(here, ['history', 'verify'])).toMatchObject({ code: 0, err: '' });
  });

  test('ends with the same bytes on both machines, and has nothing to do the second time', async () => {
    const [here, there] = twoMachines();
    writeFileSync(join(here.cwd, 'mine.json'), readFileSync(here.history));
    await merge(here, there.history);
    await merge(there, join(here.cwd, 'mine.json'));
    const merged = readFileSync(here.history);
    expect(readFileSync(there.history)).toEqual(merged);
    const again = await merge(here, there.history, join(here.cwd, 'mine.json'));
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining(words.nothingNew) });
    expect(readFileSync(here.history)).toEqual(merged);
    expect(backupsIn(join(here.home, 'backups'))).toHaveLength(1);
  });

  test('with --dry-run changes nothing', async () => {
    const [here, there] = twoMachines();
    const before = readFileSync(here.history);
    const { code, out } = await merge(here, there.history, '--dry-run', '--lang', 'zh');
    expect(code).toBe(0);
    expect(out).toContain(zhExchange.merge.dueWould(2, 3));
    expect(out).toMatch(new RegExp(`${zhExchange.merge.wouldMerge}\n$`));
    expect(readFileSync(here.history)).toEqual(before);
    expect(backupsIn(join(here.home, 'backups'))).toEqual([]);
  });

  test('with --json is one document', async () => {
    const [here, there] = twoMachines();
    const { code, out, err } = await merge(here, there.history, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      dryRun: false,
      changed: true,
      backup: expect.stringMatching(/^\d{8}T\d{6}\.\d{3}\+0800-before-merge$/),
      files: [{ file: there.history, events: 6, already: 0, conflicts: [], unreadable: [] }],
      new: { events: 6, answers: 4, sessions: 1, from: '2026-11-12', to: '2026-11-12' },
      due: { before: 2, after: 3 },
    });
  });

  test('gives a machine without a history that of another, from a backup too', async () => {
    const [here, there] = twoMachines();
    await merge(here, there.history);
    const fresh = aPlace();
    const { code, out } = await merge(fresh, here.history, backupsIn(join(here.home, 'backups'))[0]?.path ?? '');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(enExchange.noBackup) });
    expect(readFileSync(fresh.history)).toEqual(readFileSync(here.history));
  });

  test('reads a torn file as far as it goes, names each line that it cannot read, and ends with 1', async () => {
    const [here, there] = twoMachines();
    const lines = readFileSync(there.history, 'utf8').split('\n');
    lines[2] = lines[2]?.replace('"right"', 'right') ?? '';
    writeFileSync(join(here.cwd, 'torn.json'), lines.slice(0, -3).join('\n'));
    const { code, out } = await merge(here, 'torn.json');
    expect(code).toBe(1);
    expect(out).toContain(words.unreadable('torn.json:3', en.history.reasons.NOT_JSON as string));
    expect(out).toContain(words.torn('torn.json:7'));
    expect(answersIn(here)).toHaveLength(5);
  });

  test('keeps both of two events that share an id, and says what differs', async () => {
    const [here] = twoMachines();
    const text = readFileSync(here.history, 'utf8').replace('"rating":"good"', '"rating":"easy"');
    writeFileSync(join(here.cwd, 'other.json'), text);
    const { code, out } = await merge(here, 'other.json');
    expect(code).toBe(1);
    expect(out).toContain(words.conflicts(1));
    expect(out).toContain(words.difference('rating', '"good"', '"easy"'));
    expect(answersIn(here)).toHaveLength(3);
    expect(await merge(here, 'other.json')).toMatchObject({ code: 0 });
  });

  test.each<[string, number, string]>([
    ['nothing.json', 3, words.missing('nothing.json')],
    ['banks/many.yaml', 2, words.foreign(join('banks', 'many.yaml'))],
    ['banks', 4, en.errors.cannotRead('', '').slice(0, 10)],
  ])('at %s stops before anything is written', async (file, code, message) => {
    const [here, there] = twoMachines();
    const before = readFileSync(here.history);
    const ran = await merge(here, there.history, file);
    expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
    expect(readFileSync(here.history)).toEqual(before);
  });

  test('does not touch a damaged history: what cannot be read in it would be lost', async () => {
    const [here, there] = twoMachines();
    writeFileSync(here.history, readFileSync(here.history, 'utf8').replace('"rating":"good"', '"rating":"gone'));
    const before = readFileSync(here.history);
    const ran = await merge(here, there.history);
    expect(ran).toMatchObject({ code: 4, out: '', err: expect.stringContaining(en.errors.historyDamagedHint) });
    expect(readFileSync(here.history)).toEqual(before);
  });

  test('mends a torn tail of its own first, as every command does', async () => {
    const [here, there] = twoMachines();
    writeFileSync(here.history, readFileSync(here.history).subarray(0, -30));
    const ran = await merge(here, there.history);
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('history.json.torn-') });
    expect(await runQuiz(here, ['history', 'verify'])).toMatchObject({ code: 0 });
  });

  test('while a drill goes on loses no answer of it', async () => {
    const place = aPlace({ 'many.yaml': many(40) });
    const child = startQuiz(place, ['drill', '--bank', 'many', '--no-shuffle', '--new', '100']);
    const end = endOf(child);
    let told = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString().split(en.verdict.right).length - 1;
    });
    const answerNext = async (count: number): Promise<void> => {
      const wanted = told + count;
      child.stdin.write('A\n'.repeat(count));
      while (told < wanted) await new Promise((resolve) => setTimeout(resolve, 2));
    };
    const others = [0, 1, 2, 3].map((n) => join(place.cwd, `other-${n}.json`));
    others.forEach((path, n) => {
      writeFileSync(path, textOf(answers(n * 300 + 1, n * 300 + 300)));
    });
    const merges = (async () => {
      const codes: (number | null)[] = [];
      for (const path of others) codes.push((await merge(place, path)).code);
      return codes;
    })();
    for (let n = 0; n < 20; n++) await answerNext(2);
    expect(await merges).toEqual([0, 0, 0, 0]);
    child.stdin.end();
    await end;
    const items = answersIn(place).filter(({ item }) => item.startsWith('many/'));
    expect(items).toHaveLength(40);
    expect(eventsOf(place)).toHaveLength(1200 + 42);
    expect(await runQuiz(place, ['history', 'verify'])).toMatchObject({ code: 0, err: '' });
  });
});
