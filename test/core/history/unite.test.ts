import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant, studyDayOf } from '../../../src/core/day.ts';
import type { Entry } from '../../../src/core/history/entry.ts';
import { saysTheSame, unite } from '../../../src/core/history/unite.ts';

const NOW = { ms: Date.UTC(2026, 10, 22, 4), offset: 480 };
const TODAY = studyDayOf(NOW);
const HOUR = 3_600_000;

/** `hours` from now; `text` beyond what every event has. */
function anEntry(id: string, hours: number, fields: object = {}): Entry {
  const at = { ms: NOW.ms + hours * HOUR, offset: 480 };
  return { id, at, text: JSON.stringify({ id, at: formatInstant(at), ...fields }) };
}

const ids = (entries: readonly Entry[]): string => entries.map(({ id }) => id).join('');

const histories = fc.array(
  fc
    .record({
      id: fc.constantFrom(...'abcdefgh'),
      hours: fc.integer({ min: -60, max: 90 }),
      variant: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ id, hours, variant }) => anEntry(id, hours, { variant })),
  { maxLength: 8 },
);

describe('the union of histories', () => {
  test('has every event once, in order of time', () => {
    const [a, b, c] = [anEntry('a', -3), anEntry('b', -2), anEntry('c', -1)];
    expect(
      ids(
        unite(
          [
            [a, c],
            [b, c],
          ],
          TODAY,
        ).entries,
      ),
    ).toBe('abc');
  });

  test('keeps both where one id says two things, and names it', () => {
    const { entries, conflicts } = unite(
      [[anEntry('a', -3, { right: true })], [anEntry('a', -3, { right: false })]],
      TODAY,
    );
    expect(ids(entries)).toBe('aa');
    expect(conflicts).toMatchObject([{ id: 'a' }]);
    expect(conflicts[0]?.texts).toHaveLength(2);
  });

  test('sees no difference in the order of fields and in spaces', () => {
    const plain = anEntry('a', -3, { x: [1, { y: 2, z: 3 }] });
    const other = {
      ...plain,
      text: `{ "x": [1, {"z":3,"y":2}], "at": ${JSON.stringify(formatInstant(plain.at))}, "id":"a" }`,
    };
    expect(saysTheSame(plain.text, other.text)).toBe(true);
    expect(unite([[plain], [other]], TODAY)).toEqual(unite([[other], [plain]], TODAY));
    expect(unite([[plain], [other]], TODAY).conflicts).toEqual([]);
  });

  test('an event of a wrong clock stays behind the one it stood behind', () => {
    const mine = [anEntry('a', -30), anEntry('f', 9_000), anEntry('b', -10)];
    const theirs = [anEntry('c', -20)];
    expect(ids(unite([mine, theirs], TODAY).entries)).toBe('afcb');
  });

  test('is blind to the order of the histories', () => {
    fc.assert(
      fc.property(histories, histories, histories, (a, b, c) => {
        expect(unite([c, a, b], TODAY)).toEqual(unite([a, b, c], TODAY));
      }),
    );
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(histories, histories, (a, b) => {
        const united = unite([a, b], TODAY);
        expect(unite([united.entries, a, b, united.entries], TODAY)).toEqual(united);
      }),
    );
  });

  test('never drops an event and never makes one', () => {
    fc.assert(
      fc.property(histories, histories, (a, b) => {
        const texts = (entries: readonly Entry[]): string[] => [...new Set(entries.map(({ text }) => text))].sort();
        expect(texts(unite([a, b], TODAY).entries)).toEqual(texts([...a, ...b]));
      }),
    );
  });

  test('taken in steps it has the same events', () => {
    fc.assert(
      fc.property(histories, histories, histories, (a, b, c) => {
        const stepwise = unite([unite([a, b], TODAY).entries, c], TODAY)
          .entries.map(({ text }) => text)
          .sort();
        expect(stepwise).toEqual(
          unite([a, b, c], TODAY)
            .entries.map(({ text }) => text)
            .sort(),
        );
      }),
    );
  });
});
