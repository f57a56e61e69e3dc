import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editField, type TextField, textField, textOfField } from '../../src/prompts/text-field.ts';

/** The field after keys: `<name>` for a key by name, `^x` for one with control, anything else is typed. */
function type(keys: string, field = textField()): TextField {
  const parts = keys.match(/<[a-z]+>|\^[a-z]|[^<^]/gu) ?? [];
  return parts.reduce((before, part) => {
    const ctrl = part.startsWith('^');
    const name = ctrl ? part.slice(1) : /^<(.+)>$/.exec(part)?.[1];
    return editField(before, { name: name ?? part, text: name === undefined ? part : '', ctrl }) ?? before;
  }, field);
}
const typed = (keys: string, text = ''): string => {
  const { graphemes, caret } = type(keys, textField(text));
  return `${graphemes.slice(0, caret).join('')}|${graphemes.slice(caret).join('')}`;
};

describe('a line being typed', () => {
  test('grows where the caret stands', () => {
    expect(typed('易逝性')).toBe('易逝性|');
    expect(typed('<left><left>消', '易逝性')).toBe('易消|逝性');
  });

  test('loses the character before or after the caret', () => {
    expect(typed('<backspace>', '易逝性')).toBe('易逝|');
    expect(typed('<home><delete>', '易逝性')).toBe('|逝性');
    expect(typed('<home><backspace>', '易')).toBe('|易');
    expect(typed('<delete>', '易')).toBe('易|');
  });

  test('is walked from end to end and no further', () => {
    expect(typed('<home><left>', '易逝')).toBe('|易逝');
    expect(typed('<right><end>', '易逝')).toBe('易逝|');
    expect(typed('^a', '易逝')).toBe('|易逝');
    expect(typed('^a^e', '易逝')).toBe('易逝|');
  });

  test('is cut by word, to the beginning and to the end', () => {
    expect(typed('^w', 'first second  ')).toBe('first |');
    expect(typed('<left>^u', 'abc')).toBe('|c');
    expect(typed('<left>^k', 'abc')).toBe('ab|');
  });

  test('takes a family or an accented letter for one character', () => {
    expect(typed('<backspace>', 'a👨‍👩‍👧')).toBe('a|');
    expect(typed('<left>', 'e\u0301x')).toBe('e\u0301|x');
  });

  test('takes a pasted text at once, and joins an accent to its letter', () => {
    expect(textOfField(editField(textField('a'), { name: '', text: '服务', ctrl: false }) as TextField)).toBe('a服务');
    expect(editField(textField('e'), { name: '', text: '\u0301', ctrl: false })).toEqual({
      graphemes: ['e\u0301'],
      caret: 1,
    });
  });

  test('takes no control characters, and leaves other keys to others', () => {
    for (const text of ['\u001b', '\u0007', '\r', '\u009b', ''])
      expect(editField(textField('a'), { name: 'f1', text, ctrl: false })).toBeNull();
    expect(editField(textField('a'), { name: 'c', text: '', ctrl: true })).toBeNull();
  });

  test('keeps its caret within the text, whatever keys come', () => {
    const keys = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<left>',
          '<right>',
          '<home>',
          '<end>',
          '<backspace>',
          '<delete>',
          '^w',
          '^u',
          '^k',
          '^a',
          '^e',
        ),
        fc.constantFrom('a', '字', ' ', '👍'),
      ),
    );
    fc.assert(
      fc.property(keys, (some) => {
        const { graphemes, caret } = type(some.join(''));
        expect(caret >= 0 && caret <= graphemes.length).toBe(true);
      }),
    );
  });
});
