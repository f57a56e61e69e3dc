import fs, { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { Journal } from '../../src/cli/journal.ts';
import { parseInstant, studyDayOf } from '../../src/core/day.ts';
import type { NewEvent } from '../../src/core/history/event.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { archiveHistory } from '../../src/store/archive-history.ts';
import { homeAt } from '../../src/store/home.ts';

/** A learner's home, looked at on some day. */
class Learner {
  readonly home = homeAt(mkdtempSync(join(tmpdir(), 'quiz-journal-')), {}, '/');
  readonly said: string[] = [];

  constructor() {
    onTestFinished(() => rmSync(this.home.directory, { recursive: true, force: true }));
  }

  open(day: string): Journal {
    const at = parseInstant(`${day}T13:00:00.000Z`);
    const notice = (text: string): void => void this.said.push(text);
    const words = withDetails(messagesFor('en'));
    return new Journal({ io: { now: () => at }, words, home: this.home, notice } as unknown as Context, 0.9);
  }

  star(item: string, day: string): void {
    const journal = this.open(day);
    journal.append([star(item)]);
    journal.close();
  }

  /** As seen on that day, with a fold kept of files whose times can be set again to the letter. */
  settle(day: string): void {
    const { history, archive } = this.home;
    const names = fs.existsSync(archive) ? fs.readdirSync(archive) : [];
    for (const path of [history, ...names.map((name) => join(archive, name))])
      utimesSync(path, 1_700_000_000, 1_700_000_000);
    this.starsOn(day);
  }

  starsOn(day: string): string[] {
    const journal = this.open(day);
    journal.close();
    return [...journal.progress.starred].sort();
  }

  archive(before: string): string {
    const now = parseInstant('2026-11-22T13:00:00.000Z') as NonNullable<ReturnType<typeof parseInstant>>;
    const { archive, backups, history } = this.home;
    const day = parseInstant(`${before}T13:00:00.000Z`) as typeof now;
    return archiveHistory(history, { before: studyDayOf(day), archive, backups, now }).file;
  }
}

const star = (item: string): NewEvent => ({ type: 'starred', item, on: true });

/** Changes letters of a file so that nobody can see it from outside. */
function changeUnseen(path: string, from: string, to: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path, 'utf8').replaceAll(from, to);
  const fd = fs.openSync(path, 'r+');
  fs.writeSync(fd, bytes, 0);
  fs.closeSync(fd);
  utimesSync(path, atime, mtime);
}

function aLearner(): Learner {
  const learner = new Learner();
  learner.star('b/old', '2026-01-10');
  learner.star('b/new', '2026-11-20');
  return learner;
}

describe('a journal with an archive', () => {
  test('knows what was put away, at the next start too, and that reads neither the history nor the archive', () => {
    const learner = aLearner();
    const file = learner.archive('2026-06-01');
    learner.settle('2026-11-21');
    changeUnseen(file, 'b/old', 'b/odd');
    changeUnseen(learner.home.history, 'b/new', 'b/now');
    expect(learner.starsOn('2026-11-21')).toEqual(['b/new', 'b/old']);
  });

  test.each([
    [
      'is changed',
      (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('b/old', 'b/odd')),
      ['b/new', 'b/odd'],
    ],
    ['is gone', (file: string) => rmSync(file), ['b/new']],
    ['has another name', (file: string) => fs.renameSync(file, `${file}.away`), ['b/new']],
    ['has a second file', (file: string) => fs.copyFileSync(file, file.replace('history', 'more')), ['b/new', 'b/old']],
  ])('folds again where the archive %s', (_, change, stars) => {
    const learner = aLearner();
    const file = learner.archive('2026-06-01');
    learner.settle('2026-11-21');
    // So that a fold that is kept can be told from a new one.
    changeUnseen(learner.home.history, 'b/new', 'b/now');
    change(file);
    expect(learner.starsOn('2026-11-21')).toEqual(stars.map((item) => item.replace('b/new', 'b/now')).sort());
  });

  test('loses nothing where another window puts events away in the middle of a drill', () => {
    const learner = aLearner();
    const drill = learner.open('2026-11-21');
    drill.append([star('b/one')]);
    learner.archive('2026-06-01');
    drill.append([star('b/two')]);
    drill.close();
    expect([...drill.progress.starred].sort()).toEqual(['b/new', 'b/old', 'b/one', 'b/two']);
    expect(learner.starsOn('2026-11-21')).toEqual(['b/new', 'b/old', 'b/one', 'b/two']);
  });

  test('asks nothing where the archive is damaged, and names its file and line', () => {
    const learner = aLearner();
    const file = learner.archive('2026-06-01');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"on":true', '"on":tru'));
    const journal = learner.open('2026-11-21');
    expect([...journal.progress.starred]).toEqual(['b/new']);
    expect(() => journal.requireSound()).toThrow(
      expect.objectContaining({ code: 'HISTORY_DAMAGED', detail: expect.objectContaining({ file, line: 2 }) }),
    );
    journal.tellDamage();
    expect(learner.said).toEqual([`${file}: Line 2 is damaged: not JSON`]);
    journal.close();
    expect([...learner.open('2026-11-21').progress.starred]).toEqual(['b/new']);
    expect(() => learner.open('2026-11-21').requireSound()).toThrow();
  });
});

describe('the fold that is kept', () => {
  test('is used though an evening was dated years ahead, as long as the same events lie in the future', () => {
    const learner = aLearner();
    learner.star('b/far', '2031-01-01');
    learner.settle('2026-11-21');
    changeUnseen(learner.home.history, 'b/old', 'b/odd');
    expect(learner.starsOn('2026-11-21')).toEqual(['b/far', 'b/new', 'b/old']);
    expect(learner.starsOn('2027-11-21')).toEqual(['b/far', 'b/new', 'b/old']);
    expect(learner.starsOn('2031-01-01')).toEqual(['b/far', 'b/new', 'b/odd']);
  });

  test('by another release is not used', () => {
    const learner = aLearner();
    learner.settle('2026-11-21');
    changeUnseen(learner.home.history, 'b/old', 'b/odd');
    expect(learner.starsOn('2026-11-21')).toEqual(['b/new', 'b/old']);
    vi.stubGlobal('__VERSION__', '9.9.9');
    onTestFinished(() => void vi.unstubAllGlobals());
    vi.resetModules();
    return import('../../src/cli/journal.ts').then(({ Journal: Other }) => {
      const at = parseInstant('2026-11-21T13:00:00.000Z');
      const words = withDetails(messagesFor('en'));
      const context = { io: { now: () => at }, words, home: learner.home, notice: () => {} } as unknown as Context;
      expect([...new Other(context, 0.9).progress.starred].sort()).toEqual(['b/new', 'b/odd']);
    });
  });
});
