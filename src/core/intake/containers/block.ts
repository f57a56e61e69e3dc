/** A document without its container: paragraphs and tables, in the order they are read in. */
export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** A number or letter that the program shows and the text does not hold: `1.`, `A.`; empty for none. */
  readonly label: string;
  readonly spans: readonly Span[];
  /** Depth of a heading, from 1; 0 for none. */
  readonly heading: number;
}

export interface Span {
  /** May hold `\n`, a line broken by hand. */
  readonly text: string;
  /** How it stands out: `bold`, `color:ff0000`, `highlight:yellow`, `underline`, `checked`. */
  readonly marks: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** Columns that it spans. */
  readonly columns: number;
  /** It goes on a cell of the row above. */
  readonly continues: boolean;
}

export const paragraph = (spans: readonly Span[], label = '', heading = 0): Paragraph => ({
  kind: 'paragraph',
  label,
  spans,
  heading,
});
