import { decodeEntities } from './entities.ts';

/** What a stretch of HTML says, and how many pictures, sounds and films it shows besides. */
export interface HtmlText {
  readonly text: string;
  readonly media: number;
}

/**
 * HTML as people read it: blocks on lines of their own, cells parted, scripts and styles gone. Only tags that exist count,
 * so `a<b` stays a comparison. `keepLines` where line ends of the source are meant, as in Moodle's own format.
 */
export function htmlText(html: string, { keepLines = false } = {}): HtmlText {
  if (!/[<&]/.test(html)) return { text: keepLines ? html : joined(html), media: 0 };
  const out: string[] = [];
  let media = 0;
  let at = 0;
  const take = (text: string): void => void out.push(decodeEntities(keepLines ? text : joined(text)));
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const tag = tagAt(html, open);
    if (!tag) {
      take(html.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    take(html.slice(at, open));
    at = tag.end;
    if (MEDIA.has(tag.name) && !tag.closes) {
      media++;
      out.push(altOf(html.slice(open, tag.end)));
    } else out.push(tag.closes ? (CLOSING[tag.name] ?? '') : (OPENING[tag.name] ?? ''));
  }
  take(html.slice(at));
  return { text: tidied(out.join('')), media };
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  /** Behind its `>`, or behind all that it hides. */
  readonly end: number;
}

/** No tag is longer: a `<` without its `>` costs no more than this. */
const LONGEST_TAG = 20_000;

function tagAt(html: string, open: number): Tag | null {
  if (html.startsWith('<!--', open)) return { name: '!', closes: false, end: behind(html, '-->', open + 4) };
  const found = /^<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?=\s{0,40}\/?>|\s{1,40}[a-zA-Z_:@*]|\/)/.exec(
    html.slice(open, open + 60),
  );
  const name = found?.[2]?.toLowerCase() ?? '';
  if (!found || !TAGS.has(name)) return null;
  const end = closingAngle(html, open + found[0].length);
  if (end < 0) return null;
  const closes = found[1] === '/';
  if ((name === 'script' || name === 'style') && !closes) return { name, closes, end: behind(html, `</${name}>`, end) };
  return { name, closes, end };
}

/** A `>` in quotes closes nothing. */
function closingAngle(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length && at < from + LONGEST_TAG; at++) {
    const sign = html.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
    else if (sign === '<') return -1;
  }
  return -1;
}

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

const altOf = (tag: string): string => {
  const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  return decodeEntities(alt?.[1] ?? alt?.[2] ?? '');
};

const joined = (text: string): string => text.replace(/[ \t]*\r?\n[ \t]*/g, ' ');

const tidied = (text: string): string =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/\u0001\s*(?=\n|$)/g, '')
    .replace(/\u0001/g, ' | ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const MEDIA = new Set(['img', 'audio', 'video', 'iframe', 'object', 'embed', 'svg', 'canvas']);
const BLOCKS = ['p', 'div', 'ul', 'ol', 'table', 'tbody', 'thead', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const MORE_BLOCKS = ['section', 'article', 'blockquote', 'pre', 'figure', 'figcaption', 'dl', 'dt', 'dd'];
const INLINE = ['a', 'b', 'i', 'u', 's', 'em', 'strong', 'span', 'font', 'code', 'kbd', 'samp', 'var', 'mark', 'small'];
const MORE_INLINE = ['big', 'del', 'ins', 'abbr', 'cite', 'q', 'label', 'input', 'button', 'center', 'html', 'body'];
const OTHERS = ['head', 'title', 'meta', 'link', 'source', 'tfoot', 'caption', 'colgroup', 'col', 'wbr', 'ruby', 'rt'];
const OPENING: Readonly<Record<string, string>> = { br: '\n', hr: '\n', li: '\n', sup: '^', sub: '_' };
/** What parts two cells is a sign of its own until it is known whether another one follows. */
const CLOSING: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...BLOCKS, ...MORE_BLOCKS, 'li', 'tr'].map((name) => [name, '\n'])),
  td: '\u0001',
  th: '\u0001',
};
const TAGS = new Set([
  ...[...BLOCKS, ...MORE_BLOCKS, ...INLINE, ...MORE_INLINE, ...OTHERS, ...MEDIA],
  ...['br', 'hr', 'li', 'tr', 'td', 'th', 'sup', 'sub', 'script', 'style'],
]);
