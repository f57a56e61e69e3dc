import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenIn, withoutHidden } from '../../src/core/hidden-places.ts';
import { PAYLOADS } from '../support/hostile.ts';

const kindsOf = (text: string): string[] => hiddenIn(text).map(({ kind }) => kind);

describe('a character that does not belong is found', () => {
  test.each([
    ['an escape', 'a\u001b[2J', 'control'],
    ['a C1 control', '\u009b2J', 'control'],
    ['a form feed', 'a\fb', 'control'],
    ['an override', '甲\u202e乙', 'direction'],
    ['an isolate', '甲\u2066乙', 'direction'],
    ['a mark in a text from left to right', 'a\u200fb', 'direction'],
    ['half a character', 'a\ud800', 'surrogate'],
    ['a zero width space', '客\u200b户', 'invisible'],
    ['a joiner between Han characters', '客\u200d户', 'invisible'],
    ['a non-joiner between Latin letters', 'pay\u200cpal', 'invisible'],
    ['two joiners where one would do', 'ن\u200c\u200cم', 'invisible'],
    ['a byte order mark inside', 'a\ufeffb', 'invisible'],
    ['a soft hyphen', 'a\u00adb', 'invisible'],
    ['a tag', 'a\u{e0041}', 'invisible'],
    ['tags that make no flag in use', '🏴\u{e0061}\u{e0062}\u{e007f}', 'invisible'],
    ['a selector behind a letter', 'a\ufe0f', 'invisible'],
    ['a second selector', '葛\u{e0100}\u{e0101}', 'invisible'],
    ['a selector behind nothing', '\ufe0f', 'invisible'],
  ])('%s', (_, text, kind) => {
    expect(kindsOf(text)).toContain(kind);
  });

  test('every payload of the hostile tests', () => {
    for (const [name, payload] of Object.entries(PAYLOADS))
      expect(hiddenIn(`甲${payload}乙`).length, name).toBeGreaterThan(0);
  });
});

test.each([
  ['white space', '甲\t乙\r\n丙\n'],
  ['a family', '👨‍👩‍👧‍👦'],
  ['a profession with a skin tone', '👩🏽‍💻'],
  ['a heart on fire', '❤️‍🔥'],
  ['a keycap', '1️⃣'],
  ['a flag of letters', '🇨🇳'],
  ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['Persian', 'می\u200cخواهم'],
  ['Hindi', 'क\u094d\u200dष क\u094d\u200cष'],
  ['Malayalam', 'ന\u0d4d\u200d'],
  ['Mongolian', '\u1820\u180b'],
  ['a shape of an ideograph', '葛\u{e0100}城'],
  ['punctuation of a country', '、\ufe00'],
  ['Hebrew with a mark', 'שלום\u200f!'],
  ['mathematics', '≨\ufe00'],
])('%s is left alone', (_, text) => {
  expect(hiddenIn(text)).toEqual([]);
  expect(withoutHidden(text)).toBe(text);
});

test('what is taken out is what was found, and nothing is found again', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...Object.values(PAYLOADS), '甲', 'a', '👩', '\u200d', 'ن', '\ufe0f'), fc.string()))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (some) => {
      const rest = withoutHidden(some);
      expect(rest.length).toBe(some.length - hiddenIn(some).reduce((sum, { character }) => sum + character.length, 0));
      for (const { character } of hiddenIn(rest)) expect(['\u200c', '\u200d', '\ufe0f']).toContain(character);
    }),
  );
});
