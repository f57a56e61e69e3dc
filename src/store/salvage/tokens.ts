import { BACKSLASH, QUOTE } from '../bytes.ts';

/** Where the tokens of JSON end that begin at a place of a text. */

/** The first place that is no white space of JSON. */
export function skipSpace(text: string, at: number): number {
  for (let next = at; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return next;
  }
  return text.length;
}

/** Behind the closing quote of the string whose opening one is at `at`; -1 where it is no string of JSON. */
export function stringEnd(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === QUOTE) return next + 1;
    if (code < 0x20) return -1;
    if (code === BACKSLASH) {
      ESCAPE.lastIndex = next;
      if (!ESCAPE.test(text)) return -1;
      next = ESCAPE.lastIndex - 1;
    }
  }
  return -1;
}

/** Behind a number, `true`, `false` or `null`; -1 where it is none. */
export function scalarEnd(text: string, at: number): number {
  SCALAR.lastIndex = at;
  return SCALAR.test(text) ? SCALAR.lastIndex : -1;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** JSON without white space between its tokens, where it stands on several lines or begins with some. */
export function onOneLine(json: string): string {
  if (json.startsWith('{"') && !/[\r\n]/.test(json)) return json;
  let line = '';
  for (let at = skipSpace(json, 0); at < json.length; ) {
    const isString = json.charCodeAt(at) === QUOTE;
    const end = isString ? stringEnd(json, at) : at + 1;
    if (end < 0) return json;
    line += json.slice(at, end);
    at = skipSpace(json, end);
  }
  return line;
}
