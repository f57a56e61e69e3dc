import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventLine, type WrittenEvent } from '../../src/store/event-line.ts';
import type { HistoryFile } from '../../src/store/history-file.ts';
import { END } from '../../src/store/history-tail.ts';
import { anAnswer, answers, idsOf, opened, textOf } from '../store/history-support.ts';
import { endOf, startWriter } from '../support/writer-process.ts';
import type { Desk, Operation } from './operation.ts';

const historyIn = (home: string): string => join(home, 'history.json');

export const before = answers(1, 12);

/** A history with these answers; their ids. */
export function aHistory(home: string, events: readonly WrittenEvent[] = before): string[] {
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(historyIn(home), textOf(events));
  return idsOf(events);
}

const append = (history: HistoryFile, events: readonly WrittenEvent[], desk: Desk): void =>
  desk.keep(idsOf(events), () => history.append(events));

/** Half of an answer where the end line was, as a program leaves it that died while it wrote. */
function tear(home: string): void {
  const path = historyIn(home);
  const half = Buffer.from(eventLine(anAnswer(99, { note: '没写完' }))).subarray(0, 200);
  fs.truncateSync(path, fs.statSync(path).size - END.length);
  fs.appendFileSync(path, half);
}

let deadHome: string | undefined;

/** A home whose lock is held by a process that died in the middle of its first append. */
async function aDeadHome(): Promise<string> {
  if (deadHome === undefined) {
    const home = fs.mkdtempSync(join(tmpdir(), 'quiz-crash-dead-'));
    process.once('exit', () => fs.rmSync(home, { recursive: true, force: true }));
    aHistory(home);
    await endOf(await startWriter({ path: historyIn(home), name: 'dead', count: 1, signal: { at: 0, is: 'SIGKILL' } }));
    deadHome = home;
  }
  return deadHome;
}

const TORN = /^history\.json\.torn-/;

export const historyOperations: readonly Operation[] = [
  {
    name: 'the first answers of all',
    prepare: () => [],
    run(home, disk, desk) {
      desk.attempt(() => {
        const history = opened(historyIn(home), disk);
        for (const n of [31, 32]) append(history, [anAnswer(n)], desk);
        history.close();
      });
    },
  },
  {
    name: 'answers',
    prepare: (home) => aHistory(home),
    run(home, disk, desk) {
      desk.attempt(() => {
        const history = opened(historyIn(home), disk);
        desk.attempt(() => history.readReviews());
        for (const n of [31, 32, 33]) append(history, [anAnswer(n)], desk);
        history.close();
      });
    },
  },
  {
    name: 'many events at once',
    mayNeedRepair: true,
    prepare: (home) => aHistory(home),
    run(home, disk, desk) {
      desk.attempt(() => {
        const history = opened(historyIn(home), disk);
        append(history, answers(31, 50), desk);
        append(history, [anAnswer(51)], desk);
        history.close();
      });
    },
  },
  {
    name: 'answers beside another drill',
    prepare: (home) => aHistory(home),
    run(home, disk, desk) {
      const both: HistoryFile[] = [];
      for (const _ of [1, 2]) desk.attempt(() => both.push(opened(historyIn(home), disk)));
      for (const n of [31, 32, 33, 34]) {
        const history = both[n % 2];
        if (history) append(history, [anAnswer(n)], desk);
      }
      for (const history of both) history.close();
    },
  },
  {
    name: 'opening a torn history',
    leaves: TORN,
    prepare(home) {
      const ids = aHistory(home);
      tear(home);
      return ids;
    },
    run(home, disk, desk) {
      desk.attempt(() => {
        const history = opened(historyIn(home), disk);
        history.readAll();
        append(history, [anAnswer(31)], desk);
        history.close();
      });
    },
  },
  {
    name: 'an answer behind a tear',
    leaves: TORN,
    prepare: (home) => aHistory(home),
    run(home, disk, desk) {
      desk.attempt(() => {
        const history = opened(historyIn(home), disk);
        tear(home);
        for (const n of [31, 32]) append(history, [anAnswer(n)], desk);
        history.close();
      });
    },
  },
  {
    name: 'an answer after another program died in the middle of one',
    async prepare(home) {
      fs.cpSync(await aDeadHome(), home, { recursive: true });
      return [...idsOf(before), 'dead-0'];
    },
    run(home, disk, desk) {
      desk.attempt(() => {
        const history = opened(historyIn(home), disk);
        for (const n of [31, 32]) append(history, [anAnswer(n)], desk);
        history.close();
      });
    },
  },
];
