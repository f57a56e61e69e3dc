import { type Bank, questionsOf } from '../../core/bank/bank.ts';
import { type Exported, exportEach, fullStem, oneParagraph, optionLines } from './format.ts';

/** Aiken: single choices and nothing else, a statement being one of two. */
export function bankAsAiken(bank: Bank, truth: Readonly<Record<'true' | 'false', string>>): Exported {
  const body = exportEach(
    questionsOf(bank),
    (asked) => {
      const { question } = asked;
      const stem = oneParagraph(fullStem(asked));
      // There it would be an option or an answer.
      if (/^(?:[A-Z][.)]|ANSWER:)/i.test(stem)) return null;
      if (question.type === 'single') return [stem, ...optionLines(question), `ANSWER: ${question.key}`].join('\n');
      if (question.type !== 'boolean') return null;
      return [stem, `A. ${truth.true}`, `B. ${truth.false}`, `ANSWER: ${question.key ? 'A' : 'B'}`].join('\n');
    },
    '\n\n',
  );
  return { ...body, text: `${body.text}\n` };
}
