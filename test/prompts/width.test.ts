import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { chop, graphemesOf, headOf, isSimple, padEnd, truncate, widthOf } from '../../src/prompts/width.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...'服务“”…（）ａ 　ab1é👩‍💻')).map((all) => all.join('')),
);
const someColumns = fc.integer({ min: 0, max: 12 });

describe('width', () => {
  test.each([
    ['abc', 3],
    ['服务，好', 8],
    ['（ａ）', 6],
    ['“好”……', 6],
    ['①②', 2],
    ['👩🏽‍💻', 2],
    ['é', 1],
    ['\u001B[1m服\u001B[22m', 2],
    ['', 0],
  ])('%s takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  test('the short way for common text agrees with the tables', () => {
    const wrong: string[] = [];
    // Han by every 37th: twenty thousand of them are alike.
    for (let code = 0x20; code < 0xffff; code += code > 0x4e00 && code < 0x9fc0 ? 37 : 1) {
      if (code === 0xa000) code = 0xfe00;
      const character = String.fromCharCode(code);
      if (widthOf(character) !== stringWidth(character)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('a text is as wide as its characters together', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const graphemes = graphemesOf(text);
        expect(graphemes.join('')).toBe(text);
        expect(graphemes.reduce((sum, each) => sum + widthOf(each), 0)).toBe(widthOf(text));
      }),
    );
  });
});

describe('fitting', () => {
  test('padding counts columns, not characters', () => {
    expect(padEnd('服务', 6)).toBe('服务  ');
    expect(padEnd('服务', 3)).toBe('服务');
  });

  test('a cut text ends in an ellipsis and never in half a character', () => {
    expect(truncate('服务的特性', 10)).toBe('服务的特性');
    expect(truncate('服务的特性', 9)).toBe('服务的特…');
    expect(truncate('服务的特性', 8)).toBe('服务的…');
    expect(truncate('a👩🏽‍💻b', 3)).toBe('a…');
    expect(truncate('服务', 1)).toBe('…');
    expect(truncate('服务', 0)).toBe('');
  });

  test('verbatim text is cut at the columns, its spaces kept', () => {
    expect(chop('a  服务', 4)).toEqual(['a  ', '服务']);
    expect(chop('服务', 1)).toEqual(['服', '务']);
    expect(chop('', 4)).toEqual(['']);
  });

  test('what is cut fits, and what fits is not cut', () => {
    fc.assert(
      fc.property(anyText, someColumns, (text, columns) => {
        expect(widthOf(truncate(text, columns))).toBeLessThanOrEqual(columns);
        expect(truncate(text, widthOf(text))).toBe(text);
        expect(text.startsWith(headOf(text, columns))).toBe(true);
        expect(chop(text, columns).join('')).toBe(text);
      }),
    );
  });
});

describe('a long text', () => {
  test('has the characters that it would have in one piece, wherever it is cut', () => {
    const pieces = fc.constantFrom(
      '👩🏽‍💻',
      '🇨🇳',
      'e\u0301',
      '👨‍👩‍👧‍👦',
      '服',
      'a',
      '\r\n',
      '\u1112\u1161\u11ab',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), fc.nat(20), (some, lead) => {
        const text = 'x'.repeat(lead) + some.join('').repeat(1500);
        const whole = Array.from(new Intl.Segmenter().segment(text.slice(0, 60_000)), ({ segment }) => segment).slice(
          0,
          -8,
        );
        expect(graphemesOf(text).slice(0, whole.length)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  test('of a hundred thousand characters is taken apart at once', () => {
    const began = performance.now();
    expect(graphemesOf('⟨é⟩'.repeat(35_000))).toHaveLength(105_000);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('simple text', () => {
  test('each simple character is as wide as the tables say, alone and between others', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0xffff; code++) {
      const character = String.fromCharCode(code);
      if (!isSimple(character)) continue;
      if (
        widthOf(character) !== stringWidth(character) ||
        widthOf(`a${character}中`) !== stringWidth(`a${character}中`)
      )
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});
