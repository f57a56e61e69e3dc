import type { Bank } from '../../core/bank/bank.ts';
import { questionsOf } from '../../core/bank/bank.ts';
import type { Question } from '../../core/bank/item.ts';
import { type Exported, exportEach, keyLetters, optionLines, plainLetters } from './format.ts';

export interface TextWords {
  readonly types: Readonly<Record<Question['type'], string>>;
  readonly answer: string;
  readonly explanation: string;
  readonly material: string;
  readonly truth: Readonly<Record<'true' | 'false', string>>;
}

/** The way papers are written: numbered questions with lettered options, then answer and explanation. */
export function bankAsText(bank: Bank, words: TextWords): Exported {
  let number = 0;
  let shown: string | null = null;
  const body = exportEach(
    questionsOf(bank),
    ({ question, parent }) => {
      number++;
      const material = parent && parent.id !== shown ? [`${words.material}${parent.title}`, parent.material] : [];
      shown = parent?.id ?? null;
      const explanation = question.explanation ? [`${words.explanation}${plainLetters(question.explanation)}`] : [];
      const head = `${number}. [${words.types[question.type]}] ${question.stem}`;
      return [
        ...material,
        head,
        ...optionLines(question),
        `${words.answer}${answerOf(question, words)}`,
        ...explanation,
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
      return question.answer;
    default:
      return keyLetters(question);
  }
}
