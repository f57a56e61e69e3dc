import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archiveHistory } from '../../src/store/archive-history.ts';
import type { WrittenEvent } from '../../src/store/event-line.ts';
import {
  aDisk,
  aFile,
  aFolder,
  anAnswer,
  answers,
  HASTY,
  idsIn,
  idsOf,
  NOON,
  opened,
  textOf,
} from './history-support.ts';

/** A history of these events beside an archive of these files. */
function aHome(events: readonly WrittenEvent[], files: Readonly<Record<string, string>>): string {
  const path = aFile(textOf(events));
  const folder = join(dirname(path), 'archive');
  fs.mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(join(folder, name), text);
  return path;
}

const inArchive = (path: string, name: string): string => join(dirname(path), 'archive', name);

describe('an archive', () => {
  const path = () => aHome(answers(7, 8), { 'b.json': textOf(answers(4, 6)), 'a.json': textOf(answers(1, 3)) });

  test('is read before the history, in the order of its names', () => {
    expect(idsIn(opened(path()))).toEqual(idsOf(answers(1, 8)));
    const { reviews } = opened(path()).readReviews();
    expect(Array.from({ length: reviews.count }, (_, row) => reviews.idOf(row))).toEqual(idsOf(answers(1, 8)));
  });

  test('is read where there is no history any more', () => {
    const home = path();
    fs.unlinkSync(home);
    const history = opened(home);
    expect(idsIn(history)).toEqual(idsOf(answers(1, 6)));
    history.append(answers(9, 9));
    expect(idsIn(opened(home))).toEqual(idsOf([...answers(1, 6), ...answers(9, 9)]));
  });

  test('is its files by the name of a history; links to them are followed, and nothing else is opened', () => {
    const home = path();
    fs.writeFileSync(inArchive(home, '.c.json.abc.tmp'), 'half');
    fs.writeFileSync(inArchive(home, '.hidden.json'), 'x');
    fs.writeFileSync(inArchive(home, 'notes.txt'), 'x');
    fs.mkdirSync(inArchive(home, 'folder.json'));
    execFileSync('mkfifo', [inArchive(home, 'pipe.json')]);
    fs.symlinkSync('/nowhere', inArchive(home, 'gone.json'));
    const away = join(aFolder(), 'c.json');
    fs.writeFileSync(away, textOf(answers(20, 20)));
    fs.symlinkSync(away, inArchive(home, 'c.json'));
    expect(opened(home).readAll().faults).toEqual([]);
    expect(idsIn(opened(home))).toEqual(idsOf([...answers(1, 6), ...answers(20, 20), ...answers(7, 8)]));
  });

  test('that cannot be read is not passed over in silence', () => {
    const home = path();
    const disk = aDisk({
      openSync: ((file: string, flags: string) => {
        if (file.endsWith('b.json')) throw Object.assign(new Error(), { code: 'EACCES', syscall: 'open' });
        return fs.openSync(file, flags);
      }) as typeof fs.openSync,
    });
    const detail = { path: inArchive(home, 'b.json'), errno: 'EACCES' };
    expect(() => opened(home, disk).readAll()).toThrow(expect.objectContaining({ code: 'CANNOT_READ', detail }));
    fs.rmSync(inArchive(home, ''), { recursive: true });
    fs.writeFileSync(join(dirname(home), 'archive'), 'a file');
    expect(() => opened(home)).toThrow(expect.objectContaining({ code: 'CANNOT_READ' }));
  });
});

describe('damage in an archive', () => {
  const damaged = textOf(answers(1, 3)).replace('"right":true', '"right":tru');
  const faultsOf = (text: string): object => {
    const home = aHome(answers(7, 8), { 'a.json': textOf(answers(11, 12)), 'b.json': text });
    const { events, faults } = opened(home).readAll();
    expect(opened(home).readReviews().faults).toEqual(faults);
    for (const { file } of faults) expect(file).toBe(inArchive(home, 'b.json'));
    const readable = events.length - 4;
    expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining(idsOf([...answers(7, 8), ...answers(11, 12)])));
    return { readable, faults: faults.map(({ line, reason }) => `${line} ${reason}`) };
  };

  test('is named with its file and line; the rest is read', () => {
    expect(faultsOf(damaged)).toEqual({ readable: 2, faults: ['2 NOT_JSON'] });
  });

  test('is also a file that was cut short, is empty, or is something else: it was written whole', () => {
    const whole = textOf(answers(1, 3));
    expect(faultsOf(whole.slice(0, -30))).toEqual({ readable: 2, faults: ['4 NO_END_LINE'] });
    expect(faultsOf(whole.slice(0, -'{"type":"end"}]}\n'.length))).toEqual({ readable: 3, faults: ['5 NO_END_LINE'] });
    expect(faultsOf('')).toEqual({ readable: 0, faults: ['1 NO_END_LINE'] });
    expect(faultsOf('{"bank":"x"}\n'.repeat(50))).toEqual({ readable: 0, faults: ['1 WRONG_HEADER'] });
  });

  test('is not mended, and does not keep an answer from being written', () => {
    const text = textOf(answers(1, 3)).slice(0, -30);
    const home = aHome(answers(7, 8), { 'a.json': text });
    const history = opened(home);
    history.readAll();
    history.append(answers(9, 9));
    expect(fs.readFileSync(inArchive(home, 'a.json'), 'utf8')).toBe(text);
    expect(idsIn(opened(home))).toEqual(idsOf([...answers(1, 2), ...answers(7, 9)]));
    expect(history.repaired).toBeNull();
  });

  test('is not what a newer program wrote there', () => {
    expect(faultsOf(textOf(answers(1, 2)).replace('"version":1', '"version":2'))).toEqual({ readable: 2, faults: [] });
  });
});

