import type { Column } from './columns.ts';
import type { GridRow } from './grid.ts';

/** What a row says, by the kinds of its columns. */
export interface RowFields {
  readonly line: number;
  readonly endLine: number;
  readonly number: string;
  readonly stem: string;
  readonly material: string;
  /** All options in one cell. */
  readonly options: string;
  readonly option: readonly { readonly letter: string; readonly text: string }[];
  readonly answer: string;
  readonly explanation: string;
  readonly type: string;
  readonly points: string;
  readonly difficulty: string;
  readonly topic: string;
  readonly chapter: string;
}

export function fieldsOf({ line, cells }: GridRow, columns: readonly (Column | null)[]): RowFields {
  const all = (kind: Column['kind']): string[] =>
    columns.flatMap((column, index) => (column?.kind === kind ? [(cells[index] ?? '').trim()] : []));
  const said = (kind: Column['kind'], sign = '\n'): string => all(kind).filter(Boolean).join(sign);
  return {
    line,
    endLine: line,
    number: said('number'),
    stem: said('stem'),
    material: said('material'),
    options: said('options'),
    option: columns.flatMap((column, index) =>
      column?.kind === 'option' && (cells[index] ?? '').trim() !== ''
        ? [{ letter: column.letter, text: (cells[index] ?? '').trim() }]
        : [],
    ),
    // `答案1`, `答案2`: one for each blank.
    answer: said('answer', '；'),
    explanation: said('explanation'),
    type: said('type', ' '),
    points: said('points', ' '),
    difficulty: said('difficulty', ' '),
    topic: said('topic', ' / '),
    chapter: said('chapter', ' / '),
  };
}

/** Options and keys on rows of their own below the row with the question. */
export function continued(above: RowFields, below: RowFields): RowFields {
  const both = (key: 'options' | 'answer' | 'explanation'): string =>
    [above[key], below[key]].filter((text) => text !== '').join(key === 'answer' ? '；' : '\n');
  return {
    ...above,
    endLine: below.endLine,
    options: both('options'),
    option: [...above.option, ...below.option],
    answer: above.answer === below.answer ? above.answer : both('answer'),
    explanation: both('explanation'),
  };
}
