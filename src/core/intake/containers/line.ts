import type { Paragraph, Span } from './block.ts';

/** A line of a document as the reader of text gets it, and what stands out in it. */
export interface Line {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly mark: string;
}

export const plainLine = (text: string): Line => ({ text, stretches: [] });

/** A paragraph is one line, or more where lines were broken by hand. */
export function linesOf({ label, spans, heading }: Paragraph, withHeading = false): Line[] {
  const head = withHeading && heading > 0 && label === '' ? `${'#'.repeat(Math.min(heading, 6))} ` : label;
  let text = head;
  let stretches: Stretch[] = [];
  const lines: Line[] = [];
  for (const span of withBlanks(spans)) {
    for (const [index, piece] of span.text.split('\n').entries()) {
      if (index > 0) {
        lines.push({ text, stretches });
        text = '';
        stretches = [];
      }
      const from = text.length;
      text += piece;
      if (piece.trim() !== '') stretches.push(...span.marks.map((mark) => ({ from, to: text.length, mark })));
    }
  }
  return [...lines, { text, stretches }];
}

const UNDERLINE = 'underline';
const BLANK = '____';

/** Spaces with a line under them are a blank to fill in; a word between such spaces is what was filled in. */
function withBlanks(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (let at = 0; at < spans.length; ) {
    const span = spans[at] as Span;
    if (!span.marks.includes(UNDERLINE)) {
      out.push(span);
      at++;
      continue;
    }
    let end = at;
    while (end < spans.length && spans[end]?.marks.includes(UNDERLINE)) end++;
    const run = spans.slice(at, end);
    const text = run.map((each) => each.text).join('');
    const [, ahead = '', inside = '', behind = ''] = /^([^\S\n]*)(.*?)([^\S\n]*)$/s.exec(text) ?? [];
    if (inside === '' && (ahead.length > 1 || /[\t\u3000]/.test(ahead))) out.push({ text: BLANK, marks: [] });
    else if (inside !== '' && (ahead !== '' ? behind !== '' || ahead.length > 1 : behind.length > 1))
      out.push({ text: inside.includes('\n') ? text : `__${inside}__`, marks: [] });
    else out.push(...run);
    at = end;
  }
  return out;
}
