import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../src/core/day.ts';
import { eventLine, parseLine, type WrittenEvent } from '../../src/store/event-line.ts';
import { fullEvents, gathered, type LeanEvent, leanEvents } from '../../src/store/event-lines.ts';
import { anAnswer } from './history-support.ts';

const reasonOf = (line: string) => {
  const parsed = parseLine(line);
  return typeof parsed === 'string' ? parsed : null;
};

describe('a line', () => {
  const line = eventLine(anAnswer(1, { note: '"rating":"easy" {x} \\ 🙂', later: { deep: [1] } }));

  test('gives back the event it was made of, unknown fields too', () => {
    expect(parseLine(line)).toEqual(anAnswer(1, { note: '"rating":"easy" {x} \\ 🙂', later: { deep: [1] } }));
  });

  test.each([
    ['CRLF', line.replace('\n', '\r\n')],
    ['NUL', line.replace('k3f9', '\0\0\0\0')],
    ['NO_END_LINE', line.slice(0, -1)],
    ['NOT_CLOSED', line.replace(',\n', '\n')],
    ['NOT_JSON', line.slice(9)],
    ['NOT_JSON', '\n'],
    ['NOT_JSON', line.replace(',\n', '},\n')],
    ['END_INSIDE', '{"type":"end"}]}\n'],
    ['CONFLICT_MARK', '<<<<<<< ours\n'],
    ['CONFLICT_MARK', '=======\n'],
    ['NOT_AN_EVENT', '{"type":"answered"},\n'],
    ['NOT_AN_EVENT', eventLine(anAnswer(1, { at: '2026-11-22T21:05:13' }))],
    ['NOT_AN_EVENT', eventLine(anAnswer(1, { rating: 'splendid' }))],
    ['NOT_AN_EVENT', eventLine(anAnswer(1, { right: 1 }))],
  ])('is named %s', (reason, damaged) => {
    expect(reasonOf(damaged)).toBe(reason);
  });
});

describe('lean reading', () => {
  test('finds what parsing finds, whatever else the events hold', () => {
    fc.assert(
      fc.property(fc.array(anyEvent(), { maxLength: 8 }), (events) => {
        const bytes = Buffer.from(events.map((event) => event.line).join(''));
        const full = gathered<LeanEvent>(2);
        const lean = gathered<LeanEvent>(2);
        fullEvents(bytes, full as never);
        leanEvents(bytes, lean);
        expect(lean.faults).toEqual(full.faults);
        expect(lean.events).toEqual(full.events.map(leanByParsing));
        expect(lean.line).toBe(2 + events.length);
      }),
      { numRuns: 200 },
    );
  });

  test.each(['\0', '\r\n', '\n'])('names damage in an answer (%j) by its line', (damage) => {
    const lines = [1, 2, 3].map((n) => eventLine(anAnswer(n)));
    lines[1] = lines[1]?.replace('"device"', `${damage}"device"`) as string;
    const into = gathered<LeanEvent>(2);
    leanEvents(Buffer.from(lines.join('')), into);
    expect(into.events).toHaveLength(2);
    expect(into.faults[0]?.line).toBe(3);
  });

  test('needs no parsing for a plain answer', () => {
    const parse = JSON.parse;
    const into = gathered<LeanEvent>();
    JSON.parse = () => {
      throw new Error('parsed');
    };
    try {
      leanEvents(Buffer.from(eventLine(anAnswer(1, { item: '题库/易逝性', response: ['三个工作日'] }))), into);
    } finally {
      JSON.parse = parse;
    }
    expect(into.events).toEqual([leanByParsing(anAnswer(1, { item: '题库/易逝性' }))]);
  });
});

function leanByParsing(event: object): object {
  const { type, id, at, session, mode, item, right, rating } = event as Record<string, string>;
  if (type !== 'answered') return event;
  return { type, id, ...parseInstant(at as string), session, mode, item, right, rating };
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
      type: fc.constantFrom('answered', 'answered', 'answered', 'noted', 'from-the-future'),
    },
    { requiredKeys: ['id', 'at', 'device', 'type', 'session', 'mode', 'item', 'response'] },
  );
  const asWritten = fields.map((event) => eventLine(event as WrittenEvent));
  const inDocumentedOrder = fields.map(
    ({ id, at, device, type, session, mode, item, right, rating, ...rest }) =>
      `${JSON.stringify({ id, at, device, type, session, mode, item, ...rest, right, rating })},\n`,
  );
  const inAnyOrder = fields.map((event) => `${JSON.stringify(event)},\n`);
  return fc.oneof(asWritten, inDocumentedOrder, inAnyOrder).map((line) => ({ line }));
}
