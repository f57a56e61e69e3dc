import type { Bank } from '../../core/bank/bank.ts';
import { questionsOf } from '../../core/bank/bank.ts';
import type { Question } from '../../core/bank/item.ts';
import { type Exported, exportEach, keyLetters, linesIn, optionLines, plainLetters } from './format.ts';

export interface TextWords {
  readonly types: Readonly<Record<Question['type'], string>>;
  readonly answer: string;
  readonly explanation: string;
  /** Ahead of what the questions with these numbers are about. */
  readonly materialFor: (first: number, last: number) => string;
  readonly truth: Readonly<Record<'true' | 'false', string>>;
}

/**
 * The way papers are written: numbered questions with lettered options, then answer and explanation. The material of a
 * case says which questions it is for, so that those behind them are not taken for questions about it.
 */
export function bankAsText(bank: Bank, words: TextWords): Exported {
  const questions = questionsOf(bank);
  const lastOf = new Map(questions.map(({ parent }, index) => [parent?.id, index + 1]));
  let number = 0;
  let shown: string | null = null;
  const body = exportEach(
    questions,
    ({ question, parent }) => {
      number++;
      const isNew = parent !== null && parent.id !== shown;
      shown = parent?.id ?? null;
      const material = isNew
        ? [
            words.materialFor(number, lastOf.get(parent.id) ?? number),
            ...linesIn(`${parent.title}\n${parent.material}`),
          ]
        : [];
      const explanation = linesIn(plainLetters(question.explanation)).join('\n');
      const [stem = '', ...more] = linesIn(question.stem);
      return [
        ...material,
        `${number}. [${words.types[question.type]}] ${stem}`,
        ...more,
        ...optionLines(question),
        `${words.answer}${answerOf(question, words)}`,
        ...(explanation === '' ? [] : [`${words.explanation}${explanation}`]),
      ].join('\n');
    },
    '\n\n',
  );
  return { ...body, text: `${bank.title}\n\n${body.text}\n` };
}

function answerOf(question: Question, words: TextWords): string {
  switch (question.type) {
    case 'boolean':
      return words.truth[question.key ? 'true' : 'false'];
    case 'blank':
      return question.blanks.map(({ accept }) => accept.join(' / ')).join('；');
    case 'short':
      return linesIn(question.answer).join('\n');
    default:
      return keyLetters(question);
  }
}
