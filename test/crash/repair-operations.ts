import fs from 'node:fs';
import { join } from 'node:path';
import { backupsIn, readBackup } from '../../src/store/backups.ts';
import { eventLine } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { type Repaired, repairHistory } from '../../src/store/repair.ts';
import { anAnswer, answers, idsOf, NOON } from '../store/history-support.ts';
import { aHistory } from './history-operations.ts';
import type { Operation } from './operation.ts';

const [first = '', ...others] = answers(1, 12).map(eventLine);
/** Of an event that no other file holds. */
const HALF = eventLine(anAnswer(77, { note: '只剩一半' })).slice(0, 150);
const damaged = `${HEADER}${first}${HALF}\n<<<<<<< HEAD\n${others.join('')}=======\n${others[0]}>>>>>>> other\n${END}`;

let seconds = 0;
const repair = (home: string, disk = fs as Parameters<Operation['run']>[1]): Repaired =>
  repairHistory(join(home, 'history.json'), {
    backups: join(home, 'backups'),
    now: { ...NOON, ms: NOON.ms + 1000 * seconds++ },
    disk,
    patienceMs: 200,
  });

export const repairOperations: readonly Operation[] = [
  {
    name: 'a repair',
    mayBeDoneAllTheSame: true,
    mendsDamage: true,
    mayHaveBoth: true,
    keepsEach: /^(backups.history-[\w.+-]+\.gz|history\.json\.damaged-[\w-]+)$/,
    prepare(home) {
      aHistory(home);
      fs.writeFileSync(join(home, 'history.json'), damaged);
      return idsOf(answers(1, 12));
    },
    run: (home, disk, desk) => desk.promise('mended', () => void repair(home, disk)),
    check(home) {
      const complaints: string[] = [];
      const isMended = !fs.readFileSync(join(home, 'history.json')).includes(HALF);
      const asides = fs.readdirSync(home).filter((name) => name.includes('.damaged-'));
      const isKept = asides.some((name) => fs.readFileSync(join(home, name), 'utf8') === `${HALF}\n`);
      if (isMended && !isKept) complaints.push('what could not be read is gone');
      const copies = backupsIn(join(home, 'backups')).map(({ path }) => readBackup(path).toString());
      if (isMended && !copies.includes(damaged)) complaints.push('there is no copy of the damaged history');
      if (!isMended) repair(home);
      if (repair(home).plan.steps.length > 0) complaints.push('a second repair finds something');
      return complaints;
    },
  },
];
