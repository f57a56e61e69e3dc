import { type Block, type Cell, paragraph, type Span } from '../block.ts';
import { TICKED } from '../key-by-format.ts';
import { type Element, elementsOf, isElement, type Node } from '../tree.ts';
import { ChoiceLetters } from './choice-letters.ts';
import { type ListLabels, listLabels } from './list-label.ts';
import { isRead, marksOf } from './visible.ts';

/** A web page as blocks: what a browser sets on a line of its own is a paragraph. */
export function htmlBlocks(root: Element): Block[] {
  const writer = new Writer();
  writer.children(root.children, { marks: [], isPre: false, labels: null });
  writer.close();
  return writer.blocks;
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section summary ul option'.split(
    ' ',
  ),
);

interface Around {
  readonly marks: readonly string[];
  readonly isPre: boolean;
  readonly labels: ListLabels | null;
}

class Writer {
  readonly blocks: Block[] = [];
  private spans: Span[] = [];
  private label = '';
  private heading = 0;
  /** A button or box that is ticked stands before its text, up to the end of the line. */
  private isTicked = false;
  private readonly letters = new ChoiceLetters();

  children(nodes: readonly Node[], around: Around): void {
    for (const node of nodes) {
      if (isElement(node)) this.element(node, around);
      else this.text(node, around);
    }
  }

  /** Ends the paragraph that is being written. */
  close(): void {
    const spans = trimmed(this.spans);
    if (spans.length > 0) {
      this.blocks.push(paragraph(spans, this.label, this.heading));
      this.label = '';
      this.letters.endLine();
    }
    this.spans = [];
    this.isTicked = false;
  }

  private text(text: string, { marks, isPre }: Around): void {
    const shown = isPre ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    const before = this.spans.at(-1)?.text ?? '\n';
    const joined = !isPre && /[ \n]$/.test(before) ? shown.replace(/^ /, '') : shown;
    const letter = this.letters.ahead(joined);
    if (letter !== '') this.spans.push({ text: before === '\n' ? letter : ` ${letter}`, marks: [] });
    if (joined !== '') this.spans.push({ text: joined, marks: this.isTicked ? [...marks, TICKED] : marks });
  }

  private element(element: Element, around: Around): void {
    if (!isRead(element)) return;
    const { name, attributes } = element;
    const marks = [...around.marks, ...marksOf(element)];
    if (name === 'br') this.spans.push({ text: '\n', marks: [] });
    else if (name === 'input') this.input(attributes);
    else if (name === 'img') this.text(imageText(attributes), around);
    else if (name === 'table') this.table(element);
    else if (BLOCKS.has(name)) this.block(element, { ...around, marks });
    else this.children(element.children, { ...around, marks });
  }

  private input(attributes: Element['attributes']): void {
    const type = (attributes.type ?? 'text').toLowerCase();
    if (type === 'radio' || type === 'checkbox') {
      this.isTicked = attributes.checked !== undefined;
      this.letters.begin(attributes);
    } else if (/^(?:text|number|search)$/.test(type))
      this.spans.push({ text: `__${attributes.value ?? ''}__`, marks: [] });
  }

  private block(element: Element, around: Around): void {
    this.close();
    const { name, children } = element;
    if (name === 'li' || name === 'ul' || name === 'ol') {
      const labels = name === 'li' ? around.labels : listLabels(element);
      // A question that is the item of a list holds the list of its options: each has numbers of its own.
      if (name === 'li') this.label = labels?.next(element) ?? '';
      this.children(children, { ...around, labels: name === 'li' ? null : labels });
    } else {
      this.heading = /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
      this.children(children, { ...around, isPre: around.isPre || name === 'pre' });
    }
    this.close();
    if (name === 'li') this.label = '';
    this.heading = 0;
  }

  private table(element: Element): void {
    this.close();
    const rows = rowsIn(element).map((row) =>
      elementsOf(row)
        .filter(({ name }) => name === 'td' || name === 'th')
        .map(cellOf),
    );
    this.blocks.push({ kind: 'table', rows });
  }
}

function rowsIn(table: Element): Element[] {
  return elementsOf(table).flatMap((child) => {
    if (!isRead(child)) return [];
    if (child.name === 'tr') return [child];
    return /^(?:thead|tbody|tfoot|form|caption)$/.test(child.name) ? rowsIn(child) : [];
  });
}

function cellOf(cell: Element): Cell {
  const columns = Number(cell.attributes.colspan ?? 1);
  return {
    blocks: htmlBlocks({ ...cell, name: 'td' }),
    columns: Number.isInteger(columns) ? Math.min(64, Math.max(1, columns)) : 1,
    continues: false,
  };
}

/** What a picture says where it cannot be shown; one that says nothing is an ornament. */
const imageText = ({ alt = '' }: Element['attributes']): string => (/[\p{L}\p{N}]/u.test(alt) ? alt.slice(0, 200) : '');

function trimmed(spans: readonly Span[]): Span[] {
  const out = [...spans];
  while (out.length > 0 && /^[ \n\t]*$/.test((out[0] as Span).text)) out.shift();
  while (out.length > 0 && /^[ \n\t]*$/.test((out.at(-1) as Span).text)) out.pop();
  return out;
}
