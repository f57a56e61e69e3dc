import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithinTopic } from '../../../src/core/bank/bank.ts';
import { blankCount, splitAtBlanks } from '../../../src/core/bank/blanks.ts';
import { parseLetters, parseTruth } from '../../../src/core/bank/letters.ts';
import { nearNames } from '../../../src/core/bank/near.ts';

describe('letters', () => {
  test('stand alone or with separators between them', () => {
    for (const text of ['ABD', 'A、B、D', 'A,B,D', 'A；B；D', 'A > B > D', ' a b d '])
      expect(parseLetters(text)).toEqual(['A', 'B', 'D']);
  });

  test('are not found in anything else', () => {
    for (const value of ['', '  ', '1', '甲', 'A1', 'A(B)', null, undefined, 3, true, ['A', 1], []])
      expect(parseLetters(value)).toBeNull();
  });

  test('are read back from any way of writing them', () => {
    const letters = fc.array(fc.constantFrom(...'ABCDEFGH'), { minLength: 1 });
    fc.assert(
      fc.property(letters, fc.constantFrom('', ' ', '、', ', ', '→'), (some, separator) => {
        expect(parseLetters(some.join(separator).toLowerCase())).toEqual(some);
        expect(parseLetters(some)).toEqual(some);
      }),
    );
  });
});

test('truth is read from words and signs, and from nothing else', () => {
  expect(['对', ' √ ', 'Ｔ', 'TRUE', true].map(parseTruth)).toEqual(Array(5).fill(true));
  expect(['错', '×', 'x', 'False', false].map(parseTruth)).toEqual(Array(5).fill(false));
  expect(['', 'maybe', 1, null, undefined, []].map(parseTruth)).toEqual(Array(6).fill(null));
});

describe('blanks', () => {
  test('are rows of underscores and empty brackets', () => {
    expect(blankCount('____和（  ）、( )、（　）')).toBe(4);
    expect(blankCount('snake_case（见上）f(x)')).toBe(0);
  });

  test('cut a stem into one piece more', () => {
    expect(splitAtBlanks('甲____乙（）')).toEqual(['甲', '乙', '']);
    fc.assert(fc.property(fc.string(), (stem) => splitAtBlanks(stem).length === blankCount(stem) + 1));
  });
});

describe('near names', () => {
  test('come nearest first, and none where none is near', () => {
    expect(nearNames('l3-teory', ['l3-theory', 'l3-skills', 'sales'])).toEqual(['l3-theory']);
    expect(nearNames('theory', ['sales', 'l3-theory'])).toEqual(['l3-theory']);
    expect(nearNames('xyz', ['sales'])).toEqual([]);
  });
});

test('a topic holds itself and what is below, not what begins alike', () => {
  expect(isWithinTopic('a.b', 'a')).toBe(true);
  expect(isWithinTopic('a', 'a')).toBe(true);
  expect(isWithinTopic('ab', 'a')).toBe(false);
  expect(isWithinTopic('a', 'a.b')).toBe(false);
});
