/** Plain YAML within one line: scalars, lists and maps in brackets. */

/** Spaces are U+0020 alone: to YAML a full-width space is a character like any other. */
export const withoutLeadingSpaces = (text: string): string => text.replace(/^ +/, '');
export const withoutTrailingSpaces = (text: string): string => text.replace(/ +$/, '');

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
    list.push(readFlowValue(scan, scan.asText));
    endOfFlowEntry(scan, ']');
  }
  scan.at++;
  return list;
}

function readFlowMap(scan: Scan): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  scan.at++;
  for (skipSpaces(scan); scan.text[scan.at] !== '}'; skipSpaces(scan)) {
    const colon = scan.text.indexOf(': ', scan.at);
    const key = colon < 0 ? '' : scan.text.slice(scan.at, colon);
    if (!isKey(key) || Object.hasOwn(map, key)) return giveUp();
    scan.at = colon + 2;
    skipSpaces(scan);
    map[key] = readFlowValue(scan, scan.textFields.has(key));
    endOfFlowEntry(scan, '}');
  }
  scan.at++;
  return map;
}

function readFlowValue(scan: Scan, asText: boolean): unknown {
  const inner: Scan = { ...scan, asText };
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
  let out = '';
  for (let at = scan.at + 1; at < scan.text.length; at++) {
    const character = scan.text[at] as string;
    if (character === '\\' && quote === '"') return giveUp();
    if (character !== quote) out += character;
    else if (quote === "'" && scan.text[at + 1] === "'") {
      out += "'";
      at++;
    } else {
      scan.at = at + 1;
      return out;
    }
  }
  return giveUp();
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
