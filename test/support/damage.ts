import fc from 'fast-check';
import { eventLine, type WrittenEvent } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';

/** Something that happens to a file. Places are shares of its length, so that it can happen to a file of any length. */
export interface Mishap {
  readonly name: string;
  apply(bytes: Buffer): Buffer;
}

const mishap = (name: string, apply: (bytes: Buffer) => Buffer): Mishap => ({ name, apply });
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const short = fc.oneof(
  share.map((s) => s * 0.02),
  share,
);
const placeIn = (bytes: Buffer, at: number): number => Math.floor(bytes.length * at);
const rangeOf = (bytes: Buffer, at: number, long: number): [number, number] => {
  const from = placeIn(bytes, at);
  return [from, Math.min(bytes.length, from + 1 + placeIn(bytes, long))];
};
const linesOf = (bytes: Buffer): string[] => bytes.toString('latin1').split(/(?<=\n)/);
const spliced = (bytes: Buffer, from: number, to: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(to)]);

/** Bytes of no kind, or pieces that mean something to a format. */
const garbageOf = (pieces: readonly string[]): fc.Arbitrary<Buffer> =>
  fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(...pieces).map((text) => Buffer.from(text)),
  );

const OF_HISTORIES = [
  ...['"', '{', '{"', '}', '[', ']', ',', ',,', '\\', '\\"', '\n', '\r\n', '\0\0\0\0', '{"id":"', '{"a":[', '\ufeff'],
  ...[HEADER, END, '=======\n', 'x{"y":"', '"}'],
];

const flip = fc.tuple(share, fc.integer({ min: 1, max: 255 })).map(([at, bits]) =>
  mishap(`flip ${at}`, (bytes) => {
    const changed = Buffer.from(bytes);
    const place = placeIn(bytes, at);
    if (bytes.length > 0) changed[place] = (changed[place] as number) ^ bits;
    return changed;
  }),
);
const cut = fc
  .tuple(share, short)
  .map(([at, long]) =>
    mishap(`cut ${at} ${long}`, (bytes) => spliced(bytes, ...rangeOf(bytes, at, long), Buffer.alloc(0))),
  );
