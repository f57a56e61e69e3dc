import { isEnter, type Key } from './key.ts';
import { editField, type TextField, textOfField } from './text-field.ts';

/** A note after one more key: still being written, done, or dropped. */
export type EditedNote =
  | { readonly kind: 'open'; readonly field: TextField }
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'dropped' };

export function editNote(field: TextField, key: Key): EditedNote {
  if (key.name === 'escape') return { kind: 'dropped' };
  if (isEnter(key)) return { kind: 'written', text: textOfField(field).trim() };
  return { kind: 'open', field: editField(field, key) ?? field };
}
