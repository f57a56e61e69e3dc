import { htmlText } from '../html-text.ts';

/** The text cut at a mark that is not escaped, into at most `most` pieces. */
export function cutAt(text: string, mark: string, most: number): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length && pieces.length < most - 1; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(mark, at)) {
      pieces.push(text.slice(from, at));
      from = at + mark.length;
      at = from - 1;
    }
  }
  return [...pieces, text.slice(from)];
}

/** `\=` is `=`, `\n` a line end. Line ends of the file itself only wrap. */
const unescaped = (text: string): string =>
  text.replace(/\\([\\~=#{}:])|\\n|\s*\n\s*/g, (found, sign?: string) => sign ?? (found === '\\n' ? '\n' : ' '));

export interface GiftText {
  readonly text: string;
  readonly media: number;
}

/** A text in the format that it names, or in `usual`, that of its question. */
export function giftText(
  raw: string,
  usual: GiftTextFormat = 'moodle',
): GiftText & { readonly format: GiftTextFormat } {
  const named = /^\s*\[(html|markdown|moodle|plain)\]/i.exec(raw);
  const format = (named?.[1]?.toLowerCase() as GiftTextFormat | undefined) ?? usual;
  const text = unescaped(raw.slice(named?.[0].length ?? 0)).trim();
  if (format === 'plain' || format === 'markdown') return { text, media: 0, format };
  const read = htmlText(text, { keepLines: format === 'moodle' });
  return { text: read.text.trim(), media: read.media, format };
}

export type GiftTextFormat = 'html' | 'markdown' | 'moodle' | 'plain';
