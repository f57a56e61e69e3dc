import type { Messages } from '../messages/messages.ts';
import type { QuestionCard } from '../prompts/ask/cards.ts';

/** What a choice asks for on its line. */
export function choicePrompt({ type }: QuestionCard, { plain }: Messages): string {
  if (type === 'boolean') return plain.answerTruth;
  return type === 'ordering' ? plain.answerOrder : plain.answerLetters;
}

/** What a line should have held that was not understood. */
export function wantedFor({ type, options }: QuestionCard, { plain }: Messages): string {
  const labels = options.map(({ label }) => label).join('');
  if (type === 'boolean') return plain.wantedTruth;
  if (type === 'ordering') return plain.wantedOrder(labels);
  return type === 'single' ? plain.wantedOneLetter(labels) : plain.wantedLetters(labels);
}