describe('the stamp of a history', () => {
  test('changes with every change of the archive', () => {
    const home = aHome(answers(7, 8), {});
    const history = opened(home);
    const changes = [
      () => fs.writeFileSync(inArchive(home, 'a.json'), textOf(answers(1, 2))),
      () => fs.appendFileSync(inArchive(home, 'a.json'), ' '),
      () => fs.utimesSync(inArchive(home, 'a.json'), 1, 1),
      () => fs.writeFileSync(inArchive(home, 'b.json'), textOf(answers(3, 3))),
      () => fs.renameSync(inArchive(home, 'b.json'), inArchive(home, 'c.json')),
      () => fs.rmSync(inArchive(home, ''), { recursive: true }),
    ];
    for (const change of changes) {
      const stamp = history.stamp();
      expect(history.unchangedSince(stamp)).toBe(true);
      change();
      expect(history.unchangedSince(stamp)).toBe(false);
      expect(opened(home).stamp()).not.toEqual(stamp);
      history.readAll();
    }
  });

  test('is that of what was read, also where it was put away at that moment', () => {
    const old = answers(1, 3).map((event) => ({ ...event, at: '2025-11-22T21:05:13.120+08:00', session: event.id }));
    const path = aFile(textOf([...old, ...answers(7, 8)]));
    const archive = join(dirname(path), 'archive');
    let isOpen = false;
    const disk = aDisk({
      openSync: ((file: string, flags: string) => {
        const fd = fs.openSync(file, flags);
        if (file === path && flags === 'r' && isOpen) {
          isOpen = false;
          const backups = join(dirname(path), 'backups');
          archiveHistory(path, { before: 20_700, archive, backups, now: NOON, disk: HASTY });
        }
        return fd;
      }) as typeof fs.openSync,
    });
    const history = opened(path, disk);
    isOpen = true;
    const { events } = history.readAll();
    expect(isOpen).toBe(false);
    expect([...new Set(events.map(({ id }) => id))]).toEqual(idsOf([...old, ...answers(7, 8)]));
    expect(history.unchangedSince(history.stamp())).toBe(false);
  });
});

describe('what happened lately', () => {
  const dated = (from: number, to: number, day: string): WrittenEvent[] =>
    answers(from, to).map((event) => ({ ...event, at: `${day}T12:00:00.000+08:00` }));
  const sizeOf = (...events: WrittenEvent[]): number => textOf(events).length;

  test('goes on in the archive where the history is short, each event once', () => {
    const home = aHome(answers(5, 6), { 'a.json': textOf(answers(1, 2)), 'b.json': textOf(answers(3, 5)) });
    const recent = (bytes: number): string[] =>
      opened(home)
        .readRecent(bytes)
        .map(({ id }) => id);
    expect(recent(1 << 20)).toEqual(idsOf(answers(1, 6)));
    expect(recent(sizeOf(...answers(5, 6)) - 100)).toEqual(idsOf(answers(6, 6)));
  });

  test('is nothing that stayed in the history though it is old', () => {
    const long = dated(100, 400, '2026-11-10');
    const stayed = dated(1, 1, '2026-01-01');
    const home = aHome([...stayed, ...dated(500, 501, '2026-11-20')], { 'a.json': textOf(long) });
    const recent = opened(home).readRecent(10_000);
    expect(recent.at(-1)?.id).toBe(anAnswer(501).id);
    expect(recent.length).toBeGreaterThan(100);
    expect(recent.map(({ id }) => id)).not.toContain(anAnswer(1).id);
  });
});
