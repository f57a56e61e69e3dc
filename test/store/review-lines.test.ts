import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant, studyDayOf } from '../../src/core/day.ts';
import { RATINGS } from '../../src/core/drill/rating.ts';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { importedReview } from '../../src/core/history/imported.ts';
import type { Reviews } from '../../src/core/history/reviews.ts';
import { eventLine, type WrittenEvent } from '../../src/store/event-line.ts';
import { fullEvents, gathered } from '../../src/store/event-lines.ts';
import { ReviewLines } from '../../src/store/review-lines.ts';
import { anAnswer } from './history-support.ts';

const rowsOf = (reviews: Reviews): object[] => {
  const { count, items, item, rating, ms, on } = reviews;
  return Array.from({ length: count }, (_, row) => ({
    id: reviews.idOf(row),
    item: items[item[row] as number],
    rating: RATINGS[rating[row] as number],
    ms: ms[row],
    on: on[row],
  }));
};

const rowByParsing = ({ id, at, item, rating }: Record<string, string>): object => {
  const instant = parseInstant(at as string) as { ms: number; offset: number };
  return { id, item, rating, ms: instant.ms, on: studyDayOf(instant) };
};

const readingOf = (lines: readonly string[]): ReviewLines => {
  const reading = new ReviewLines();
  reading.line = 2;
  reading.read(Buffer.from(lines.join('')));
  return reading;
};

interface Sat {
  readonly type: string;
  readonly mode: string;
  readonly session: string;
}

/** Rows of exams and practices, and the number of each. */
const sittingsOf = (answers: readonly Sat[]): [number, number][] => {
  const isSheet = ({ type, mode }: Sat): boolean => type === 'answered' && mode !== 'drill';
  const sessions = [...new Set(answers.filter(isSheet).map(({ session }) => session))];
  return answers.flatMap((answer, row): [number, number][] =>
    !isSheet(answer) ? [] : [[row, sessions.indexOf(answer.session)]],
  );
};

const isAnswer = (event: HistoryEvent): boolean => event.type === 'answered' || importedReview(event) !== null;

