import { MOST_ENTRIES, MOST_KEYS, MOST_LEVELS, MOST_LINES } from './bank-limits.ts';
import { HASH } from './bytes.ts';
import {
  giveUp,
  isKey,
  readFlow,
  readScalar,
  type Scan,
  Unusual,
  withoutLeadingSpaces,
  withoutTrailingSpaces,
} from './plain-scalars.ts';

/**
 * Reads the plain part of YAML 1.2 in which banks are written nearly always: block maps and lists, one-line texts, flow
 * lists and maps on one line, literal blocks, comments. The `yaml` package takes half a second for a thousand questions,
 * and the first question of a drill waits for it; this takes a few milliseconds.
 *
 * It answers only where it is sure to answer as that package does. At the first thing out of the ordinary (anchors, tags,
 * escapes, folded blocks, texts over several lines, duplicate keys, tabs, anything wrong) it gives up, and the package
 * decides. `textFields` names keys whose values stay as they are written, 007 and all.
 */
export function readPlainYaml(text: string, textFields: ReadonlySet<string>): { readonly value: unknown } | null {
  const source = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  if (UNUSUAL.test(source)) return null;
  const raw = source.split('\n', MOST_LINES + 1);
  if (raw.length > MOST_LINES) return null;
  const reader: Reader = { raw, lines: linesOf(raw), at: 0, level: 0, textFields };
  try {
    if (reader.lines[0]?.indent !== 0) return null;
    const value = readBlock(reader, 0, false);
    return reader.at === reader.lines.length ? { value } : null;
  } catch (error) {
    if (error instanceof Unusual || error instanceof RangeError) return null;
    throw error;
  }
}

/** Control characters, line separators and lone carriage returns: whatever they mean, it is not plain. */
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

interface Line {
  readonly indent: number;
  /** Without indent; never empty, never a comment. */
  readonly text: string;
  /** Where it stands in the file, for literal blocks, which take lines as they are. */
  readonly raw: number;
}

interface Reader {
  readonly raw: readonly string[];
  readonly lines: Line[];
  at: number;
  /** Lists and maps that are open. */
  level: number;
  readonly textFields: ReadonlySet<string>;
}

function linesOf(raw: readonly string[]): Line[] {
  const lines: Line[] = [];
  for (let index = 0; index < raw.length; index++) {
    const whole = raw[index] as string;
    const text = withoutLeadingSpaces(whole);
    if (text === '' || text.charCodeAt(0) === HASH) continue;
    lines.push({ indent: whole.length - text.length, text: withoutTrailingSpaces(text), raw: index });
  }
  return lines;
}

/** A list or map whose entries stand at exactly this indent. */
function readBlock(reader: Reader, indent: number, asText: boolean): unknown {
  const line = reader.lines[reader.at] as Line;
  if (++reader.level > MOST_LEVELS) return giveUp();
  const value = isEntry(line.text) ? readList(reader, indent, asText) : readMap(reader, indent);
  reader.level--;
  return value;
}

const isEntry = (text: string): boolean => text === '-' || text.startsWith('- ');

function readList(reader: Reader, indent: number, asText: boolean): unknown[] {
  const list: unknown[] = [];
  for (
    let line = reader.lines[reader.at];
    line && line.indent === indent && isEntry(line.text);
    line = reader.lines[reader.at]
  ) {
    const rest = withoutLeadingSpaces(line.text.slice(1));
    if (rest === '' || rest.startsWith('#') || list.length === MOST_ENTRIES) return giveUp();
    const inner = line.indent + line.text.length - rest.length;
    if (isEntry(rest)) return giveUp();
    if (keyEnd(rest) >= 0) {
      // A map that begins behind the dash: the same line again, as if the dash were a space.
      reader.lines[reader.at] = { indent: inner, text: rest, raw: line.raw };
      list.push(readMap(reader, inner));
    } else {
      reader.at++;
      list.push(readValue(reader, rest, indent, line.raw, asText));
    }
  }
  return list;
}

