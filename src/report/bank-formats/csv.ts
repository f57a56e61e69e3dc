import { type Bank, questionsOf } from '../../core/bank/bank.ts';
import type { Question } from '../../core/bank/item.ts';
import { csvText } from '../csv-text.ts';
import { type Exported, fullStem, keyLetters, plainLetters } from './format.ts';

export interface BankCsvWords {
  readonly types: Readonly<Record<Question['type'], string>>;
  readonly truth: Readonly<Record<'true' | 'false', string>>;
  readonly columns: Readonly<
    Record<'id' | 'type' | 'stem' | 'option' | 'answer' | 'explanation' | 'difficulty' | 'topic' | 'keyPoints', string>
  >;
}

/** Opens with Chinese intact. */
export const bankAsCsv = (bank: Bank, words: BankCsvWords): Exported => ({
  ...{ text: `\ufeff${csvText(bankRows(bank, words))}`, left: [] },
});

/** A table with a question on each row below its header, as question banks in spreadsheets have them. */
export function bankRows(bank: Bank, { types, truth, columns }: BankCsvWords): (string | number)[][] {
  const questions = questionsOf(bank);
  const most = questions.reduce(
    (most, { question }) => Math.max(most, 'options' in question ? question.options.length : 0),
    4,
  );
  const letters = Array.from({ length: most }, (_, index) => String.fromCharCode(65 + index));
  const topics = new Map(bank.topics.map(({ path, title }) => [path, title]));
  const head = [
    ...[columns.id, columns.type, columns.stem],
    ...letters.map((letter) => `${columns.option}${letter}`),
    ...[columns.answer, columns.explanation, columns.difficulty, columns.topic, columns.keyPoints],
  ];
  const rows = questions.map((asked) => {
    const { question } = asked;
    const options = 'options' in question ? question.options : [];
    return [
      ...[question.id, types[question.type], fullStem(asked)],
      ...letters.map((_, index) => options[index] ?? ''),
      ...[answerOf(question, truth), plainLetters(question.explanation)],
      ...[question.difficulty, topics.get(question.topic) ?? question.topic, keyPointsOf(question)],
    ];
  });
  return [head, ...rows];
}

/** Of an open question: each with its points. */
const keyPointsOf = (question: Question): string =>
  question.type === 'short' ? question.points.map(({ text, points }) => `· ${text} (${points})`).join('\n') : '';

function answerOf(question: Question, truth: BankCsvWords['truth']): string {
  switch (question.type) {
    case 'boolean':
      return truth[question.key ? 'true' : 'false'];
    case 'blank':
      return question.blanks.map(({ accept }) => accept.join(' / ')).join('；');
    case 'short':
      return question.answer;
    default:
      return keyLetters(question);
  }
}
