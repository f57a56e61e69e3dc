import { visible } from './one-line.ts';
import { type Block, richLine, richText, type Span } from './rich-text.ts';

/** Any text as HTML that shows the text itself, between tags and within quoted attributes alike. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A string of CSS: whatever is no plain letter or digit is a code point, so that nothing ends the string or the sheet. */
export function cssString(text: string): string {
  const escaped = Array.from(visible(text), (each) =>
    /[a-zA-Z0-9 ]/.test(each) ? each : `\\${(each.codePointAt(0) as number).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}

/** A bank's text as paragraphs and tables; `head`, which is HTML, goes before its first words. */
export function richHtml(text: string, { head = '', tail = '', blanks = false } = {}): string {
  const blocks = richText(text, blanks);
  const first = blocks[0]?.kind === 'lines' ? 0 : -1;
  const last = blocks.at(-1)?.kind === 'lines' ? blocks.length - 1 : -1;
  const inner = blocks.map((block, index) => blockHtml(block, index === first ? head : '', index === last ? tail : ''));
  return [
    first < 0 && head !== '' ? `<p>${head}</p>` : '',
    ...inner,
    last < 0 && tail !== '' ? `<p>${tail}</p>` : '',
  ].join('');
}

export const richLineHtml = (text: string): string => spansHtml(richLine(text));

function blockHtml(block: Block, head: string, tail: string): string {
  if (block.kind === 'lines') return `<p>${head}${block.lines.map(spansHtml).join('<br>')}${tail}</p>`;
  const row = (tag: 'th' | 'td', cells: readonly (readonly Span[])[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${spansHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<table>${row('th', block.head)}${block.rows.map((cells) => row('td', cells)).join('')}</table>`;
}

/** Of spaces that do not break, so that the full stop behind it is not left alone on the next line. */
const BLANK = `<span class="blank">${'&#160;'.repeat(24)}</span>`;

const spansHtml = (spans: readonly Span[]): string => spans.map(spanHtml).join('');

function spanHtml(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escapeHtml(span.text);
    case 'code':
      return `<code>${escapeHtml(span.text)}</code>`;
    case 'strong':
      return `<strong>${spansHtml(span.spans)}</strong>`;
    case 'blank':
      return BLANK;
  }
}
