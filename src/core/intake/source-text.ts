/** What a container hands over: the text of one document, its line breaks already `\n`. */
export interface SourceText {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  readonly text: string;
  /** What its lines are, where a person who opens the document sees no lines: paragraphs, and rows of tables. */
  readonly unit?: 'paragraph';
  /** How the right options stand out, where nothing is written of them: `bold`, `color`, `checked`. */
  readonly keysBy?: string;
  /** The number each line had, where lines were put in another order. */
  readonly lines?: readonly number[];
}

/** Lines from 1, both ends included. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}

/** Finds the line of an offset in a text by bisection. */
export interface LineIndex {
  lineAt(offset: number): number;
}

export function lineIndex({ text, lines }: Pick<SourceText, 'text' | 'lines'>): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    lineAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      return lines?.[low] ?? low + 1;
    },
  };
}
