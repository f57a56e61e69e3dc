import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldable } from '../../src/cli/foldable.ts';
import { mistakesOf } from '../../src/core/analysis/mistakes.ts';
import { listSessions } from '../../src/core/analysis/sessions.ts';
import { summarise } from '../../src/core/analysis/summary.ts';
import { unsureRefs } from '../../src/core/analysis/unsure.ts';
import { formatInstant, parseInstant, studyDayOf } from '../../src/core/day.ts';
import { createScheduler } from '../../src/core/drill/scheduler.ts';
import { causesOf } from '../../src/core/history/causes.ts';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { foldHistory, type MarkEvent, type Progress } from '../../src/core/history/fold.ts';
import { withoutRepeats } from '../../src/core/history/repeats.ts';
import { lastChoices, placeOf } from '../../src/core/session/practice.ts';
import { Archiver, type Archiving, archiveHistory } from '../../src/store/archive-history.ts';
import { readBackup } from '../../src/store/backups.ts';
import type { WrittenEvent } from '../../src/store/event-line.ts';
import { entriesIn } from '../../src/store/history-entries.ts';
import { StoreFault } from '../../src/store/store-fault.ts';
import { histories, wrongClockHistories } from '../support/random-histories.ts';
import {
  aDisk,
  aFile,
  anAnswer,
  Crash,
  HASTY,
  idsIn,
  idsOf,
  NOON,
  opened,
  textOf,
  unsoundDisk,
} from './history-support.ts';

/** `QUIZ_RUNS=20000` tries so many histories of each sort. */
const RUNS = Number(process.env.QUIZ_RUNS ?? 60);

const TODAY = studyDayOf(NOON);
const scheduler = createScheduler({ retention: 0.9 });

const archiving = (path: string, before: number, disk = HASTY): Archiving => ({
  before,
  archive: join(dirname(path), 'archive'),
  backups: join(dirname(path), 'backups'),
  now: NOON,
  disk,
  patienceMs: 200,
});

function foldOf(path: string): Progress {
  const { reviews, marks } = opened(path).readReviews();
  const timed = marks.map((mark) => foldable(mark, parseInstant(mark.at) ?? { ms: 0, offset: 0 }) as MarkEvent);
  return foldHistory(reviews, timed, scheduler, TODAY);
}

/** Everything that is known of a history, by all that is read of it. */
function allKnownOf(path: string): object {
  const progress = foldOf(path);
  const events = withoutRepeats(opened(path).readAll().events);
  const practice = lastChoices(events, TODAY);
  const recent = opened(path).readRecent(512 * 1024);
  return {
    progress,
    events: sortedTexts(opened(path).readAll().events),
    sessions: listSessions(events),
    recent: { events: sortedTexts(recent), sessions: listSessions(recent), practice: lastChoices(recent, TODAY) },
    mistakes: mistakesOf({ events, memories: progress.memories, scheduler }),
    summary: summarise({ events, banks: [], scheduler, progress, today: TODAY, filter: {} }),
    causes: causesOf(events),
    unsure: unsureRefs(events).sort(),
    practice: practice && { ...practice, place: placeOf(events, practice, TODAY) },
  };
}

const sortedTexts = (events: readonly HistoryEvent[]): string[] =>
  [...new Set(events.map((event) => JSON.stringify(event)))].sort();

const archiveOf = (path: string): string => join(dirname(path), 'archive');
const entriesAt = (path: string) => entriesIn(fs.readFileSync(path)).entries;
const filesOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    [path, ...namesIn(archiveOf(path)).map((name) => join(archiveOf(path), name))].map((file) => [
      basename(file),
      fs.readFileSync(file, 'utf8'),
    ]),
  );
/** What was left behind half-written by a program that ended is not looked at by anybody. */
const namesIn = (folder: string): string[] =>
  (fs.existsSync(folder) ? fs.readdirSync(folder) : []).filter((name) => !name.startsWith('.')).sort();

