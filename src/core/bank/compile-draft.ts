import type { Hash } from './compile.ts';
import { LETTERS, type Short } from './item.ts';
import type { ItemDocument, QuestionDocument } from './schema.ts';

/**
 * An item without a key as a page to read: whatever its type, what is asked and the options in one text, and no answer.
 * Nothing that asks is ever handed one.
 */
export function compileDraft(item: ItemDocument, hash: Hash): Short {
  const { source = '' } = item;
  const stem = textOf(item);
  return {
    type: 'short',
    id: item.id as string,
    topic: item.topic ?? '',
    difficulty: item.difficulty ?? 3,
    tags: item.tags ?? [],
    stem,
    answer: '',
    points: [],
    explanation: (item.explanation ?? '').trim(),
    source: typeof source === 'string' ? source : (source.file ?? ''),
    revision: hash(stem),
  };
}

function textOf(item: ItemDocument | QuestionDocument): string {
  if (item.type === 'case')
    return [item.title ?? item.stem ?? '', item.material, ...item.items.map(textOf)].filter(Boolean).join('\n\n');
  const options =
    'options' in item ? item.options.map((option, index) => `${LETTERS[index]}. ${String(option).trim()}`) : [];
  return [item.stem.trim(), ...options].join('\n\n');
}
