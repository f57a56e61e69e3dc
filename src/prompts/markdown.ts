import { changesNothing, type InlineStyle, type Paint, paintPart, parseInline } from './markdown-inline.ts';
import { safeText } from './safe-text.ts';
import { chop, widthOf } from './width.ts';
import { type Indent, layOut } from './wrap.ts';

export interface MarkdownStyle extends InlineStyle {
  readonly heading: Paint;
}

const same: Paint = (text) => text;

/** No colour. The author's own marks stay then, so that `以下**不**属于` keeps its stress. */
export const PLAIN: MarkdownStyle = { strong: same, emphasis: same, code: same, heading: same };

/**
 * Markdown-light as lines of at most `columns`: headings, lists, quotes, fenced code, tables as they stand, and within a
 * line strong, emphasis and code. A line break of the source is a line break on the screen; `_` is a place to fill in,
 * never a mark; what isn't understood is shown as it was typed. Each line is painted by itself. A style that changes
 * nothing leaves the marks (`**`, `*`, backticks, `#`) to be seen instead.
 */
export function renderMarkdown(text: string, columns: number, style: MarkdownStyle): string[] {
  return renderBlocks(safeText(text).split('\n'), columns, style);
}

function renderBlocks(source: readonly string[], columns: number, style: MarkdownStyle): string[] {
  const out: string[] = [];
  for (let at = 0; at < source.length; ) {
    const line = source[at] as string;
    const fence = FENCE.exec(line)?.groups?.fence;
    if (fence) {
      const end = endOfFence(source, at + 1, fence);
      for (const code of source.slice(at + 1, end)) out.push(...verbatim(code, columns, style.code));
      at = end + 1;
    } else if (QUOTE.test(line) && columns >= QUOTE_NEEDS) {
      const end = endOfQuote(source, at + 1);
      const quoted = source.slice(at, end).map((each) => each.replace(QUOTE, ''));
      out.push(...renderBlocks(quoted, columns - 2, style).map((each) => `> ${each}`.trimEnd()));
      at = end;
    } else {
      if (line.trim() !== '') out.push(...renderLine(line, columns, style));
      else if (out.length > 0 && out.at(-1) !== '') out.push('');
      at++;
    }
  }
  if (out.at(-1) === '') out.pop();
  return out;
}

function renderLine(line: string, columns: number, style: MarkdownStyle): string[] {
  if (TABLE_ROW.test(line)) return verbatim(line, columns, same);
  const parts = (HEADING.exec(line) ?? LIST_ITEM.exec(line) ?? INDENTED.exec(line))?.groups;
  const { hashes, marker = '', text = line } = parts ?? {};
  if (hashes === undefined) return paintLines(text, columns, hanging(marker), style, same);
  const shown = changesNothing(style.heading) ? `${hashes} ` : '';
  return paintLines(withoutClosingHashes(text), columns, hanging(shown), style, style.heading);
}

function paintLines(source: string, columns: number, indent: Indent, style: MarkdownStyle, around: Paint): string[] {
  const inline = parseInline(source, style, around);
  return layOut(inline.text, columns, indent, inline.glued).map(
    ({ prefix, start, end }) => prefix + paintPart(inline, start, end),
  );
}

const hanging = (first: string): Indent => ({ first, rest: ' '.repeat(widthOf(first)) });

function verbatim(line: string, columns: number, paint: Paint): string[] {
  return chop(line, columns).map((piece) => (piece === '' ? '' : paint(piece)));
}

/** A fence that is never closed holds everything to the end. */
function endOfFence(source: readonly string[], from: number, fence: string): number {
  const closing = new RegExp(`^ *${fence}${fence.charAt(0)}* *$`);
  let end = from;
  while (end < source.length && !closing.test(source[end] as string)) end++;
  return end;
}

function endOfQuote(source: readonly string[], from: number): number {
  let end = from;
  while (end < source.length && QUOTE.test(source[end] as string)) end++;
  return end;
}

/** `# head ##` is `head`; hashes that touch a word stay. */
function withoutClosingHashes(text: string): string {
  const whole = text.trimEnd();
  let end = whole.length;
  while (whole[end - 1] === '#') end--;
  return whole[end - 1] === ' ' ? whole.slice(0, end).trimEnd() : whole;
}

const FENCE = /^ *(?<fence>`{3,}|~{3,})[^`]*$/;
const QUOTE = /^ {0,3}> ?/;
/** In less room than this a quote is shown as typed, which also ends a long row of `>`. */
const QUOTE_NEEDS = 10;
const TABLE_ROW = /^ *\|/;
const HEADING = /^ {0,3}(?<hashes>#{1,6}) +(?<text>.*)$/;
const INDENTED = /^(?<marker> *)(?<text>.*)$/;

/** `- `, `1. `, and as Chinese texts number their points, with or without a space: `1、`, `1.先`, `（1）`, `①`. */
const LIST_ITEM =
  /^(?<marker>[ \u3000]*(?:[-*+•](?= )|\d{1,3}[.)](?=[ \p{Script=Han}“《「（])|\d{1,3}[、．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]) *)(?<text>.+)$/u;
