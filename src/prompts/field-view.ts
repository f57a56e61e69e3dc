import { safeLine } from './safe-text.ts';
import type { TextField } from './text-field.ts';
import type { Theme } from './theme.ts';
import { layOut, wrapIndented } from './wrap.ts';

/** The line being typed, wrapped; a caret in the middle of the text is painted, at its end it is the terminal's own. */
export function fieldLines(label: string, field: TextField, theme: Theme, columns: number): string[] {
  const before = safeLine(field.graphemes.slice(0, field.caret).join(''));
  if (field.caret >= field.graphemes.length)
    return wrapIndented(before, columns, label, '  ').map((line) => line || ' ');
  const under = safeLine(field.graphemes[field.caret] ?? '');
  const text = before + under + safeLine(field.graphemes.slice(field.caret + 1).join(''));
  const caretEnd = before.length + under.length;
  return layOut(text, columns, { first: label, rest: '  ' }).map(({ prefix, start, end }) => {
    const from = Math.min(Math.max(start, before.length), end);
    const to = Math.max(from, Math.min(end, caretEnd));
    const caret = from < to ? theme.caret(text.slice(from, to)) : '';
    return prefix + text.slice(start, from) + caret + text.slice(to, end);
  });
}
