/** A question as it stands in a GIFT file, its comments gone. */
export interface GiftParagraph {
  readonly kind: 'question' | 'category';
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  /** The next question followed without a blank line between them. */
  readonly runsOn: boolean;
  /** Its block of answers was never closed. */
  readonly isOpen: boolean;
}

/**
 * Blank lines part questions. One inside a block of answers parts nothing where what follows can only be an answer; a line
 * that begins with a title is a new question also where the blank line is missing.
 */
export function giftParagraphs(text: string): GiftParagraph[] {
  const found: GiftParagraph[] = [];
  const lines = text.split('\n');
  let begun: { line: number; rows: string[]; depth: number; closed: boolean; last: number } | null = null;
  const end = (runsOn: boolean): void => {
    if (begun)
      found.push({
        kind: 'question',
        text: begun.rows.join('\n').trim(),
        line: begun.line,
        endLine: begun.last,
        runsOn,
        isOpen: begun.depth > 0,
      });
    begun = null;
  };
  for (const [index, row] of lines.entries()) {
    const line = index + 1;
    if (/^\s*\/\//.test(row)) continue;
    if (row.trim() === '') {
      if (begun && (begun.depth === 0 || !goesOn(lines, index))) end(false);
      continue;
    }
    const category = /^\s*\$CATEGORY:\s*(.*)$/i.exec(row)?.[1];
    if (category !== undefined) {
      end(false);
      found.push({ kind: 'category', text: category, line, endLine: line, runsOn: false, isOpen: false });
      continue;
    }
    if (begun?.closed && begun.depth === 0 && /^\s*::/.test(row)) end(true);
    begun ??= { line, rows: [], depth: 0, closed: false, last: line };
    begun.rows.push(row);
    begun.last = line;
    const { depth, closed } = depthAfter(row, begun.depth);
    begun.depth = depth;
    begun.closed ||= closed;
  }
  end(false);
  return found;
}

/** Behind a blank line in an open block: the next line is one of its answers, or closes it. */
function goesOn(lines: readonly string[], index: number): boolean {
  for (let next = index + 1; next < lines.length; next++) {
    const row = (lines[next] as string).trim();
    if (row !== '' && !row.startsWith('//')) return /^(?:[=~}%]|####)/.test(row);
  }
  return false;
}

/** Blocks do not nest: an open brace in a block is a slip and counts for nothing. */
function depthAfter(row: string, before: number): { depth: number; closed: boolean } {
  let depth = before;
  let closed = false;
  for (let at = 0; at < row.length; at++) {
    const sign = row[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth = 1;
    else if (sign === '}' && depth > 0) {
      depth = 0;
      closed = true;
    }
  }
  return { depth, closed };
}
