import type { Response } from '../../core/grading/mark.ts';
import type { QuestionCard } from '../../prompts/ask/cards.ts';
import { safeLine } from '../../prompts/safe-text.ts';

/** What some typed lines come to: a line a blank, or all of them one short answer. */
export const typedResponse = (card: QuestionCard, texts: readonly string[]): Response =>
  card.type === 'short'
    ? { kind: 'essay', text: texts.join('\n').trim(), covered: [] }
    : { kind: 'texts', texts: Array.from({ length: card.fields }, (_, field) => texts[field] ?? '') };

export const isNothing = (response: Response): boolean =>
  (response.kind === 'letters' && response.letters.length === 0) ||
  (response.kind === 'truth' && response.value === null);

/** An answer by the labels that were shown. */
export function shownResponse(response: Response, card: QuestionCard): string {
  switch (response.kind) {
    case 'letters':
      return response.letters
        .map((letter) => card.options.find((option) => option.letter === letter)?.label ?? letter)
        .join('');
    case 'truth':
      return card.options.find(({ letter }) => letter === (response.value ? 'A' : 'B'))?.text ?? '';
    case 'texts':
      return response.texts.map(safeLine).join(' | ');
    case 'essay':
      return safeLine(response.text.split('\n').join(' / '));
  }
}
