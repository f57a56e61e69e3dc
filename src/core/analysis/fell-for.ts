import type { Letter, Question } from '../bank/item.ts';
import type { WrongResponse } from './mistakes.ts';
import { groupBy } from './tally.ts';

/** What somebody falls for in a question, and how often. */
export type Fall = { readonly times: number } & (
  | { readonly kind: 'option'; readonly letter: Letter; readonly text: string }
  /** An option of the key that was left out. */
  | { readonly kind: 'left-out'; readonly letter: Letter; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** Letters whose options are not known: an order, or of a question that was changed or is not at hand. */
  | { readonly kind: 'letters'; readonly letters: readonly Letter[] }
  | { readonly kind: 'typed'; readonly texts: readonly string[] }
);

/** The wrong answer that was given most often, and how often none was given; null where none ever was. */
export interface FellFor {
  readonly most: Fall | null;
  readonly unanswered: number;
}

/** `given` most often first; without a question only what the history itself says. */
export function fellFor(given: readonly WrongResponse[], question: Question | null): FellFor {
  const isEmpty = ({ response }: WrongResponse): boolean => response.every((part) => part === '');
  const unanswered = given.filter(isEmpty).reduce((sum, { times }) => sum + times, 0);
  const falls = given.filter((each) => !isEmpty(each)).flatMap((each) => fallsOf(each, question));
  const sums = [...groupBy(falls, ({ times: _, ...what }) => JSON.stringify(what)).values()].map((group) => ({
    ...(group[0] as Fall),
    times: group.reduce((sum, { times }) => sum + times, 0),
  }));
  // A sort keeps the order of equals: of two as often, the one in the more frequent or more recent answer.
  sums.sort((a, b) => Number(a.kind === 'left-out') - Number(b.kind === 'left-out') || b.times - a.times);
  return { most: sums[0] ?? null, unanswered };
}

function fallsOf({ response, revision, times }: WrongResponse, question: Question | null): Fall[] {
  const [first] = response;
  if (typeof first === 'boolean') return [{ kind: 'truth', value: first, times }];
  const texts = response.filter((part) => typeof part === 'string');
  if (!question)
    return [isLetters(texts) ? { kind: 'letters', letters: texts, times } : { kind: 'typed', texts, times }];
  switch (question.type) {
    case 'single':
    case 'multiple': {
      if (revision !== question.revision) return [{ kind: 'letters', letters: texts, times }];
      const key: readonly Letter[] = question.type === 'single' ? [question.key] : question.key;
      const option = (kind: 'option' | 'left-out') => (letter: Letter) => ({
        kind,
        letter,
        text: question.options[letter.charCodeAt(0) - 65] ?? '',
        times,
      });
      const picked = texts.filter((letter) => !key.includes(letter)).map(option('option'));
      const missing = question.type === 'single' ? [] : key.filter((letter) => !texts.includes(letter));
      return [...picked, ...missing.map(option('left-out'))];
    }
    case 'ordering':
      return [{ kind: 'letters', letters: texts, times }];
    default:
      return [{ kind: 'typed', texts, times }];
  }
}

const isLetters = (texts: readonly string[]): boolean => texts.every((text) => /^[A-Z]$/.test(text));