describe('reading for the fold', () => {
  test('finds what parsing finds, whatever else the events hold', () => {
    fc.assert(
      fc.property(fc.array(anyEvent(), { maxLength: 8 }), (events) => {
        const full = gathered<HistoryEvent>(2);
        fullEvents(Buffer.from(events.map(({ line }) => line).join('')), full);
        const reading = readingOf(events.map(({ line }) => line));
        expect(reading.faults).toEqual(full.faults);
        expect(rowsOf(reading.reviews)).toEqual(
          full.events.filter(isAnswer).map((event) => rowByParsing(event as never)),
        );
        expect([...reading.reviews.sittings]).toEqual(sittingsOf(full.events.filter(isAnswer) as never));
        expect(reading.marks).toEqual(full.events.filter((event) => !isAnswer(event)));
        expect(reading.line).toBe(2 + events.length);
      }),
      { numRuns: 300 },
    );
  });

  test('reads each answer of a sitting as it reads that answer alone, whatever is spoilt in some of them', () => {
    fc.assert(
      fc.property(fc.array(anySitting(), { minLength: 1, maxLength: 4 }), (sittings) => {
        const lines = sittings
          .flat()
          .join('')
          .split(/(?<=\n)/);
        const together = readingOf(lines);
        const alone = lines.map((line) => readingOf([line]));
        expect(rowsOf(together.reviews)).toEqual(alone.flatMap(({ reviews }) => rowsOf(reviews)));
        expect(together.reviews.sittings.size).toBe(alone.reduce((sum, { reviews }) => sum + reviews.sittings.size, 0));
        expect(together.marks).toEqual(alone.flatMap(({ marks }) => marks));
        const reasons = (reading: ReviewLines) => reading.faults.map(({ reason }) => reason);
        expect(reasons(together)).toEqual(alone.flatMap(reasons));
      }),
      { numRuns: 500 },
    );
  });

  test.each(['\0', '\r\n', '\n'])('names damage in an answer (%j) by its line', (damage) => {
    const lines = [1, 2, 3].map((n) => eventLine(anAnswer(n)));
    lines[1] = lines[1]?.replace('"device"', `${damage}"device"`) as string;
    const reading = readingOf(lines);
    expect(reading.reviews.count).toBe(2);
    expect(reading.faults[0]?.line).toBe(3);
  });

  test('names a line that another has run into', () => {
    const lines = [1, 2, 3].map((n) => eventLine(anAnswer(n)));
    const reading = readingOf([(lines[0] as string).trimEnd(), ...lines.slice(1)]);
    expect(reading.faults).toEqual([{ line: 2, reason: 'NOT_JSON' }]);
    expect(reading.reviews.count).toBe(1);
  });

  test('needs no parsing for a plain answer, in our order of fields or in that of the documentation, nor for one from elsewhere', () => {
    const answer = anAnswer(1, { item: '题库/易逝性', response: ['三个工作日'] });
    const { right, rating, ...rest } = answer as unknown as Record<string, unknown>;
    const documented = `${JSON.stringify({ ...rest, right, rating, ms: 1 })},\n`;
    const parse = JSON.parse;
    JSON.parse = () => {
      throw new Error('parsed');
    };
    const {
      session: _,
      mode: __,
      ...elsewhere
    } = { ...answer, type: 'imported', ms: 1 } as never as WrittenEvent & Sat;
    let reading: ReviewLines;
    try {
      reading = readingOf([eventLine(answer), documented, eventLine(elsewhere)]);
    } finally {
      JSON.parse = parse;
    }
    expect(rowsOf(reading.reviews)).toEqual([1, 2, 3].map(() => rowByParsing(answer as never)));
  });

  test('passes over the openings of drills and practices, but not over those of sheets that can be taken up', () => {
    const opening = (n: number, mode: string, settings: object = {}) =>
      eventLine({
        ...{ id: anAnswer(n).id, at: anAnswer(n).at, device: 'k3f9', type: 'session-started', mode, banks: [] },
        ...{ settings, form: [{ item: 'b/i' }] },
      } as unknown as WrittenEvent);
    const paper = { paper: { id: 'practice', title: 'Practice' } };
    const reading = readingOf([
      opening(1, 'drill'),
      opening(2, 'practice'),
      opening(3, 'exam', paper),
      opening(4, 'practice', paper),
      eventLine(anAnswer(5)),
    ]);
    expect(reading.marks.map(({ id }) => id)).toEqual([anAnswer(3).id, anAnswer(4).id]);
    expect(reading.reviews.count).toBe(1);
  });

  test('passes over the opening of a practice that judges at once, but not of one that can be gone on with', () => {
    const opening = (n: number, settings: object) =>
      eventLine({
        ...anAnswer(n),
        type: 'session-started',
        mode: 'practice',
        banks: [],
        settings,
        form: [{ item: 'b/i' }],
      } as WrittenEvent);
    const reading = readingOf([opening(1, { feedback: 'item' }), opening(2, { paper: { id: 'practice' } })]);
    expect(reading.marks).toMatchObject([{ settings: { paper: { id: 'practice' } } }]);
  });
});

