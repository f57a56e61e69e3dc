import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/core/bank/item.ts';
import { READ_AGAIN, type ReadAgain, roundTrip } from '../support/round-trips.ts';
import { aBankOf, aBlank, aMultiple, aShort, aSingle, aStatement } from '../support/written-items.ts';

/** What a text may be made of in formats that mark everything: all signs that mean something in any of them. */
const ANY = fc.constantFrom(
  ...[
    '~',
    '=',
    '#',
    '{',
    '}',
    ':',
    '\\',
    '<b>',
    '<',
    '>',
    '&',
    '&amp;',
    '"',
    "'",
    ',',
    '，',
    '。',
    '%50%',
    '[html]',
    '//',
  ],
  ...[
    '->',
    '::',
    ']]>',
    '*',
    'a',
    'B',
    '1',
    '甲',
    '乙',
    '丙',
    '丁',
    '戊',
    ' ',
    '\n',
    '$',
    '|',
    '；',
    '/',
    '-',
    '`',
    '🙂',
  ],
);
/** What a text of a paper may be made of: no numbers, labels or brackets, which mean something there. */
const PLAIN = fc.constantFrom(
  ...'甲乙丙丁戊己庚辛水火木金土山川风云雨雪花草树',
  '，',
  '、',
  '“',
  '”',
  '《',
  '》',
  '—',
  '3.5',
  'km',
);

const textOf = (unit: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.string({ unit, minLength: 1, maxLength: 24 }).map((text) => `天${text.trim()}地`);
const differing = (unit: fc.Arbitrary<string>, count: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(textOf(unit), {
    ...{ minLength: count, maxLength: count },
    selector: (text) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase(),
  });

function questions(unit: fc.Arbitrary<string>): fc.Arbitrary<Question[]> {
  const all = fc.tuple(
    differing(unit, 5),
    differing(unit, 4),
    fc.boolean(),
    fc.subarray(['A', 'B', 'C', 'D'], { minLength: 2 }),
  );
  return all.map(([stems, options, key, keys]) => {
    const [a = '', b = '', c = '', d = '', e = ''] = stems;
    const explanation = `因为${e}。`;
    return [
      aSingle({ stem: `${a}？`, options, key: keys[0], explanation }),
      aMultiple({ stem: `${b}有哪些？`, options, key: keys, explanation: '' }),
      aStatement({ stem: `${c}。`, key, explanation }),
      aBlank({
        stem: `${d}是____的。`,
        blanks: [{ accept: options.slice(0, 2), exact: false, unit: '', points: 1 }],
        explanation,
      }),
      aShort({ stem: `简述${e}。`, answer: `${a}\n${b}`, points: [], explanation }),
    ];
  });
}

const MARKED = READ_AGAIN.filter((format) => !['text', 'anki', 'csv', 'xlsx'].includes(format));

const comesBack = (format: ReadAgain, unit: fc.Arbitrary<string>, numRuns: number): void =>
  fc.assert(
    fc.property(questions(unit), (all) => {
      const { out, back } = roundTrip(aBankOf(all, { title: '天地' }), format);
      expect(back).toEqual(out);
    }),
    { numRuns },
  );

describe('a bank comes back as it went', () => {
  test.each(MARKED)('from %s, whatever signs are in its texts', (format) => comesBack(format, ANY, 150));

  test('from Anki, with texts that look like nothing of its own', () => comesBack('anki', PLAIN, 100));

  test.each(['text', 'csv', 'xlsx'] as const)('from %s, with texts as papers have them', (format) =>
    comesBack(format, PLAIN, 50),
  );
});