function readMap(reader: Reader, indent: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  let keys = 0;
  for (
    let line = reader.lines[reader.at];
    line && line.indent === indent && !isEntry(line.text);
    line = reader.lines[reader.at]
  ) {
    const end = keyEnd(line.text);
    if (end < 0) return giveUp();
    const key = line.text.slice(0, end);
    if (!isKey(key) || Object.hasOwn(map, key) || ++keys > MOST_KEYS) return giveUp();
    const rest = withoutLeadingSpaces(line.text.slice(end + 1));
    reader.at++;
    const asText = reader.textFields.has(key);
    map[key] =
      rest === '' || rest.startsWith('#')
        ? readBelow(reader, indent, asText)
        : readValue(reader, rest, indent, line.raw, asText);
  }
  const next = reader.lines[reader.at];
  if (next && next.indent > indent) return giveUp();
  return map;
}

/** Where the colon after a key stands; -1 where the line does not begin with a plain key. */
function keyEnd(text: string): number {
  const colon = text.indexOf(':');
  // YAML wants the colon of a key within 1024 characters.
  if (colon <= 0 || colon > 1000) return -1;
  if (colon + 1 < text.length && text[colon + 1] !== ' ') return -1;
  return isKey(text.slice(0, colon)) ? colon : -1;
}

/** What stands on the lines below a key. A list may begin at the key's own indent. */
function readBelow(reader: Reader, indent: number, asText: boolean): unknown {
  const next = reader.lines[reader.at];
  if (!next || next.indent < indent || (next.indent === indent && !isEntry(next.text))) return null;
  if (next.text[0] === '[' || next.text[0] === '{') {
    if (next.indent === indent) return giveUp();
    reader.at++;
    return readValue(reader, next.text, indent, next.raw, asText);
  }
  if (!isEntry(next.text) && keyEnd(next.text) < 0) return giveUp();
  const value = readBlock(reader, next.indent, asText);
  const after = reader.lines[reader.at];
  if (after && after.indent > indent) return giveUp();
  return value;
}

function readValue(reader: Reader, rest: string, indent: number, raw: number, asText: boolean): unknown {
  if (rest === '|') return readLiteral(reader, indent, raw);
  const isFlow = rest[0] === '[' || rest[0] === '{';
  const text = isFlow ? joinFlow(reader, rest, indent, raw) : rest;
  const scan: Scan = { text, at: 0, level: reader.level, asText, textFields: reader.textFields };
  const value = isFlow ? readFlow(scan) : readScalar(scan, false);
  const tail = text.slice(scan.at);
  if (!/^ *$|^ +#/.test(tail)) return giveUp();
  // A deeper line would go on with this text.
  const next = reader.lines[reader.at];
  if (next && next.indent > indent) return giveUp();
  return value;
}

/** A list or map in brackets may go on over several lines; a line break in it is a space. */
function joinFlow(reader: Reader, first: string, indent: number, raw: number): string {
  let text = first;
  let last = raw;
  for (let open = openBrackets(first); open > 0; ) {
    const next = reader.lines[reader.at];
    // A blank line is a line break to YAML, and a comment between may be none.
    if (!next || next.indent <= indent || next.raw !== last + 1) return giveUp();
    last = next.raw;
    open += openBrackets(next.text);
    text += ` ${next.text}`;
    reader.at++;
  }
  return text;
}

/** Brackets opened less those closed. Quotes are not minded: where they hold brackets the reading fails, or comes out even. */
function openBrackets(text: string): number {
  return (text.match(/[[{]/g)?.length ?? 0) - (text.match(/[\]}]/g)?.length ?? 0);
}

/** `|`: the lines as they stand, less the indent of the first; one newline at the end, however many there are. */
function readLiteral(reader: Reader, indent: number, raw: number): string {
  const { raw: lines } = reader;
  let end = raw + 1;
  let inner = -1;
  const out: string[] = [];
  for (; end < lines.length; end++) {
    const line = lines[end] as string;
    const text = withoutLeadingSpaces(line);
    const at = line.length - text.length;
    if (text === '') {
      // Spaces on an empty line count only beyond the indent; the package settles what they mean.
      if (line !== '') return giveUp();
      out.push('');
      continue;
    }
    if (at <= indent) break;
    if (inner < 0) inner = at;
    if (at < inner) return giveUp();
    out.push(line.slice(inner));
  }
  if (inner < 0) return giveUp();
  while (reader.lines[reader.at] && (reader.lines[reader.at] as Line).raw < end) reader.at++;
  while (out.at(-1) === '') out.pop();
  return `${out.join('\n')}\n`;
}
