import { graphemesOf } from './width.ts';

/** A line being typed: graphemes, and how many of them stand before the caret. */
export interface TextField {
  readonly graphemes: readonly string[];
  readonly caret: number;
}

export const textField = (text = ''): TextField => {
  const graphemes = graphemesOf(text);
  return { graphemes, caret: graphemes.length };
};

export const textOfField = (field: TextField): string => field.graphemes.join('');

/** The field after a key, or null where the key is none of its business. `text` is what the key typed. */
export function editField(
  field: TextField,
  key: { readonly name: string; readonly text: string; readonly ctrl: boolean },
): TextField | null {
  const { graphemes, caret } = field;
  if (key.ctrl) {
    if (key.name === 'u') return { graphemes: graphemes.slice(caret), caret: 0 };
    if (key.name === 'k') return { graphemes: graphemes.slice(0, caret), caret };
    if (key.name === 'a') return { graphemes, caret: 0 };
    if (key.name === 'e') return { graphemes, caret: graphemes.length };
    if (key.name === 'w') return removeWord(field);
    return null;
  }
  switch (key.name) {
    case 'backspace':
      return caret === 0 ? field : { graphemes: graphemes.toSpliced(caret - 1, 1), caret: caret - 1 };
    case 'delete':
      return { graphemes: graphemes.toSpliced(caret, 1), caret };
    case 'left':
      return { graphemes, caret: Math.max(0, caret - 1) };
    case 'right':
      return { graphemes, caret: Math.min(graphemes.length, caret + 1) };
    case 'home':
      return { graphemes, caret: 0 };
    case 'end':
      return { graphemes, caret: graphemes.length };
  }
  return isPrintable(key.text) ? insert(field, key.text) : null;
}

function insert(field: TextField, text: string): TextField {
  const before = graphemesOf([...field.graphemes.slice(0, field.caret), text].join(''));
  return { graphemes: [...before, ...field.graphemes.slice(field.caret)], caret: before.length };
}

function removeWord({ graphemes, caret }: TextField): TextField {
  let from = caret;
  while (from > 0 && graphemes[from - 1] === ' ') from--;
  while (from > 0 && graphemes[from - 1] !== ' ') from--;
  return { graphemes: [...graphemes.slice(0, from), ...graphemes.slice(caret)], caret: from };
}

const isPrintable = (text: string): boolean => text !== '' && !/[\u0000-\u001f\u007f-\u009f]/.test(text);
