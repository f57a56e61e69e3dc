import { Parser } from 'htmlparser2';
import type { Element, Node } from '../../core/intake/containers/tree.ts';
import { DocumentFault } from './document-fault.ts';

/** Deeper markup is nested to break whoever reads it; real tables in tables reach a depth of about a hundred. */
const DEEPEST = 400;
const MOST_NODES = 4_000_000;
/** Pages forget to close their fonts thousands of times; the parser takes the square of the depth for each. */
const MOST_OPEN = 30_000;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

/**
 * A part of an office document. A document type is refused: nothing of that kind stands in such a part, and entities
 * that it could define are not resolved anyway. What was cut off, or closes what was never opened, is broken.
 */
export function xmlTree(text: string): Element {
  const closed = /^[\s\ufeff]*$/.test(text) ? null : rootOf(text, true);
  if (!closed) throw new DocumentFault('broken');
  return closed;
}

/** A web page, as forgiving as browsers are. */
export function htmlTree(text: string): Element {
  return rootOf(text, false) ?? { name: '#document', attributes: {}, children: [] };
}

function rootOf(text: string, isXml: boolean): Element | null {
  const root: Open = { name: '#document', attributes: {}, children: [] };
  const open: Open[] = [root];
  let nodes = 0;
  let isAtEnd = false;
  const count = (): void => {
    nodes++;
    if (nodes > MOST_NODES) throw new DocumentFault('bomb');
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        count();
        const element: Open = { name, attributes, children: [] };
        // A page nested beyond reason loses its depth, not its text.
        if (open.length > DEEPEST && isXml) throw new DocumentFault('bomb');
        if (open.length > MOST_OPEN) throw new DocumentFault('broken');
        open.at(-1)?.children.push(element);
        open.push(open.length > DEEPEST ? { ...element, children: open.at(-1)?.children ?? [] } : element);
      },
      onclosetag() {
        if (isAtEnd && isXml && open.length > 1) throw new DocumentFault('broken');
        if (open.length > 1) open.pop();
      },
      ontext(piece) {
        const children = open.at(-1)?.children as Node[];
        const last = children.at(-1);
        // Entities come in pieces of their own.
        if (typeof last === 'string') children[children.length - 1] = last + piece;
        else {
          count();
          children.push(piece);
        }
      },
      onprocessinginstruction(name) {
        if (isXml && /^!(?:doctype|entity)/i.test(name)) throw new DocumentFault('doctype');
      },
    },
    { xmlMode: isXml, decodeEntities: true, lowerCaseTags: !isXml, lowerCaseAttributeNames: !isXml },
  );
  parser.write(text);
  isAtEnd = true;
  if (isXml && open.length > 1) throw new DocumentFault('broken');
  parser.end();
  if (!isXml) return root;
  const [element, ...others] = root.children.filter((child): child is Element => typeof child !== 'string');
  return element && others.length === 0 ? element : null;
}