/** Lines that are alike in all but a few places; of some lines a few characters are others than they were. */
function anySitting(): fc.Arbitrary<string[]> {
  const name = fc.constantFrom('k3f9', '', 'ä', '\u{1f642}', 'x'.repeat(9));
  const sitting = fc.record({
    device: name,
    session: fc.oneof(fc.uuid(), name),
    mode: fc.constantFrom('drill', 'drill', 'exam', 'practice'),
    day: fc.constantFrom('2026-11-22', '2026-02-28', '2026-02-30'),
    zone: fc.constantFrom('+08:00', '-03:30', '+24:00'),
  });
  const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
  const answer = fc.record({
    id: fc.oneof(fc.uuid(), fc.constant('x'.repeat(36))),
    time: fc
      .tuple(two(24), two(60), two(60), fc.integer({ min: 100, max: 999 }))
      .map((t) => `${t[0]}:${t[1]}:${t[2]}.${t[3]}`),
    item: fc.constantFrom('b/i1', 'b/i2', 'b/i2', '库/题#2', 'b/a', 'b\\\\a', ''),
    right: fc.boolean(),
    rating: fc.constantFrom('again', 'hard', 'good', 'easy', 'goods'),
    spoilt: fc.option(
      fc.record({ at: fc.nat(), by: fc.constantFrom('"', '\\', '{', '}', '0', ':', 'T', '\n', '\u00e9') }),
      {
        freq: 3,
      },
    ),
  });
  return fc.tuple(sitting, fc.array(answer, { minLength: 1, maxLength: 12 })).map(([{ day, zone, ...rest }, answers]) =>
    answers.map(({ time, spoilt, id, item, ...outcome }) => {
      const { device, session, mode } = rest;
      const at = `${day}T${time}${zone}`;
      const line = eventLine({
        id,
        at,
        device,
        type: 'answered',
        session,
        mode,
        item,
        ...outcome,
        ms: 5,
      } as WrittenEvent);
      if (!spoilt) return line;
      const place = spoilt.at % line.length;
      return line.slice(0, place) + spoilt.by + line.slice(place + 1);
    }),
  );
}

function anyEvent(): fc.Arbitrary<{ line: string }> {
  const text = fc.oneof(
    fc.constantFrom('"rating":"easy"', ',"right":false,', '{}', '\\', '\\"', '🙂', '易逝性', '},\n{"id":"', 'a"b'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
  const usual = fc
    .tuple(
      fc.integer({ min: 1000, max: 9999 }),
      two(13),
      two(32),
      two(25),
      two(61),
      two(61),
      fc.constantFrom('+08:00', '-03:30', '-00:00', '+24:00', '+05:75'),
    )
    .map(([y, mo, d, h, mi, s, zone]) => `${y}-${mo}-${d}T${h}:${mi}:${s}.120${zone}`);
  const at = fc.oneof(
    usual,
    usual,
    fc.constantFrom(
      '2026-11-22T21:05:13Z',
      '2026-11-22T21:05:13.1234+08:00',
      '2026-11-22 21:05:13.120+08:00',
      '2026-11-22T21:05:13.12x+08:00',
      '2026-11-22T21:05:1..120+08:00',
      'x'.repeat(29),
    ),
  );
  const fields = fc.record(
    {
      id: fc.oneof(fc.uuid(), text),
      at,
      device: text,
      session: fc.oneof(fc.uuid(), text),
      mode: fc.constantFrom('drill', 'exam', 'practice', 'other'),
      item: fc.oneof(fc.constantFrom('b/i1', 'b/i2', '库/题#2'), text),
      right: fc.oneof(fc.boolean(), fc.boolean(), fc.constant('true')),
      rating: fc.constantFrom('again', 'hard', 'good', 'easy', 'splendid'),
      response: fc.array(text, { maxLength: 3 }),
      more: fc.oneof(fc.jsonValue(), fc.constant({ rating: 'hard', right: true })),
      type: fc.constantFrom('answered', 'answered', 'answered', 'imported', 'noted', 'from-the-future'),
    },
    { requiredKeys: ['id', 'at', 'device', 'type', 'session', 'mode', 'item', 'response'] },
  );
  const asWritten = fields.map((event) => eventLine(event as WrittenEvent));
  const fromElsewhere = fields.map(({ session: _, mode: __, response: ___, ...event }) =>
    eventLine({ ...event, type: 'imported' } as WrittenEvent),
  );
  const inDocumentedOrder = fields.map(
    ({ id, at, device, type, session, mode, item, right, rating, ...rest }) =>
      `${JSON.stringify({ id, at, device, type, session, mode, item, ...rest, right, rating })},\n`,
  );
  const inAnyOrder = fields.map((event) => `${JSON.stringify(event)},\n`);
  return fc.oneof(asWritten, fromElsewhere, inDocumentedOrder, inAnyOrder).map((line) => ({ line }));
}