describe('archiving', () => {
  const days = fc.array(fc.integer({ min: TODAY - 12, max: TODAY }), { minLength: 1, maxLength: 3 });

  test.each([
    ['', histories],
    [', under clocks that were years ahead too', wrongClockHistories],
  ])(
    'changes nothing of what is known, however often and in whatever order of days%s',
    (_, any) => {
      fc.assert(
        fc.property(any, days, (events, befores) => {
          const path = aFile(textOf(events));
          const known = allKnownOf(path);
          for (const before of befores) {
            archiveHistory(path, archiving(path, before));
            expect(allKnownOf(path)).toEqual(known);
          }
        }),
        { numRuns: RUNS },
      );
    },
    20_000 + 50 * RUNS,
  );

  test('twice is archiving once', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: TODAY - 12, max: TODAY }), (events, before) => {
        const path = aFile(textOf(events));
        archiveHistory(path, archiving(path, before));
        const files = filesOf(path);
        expect(archiveHistory(path, archiving(path, before))).toMatchObject({ left: 0, backup: null });
        expect(filesOf(path)).toEqual(files);
      }),
      { numRuns: 30 },
    );
  });

  test('takes what is old and nothing else, and of what belongs together all or nothing', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: TODAY - 12, max: TODAY }), (events, before) => {
        const path = aFile(textOf(events));
        const all = entriesAt(path).map(({ text }) => text);
        const { file, left, plan } = archiveHistory(path, archiving(path, before));
        const kept = entriesAt(path);
        const away = fs.existsSync(file) ? entriesAt(file) : [];
        expect(kept.length + left).toBe(all.length);
        expect(new Set([...kept, ...away].map(({ text }) => text))).toEqual(new Set(all));
        for (const { at } of away) expect(studyDayOf(at)).toBeLessThan(before);
        const old = kept.filter(({ at }) => studyDayOf(at) < before).length;
        expect([...plan.staying.values()].reduce((sum, n) => sum + n, 0)).toBe(old);
        const [here, there] = [kept, away].map((entries) => new Set(entries.flatMap(namesOf)));
        expect([...(here as Set<string>)].filter((name) => there?.has(name))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

/** The session that an event is of, and the event that it is about. */
function namesOf({ id, text }: { readonly id: string; readonly text: string }): string[] {
  const { session, target } = JSON.parse(text) as { session?: string; target?: string };
  return [id, session, target].filter((name) => name !== undefined);
}

/** So many days before today, in the morning. */
const daysAgo = (days: number, ms = NOON.ms - days * 86_400_000): string => formatInstant({ ms, offset: 480 });

describe('what stays', () => {
  const session = '01980000-0000-7000-8000-000000000100';
  const paper = {
    paper: { id: 'p', title: 'Paper', bank: 'b', bands: [] },
    sections: [{ title: 'One', scoring: 'exact', ordering: 'exact', wrong: 0, itemFloor: 0, sectionFloor: 0 }],
  };
  const started = (mode: string, settings: object = {}): WrittenEvent =>
    anAnswer(100, {
      type: 'session-started',
      session: undefined,
      mode,
      at: daysAgo(20),
      banks: [],
      form: [{ item: 'b/i1', section: 0, of: 1 }],
      seed: '',
      settings,
    });
  const inIt = (n: number, days: number, fields: object = {}) => anAnswer(n, { session, at: daysAgo(days), ...fields });
  const ended = (days: number) => inIt(199, days, { type: 'session-ended', how: 'submitted' });
  /** How many leave, and why how many stay, when everything of up to ten days ago is put away. */
  const outlook = (...events: WrittenEvent[]): [number, object] => {
    const path = aFile(textOf(events));
    const { plan } = new Archiver(path, archiving(path, TODAY - 10)).outlook();
    return [plan.leaving.length, Object.fromEntries(plan.staying)];
  };

  test('an exam, and a practice judged at its end, until it is handed in', () => {
    for (const opening of [started('exam', paper), started('practice', paper)]) {
      const mode = { mode: (opening as unknown as { mode: string }).mode };
      expect(outlook(opening, inIt(101, 20, mode))).toEqual([0, { open: 2 }]);
      expect(outlook(opening, inIt(101, 20, mode), ended(19))).toEqual([3, {}]);
      const takenBack = anAnswer(200, { type: 'voided', target: ended(19).id, at: daysAgo(18) });
      expect(outlook(opening, inIt(101, 20, mode), ended(19), takenBack)).toEqual([0, { open: 4 }]);
    }
  });

  test('a drill whose window was closed does not: nobody goes on with it', () => {
    expect(outlook(started('drill'), inIt(101, 20))).toEqual([2, {}]);
    expect(outlook(started('practice'), inIt(101, 20, { mode: 'practice' }))).toEqual([2, {}]);
  });

  test('a session that goes on after the day, with all of it', () => {
    expect(outlook(started('drill'), inIt(101, 20), inIt(102, 9))).toEqual([0, { straddling: 2 }]);
  });

  test('an answer of which something was said after the day', () => {
    const cause = anAnswer(200, { type: 'cause', target: inIt(101, 20).id, cause: 'misread', at: daysAgo(3) });
    expect(outlook(inIt(101, 20), cause, anAnswer(300, { session: 'other', at: daysAgo(20) }))).toEqual([
      1,
      { straddling: 1 },
    ]);
    const voided = anAnswer(201, { type: 'voided', target: cause.id, at: daysAgo(2) });
    expect(outlook(inIt(101, 20), { ...cause, at: daysAgo(19) }, voided)).toEqual([0, { straddling: 2 }]);
  });

  test('all, where the first that is read was written under a clock that was years ahead', () => {
    const wrong = anAnswer(1, { session: 'wrong', at: daysAgo(-700) });
    expect(outlook(wrong, inIt(101, 20), inIt(102, 19))).toEqual([0, { future: 2 }]);
    expect(outlook(inIt(101, 20), wrong, anAnswer(2, { session: 'other', at: daysAgo(19) }))).toEqual([
      1,
      { future: 1 },
    ]);
  });

  test('all practices, where the first of them was: what else stands before it does not say where it belongs', () => {
    const wrong = { ...started('practice'), at: daysAgo(-700) };
    const star = anAnswer(1, { type: 'starred', at: daysAgo(21) });
    const later = { ...started('practice'), id: anAnswer(2).id, at: daysAgo(20) };
    expect(outlook(star, wrong, later, inIt(3, 20, { session: 'drill' }))).toEqual([1, { future: 2 }]);
  });

  test('goes by the study day of the clock that each was written under', () => {
    const at = (text: string) => outlook(inIt(101, 0, { at: text }))[0];
    expect(at('2026-11-12T03:59:59.999+08:00')).toBe(1);
    expect(at('2026-11-12T04:00:00.000+08:00')).toBe(0);
    expect(at('2026-11-12T03:30:00.000-05:00')).toBe(1);
  });

  test('the practices of a day on which one stays: which was the last is said by their order', () => {
    const practice = (n: number, days: number): WrittenEvent[] => {
      const { id: _, ...fields } = started('practice');
      const opening = anAnswer(n, { ...fields, at: daysAgo(days) });
      return [opening, anAnswer(n + 1, { mode: 'practice', session: opening.id, at: daysAgo(days) })];
    };
    const [first, later] = [practice(301, 20), practice(311, 20)];
    const end = anAnswer(399, { type: 'session-ended', session: first[0]?.id, how: 'quit', at: daysAgo(9) });
    expect(outlook(...first, ...later, ...practice(321, 21))).toEqual([6, {}]);
    expect(outlook(...first, ...later, ...practice(321, 21), end)).toEqual([2, { straddling: 4 }]);
  });

  test('an event whose id another has', () => {
    const here = inIt(101, 20);
    expect(outlook(here, { ...here, device: 'zzzz' }, inIt(102, 20))).toEqual([0, { disputed: 3 }]);
    expect(outlook(here, here)).toEqual([2, {}]);
  });
});

describe('the files', () => {
  const old = [1, 2, 3].map((n) => anAnswer(n, { session: `s${n}`, at: daysAgo(20 + n) }));
  const fresh = [4, 5].map((n) => anAnswer(n, { session: 's4', at: daysAgo(2) }));
  const aHistory = () => aFile(textOf([...old, ...fresh]));
  const UNTIL = 'history-until-2026-11-11.json';

  test('are a history without what is old, and a history of what is old, and a backup of all that is never thinned out', () => {
    const path = aHistory();
    const done = archiveHistory(path, archiving(path, TODAY - 10));
    const [oldest, middle, youngest] = old;
    const inTime = [youngest, middle, oldest] as WrittenEvent[];
    expect(filesOf(path)).toEqual({ 'history.json': textOf(fresh), [UNTIL]: textOf(inTime) });
    expect(done.history).toEqual({ before: textOf([...old, ...fresh]).length, after: textOf(fresh).length });
    expect(done.archive).toEqual({ before: 0, after: textOf(inTime).length });
    expect(done.backup).toMatchObject({ reason: 'before-archive', isLasting: true });
    expect(readBackup(done.backup?.path as string).toString()).toBe(textOf([...old, ...fresh]));
    expect(fs.statSync(done.file).mode & 0o777).toBe(0o600);
    expect(namesIn(archiveOf(path))).toEqual([UNTIL]);
  });

  test('that are there already take in what is missing', () => {
    const path = aHistory();
    fs.mkdirSync(archiveOf(path));
    const other = anAnswer(77, { session: 's77', at: daysAgo(30) });
    fs.writeFileSync(join(archiveOf(path), UNTIL), textOf([other, old[1] as WrittenEvent]));
    const { left, plan } = archiveHistory(path, archiving(path, TODAY - 10));
    expect([left, plan.fresh.length]).toEqual([3, 2]);
    expect(idsIn(opened(path)).sort()).toEqual(idsOf([...old, ...fresh, other]).sort());
    expect(entriesAt(path)).toHaveLength(2);
  });

  test('are not touched by a look at what would be done, and where there is nothing to do', () => {
    const path = aHistory();
    const before = filesOf(path);
    new Archiver(path, archiving(path, TODAY)).outlook();
    expect(archiveHistory(path, archiving(path, TODAY - 100))).toMatchObject({ left: 0, backup: null });
    expect(filesOf(path)).toEqual(before);
    expect(namesIn(dirname(path))).toEqual(['history.json']);
  });

  test('leave nothing of a run that was killed long ago, whatever day it was for', () => {
    const path = aHistory();
    fs.mkdirSync(archiveOf(path));
    const leftover = (name: string, hours: number): string => {
      const file = join(archiveOf(path), name);
      fs.writeFileSync(file, 'half');
      const seconds = Date.now() / 1000 - hours * 3600;
      fs.utimesSync(file, seconds, seconds);
      return name;
    };
    const [, , young] = [
      leftover(`.${UNTIL}.0123456789ab.tmp`, 2),
      leftover('.history-until-2024-12-31.json.0123456789ab.tmp', 2),
      leftover('.history-until-2023-12-31.json.0123456789ab.tmp', 0.5),
      leftover('.notes.tmp', 2),
    ];
    archiveHistory(path, archiving(path, TODAY - 10));
    expect(fs.readdirSync(archiveOf(path)).sort()).toEqual([young, '.notes.tmp', UNTIL].sort());
  });

  test('of no history are none', () => {
    const path = join(dirname(aHistory()), 'none.json');
    expect(archiveHistory(path, archiving(path, TODAY))).toMatchObject({ left: 0 });
    expect(fs.existsSync(path)).toBe(false);
    fs.writeFileSync(path, '');
    expect(archiveHistory(path, archiving(path, TODAY))).toMatchObject({ left: 0 });
  });

  test('that are damaged, or of a newer program, stop it before anything is written', () => {
    const damaged = textOf(old).replace('"right":true', '"right":tru');
    const newer = '{"format":"quiz-history","version":2,"events":[\n{"type":"end"}]}\n';
    for (const [text, code] of [
      [damaged, 'HISTORY_DAMAGED'],
      [newer, 'HISTORY_NEWER'],
      ['', 'HISTORY_DAMAGED'],
    ] as const) {
      const path = aHistory();
      fs.mkdirSync(archiveOf(path));
      const file = join(archiveOf(path), UNTIL);
      fs.writeFileSync(file, text);
      const before = filesOf(path);
      expect(() => archiveHistory(path, archiving(path, TODAY))).toThrow(
        expect.objectContaining({ code, detail: expect.objectContaining({ path: file }) }),
      );
      expect(filesOf(path)).toEqual(before);
    }
    const path = aFile(damaged);
    expect(() => archiveHistory(path, archiving(path, TODAY))).toThrow(
      expect.objectContaining({ code: 'HISTORY_DAMAGED' }),
    );
  });

  test('lose nothing that is answered meanwhile, nor is an append under way taken for damage', () => {
    const path = aHistory();
    const other = opened(path);
    let [reads, renames] = [0, 0];
    const disk = aDisk({
      readFileSync: ((file: string) => {
        const bytes = fs.readFileSync(file);
        // The first look falls into the middle of a write.
        if (file !== path || ++reads > 1) return bytes;
        other.append([anAnswer(50, { session: 's50', at: daysAgo(40) })]);
        return bytes.subarray(0, -30);
      }) as typeof fs.readFileSync,
      renameSync: (from, to) => {
        fs.renameSync(from, to);
        // Just after the archive is in its place, and before the history is.
        if (++renames === 1) other.append([anAnswer(51, { session: 's51', at: daysAgo(40) }), anAnswer(52)]);
      },
    });
    archiveHistory(path, archiving(path, TODAY - 10, disk));
    other.append([anAnswer(53)]);
    expect(idsIn(opened(path)).sort()).toEqual(
      idsOf([...old, ...fresh, ...[50, 51, 52, 53].map((n) => anAnswer(n))]).sort(),
    );
    expect(entriesAt(path).map(({ id }) => id)).toEqual(idsOf([...fresh, anAnswer(51), anAnswer(52), anAnswer(53)]));
  });

  test('of the archive are not written over where somebody put another there meanwhile', () => {
    const path = aHistory();
    fs.mkdirSync(archiveOf(path));
    const other = anAnswer(77, { session: 's77', at: daysAgo(30) });
    const file = join(archiveOf(path), UNTIL);
    let looks = 0;
    const disk = aDisk({
      readFileSync: ((name: string) => {
        // Between the look at what is there and the writing of what shall be.
        if (name === file && ++looks === 2) fs.writeFileSync(file, textOf([other]));
        return fs.readFileSync(name);
      }) as typeof fs.readFileSync,
    });
    archiveHistory(path, archiving(path, TODAY - 10, disk));
    expect(looks).toBeGreaterThan(2);
    expect(idsIn(opened(path)).sort()).toEqual(idsOf([...old, ...fresh, other]).sort());
    expect(entriesAt(path)).toHaveLength(2);
  });

  test('of one archiving only at a time', () => {
    const path = aHistory();
    let second: unknown = null;
    const disk = aDisk({
      renameSync: (from, to) => {
        try {
          if (second === null) archiveHistory(path, archiving(path, TODAY - 10, aDisk()));
        } catch (error) {
          second = error;
        }
        fs.renameSync(from, to);
      },
    });
    archiveHistory(path, archiving(path, TODAY - 10, disk));
    expect(second).toMatchObject({ code: 'HISTORY_LOCKED' });
    expect(idsIn(opened(path)).sort()).toEqual(idsOf([...old, ...fresh]).sort());
  });

  describe('a crash', () => {
    /** With a file of the archive that takes more in, or without. */
    const aHome = (isSecond: boolean): string => {
      const path = aHistory();
      if (isSecond) archiveHistory(path, archiving(path, TODAY - 22));
      return path;
    };
    const archived = (isSecond: boolean) => archiving(aHome(isSecond), TODAY - 10);
    const pathOf = ({ archive }: Archiving): string => join(dirname(archive), 'history.json');

    test.each([
      ['fails', false],
      ['fails', true],
      ['stops before', false],
      ['stops before', true],
      ['stops after', false],
      ['stops after', true],
    ] as const)(
      'where a call of the disk %s loses nothing; the next time goes on (archive there: %s)',
      (how, isSecond) => {
        const whole = archived(isSecond);
        const { disk, calls } = unsoundDisk(0, how);
        archiveHistory(pathOf(whole), { ...whole, disk });
        for (let nth = 1; nth <= calls.length; nth++) {
          const options = archived(isSecond);
          const path = pathOf(options);
          const unsound = unsoundDisk(nth, how);
          let end = 'done';
          try {
            archiveHistory(path, { ...options, disk: unsound.disk });
          } catch (error) {
            end = error instanceof Crash ? 'crash' : error instanceof StoreFault ? error.code : String(error);
          }
          expect(['done', 'crash', 'CANNOT_READ', 'CANNOT_WRITE']).toContain(end);
          const { events, faults } = opened(path).readAll();
          expect({ nth, faults }).toEqual({ nth, faults: [] });
          expect([...new Set(events.map(({ id }) => id))].sort()).toEqual(idsOf([...old, ...fresh]));
          archiveHistory(path, options);
          expect(filesOf(path)).toEqual(filesOf(pathOf(whole)));
        }
      },
    );

    test('of the machine finds the archive on the platter before the history lacks anything', () => {
      const options = archived(false);
      const { disk, calls } = unsoundDisk(0, 'fails');
      archiveHistory(pathOf(options), { ...options, disk });
      const at = (wanted: RegExp, from = 0): number => calls.findIndex((call, n) => n >= from && wanted.test(call));
      const inPlace = at(/^renameSync .*history-until.*history-until/);
      const synced = at(/^fsyncSync/, at(/^openSync .*\/archive r$/, inPlace));
      const read = at(/^readFileSync .*history-until/, inPlace);
      const replaced = at(/^renameSync .*history\.json\.\w+\.tmp .*history\.json$/);
      expect([inPlace, synced, read, replaced].every((n) => n >= 0)).toBe(true);
      expect(inPlace).toBeLessThan(synced);
      expect(synced).toBeLessThan(read);
      expect(read).toBeLessThan(replaced);
      expect(calls[inPlace - 2]).toMatch(/^fsyncSync/);
    });
  });
});
