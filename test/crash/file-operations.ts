import fs from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../src/core/history/fold.ts';
import { ExamBeats } from '../../src/store/exam-beat.ts';
import { deviceOf, homeAt } from '../../src/store/home.ts';
import { writeReportFile } from '../../src/store/report-file.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot.ts';
import { isOneOf, put } from './contents.ts';
import type { Operation } from './operation.ts';

const snapshotIn = (home: string): string => join(home, 'cache', 'progress.json');
const progressOf = (latestOn: number): Progress => ({
  memories: new Map(),
  starred: new Set(Array.from({ length: 300 }, (_, n) => `b/i${n}`)),
  suspended: new Set(),
  unfinished: new Map(),
  openDrills: new Map(),
  notes: new Map(),
  places: new Map(),
  days: { latestOn, soundUntil: latestOn, futureFrom: latestOn + 100 },
  latestMs: 0,
});

const REPORT = '# 报告\n\n'.repeat(200);

const BEATS = [1, 2, 3].map((index) => ({ usedMs: index * 500, index, draft: ['没写完的答案'] }));

const homeOf = (home: string) => homeAt(home, {}, '/');

export const fileOperations: readonly Operation[] = [
  {
    name: 'the snapshot of the fold',
    prepare(home) {
      writeSnapshot(snapshotIn(home), 'old', progressOf(1));
      return [];
    },
    run(home, disk) {
      readSnapshot(snapshotIn(home), 'old', disk);
      writeSnapshot(snapshotIn(home), 'new', progressOf(2), disk);
    },
    check(home) {
      const [old, fresh] = ['old', 'new'].map((from) => readSnapshot(snapshotIn(home), from)?.days.latestOn);
      return (old ?? 1) === 1 && (fresh ?? 2) === 2 ? [] : ['the snapshot is of another history'];
    },
  },
  {
    name: 'the beat of an exam',
    prepare: () => [],
    run(home, disk) {
      const beats = new ExamBeats(join(home, 'cache'), 's1', disk);
      for (const beat of BEATS) beats.write(beat);
      beats.read();
    },
    check(home) {
      const beat = JSON.stringify(new ExamBeats(join(home, 'cache'), 's1').read());
      return [null, ...BEATS].some((each) => JSON.stringify(each) === beat) ? [] : [`the beat is ${beat}`];
    },
  },
  {
    name: 'the end of an exam',
    prepare(home) {
      new ExamBeats(join(home, 'cache'), 's1').write(BEATS[0] as never);
      return [];
    },
    run: (home, disk) => new ExamBeats(join(home, 'cache'), 's1', disk).remove(),
  },
  {
    name: 'the name of a new device',
    prepare: () => [],
    run(home, disk, desk) {
      for (const _ of [1, 2]) desk.attempt(() => void desk.promised.add(deviceOf(homeOf(home), disk)));
    },
    check(home, { promised }) {
      const device = deviceOf(homeOf(home));
      const isKept = /^[a-z0-9]{4}$/.test(device) && deviceOf(homeOf(home)) === device;
      return isKept && [...promised].every((each) => each === device) ? [] : [`${[...promised]} became ${device}`];
    },
  },
  {
    name: 'the name of a known device',
    prepare(home) {
      put(join(home, 'device'), 'k3f9\n');
      return [];
    },
    run(home, disk, desk) {
      desk.attempt(() => void desk.promised.add(deviceOf(homeOf(home), disk)));
    },
    check(home, { promised }) {
      const others = [...promised].filter((device) => device !== 'k3f9').map((device) => `the device became ${device}`);
      return [...others, ...isOneOf(join(home, 'device'), ['k3f9\n'])];
    },
  },
  {
    name: 'a report',
    prepare(home) {
      fs.mkdirSync(home, { recursive: true });
      return [];
    },
    run: (home, disk, desk) =>
      desk.promise('report', () => void writeReportFile(join(home, 'report.md'), REPORT, { replace: false }, disk)),
    check: (home, { promised }) => isOneOf(join(home, 'report.md'), promised.has('report') ? [REPORT] : [null, REPORT]),
  },
  {
    name: 'a report over another',
    prepare(home) {
      put(join(home, 'report.md'), 'old');
      return [];
    },
    run: (home, disk, desk) =>
      desk.promise('report', () => void writeReportFile(join(home, 'report.md'), REPORT, { replace: true }, disk)),
    check: (home, { promised }) =>
      isOneOf(join(home, 'report.md'), promised.has('report') ? [REPORT] : ['old', REPORT]),
  },
];
