import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeEntities } from '../core/intake/formats/entities.ts';
import type { XmlElement } from '../core/intake/formats/xml-element.ts';
import { type LineIndex, lineIndex } from '../core/intake/source-text.ts';

/** XML as a value, or why it is none. */
export type XmlRead =
  | { readonly kind: 'xml'; readonly root: XmlElement }
  | { readonly kind: 'faulty'; readonly why: 'doctype' | 'broken'; readonly line: number; readonly reason: string };

/**
 * Reads well-formed XML. A document type is refused whatever stands in it, so nobody defines entities; those that are
 * characters are resolved here, once. It is checked first: the parser alone takes a document that was cut off for a whole one.
 */
export function readXml(text: string): XmlRead {
  const lines = lineIndex({ text });
  const doctype = doctypeAt(text);
  if (doctype >= 0) return faulty('doctype', lines.lineAt(doctype), '<!DOCTYPE');
  const checked = XMLValidator.validate(text);
  if (checked !== true) return faulty('broken', checked.err.line, checked.err.msg);
  try {
    const root = (PARSER.parse(text) as Raw[])
      .map((raw) => nodeOf(raw, lines))
      .find((node): node is XmlElement => typeof node === 'object');
    return root ? { kind: 'xml', root } : faulty('broken', 1, 'no element');
  } catch (error) {
    return faulty('broken', 1, error instanceof Error ? error.message : String(error));
  }
}

/** A node as the parser makes it: one key with its children, its attributes and its place beside it. */
type Raw = Readonly<Record<string | symbol, unknown>>;

const CDATA = '#cdata';
const TEXT = '#text';
const ATTRIBUTES = ':@';
const PLACE = XMLParser.getMetaDataSymbol() as unknown as symbol;
const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  captureMetaData: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: CDATA,
});

function nodeOf(raw: Raw, lines: LineIndex): XmlElement | string {
  if (TEXT in raw) return decodeEntities(String(raw[TEXT]));
  const name = Object.keys(raw).find((key) => key !== ATTRIBUTES) ?? '';
  const children = raw[name] as readonly Raw[];
  // What stands in a CDATA section is the text itself.
  if (name === CDATA) return children.map((child) => String(child[TEXT] ?? '')).join('');
  const place = raw[PLACE] as { startIndex?: number; endIndex?: number } | undefined;
  const attributes = Object.entries((raw[ATTRIBUTES] ?? {}) as Record<string, unknown>);
  const line = lines.lineAt(place?.startIndex ?? 0);
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decodeEntities(String(value))])),
    children: children.map((child) => nodeOf(child, lines)),
    line,
    endLine: place?.endIndex === undefined ? line : lines.lineAt(place.endIndex),
  };
}

/** In a comment and in a CDATA section it is a text like any other. */
function doctypeAt(text: string): number {
  let at = text.indexOf('<!');
  while (at >= 0) {
    const end = text.startsWith('<![CDATA[', at) ? ']]>' : text.startsWith('<!--', at) ? '-->' : null;
    if (end === null) {
      if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9))) return at;
      at = text.indexOf('<!', at + 2);
      continue;
    }
    const close = text.indexOf(end, at + 4);
    at = close < 0 ? -1 : text.indexOf('<!', close + 3);
  }
  return -1;
}

const faulty = (why: 'doctype' | 'broken', line: number, reason: string): XmlRead => ({
  ...{ kind: 'faulty', why, line, reason },
});
