import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { eventLine, type WrittenEvent } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { evilBank, HOSTILE, harmIn } from '../support/hostile.ts';
import { quizHere } from '../support/in-process.ts';
import { aPlace } from '../support/program.ts';

const id = (n: number): string => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (n: number): string => `2026-11-22T20:${String(n).padStart(2, '0')}:00.000+08:00`;

type Event = Record<string, unknown>;

const section = {
  ...{ title: '节', scoring: 'exact', ordering: 'exact', wrong: 0, itemFloor: 0, sectionFloor: 0 },
  ...{ limitMinutes: null, perItemSeconds: null },
};
const exam = {
  ...{ paper: { id: 'mock', title: '卷', bank: 'evil', pass: 1, limitMinutes: 90, bands: [{ title: '优', from: 1 }] } },
  ...{ sections: [section], limitMinutes: 90, strict: false },
};
const practice = {
  ...{ banks: ['evil'], files: {}, topics: [], types: [], difficulty: null, count: 2, only: null, order: 'sequential' },
  ...{ feedback: 'item', limitMinutes: null, perItemSeconds: null, shuffle: true },
};
const answer = (n: number, fields: Event): Event => ({
  ...{ id: id(n), at: at(n), device: 'k3f9', type: 'answered', mode: 'drill', item: 'evil/one', right: false },
  ...{ rating: 'again', revision: 'r', order: ['A', 'B', 'C'], response: ['A'], marks: 0, of: 1, rule: 'exact' },
  ...{ guess: false, ms: 500 },
  ...fields,
});
const start = (n: number, fields: Event): Event => ({
  ...{ id: id(n), at: at(n), device: 'k3f9', type: 'session-started', banks: [{ id: 'evil', revision: 'r' }] },
  ...{ settings: {}, seed: '1', form: [{ item: 'evil/one', order: ['A', 'B', 'C'] }, { item: 'evil/truth' }] },
  ...fields,
});
const other = (n: number, fields: Event): Event => ({ id: id(n), at: at(n), device: 'k3f9', ...fields });

/** A history with an event of every kind, and sessions of every mode: over, left, and taken up again. */
const EVENTS: readonly Event[] = [
  start(1, { mode: 'drill' }),
  answer(2, { session: id(1) }),
  answer(3, { session: id(1), item: 'evil/truth', right: true, rating: 'good', response: [true], marks: 1 }),
  other(4, { type: 'cause', target: id(2), item: 'evil/one', cause: 'misread' }),
  other(5, { type: 'session-ended', session: id(1), how: 'submitted' }),
  start(6, {
    mode: 'exam',
    settings: exam,
    form: [{ item: 'evil/one', order: ['A', 'B', 'C'], section: 0, of: 1, revision: 'r' }],
  }),
  answer(7, {
    session: id(6),
    mode: 'exam',
    draft: ['x'],
    steps: ['exact'],
    covered: [1],
    overrule: false,
    expired: false,
  }),
  other(8, { type: 'viewed', session: id(6), item: 'evil/one', ms: 10 }),
  other(9, { type: 'flagged', session: id(6), item: 'evil/one', on: true }),
  other(10, { type: 'session-ended', session: id(6), how: 'submitted', usedMs: 1000 }),
  start(11, { mode: 'exam', settings: exam, form: [{ item: 'evil/one', section: 0, of: 1, seen: true }] }),
  answer(12, { session: id(11), mode: 'exam' }),
  other(13, { type: 'paused', session: id(11), usedMs: 1000 }),
  other(14, { type: 'resumed', session: id(11), usedMs: 1000, awayMs: 5 }),
  start(15, { mode: 'practice', settings: practice }),
  answer(16, { session: id(15), mode: 'practice', item: 'evil/gap', response: ['雷'], steps: [null] }),
  other(17, { type: 'starred', item: 'evil/one', on: true }),
  other(18, { type: 'suspended', item: 'evil/multi', on: true }),
  other(19, { type: 'noted', item: 'evil/one', text: '记' }),
  other(20, { type: 'studied', bank: 'evil', item: 'evil/one', topic: 'sky', scope: { topics: [], types: [] } }),
  other(21, { type: 'voided', target: id(16) }),
  other(22, { type: 'tuned', parameters: [1] }),
];

