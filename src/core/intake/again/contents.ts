import { parseLetters, parseTruth } from '../../bank/letters.ts';
import type { ItemDocument, QuestionDocument } from '../../bank/schema.ts';

/** Any item, or a question of a case, as a map of its fields. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What a document says of a question, in three parts that are compared and taken over each as a whole. Options and key
 * belong together: a letter means nothing without the options it was written for.
 */
export const PARTS = ['stem', 'body', 'explanation'] as const;
export type Part = (typeof PARTS)[number];

/** The fields of each part. */
export const FIELDS_OF: Readonly<Record<Part, readonly string[]>> = {
  stem: ['stem'],
  body: ['type', 'draft', 'options', 'answer', 'points'],
  explanation: ['explanation'],
};

/** A part as one text that differs where it says something else; empty where the part says nothing. */
export function partText(question: Fields, part: Part): string {
  if (part !== 'body') return typeof question[part] === 'string' ? (question[part] as string).trim() : '';
  const options = Array.isArray(question.options) ? question.options.map((option) => String(option).trim()) : [];
  return JSON.stringify([question.type, options, keyText(question as unknown as QuestionDocument)]);
}

/** No key is known: then the body says less than one that has a key. */
export const isKeyless = (question: Fields): boolean => question.answer === undefined || question.answer === null;

function keyText(question: QuestionDocument): string {
  if (question.answer === undefined) return '';
  switch (question.type) {
    case 'boolean':
      return String(parseTruth(question.answer));
    case 'single':
    case 'ordering':
      return (parseLetters(question.answer) ?? []).join('');
    case 'multiple':
      return [...(parseLetters(question.answer) ?? [])].sort().join('');
    default:
      return JSON.stringify(question.answer);
  }
}

/** The questions of an item: the parts of a case, or itself. */
export const questionsOfItem = (item: ItemDocument): readonly Fields[] => (item.type === 'case' ? item.items : [item]);

/** What it asks, for comparing with others. */
export const askedIn = (question: Fields): { material: string; stem: string; options: string[] } => ({
  material: typeof question.material === 'string' ? question.material : '',
  stem: [question.title, question.stem].filter((text) => typeof text === 'string').join(''),
  options: Array.isArray(question.options) ? question.options.map(String) : [],
});
