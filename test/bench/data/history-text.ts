import { closeSync, openSync, writeSync } from 'node:fs';
import { formatInstant, type Instant } from '../../../src/core/day.ts';
import { type Rng, rngOf, shuffled } from '../../../src/core/rng.ts';
import { eventLine } from '../../../src/store/event-line.ts';
import { END, HEADER } from '../../../src/store/history-tail.ts';
import { uuidv7 } from '../../../src/store/uuid.ts';

/** Two years of drills end the evening before this morning. */
export const MORNING = '2026-11-22T08:00:00.000+08:00';

const OFFSET = 480;
const DAY_MS = 86_400_000;
const DAYS = 730;
const FIRST_MS = Date.parse(MORNING) - DAYS * DAY_MS;
const FLUSH = 1 << 20;

/** What a drill asks: the refs of a bank's questions and how many options each has. */
export interface Asked {
  readonly ref: string;
  readonly options: number;
}

/**
 * Writes about `count` events over two years: two drills a day, each with its opening, answers of which wrong ones come
 * back the same evening, now and then an undo or a star, and its end. Streamed, so that a million need no memory.
 */
export function writeHistory(path: string, asked: readonly Asked[], count: number): void {
  const rng = rngOf(`history of ${count}`);
  const fd = openSync(path, 'w', 0o600);
  let text = HEADER;
  let written = 0;
  const put = (event: Fields, at: Instant): string => {
    const id = uuidv7(at.ms, (bytes) => Uint8Array.from({ length: bytes }, () => rng.below(256)));
    text += eventLine({ id, at: formatInstant(at), device: 'k3f9', ...event });
    written++;
    if (text.length > FLUSH) {
      writeSync(fd, text);
      text = '';
    }
    return id;
  };
  const perDrill = Math.max(20, Math.ceil(count / (DAYS * 2)));
  const drills = Math.ceil(count / perDrill);
  for (let drill = 0; drill < drills; drill++) {
    const half = Math.floor((drill * DAYS * 2) / drills);
    const ms = FIRST_MS + Math.floor(half / 2) * DAY_MS + (half % 2) * 10 * 3_600_000;
    writeDrill({ asked, ms, most: Math.min(perDrill, count - written), rng, put });
  }
  writeSync(fd, text + END);
  closeSync(fd);
}

type Fields = Readonly<Record<string, unknown>> & { readonly type: string };

interface Drill {
  readonly asked: readonly Asked[];
  readonly ms: number;
  readonly most: number;
  readonly rng: Rng;
  readonly put: (event: Fields, at: Instant) => string;
}

function writeDrill({ asked, ms, most, rng, put }: Drill): void {
  const form = Array.from({ length: Math.max(1, Math.floor(most * 0.8)) }, () => {
    const question = asked[rng.below(asked.length)] as Asked;
    return { question, order: orderOf(question, rng) };
  });
  let at = ms;
  const next = (): Instant => {
    at += 4000 + rng.below(16_000);
    return { ms: at, offset: OFFSET };
  };
  const session = put(opening(form), next());
  const pending = [...form];
  for (let events = 2; events < most && pending.length > 0; events++) {
    const { question, order } = pending.shift() as (typeof form)[number];
    const right = rng.next() < 0.83;
    const answer = put(answered(session, question, order, right, rng), next());
    if (!right) pending.splice(4, 0, { question, order });
    const chance = rng.next();
    if (chance < 0.01) put({ type: 'voided', target: answer }, next());
    else if (chance < 0.015) put({ type: 'starred', item: question.ref, on: true }, next());
    if (chance < 0.015) events++;
  }
  put({ type: 'session-ended', session, how: rng.next() < 0.8 ? 'submitted' : 'quit' }, next());
}

const opening = (form: readonly { readonly question: Asked; readonly order: readonly string[] }[]): Fields => ({
  type: 'session-started',
  mode: 'drill',
  banks: [{ id: 'bench', revision: 'f3a1c9'.repeat(10) }],
  settings: { topics: [], types: [], newPerDay: 20, limit: null, retention: 0.9, shuffle: true },
  seed: '8d1f02aa',
  form: form.map(({ question, order }) => (order.length > 0 ? { item: question.ref, order } : { item: question.ref })),
});

function answered(session: string, { ref }: Asked, order: readonly string[], right: boolean, rng: Rng): Fields {
  const guess = right && rng.next() < 0.05;
  return {
    type: 'answered',
    session,
    mode: 'drill',
    item: ref,
    revision: '9f2c1ab04d7e',
    ...(order.length > 0 ? { order } : {}),
    response: [order[rng.below(Math.max(1, order.length))] ?? true],
    right,
    marks: right ? 1 : 0,
    of: 1,
    rule: 'exact',
    guess,
    rating: right ? (guess ? 'hard' : rng.next() < 0.04 ? 'easy' : 'good') : 'again',
    ms: 2000 + rng.below(12_000),
  };
}

const orderOf = ({ options }: Asked, rng: Rng): string[] => shuffled([...'ABCDEFGH'].slice(0, options), rng);
