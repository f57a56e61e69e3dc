import fc from 'fast-check';
import { formatInstant } from '../../src/core/day.ts';
import { CAUSES } from '../../src/core/drill/cause.ts';
import { RATINGS } from '../../src/core/drill/rating.ts';
import type { WrittenEvent } from '../../src/store/event-line.ts';
import { NOON } from '../store/history-support.ts';

/** A sitting of some kind with all that may happen in one, and what is said about it later. */
interface Sitting {
  readonly kind: 'drill' | 'exam' | 'practice' | 'sheet';
  readonly hoursAgo: number;
  /** How long it went on: some go on over several days. */
  readonly hours: number;
  readonly deeds: readonly Deed[];
  readonly ends: boolean;
}

interface Deed {
  readonly kind: 'answer' | 'flag' | 'undo' | 'redo' | 'cause';
  readonly item: string;
  readonly pick: number;
  /** How much later than the sitting something was said of it. */
  readonly laterHours: number;
}

interface Mark {
  readonly kind: 'starred' | 'suspended' | 'noted' | 'studied' | 'imported' | 'of a later version';
  readonly hoursAgo: number;
  readonly item: string;
  readonly pick: number;
}

const HOUR = 3_600_000;
const item = fc.constantFrom('b/p', 'b/q', 'b/r');
const hoursAgo = fc.integer({ min: 1, max: 24 * 12 });

const sitting = (...kinds: Sitting['kind'][]): fc.Arbitrary<Sitting> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    hoursAgo,
    hours: fc.constantFrom(0.2, 0.2, 0.2, 30, 90),
    deeds: fc.array(
      fc.record({
        kind: fc.constantFrom('answer', 'answer', 'answer', 'flag', 'undo', 'redo', 'cause'),
        item,
        pick: fc.nat(7),
        laterHours: fc.constantFrom(0, 0, 0, 26, 200),
      }),
      { maxLength: 7 },
    ),
    ends: fc.boolean(),
  });

const mark: fc.Arbitrary<Mark> = fc.record({
  kind: fc.constantFrom('starred', 'suspended', 'noted', 'studied', 'imported', 'of a later version'),
  hoursAgo,
  item,
  pick: fc.nat(7),
});

/** Which line, and what becomes of it. */
const oddity = (...kinds: string[]) => fc.record({ kind: fc.constantFrom(...kinds), line: fc.nat(60), to: fc.nat(60) });

const historiesOf = (
  sittings: fc.Arbitrary<Sitting>,
  oddities: ReturnType<typeof oddity>,
): fc.Arbitrary<WrittenEvent[]> =>
  fc
    .tuple(fc.array(sittings, { maxLength: 5 }), fc.array(mark, { maxLength: 5 }), fc.array(oddities, { maxLength: 4 }))
    .map(([sittings, marks, oddities]) => {
      const events = [...sittings.flatMap(eventsOf), ...marks.map(markEvent)];
      const inTime = events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return withOddities(numbered(inTime), oddities);
    });

/** Histories of some days as learners, wrong clocks, merges and other programs may have left them. */
export const histories = historiesOf(
  sitting('drill', 'drill', 'exam', 'practice', 'sheet'),
  oddity('moved', 'twice', 'disputed', 'future'),
);

/** Those in which the order of lines says most: practices, and clocks that were years ahead. */
export const wrongClockHistories = historiesOf(
  sitting('practice', 'practice', 'sheet', 'drill', 'exam'),
  oddity('moved', 'moved', 'twice', 'future', 'future', 'future'),
);

let drafted = 0;
/** Ids are given by time once all events are there. */
const draft = (ms: number, fields: object): WrittenEvent =>
  ({ id: `draft ${++drafted}`, at: formatInstant({ ms, offset: 480 }), device: 'k3f9', ...fields }) as WrittenEvent;