const truncate = share.map((at) => mishap(`truncate ${at}`, (bytes) => bytes.subarray(0, placeIn(bytes, at))));
const double = fc.tuple(share, short, share).map(([at, long, to]) =>
  mishap(`double ${at} ${long} ${to}`, (bytes) => {
    const [from, until] = rangeOf(bytes, at, long);
    const place = placeIn(bytes, to);
    return spliced(bytes, place, place, bytes.subarray(from, until));
  }),
);
const swap = fc.tuple(share, share).map(([one, other]) =>
  mishap(`swap ${one} ${other}`, (bytes) => {
    const lines = linesOf(bytes);
    const [a, b] = [Math.floor(one * lines.length), Math.floor(other * lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return Buffer.from(lines.join(''), 'latin1');
  }),
);
const insert = (pieces: readonly string[]): fc.Arbitrary<Mishap> =>
  fc
    .tuple(share, garbageOf(pieces))
    .map(([at, piece]) =>
      mishap(`insert ${at} ${JSON.stringify(piece.toString('latin1'))}`, (bytes) =>
        spliced(bytes, placeIn(bytes, at), placeIn(bytes, at), piece),
      ),
    );
/** A range goes to another place. */
const move = fc.tuple(share, short, share).map(([at, long, to]) =>
  mishap(`move ${at} ${long} ${to}`, (bytes) => {
    const [from, until] = rangeOf(bytes, at, long);
    const rest = spliced(bytes, from, until, Buffer.alloc(0));
    const place = placeIn(rest, to);
    return spliced(rest, place, place, bytes.subarray(from, until));
  }),
);
const zeros = fc.tuple(share, short).map(([at, long]) =>
  mishap(`zeros ${at} ${long}`, (bytes) => {
    const [from, to] = rangeOf(bytes, at, long);
    return spliced(bytes, from, to, Buffer.alloc(to - from));
  }),
);
const conflict = fc.tuple(share, share).map(([from, to]) =>
  mishap(`conflict ${from} ${to}`, (bytes) => {
    const lines = linesOf(bytes);
    const [a, b] = [from, to].map((at) => Math.floor(at * lines.length)).sort((x, y) => x - y) as [number, number];
    const between = lines.slice(a, b);
    const half = Math.floor(between.length / 2);
    const ours = ['<<<<<<< HEAD\n', ...between.slice(0, half), '=======\n', ...between.slice(half), '>>>>>>> other\n'];
    return Buffer.from([...lines.slice(0, a), ...ours, ...lines.slice(b)].join(''), 'latin1');
  }),
);
const unbroken = share.map((at) =>
  mishap(`line break ${at} taken out`, (bytes) => {
    const place = bytes.indexOf('\n', placeIn(bytes, at));
    return place < 0 ? bytes : spliced(bytes, place, place + 1, Buffer.alloc(0));
  }),
);
const uncommaed = share.map((at) =>
  mishap(`comma ${at} taken out`, (bytes) => {
    const place = bytes.indexOf('},\n', placeIn(bytes, at));
    return place < 0 ? bytes : spliced(bytes, place + 1, place + 2, Buffer.alloc(0));
  }),
);
const laidOut = share.map((at) =>
  mishap(`event ${at} laid out`, (bytes) => {
    const lines = linesOf(bytes);
    const which = Math.floor(at * lines.length);
    try {
      const event = JSON.parse(Buffer.from((lines[which] ?? '').replace(/,\n$/, ''), 'latin1').toString()) as object;
      lines[which] = Buffer.from(`${JSON.stringify(event, null, 2)},\n`).toString('latin1');
    } catch {
      // Not the line of an event any more.
    }
    return Buffer.from(lines.join(''), 'latin1');
  }),
);
/** A copy of an event that says something else under the same id. */
const contradicted = fc.tuple(share, share).map(([at, to]) =>
  mishap(`event ${at} contradicted at ${to}`, (bytes) => {
    const lines = linesOf(bytes);
    const line = lines[Math.floor(at * lines.length)] ?? '';
    return Buffer.from(
      lines.toSpliced(Math.floor(to * lines.length), 0, line.replace(':13.120', ':13.121')).join(''),
      'latin1',
    );
  }),
);
const CRLF = mishap('CRLF', (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'));
const MARK = mishap('byte order mark', (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]));
const BEHEADED = mishap('beheaded', (bytes) => bytes.subarray(bytes.indexOf('\n') + 1));
const CRLF_OR_MARK = fc.constantFrom(CRLF, MARK);

/** One to four things that happen to a file, one after the other. */
export const mishaps: fc.Arbitrary<readonly Mishap[]> = fc.array(
  fc.oneof(
    flip,
    cut,
    truncate,
    double,
    swap,
    insert(OF_HISTORIES),
    zeros,
    conflict,
    unbroken,
    uncommaed,
    laidOut,
    contradicted,
    CRLF_OR_MARK,
    fc.constant(BEHEADED),
  ),
  { minLength: 1, maxLength: 4 },
);

/** The same that happens to any file, of whatever format; `pieces` mean something to it. */
export const mishapsWith = (pieces: readonly string[]): fc.Arbitrary<readonly Mishap[]> =>
  fc.array(
    fc.oneof(
      flip,
      cut,
      truncate,
      double,
      move,
      swap,
      { arbitrary: insert(pieces), weight: 6 },
      zeros,
      unbroken,
      CRLF_OR_MARK,
    ),
    { minLength: 1, maxLength: 4 },
  );

export const afterAll = (bytes: Buffer, happened: readonly Mishap[]): Buffer =>
  happened.reduce((before, { apply }) => apply(before), bytes);

/** Two sessions with all that a history holds: long forms, typed texts, braces in texts, a kind that nobody knows. */
export function aMixedHistory(): readonly WrittenEvent[] {
  let n = 0;
  const event = (fields: Readonly<Record<string, unknown>> & { readonly type: string }): WrittenEvent => {
    const hex = (++n).toString(16).padStart(12, '0');
    const minute = String(n % 60).padStart(2, '0');
    return {
      id: `01980000-0000-7000-8000-${hex}`,
      at: `2026-11-22T20:${minute}:13.120+08:00`,
      device: 'k3f9',
      ...fields,
    };
  };
  const session = `01980000-0000-7000-8000-${'1'.padStart(12, '0')}`;
  const answer = (item: string, more: object): WrittenEvent =>
    event({ type: 'answered', session, mode: 'drill', item, right: true, rating: 'good', revision: '9f2c', ...more });
  const form = ['a', 'b', 'c', 'd'].map((item) => ({ item: `b/${item}`, order: ['B', 'A', 'C'] }));
  return [
    event({
      type: 'session-started',
      mode: 'drill',
      banks: [{ id: 'b', revision: 'f3' }],
      settings: {},
      seed: '8d',
      form,
    }),
    answer('b/a', { order: ['B', 'A', 'C'], response: ['A'], marks: 1, of: 1, rule: 'exact', guess: false, ms: 5120 }),
    answer('b/b', { response: ['他说"易逝性"{"id":"x"}\\', '第二行\n'], steps: ['exact', null], draft: ['}'], ms: 3 }),
    event({ type: 'starred', item: 'b/a', on: true }),
    event({ type: 'noted', item: 'b/b', text: '服务不能储存 {错过} "了"\n\t就没有了 😀' }),
    answer('b/c', { right: false, rating: 'again', response: [true], ms: 800 }),
    event({ type: 'voided', target: `01980000-0000-7000-8000-${'6'.padStart(12, '0')}` }),
    event({ type: 'dreamt', of: [{ sheep: [1, 2, { id: 'no event' }] }], at2: null }),
    answer('b/d', { response: ['B'], ms: 1200 }),
    event({ type: 'cause', target: `01980000-0000-7000-8000-${'6'.padStart(12, '0')}`, item: 'b/c', cause: 'slip' }),
    event({ type: 'session-ended', session, how: 'submitted' }),
    ...Array.from({ length: 4 }, (_, i) => event({ type: 'suspended', item: `b/${i}`, on: i % 2 === 0 })),
  ];
}

export const historyText = (events: readonly WrittenEvent[]): string => HEADER + events.map(eventLine).join('') + END;
