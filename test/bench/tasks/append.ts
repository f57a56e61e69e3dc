import { fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { BankQuestion } from '../../../src/core/bank/bank.ts';
import { formatInstant } from '../../../src/core/day.ts';
import { DRILL_RULE } from '../../../src/core/grading/rule.ts';
import { type Attempt, markAttempt } from '../../../src/core/session/answering.ts';
import { eventLine, type WrittenEvent } from '../../../src/store/event-line.ts';
import { openHistory } from '../../../src/store/history-file.ts';
import { END } from '../../../src/store/history-tail.ts';
import { randomSupply } from '../../../src/store/random-supply.ts';
import { uuidv7 } from '../../../src/store/uuid.ts';
import { type Pair, pairsOf } from '../pairs.ts';

/** Until the code is compiled; a sitting's first answers are a little slower. */
const WARM_UP = 200;

/** Answers of one sitting, each graded and kept, beside a bare write and sync of the very bytes that it came to. */
export async function appendPairs(path: string, folder: string, count: number): Promise<Pair[]> {
  const history = openHistory(path, { now, archive: null });
  const writeBare = syncedFile(join(folder, 'bare'));
  let kept: WrittenEvent | undefined;
  const ours = (): number => {
    const start = performance.now();
    kept = answer();
    history.append([kept]);
    return performance.now() - start;
  };
  const theirs = (): number => {
    const line = Buffer.from(eventLine(kept as WrittenEvent) + END);
    const start = performance.now();
    writeBare(line);
    return performance.now() - start;
  };
  const pairs = await pairsOf(WARM_UP + count, ours, theirs);
  return pairs.slice(WARM_UP);
}

const random = randomSupply();
const now = () => ({ ms: Date.now(), offset: 480 });

/** A positioned write behind the last one, and the sync of it. */
function syncedFile(path: string): (bytes: string | Buffer) => void {
  const fd = openSync(path, 'w');
  let position = 0;
  return (bytes) => {
    const data = Buffer.from(bytes);
    writeSync(fd, data, 0, data.length, position);
    fsyncSync(fd);
    position += data.length;
  };
}

/** Graded, and with all that an event is written with. */
function answer(): WrittenEvent {
  const at = now();
  const { event } = markAttempt(ATTEMPT, DRILL_RULE, (text) => text);
  return { id: uuidv7(at.ms, random), at: formatInstant(at), device: 'k3f9', ...event };
}

const QUESTION: BankQuestion = {
  ref: 'bench/item-1',
  bank: {
    id: 'bench',
    title: '',
    language: 'zh-CN',
    license: '',
    revision: '',
    topics: [],
    papers: [],
    certificates: [],
    items: [],
  },
  question: {
    id: 'item-1',
    type: 'single',
    topic: '',
    difficulty: 3,
    tags: [],
    stem: '演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。',
    options: ['无形性', '易逝性', '差异性', '不可分离性'],
    shuffle: true,
    key: 'B',
    explanation: '',
    source: '',
    revision: '9f2c1ab04d7e',
  },
  parent: null,
};

const ATTEMPT: Attempt = {
  session: '0197a000-0000-7000-8000-000000000000',
  mode: 'drill',
  question: QUESTION,
  order: ['C', 'A', 'D', 'B'],
  response: { kind: 'letters', letters: ['B'] },
  guess: false,
  easy: false,
  overrule: false,
  expired: false,
  ms: 5120,
};