function eventsOf({ kind, hoursAgo, hours, deeds, ends }: Sitting): WrittenEvent[] {
  const startMs = NOON.ms - hoursAgo * HOUR;
  const mode = kind === 'sheet' ? 'practice' : kind;
  const started = draft(startMs, { type: 'session-started', mode, seed: '1', ...openingOf(kind, 1 + (hoursAgo % 7)) });
  const session = started.id;
  const answers: WrittenEvent[] = [];
  const undone: WrittenEvent[] = [];
  const events = deeds.flatMap(({ kind, item, pick, laterHours }, n): WrittenEvent[] => {
    const ms = startMs + ((n + 1) * hours * HOUR) / (deeds.length + 2);
    const rating = RATINGS[pick % RATINGS.length];
    const right = rating !== 'again';
    const answer = { type: 'answered', session, mode, item, right, rating, revision: 'r', response: ['A'] };
    const answered = (): WrittenEvent =>
      draft(ms, { ...answer, marks: right ? 1 : 0, of: 1, rule: 'exact', guess: pick > 5, ms: 4000 });
    const target = (of: readonly WrittenEvent[]): string => of[pick % of.length]?.id ?? session;
    if (kind === 'flag') return [draft(ms, { type: 'flagged', session, item, on: pick > 3 })];
    if (kind === 'cause')
      return [
        draft(ms + laterHours * HOUR, {
          type: 'cause',
          target: target(answers),
          item,
          cause: CAUSES[pick % CAUSES.length],
        }),
      ];
    const event =
      kind === 'answer'
        ? answered()
        : draft(ms + laterHours * HOUR, { type: 'voided', target: target(kind === 'undo' ? answers : undone) });
    if (kind !== 'redo') (kind === 'answer' ? answers : undone).push(event);
    return [event];
  });
  const end = draft(startMs + hours * HOUR, { type: 'session-ended', session, how: 'submitted' });
  return [started, ...events, ...(ends ? [end] : [])];
}

function openingOf(kind: Sitting['kind'], count: number): object {
  const form = ['b/p', 'b/q', 'b/r'].map((ref) => ({ item: ref, section: 0, of: 1, revision: 'r' }));
  const banks = [{ id: 'b', revision: 'b1' }];
  const choices = {
    topics: [],
    types: [],
    difficulty: null,
    count,
    only: null,
    order: 'sequential',
    feedback: 'item',
  };
  const practice = { ...choices, limitMinutes: null, perItemSeconds: null, shuffle: true };
  const paper = {
    paper: { id: 'p', title: '卷', bank: 'b', bands: [] },
    sections: [{ title: '一', scoring: 'exact', ordering: 'exact', wrong: 0, itemFloor: 0, sectionFloor: 0 }],
  };
  const settings = {
    ...(kind === 'practice' || kind === 'sheet' ? practice : {}),
    ...(kind === 'exam' || kind === 'sheet' ? paper : {}),
  };
  return { banks, form, settings };
}

function markEvent({ kind, hoursAgo, item, pick }: Mark): WrittenEvent {
  const rating = RATINGS[pick % RATINGS.length];
  const fields = {
    starred: { item, on: pick > 2 },
    suspended: { item, on: pick > 2 },
    noted: { item, text: pick > 2 ? `${pick}` : '' },
    studied: { bank: 'b', item, topic: 'a', scope: { topics: [], types: [] } },
    imported: { item, right: rating !== 'again', rating },
    'of a later version': { item },
  }[kind];
  return draft(NOON.ms - hoursAgo * HOUR, { type: kind, ...fields });
}

/** With ids that count up as the events were written. */
function numbered(events: readonly WrittenEvent[]): WrittenEvent[] {
  const ids = new Map(events.map(({ id }, n) => [id, `01980000-0000-7000-8000-${String(n + 1).padStart(12, '0')}`]));
  return JSON.parse(JSON.stringify(events), (_, value) => ids.get(value) ?? value);
}

function withOddities(
  events: readonly WrittenEvent[],
  oddities: readonly { readonly kind: string; readonly line: number; readonly to: number }[],
): WrittenEvent[] {
  const lines = [...events];
  for (const { kind, line, to } of oddities) {
    const at = line % Math.max(1, lines.length);
    const event = lines[at];
    if (!event) continue;
    if (kind === 'moved') lines.splice(to % lines.length, 0, ...lines.splice(at, 1));
    else if (kind === 'twice') lines.splice(to % (lines.length + 1), 0, event);
    else if (kind === 'disputed')
      lines.splice(to % (lines.length + 1), 0, {
        ...event,
        device: 'zzzz',
        right: false,
        rating: 'again',
      } as WrittenEvent);
    else lines[at] = { ...event, at: formatInstant({ ms: Date.parse(event.at) + 400 * 24 * HOUR, offset: 480 }) };
  }
  return lines;
}
