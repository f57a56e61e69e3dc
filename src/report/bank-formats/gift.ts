import { type Bank, type BankQuestion, questionsOf } from '../../core/bank/bank.ts';
import type { Question } from '../../core/bank/item.ts';
import { type Exported, exportEach, fullStem, linesIn, literalStars, plainLetters } from './format.ts';

/** Labels in the feedback of open questions, which holds their model answer too: there is no other place for it. */
export interface GiftWords {
  readonly answer: string;
  readonly explanation: string;
}

/** GIFT, Moodle's text format. Several blanks in one question, which it does not have, are left out. */
export const bankAsGift = (bank: Bank, words: GiftWords): Exported => {
  const body = exportEach(questionsOf(bank), (question) => giftOf(question, words), '\n\n');
  return { ...body, text: `// ${bank.title.replace(/\n/g, ' ')}\n\n${body.text}\n` };
};

function giftOf(asked: BankQuestion, words: GiftWords): string | null {
  const { question, ref } = asked;
  const answer = answerOf(asked);
  if (answer === null) return null;
  const said = feedbackOf(question, words);
  const feedback = said === '' ? '' : `\n\t####${formatted(said)}`;
  const stem = formatted(fullStem(asked));
  const name = `::${escaped(ref)}::`;
  const block = `{${answer}${feedback}${answer === '' && feedback === '' ? '' : '\n'}}`;
  // The block stands where the blank is.
  const gap = /_{2,}|[（(][\s　]{0,12}[）)]/;
  return question.type === 'blank' && gap.test(stem)
    ? name + stem.replace(gap, () => block)
    : `${name}${stem} ${block}`;
}

function feedbackOf(question: Question, words: GiftWords): string {
  const explanation = plainLetters(question.explanation);
  if (question.type !== 'short') return explanation;
  return [words.answer + question.answer, explanation && words.explanation + explanation].filter(Boolean).join('\n');
}

function answerOf({ question }: BankQuestion): string | null {
  switch (question.type) {
    case 'single':
      return question.options.map((option, index) => `\n\t${mark(index, [question.key])}${formatted(option)}`).join('');
    case 'multiple': {
      const share = percent(100 / question.key.length);
      const wrong = percent(-100 / Math.max(1, question.options.length - question.key.length));
      return question.options
        .map((option, index) => `\n\t~%${isKey(index, question.key) ? share : wrong}%${formatted(option)}`)
        .join('');
    }
    case 'boolean':
      return question.key ? 'TRUE' : 'FALSE';
    case 'blank':
      if (question.blanks.length !== 1) return null;
      return acceptedTexts(question.blanks[0]?.accept ?? []);
    case 'ordering':
      return question.key
        .map((letter, place) => `\n\t=${place + 1} -> ${escaped(question.options[letter.charCodeAt(0) - 65] ?? '')}`)
        .join('');
    case 'short':
      return '';
  }
}

/** An arrow would make pairs of them, and there is no way to write it otherwise. A star alone stands for any text. */
const acceptedTexts = (texts: readonly string[]): string | null =>
  texts.some((text) => text.includes('->'))
    ? null
    : texts.map((text) => `\n\t=${formatted(literalStars(text))}`).join('');

const isKey = (index: number, key: readonly string[]): boolean => key.includes(String.fromCharCode(65 + index));
const mark = (index: number, key: readonly string[]): string => (isKey(index, key) ? '=' : '~');
const percent = (share: number): string => String(Math.round(share * 100_000) / 100_000);

/** Texts are plain: one that looks like HTML, or begins like a format or a weight, says so. */
const formatted = (text: string): string => (/^\s*[[%]|[<&]/.test(text) ? `[plain]${escaped(text)}` : escaped(text));

/** GIFT's own characters, and line ends, which end a paragraph there. */
const escaped = (text: string): string =>
  linesIn(text)
    .map((line) => line.replace(/[\\~=#{}:]/g, '\\$&'))
    .join('\\n');
