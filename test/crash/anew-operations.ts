import fs from 'node:fs';
import { join } from 'node:path';
import { type Day, parseDay } from '../../src/core/day.ts';
import { archiveHistory } from '../../src/store/archive-history.ts';
import { backUp, backupsIn, readBackup } from '../../src/store/backups.ts';
import { eventLine } from '../../src/store/event-line.ts';
import { END } from '../../src/store/history-tail.ts';
import { replaceHistory } from '../../src/store/replace-history.ts';
import { anAnswer, idsOf, NOON, opened, textOf } from '../store/history-support.ts';
import { aHistory, before } from './history-operations.ts';
import type { Operation } from './operation.ts';

const backupsOf = (home: string): string => join(home, 'backups');

/** Every backup that has its name is whole, and holds the history as it was. */
function checkBackups(home: string): string[] {
  return backupsIn(backupsOf(home)).flatMap(({ name, path }) => {
    const text = readBackup(path).toString();
    return text === textOf(before) ? [] : [`${name} holds something else`];
  });
}

const BACKUP = /^backups.history-[\w.+-]+\.gz$/;

let seconds = 0;
const later = () => ({ ...NOON, ms: NOON.ms + 1000 * seconds++ });

const withAnother = (current: Buffer | null): Buffer =>
  Buffer.concat([(current as Buffer).subarray(0, -END.length), Buffer.from(eventLine(anAnswer(31)) + END)]);

/** A history with a session of spring, so that there is something to put away. */
const AUTUMN = parseDay('2026-09-01') as Day;
const SPRING = '2026-03-22T21:05:13.120+08:00';
const old = Array.from({ length: 8 }, (_, n) => ({ ...anAnswer(200 + n), session: 'spring', at: SPRING }));

/** What writes the whole history anew: every command that does so does it this way. */
export const anewOperations: readonly Operation[] = [
  {
    name: 'a history written anew',
    mayBeDoneAllTheSame: true,
    keepsEach: BACKUP,
    prepare: (home) => aHistory(home),
    run(home, disk, desk) {
      const options = {
        reason: 'before-merge',
        backups: backupsOf(home),
        now: later(),
        disk,
        patienceMs: 200,
      } as const;
      desk.keep(idsOf([anAnswer(31)]), () => replaceHistory(join(home, 'history.json'), withAnother, options));
    },
    check: checkBackups,
  },
  {
    name: 'archiving',
    mayHaveBoth: true,
    keepsEach: BACKUP,
    prepare: (home) => aHistory(home, [...old, ...before]),
    run(home, disk, desk) {
      const places = { archive: join(home, 'archive'), backups: backupsOf(home) };
      const when = { before: AUTUMN, now: later() };
      const putAway = (): void =>
        void archiveHistory(join(home, 'history.json'), { ...places, ...when, disk, patienceMs: 200 });
      desk.promise('archived', putAway);
      desk.keep(idsOf([anAnswer(31)]), () => {
        const history = opened(join(home, 'history.json'), disk);
        history.append([anAnswer(31)]);
        history.close();
      });
    },
    check(home, { promised }) {
      const isOldThere = fs.readFileSync(join(home, 'history.json')).includes('"spring"');
      return promised.has('archived') && isOldThere ? ['what was put away is in the history still'] : [];
    },
  },
  {
    name: 'a backup',
    keepsEach: BACKUP,
    prepare: (home) => aHistory(home),
    run(home, disk, desk) {
      const history = fs.readFileSync(join(home, 'history.json'));
      desk.promise('backup', () => backUp(backupsOf(home), history, { reason: 'asked', now: later() }, disk));
    },
    check: (home, { promised }) => [
      ...checkBackups(home),
      ...(promised.has('backup') && backupsIn(backupsOf(home)).length === 0 ? ['the backup is gone'] : []),
    ],
  },
];
