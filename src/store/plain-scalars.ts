import { MOST_ENTRIES, MOST_KEYS, MOST_LEVELS } from './bank-limits.ts';

/** Plain YAML within one line: scalars, lists and maps in brackets. */

/** Spaces are U+0020 alone: to YAML a full-width space is a character like any other. */
export const withoutLeadingSpaces = (text: string): string => text.replace(/^ +/, '');
/** By hand: a pattern that ends in `$` is tried at every space, and a line may hold a million. */
export function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Something that only the package should judge. */
export class Unusual extends Error {}

export const giveUp = (): never => {
  throw new Unusual();
};

/** Keys as banks have them, Chinese names of bands included. */
const PLAIN_KEY = /^[A-Za-z\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff-]*$/;
/** Words that are no texts to some YAML or other, and the one key that is no ordinary property. */
const NO_KEY = /^(?:true|false|null|yes|no|on|off|y|n|__proto__)$/i;

export const isKey = (text: string): boolean => PLAIN_KEY.test(text) && !NO_KEY.test(text);

/** A place in one line of text, and how the value there is to be taken. */
export interface Scan {
  readonly text: string;
  at: number;
  /** Lists and maps that are open. */
  readonly level: number;
  readonly asText: boolean;
  readonly textFields: ReadonlySet<string>;
}

/** A list or map in brackets, all on one line. */
export function readFlow(scan: Scan): unknown {
  return scan.text[scan.at] === '[' ? readFlowList(scan) : readFlowMap(scan);
}

function readFlowList(scan: Scan): unknown[] {
  const list: unknown[] = [];
  scan.at++;
  for (skipSpaces(scan); scan.text[scan.at] !== ']'; skipSpaces(scan)) {
    if (list.length === MOST_ENTRIES) return giveUp();
    list.push(readFlowValue(scan, scan.asText));
    endOfFlowEntry(scan, ']');
  }
  scan.at++;
  return list;
}

function readFlowMap(scan: Scan): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  let keys = 0;
  scan.at++;
  for (skipSpaces(scan); scan.text[scan.at] !== '}'; skipSpaces(scan)) {
    const colon = scan.text.indexOf(': ', scan.at);
    const key = colon < 0 ? '' : scan.text.slice(scan.at, colon);
    if (!isKey(key) || Object.hasOwn(map, key) || ++keys > MOST_KEYS) return giveUp();
    scan.at = colon + 2;
    skipSpaces(scan);
    map[key] = readFlowValue(scan, scan.textFields.has(key));
    endOfFlowEntry(scan, '}');
  }
  scan.at++;
  return map;
}

function readFlowValue(scan: Scan, asText: boolean): unknown {
  const inner: Scan = { ...scan, asText, level: scan.level + 1 };
  if (inner.level > MOST_LEVELS) return giveUp();
  const first = scan.text[scan.at];
  const value = first === '[' || first === '{' ? readFlow(inner) : readScalar(inner, true);
  scan.at = inner.at;
  return value;
}

function endOfFlowEntry(scan: Scan, close: string): void {
  skipSpaces(scan);
  if (scan.text[scan.at] === ',') scan.at++;
  else if (scan.text[scan.at] !== close) giveUp();
}

function skipSpaces(scan: Scan): void {
  while (scan.text[scan.at] === ' ') scan.at++;
  if (scan.at >= scan.text.length) giveUp();
}

export function readScalar(scan: Scan, inFlow: boolean): unknown {
  const first = scan.text[scan.at] as string;
  if (first === '"' || first === "'") return readQuoted(scan, first);
  const rest = scan.text.slice(scan.at);
  const end = (inFlow ? /[,[\]{}]| #|:(?= |$|[,[\]{}])/ : / #|:(?= |$)/).exec(rest);
  const raw = end ? rest.slice(0, end.index) : rest;
  if (end?.[0] === ':' || end?.[0] === '[' || end?.[0] === '{') return giveUp();
  if (inFlow && /["']/.test(raw)) return giveUp();
  scan.at += raw.length;
  return plainValue(withoutTrailingSpaces(raw), scan.asText);
}

function readQuoted(scan: Scan, quote: string): string {
  const { text } = scan;
  let out = '';
  for (let from = scan.at + 1; ; ) {
    const end = text.indexOf(quote, from);
    if (end < 0) return giveUp();
    out += text.slice(from, end);
    if (quote === "'" && text[end + 1] === "'") {
      out += "'";
      from = end + 2;
    } else {
      scan.at = end + 1;
      return quote === '"' && out.includes('\\') ? giveUp() : out;
    }
  }
}

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
/** Looks like a number, a truth value or nothing to YAML's core schema, in a spelling that is not the usual one. */
const ALMOST = /^(?:[-+.]?\d|[-+]?\.(?:inf|nan)|~$|(?:true|false|null)$)/i;
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]/;

function plainValue(text: string, asText: boolean): unknown {
  if (text === '') return giveUp();
  if (NUMBER.test(text)) return Object.is(Number(text), -0) ? giveUp() : asText ? text : Number(text);
  if (text === 'true' || text === 'false') return asText ? text : text === 'true';
  if (ALMOST.test(text) || INDICATOR.test(text) || text === '---' || text === '...') {
    // A text that begins with a digit but has more than digits in it is an ordinary text.
    return /^\d/.test(text) && /[^\d.eExXoO_+\-a-fA-F:]/.test(text) ? text : giveUp();
  }
  return text;
}
