import type { ListedAnswer } from './answer-list.ts';
import type { Found } from './found.ts';

/** Whether a question has no answer yet. */
export const lacks = ({ answer, inline, explanation }: Found): boolean =>
  (answer === null || answer.raw.trim() === '') && (inline === '' || explanation === '');

/** The question with what a list says of it, where it has none of its own. */
export function withAnswer(found: Found, { answer, explanation }: ListedAnswer): Found {
  // `略` answers nothing.
  const has = answer !== null && !/^\s*(?:[(（]?(?:略|omitted)[.。]?[)）]?[。.]?)?\s*$/i.test(answer.raw);
  return {
    ...found,
    answer: found.answer && found.answer.raw.trim() !== '' ? found.answer : has ? answer : found.answer,
    explanation: found.explanation || explanation,
    rules: [...found.rules, 'answer-list'],
  };
}
