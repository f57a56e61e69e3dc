import type { BankQuestion } from '../../core/bank/bank.ts';
import type { Question } from '../../core/bank/item.ts';

/** A bank in another program's format, and the questions that the format has no room for. */
export interface Exported {
  readonly text: string;
  /** Ids. */
  readonly left: readonly string[];
}

/** What a question comes to in a format; null where the format has no room for it. */
export type QuestionWriter = (question: BankQuestion) => string | null;

/** Writes question by question, and keeps count of what there is no room for. */
export function exportEach(questions: readonly BankQuestion[], write: QuestionWriter, between: string): Exported {
  const written: string[] = [];
  const left: string[] = [];
  for (const question of questions) {
    const text = write(question);
    if (text === null) left.push(question.question.id);
    else written.push(text);
  }
  return { text: written.join(between), left };
}

/** The letters of a key as one text, in the bank's own letters; empty where the key is no letters. */
export function keyLetters(question: Question): string {
  switch (question.type) {
    case 'single':
      return question.key;
    case 'multiple':
    case 'ordering':
      return question.key.join('');
    default:
      return '';
  }
}

/** Letters in braces are for shuffled options; here the options stand as in the bank. */
export const plainLetters = (text: string): string => text.replace(/\{([A-Z])\}/g, '$1');

/** The material of a case in front of each of its questions: elsewhere they stand alone. */
export const fullStem = ({ question, parent }: BankQuestion): string =>
  parent ? `${parent.material}\n\n${question.stem}` : question.stem;

export const optionLines = (question: Question): string[] =>
  'options' in question
    ? question.options.map((text, index) => `${String.fromCharCode(65 + index)}. ${oneParagraph(text)}`)
    : [];

/** Lines without the space around them, and none that is blank. */
export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const oneParagraph = (text: string): string => linesIn(text).join(' ');

/** Among the short answers of Moodle a star stands for any text. */
export const literalStars = (text: string): string => text.replaceAll('*', '\\*');
