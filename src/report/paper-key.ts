import { type Letter, letterAt, type Question } from '../core/bank/item.ts';
import { shareOut } from '../core/exam/shares.ts';
import { hundredthsOf } from '../core/grading/mark.ts';

/** The key of a question as it is printed: letters are those of this copy. */
export type SheetKey =
  | { readonly kind: 'letters'; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'model'; readonly text: string; readonly points: readonly KeyPointLine[] };

export interface KeyPointLine {
  readonly text: string;
  /** Hundredths; together they are what the question is worth on this paper. */
  readonly of: number;
}

export function keyOf(question: Question, order: readonly Letter[] | null, of: number): SheetKey {
  const labelOf = (letter: Letter): Letter => (order ? letterAt(order.indexOf(letter)) : letter);
  switch (question.type) {
    case 'single':
      return { kind: 'letters', text: labelOf(question.key) };
    case 'multiple':
      return { kind: 'letters', text: question.key.map(labelOf).sort().join('') };
    case 'ordering':
      return { kind: 'letters', text: question.key.map(labelOf).join(' → ') };
    case 'boolean':
      return { kind: 'truth', value: question.key };
    case 'blank':
      return { kind: 'texts', texts: question.blanks.map(({ accept: [text = ''], unit }) => withUnit(text, unit)) };
    case 'short': {
      const shares = shareOut(
        of,
        question.points.map(({ points }) => hundredthsOf(points)),
      );
      const points = question.points.map(({ text }, index) => ({ text, of: shares[index] as number }));
      return { kind: 'model', text: question.answer, points };
    }
  }
}

const withUnit = (text: string, unit: string): string => (text.endsWith(unit) ? text : text + unit);
