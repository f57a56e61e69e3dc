import { splitAtBlanks } from '../core/bank/blanks.ts';
import { visible } from './one-line.ts';

/** A bank's text taken apart, so that each format can make every piece harmless by itself. */
export type Span =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly spans: readonly Span[] }
  /** A place to fill in. */
  | { readonly kind: 'blank' };

export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: 'table'; readonly head: Row; readonly rows: readonly Row[] };
type Row = readonly (readonly Span[])[];

/**
 * Markdown-light as paragraphs and tables, with strong, code and, where `blanks` is set, places to fill in. Whatever
 * else looks like Markdown is text.
 */
export function richText(source: string, blanks = false): Block[] {
  const lines = visible(source).split('\n');
  const out: Block[] = [];
  let paragraph: Span[][] = [];
  const close = (): void => {
    if (paragraph.length > 0) out.push({ kind: 'lines', lines: paragraph });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (isRow(line) && RULE_ROW.test(lines[at + 1] ?? '')) {
      close();
      const end = endOfRows(lines, at + 2);
      const [head = [], , ...rows] = lines.slice(at, end).map((row) => cellsOf(row, blanks));
      out.push({ kind: 'table', head, rows });
      at = end - 1;
    } else if (line.trim() === '') close();
    else paragraph.push(spansOf(withoutOuterSpaces(line), blanks));
  }
  close();
  return out;
}

/** A text of one line, whatever it held. */
export const richLine = (source: string, blanks = false): Span[] =>
  spansOf(
    visible(source)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join(' '),
    blanks,
  );

/** Full-width spaces stay: a paragraph may be indented by them. */
function withoutOuterSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end--;
  return line.slice(0, end).replace(/^[ \t]+/, '');
}

const isRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);
const RULE_ROW = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

function endOfRows(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && isRow(lines[end] as string)) end++;
  return end;
}

const cellsOf = (row: string, blanks: boolean): Row =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => spansOf(cell.trim(), blanks));

/** What is marked has an end within a thousand characters: looked for without one, a thousand marks would each be sought to the end of the text. */
const MARKED =
  /\\(?<escaped>[\\`*#>|])|(?<!`)(?<ticks>`+)(?!`)(?<code>.{1,1000}?)(?<!`)\k<ticks>(?!`)|(?<!\*)\*\*(?![\s*])(?<strong>.{1,1000}?)(?<![\s*])\*\*(?!\*)/gu;

function spansOf(source: string, blanks: boolean): Span[] {
  const out: Span[] = [];
  let done = 0;
  for (const found of source.matchAll(MARKED)) {
    out.push(...textSpans(source.slice(done, found.index), blanks));
    done = found.index + found[0].length;
    const { escaped, code, strong } = found.groups as Record<string, string | undefined>;
    if (strong !== undefined) out.push({ kind: 'strong', spans: spansOf(strong, blanks) });
    else out.push(code === undefined ? { kind: 'text', text: escaped ?? '' } : { kind: 'code', text: code });
  }
  return [...out, ...textSpans(source.slice(done), blanks)];
}

function textSpans(text: string, blanks: boolean): Span[] {
  const pieces = blanks ? splitAtBlanks(text) : [text];
  return pieces.flatMap((piece, index): Span[] => [
    ...(index > 0 ? [{ kind: 'blank' } as const] : []),
    ...(piece === '' ? [] : [{ kind: 'text', text: piece } as const]),
  ]);
}
