import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { enRepair } from '../../src/messages/en-repair.ts';
import { enVerify } from '../../src/messages/en-verify.ts';
import { zhRepair } from '../../src/messages/zh-repair.ts';
import { eventLine } from '../../src/store/event-line.ts';
import { aMixedHistory, historyText } from '../support/damage.ts';
import { aPlace, type Place, runQuiz } from '../support/program.ts';
import { many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const repair = ['history', 'repair'];
const EVENTS = aMixedHistory();
/** A line cut in the middle, garbage before the next, and marks of git round the one after. */
const HALF = eventLine(EVENTS[3] as never).slice(0, 70);
let place: Place;
let damaged: string;

beforeEach(() => {
  place = aPlace({ 'many.yaml': many(6) });
  mkdirSync(place.home, { recursive: true });
  const lines = historyText(EVENTS).split('\n');
  lines[4] = HALF;
  lines[5] = `xx${lines[5]}`;
  lines[6] = `<<<<<<< HEAD\n${lines[6]}\n=======\n${lines[6]}\n>>>>>>> other`;
  damaged = lines.join('\n');
  writeFileSync(place.history, damaged);
});

const whole = (): string => historyText(EVENTS.toSpliced(3, 1));
const read = (): string => readFileSync(place.history, 'utf8');
const asides = (): string[] => readdirSync(place.home).filter((name) => name.includes('.damaged-'));

describe('away from a terminal', () => {
  test('the plan is shown, and nothing is done without --yes', async () => {
    const { code, out, err } = await runQuiz(place, repair);
    expect({ code, err }).toEqual({ code: 2, err: `quiz: ${enRepair.needsYes}\n  ${enRepair.needsYesHint}\n` });
    expect(out).toContain(enRepair.planTitle(place.history));
    expect(out).toContain(`  ${enRepair.step('CONFLICT_MARK', 3, '')}${enRepair.places(['7', '9', '11'], false)}`);
    expect(out).toContain(enRepair.kept(EVENTS.length - 1));
    expect(read()).toBe(damaged);
    expect(readdirSync(place.home)).toEqual(['history.json']);
  });

  test('--dry-run shows it too, and that was all that was asked for', async () => {
    const { code, out, err } = await runQuiz(place, [...repair, '--dry-run', '--yes', '--lang', 'zh']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(zhRepair.step('CONFLICT_MARK', 3, ''));
    expect(out.endsWith(`${zhRepair.dryRun}\n`)).toBe(true);
    expect(read()).toBe(damaged);
  });

  test('--yes mends it: backed up, the rest beside it, and verify says whole', async () => {
    const { code, out, err } = await runQuiz(place, [...repair, '--yes']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(read()).toBe(whole());
    const [aside = ''] = asides();
    expect(readFileSync(join(place.home, aside), 'utf8')).toBe(`${HALF}\nxx\n`);
    expect(out).toContain(join(place.home, aside));
    expect(await runQuiz(place, ['history', 'verify'])).toMatchObject({ code: 0, err: '' });
    const undo = /quiz history restore (\S+-before-repair)`/.exec(out)?.[1] ?? '';
    expect(await runQuiz(place, ['history', 'restore', undo, '--yes'])).toMatchObject({ code: 0 });
    expect(read()).toBe(damaged);
  });

  test('--json is the plan, and with --yes what was done', async () => {
    const plan = await runQuiz(place, [...repair, '--json']);
    expect(plan.code).toBe(2);
    const counts = { UNREADABLE: 1, REWRITTEN: 1, CONFLICT_MARK: 3, REPEATED_ID: 1 };
    const planned = { path: place.history, sound: false, events: EVENTS.length - 1, counts };
    expect(JSON.parse(plan.out)).toMatchObject({ changed: false, files: [{ ...planned, putAside: { path: null } }] });
    expect(JSON.parse((await runQuiz(place, [...repair, '--json', '--dry-run'])).out)).toEqual(JSON.parse(plan.out));
    const done = await runQuiz(place, [...repair, '--json', '--yes']);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(done.out)).toMatchObject({
      changed: true,
      files: [
        { ...planned, putAside: { bytes: HALF.length + 4, path: join(place.home, asides()[0] ?? '') }, backup: {} },
      ],
    });
  });

  test('what cannot be read is looked for in the backups', async () => {
    writeFileSync(place.history, historyText(EVENTS));
    await runQuiz(place, ['history', 'backup'], { env: { QUIZ_NOW: '2026-11-21T21:00:00+08:00' } });
    writeFileSync(place.history, damaged);
    const { out } = await runQuiz(place, [...repair, '--yes']);
    const name = '20261121T210000';
    const [, whole = ''] = /restore (20261121T210000\S*) --keep-later/.exec(out) ?? [];
    expect(out).toContain(enRepair.inBackup(whole, 1));
    await runQuiz(place, ['history', 'restore', name, '--keep-later', '--yes']);
    expect(read()).toBe(historyText(EVENTS));
  });
});

describe('on a terminal', () => {
  test('it asks, and Enter alone is no', async () => {
    const terminal = new Terminal(place, repair);
    await terminal.pressing([], enRepair.ask);
    terminal.press(KEY.enter);
    expect(await terminal.ended).toBe(0);
    expect(terminal.everything()).toContain(enRepair.declined);
    expect(read()).toBe(damaged);
  });

  test('y mends it', async () => {
    const terminal = new Terminal(place, [...repair, '--lang', 'zh'], { columns: 40 });
    await terminal.waitFor(zhRepair.ask);
    terminal.press('y', KEY.enter);
    expect(await terminal.ended).toBe(0);
    expect(terminal.everything()).toContain(zhRepair.whole);
    expect(read()).toBe(whole());
  });

  test('Ctrl-C does nothing', async () => {
    const terminal = new Terminal(place, repair);
    await terminal.waitFor(enRepair.ask);
    terminal.press(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(read()).toBe(damaged);
    expect(readdirSync(place.home)).toEqual(['history.json']);
  });
});

describe('nothing is done', () => {
  test.each([
    ['a sound history', () => historyText(EVENTS), enRepair.sound(EVENTS.length)],
    ['no history', () => null, enRepair.noHistory],
  ])('to %s, and that is said', async (_, text, said) => {
    const sound = aPlace();
    mkdirSync(sound.home, { recursive: true });
    const content = text();
    if (content !== null) writeFileSync(sound.history, content);
    expect(await runQuiz(sound, [...repair, '--yes'])).toEqual({ code: 0, out: `${said}\n`, err: '' });
    expect(existsSync(sound.history) ? readFileSync(sound.history, 'utf8') : null).toBe(content);
  });

  test.each([
    ['a file that never was a history', 'my shopping list\n', 'backups'],
    ['a history of a newer program', historyText(EVENTS).replace('"version":1', '"version":2').slice(0, -9), 'newer'],
  ])('to %s: it is refused', async (_, text, hint) => {
    writeFileSync(place.history, text);
    const { code, out, err } = await runQuiz(place, [...repair, '--yes']);
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain(hint);
    expect(read()).toBe(text);
  });
});

test('files of an archive are mended the same way, and their copies are not taken for copies of the history', async () => {
  const archive = join(place.home, 'archive');
  mkdirSync(archive);
  const old = EVENTS.slice(0, 3);
  writeFileSync(join(archive, '2025.json'), historyText(old).replaceAll('\n', '\r\n'));
  writeFileSync(place.history, historyText(EVENTS.slice(3)));
  expect(await runQuiz(place, [...repair, '--yes'])).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(archive, '2025.json'), 'utf8')).toBe(historyText(old));
  expect(read()).toBe(historyText(EVENTS.slice(3)));
  expect(readdirSync(join(place.home, 'backups', '2025'))).toHaveLength(1);
  expect(JSON.parse((await runQuiz(place, ['history', 'backups', '--json'])).out).backups).toEqual([]);
  expect((await runQuiz(place, ['history', 'verify'])).out).toContain(enVerify.memoryAgrees);
});