const COMMANDS: readonly (readonly string[])[] = [
  [],
  ['history', 'list'],
  ['history', 'list', '--json'],
  ...[1, 6, 11, 15].map((n) => ['history', 'show', id(n)]),
  ['history', 'show', id(6), '--json'],
  ['history', 'diff', id(1), id(6)],
  ['history', 'verify'],
  ['history', 'verify', '--json'],
  ['mistakes', '--all', '--bank', 'evil'],
  ['mistakes', '--all', '--json', '--bank', 'evil'],
  ...['md', 'csv', 'json'].map((format) => ['export', '--format', format, '--bank', 'evil']),
  ['exam', '--report', id(6)],
  ['exam', '--resume', id(11)],
  ['exam', '--again', id(6)],
  ['practice'],
  ['drill', '--bank', 'evil'],
  ['study', '--bank', 'evil'],
  ['undo'],
];

/** One for all: the banks that ship are compiled once. */
const where = aPlace({ 'evil.yaml': evilBank((word) => word) }, afterAll);
mkdirSync(where.home);

function write(events: readonly Event[]): void {
  const lines = events.map((event) => eventLine(event as unknown as WrittenEvent)).join('');
  writeFileSync(where.history, HEADER + lines + END);
}

/** What went wrong in any command over these events: a bug, or harm on the screen. */
async function troubleWith(events: readonly Event[], what: string, commands = COMMANDS): Promise<string[]> {
  const trouble: string[] = [];
  for (const args of commands) {
    write(events);
    const { out, err, bug } = await quizHere(where, args, args[0] === 'exam' ? '\nA\n:q\n' : 'A\n:q\n');
    if (bug) trouble.push(`${what} · quiz ${args.join(' ')}: ${bug instanceof Error ? bug.stack?.slice(0, 300) : bug}`);
    const harm = harmIn((out + err).replace(/^\uFEFF/, '').replaceAll('\r', ''));
    if (harm.length > 0) trouble.push(`${what} · quiz ${args.join(' ')}: ${harm}`);
    if (args.includes('--json') && out !== '') JSON.parse(out);
  }
  return trouble;
}

test('the history as it is has no trouble in any command', async () => {
  expect(await troubleWith(EVENTS, 'sound')).toEqual([]);
});

const VALUES: readonly unknown[] = [
  ...[null, 0, -1, 1e308, true, '', 'constructor', '__proto__', HOSTILE],
  ...[[], {}, [null], [{}], [[]], { id: 1 }, ['constructor'], [HOSTILE, null, 3, true]],
];

/** Paths to everything in an event that is no part of what every event must have. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const inner = Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...path, name]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function withValue(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  const copy = Array.isArray(value) ? [...value] : { ...(value as Event) };
  (copy as Event)[name] = withValue((copy as Event)[name], rest, put);
  return copy;
}

const KEPT = new Set(['id', 'at', 'type']);

/** Fields that may be anything, as paths; what every event must have is not among them. */
const FIELDS = EVENTS.map((event) => pathsIn(event).filter(([name]) => !KEPT.has(name as string)));
const put = (index: number, field: number, value: unknown): Event =>
  withValue(EVENTS[index], FIELDS[index]?.[field] ?? ['x'], value) as Event;

test('no command stumbles over fields that are nothing of the kind', async () => {
  const trouble: string[] = [];
  for (let round = 0; round < 12; round++) {
    const events = EVENTS.map((_, index) => {
      const fields = FIELDS[index]?.length ?? 1;
      return put(index, (round * 7 + index) % fields, VALUES[(round * 3 + index) % VALUES.length]);
    });
    trouble.push(...(await troubleWith(events, `round ${round}`)));
  }
  expect(trouble).toEqual([]);
}, 60_000);

// Twenty seconds for each event: it belongs to the whole of `npm run torture`.
describe.runIf(Number(process.env.QUIZ_FUZZ ?? 0) >= 10_000)('each field by itself, with each value', () => {
  test.each(EVENTS.map(({ type }, index) => [index, type] as const))(
    'event %i, %s',
    async (index) => {
      const trouble: string[] = [];
      for (const [field, path] of FIELDS[index]?.entries() ?? [])
        for (const value of VALUES) {
          const events = EVENTS.map((one, n) => (n === index ? put(index, field, value) : one));
          trouble.push(...(await troubleWith(events, `${path.join('.')} = ${JSON.stringify(value)?.slice(0, 30)}`)));
        }
      expect(trouble).toEqual([]);
    },
    3_600_000,
  );
});
