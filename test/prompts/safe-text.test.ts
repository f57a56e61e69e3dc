import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLine, safeText } from '../../src/prompts/safe-text.ts';

const HOSTILE = [
  '\u001B[2J',
  '\u009B31m',
  '\u202E',
  '\u200D',
  '\uFE0F',
  '\uD83D',
  '\uDC69',
  '\r',
  '\n',
  '\t',
  '👩',
  '1',
  '\u20E3',
  '⟨',
  '服',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 12 }).map((parts) => parts.join('')),
);

describe('what would act on the terminal is spelled out', () => {
  test.each([
    ['an escape sequence', 'a\u001B[31mb', 'a⟨U+001B⟩[31mb'],
    ['a one-character control sequence', '\u009B2J', '⟨U+009B⟩2J'],
    ['bell, backspace and delete', '\u0007\b\u007F', '⟨U+0007⟩⟨U+0008⟩⟨U+007F⟩'],
    ['a lone carriage return', '对\r错', '对⟨U+000D⟩错'],
    ['a direction override', '\u202E甲\u202C', '⟨U+202E⟩甲⟨U+202C⟩'],
    ['isolates and direction marks', '\u2066\u2069\u200E\u200F\u061C', '⟨U+2066⟩⟨U+2069⟩⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩'],
    ['characters without width', '\u200B\u2060\uFEFF\u180E', '⟨U+200B⟩⟨U+2060⟩⟨U+FEFF⟩⟨U+180E⟩'],
    ['line and paragraph separators', '\u2028\u2029', '⟨U+2028⟩⟨U+2029⟩'],
    ['half of a surrogate pair', 'a\uD800b\uDC00', 'a⟨U+D800⟩b⟨U+DC00⟩'],
    ['tags', '\u{E0041}', '⟨U+E0041⟩'],
    ['a joiner between letters', 'a\u200Db', 'a⟨U+200D⟩b'],
    ['a selector after a letter', 'a\uFE0F', 'a⟨U+FE0F⟩'],
    ['a fifth picture in a chain', '👦\u200D👦\u200D👦\u200D👦\u200D👦', '👦\u200D👦\u200D👦\u200D👦⟨U+200D⟩👦'],
  ])('%s', (_what, text, safe) => {
    expect(safeText(text)).toBe(safe);
  });
});

test.each(['客户满意度 ≥ 90%，“好”。', '𠮷', 'é', '👩🏽‍💻', '👨‍👩‍👧‍👦', '☎️', '❤︎', '1️⃣', '🇨🇳', '👨‍🦰', '⟨U+202E⟩'])(
  '%s stays as it is',
  (text) => {
    expect(safeText(text)).toBe(text);
  },
);

test('line breaks stay, those of Windows become plain, and a tab is two spaces', () => {
  expect(safeText('甲\r\n乙\n\tx')).toBe('甲\n乙\n  x');
});

test('on one line a line break is a space', () => {
  expect(safeLine('甲\r\n乙\n\t丙\u0000')).toBe('甲 乙   丙⟨U+0000⟩');
});

test('safe text is safe already', () => {
  fc.assert(fc.property(anyText, (text) => safeText(safeText(text)) === safeText(text)));
  fc.assert(fc.property(anyText, (text) => safeLine(safeLine(text)) === safeLine(text)));
});

test('no control but the line break is ever left, and every surrogate has its half', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(safeText(text)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      expect(safeText(text)).not.toMatch(/\p{Cs}/u);
      expect(safeLine(text)).not.toContain('\n');
    }),
  );
});
