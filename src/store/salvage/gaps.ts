import { END, HEADER } from '../history-tail.ts';
import { isBlank, type Source } from './source.ts';

export interface Gap {
  /** What must not be lost, without white space and commas around it; null where there is nothing of the kind. */
  readonly rest: { readonly from: number; readonly to: number } | null;
  /** A document's own beginning stood there. */
  readonly hasHeader: boolean;
}

/** What stands between two events: white space, commas, zeros, brackets and the frame of a document say nothing. */
export function gapBetween(source: Source, from: number, to: number): Gap {
  let { from: start, to: end } = trimmed(source, from, to);
  OPENING.lastIndex = start;
  const hasHeader = OPENING.test(source.text) && OPENING.lastIndex <= end;
  if (hasHeader) ({ from: start, to: end } = trimmed(source, OPENING.lastIndex, end));
  const isEmpty = areBrackets(source.text, start, end) || isPartOfFrame(source, start, end);
  return { rest: isEmpty ? null : { from: start, to: end }, hasHeader };
}

/** Without the white space, commas, zeros and byte order marks at both ends. */
export function trimmed(source: Source, from: number, to: number): { readonly from: number; readonly to: number } {
  const mark = source.encoding === 'utf8' ? '\u00ef\u00bb\u00bf' : '\ufeff';
  let start = from;
  let end = to;
  for (;;) {
    while (start < end && isBlank(source.text.charCodeAt(start))) start++;
    if (end - start < mark.length || !source.text.startsWith(mark, start)) break;
    start += mark.length;
  }
  while (end > start && isBlank(source.text.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}

const OPENING =
  /\{\s{0,99}"format"\s{0,99}:\s{0,99}"quiz-history"\s{0,99},\s{0,99}"version"\s{0,99}:\s{0,99}1\s{0,99},\s{0,99}"events"\s{0,99}:\s{0,99}\[/y;

/** Of a larger object around the events nothing else is left. */
function areBrackets(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isBlank(code) && !'[]{}'.includes(String.fromCharCode(code))) return false;
  }
  return true;
}

/** The first line or the last one, cut short by the end of the file. */
function isPartOfFrame({ text, start, end }: Source, from: number, to: number): boolean {
  if (end > to || to - from > HEADER.length) return false;
  const part = text.slice(from, to);
  return END.startsWith(part) || (from === start && HEADER.startsWith(part));
}
