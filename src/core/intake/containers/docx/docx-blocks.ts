import { type Block, type Cell, paragraph } from '../block.ts';
import { type Element, elementsOf, firstOf } from '../tree.ts';
import { type Numbering, numberingOf } from './numbering.ts';
import { chosen, runsOf } from './runs.ts';
import { settingOf } from './setting.ts';
import { type Styles, stylesOf } from './styles.ts';

/** The parts of a document of Word that are read, as trees. */
export interface DocxParts {
  readonly document: Element;
  readonly styles?: Element | undefined;
  readonly numbering?: Element | undefined;
  /** What stands in another part in another format, under the id of its relation. */
  readonly embedded?: (relation: string) => readonly Block[];
}

interface Reading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly embedded: (relation: string) => readonly Block[];
}

/** Tables in tables in boxes: deeper than that is nested to break a reader. */
const DEEPEST = 60;

/** The body in the order it is read. Headers, footers, notes and comments are parts of their own and no part of it. */
export function docxBlocks({
  document,
  styles: styleSheet,
  numbering: lists,
  embedded = () => [],
}: DocxParts): Block[] {
  const styles = stylesOf(styleSheet);
  const numbering = numberingOf(lists, styles.listOf);
  const body = firstOf(document, 'w:body');
  return body ? blocksOf(body, { styles, numbering, embedded }, 0) : [];
}

function blocksOf(parent: Element, reading: Reading, depth: number): Block[] {
  if (depth > DEEPEST) return [];
  return elementsOf(parent).flatMap((child): readonly Block[] => {
    switch (child.name) {
      case 'w:p':
        return paragraphsOf(child, reading, depth);
      case 'w:tbl':
        return [{ kind: 'table', rows: rowsOf(child, reading, depth) }];
      case 'w:altChunk':
        return reading.embedded(child.attributes['r:id'] ?? '');
      case 'mc:AlternateContent':
        return blocksOf(chosen(child), reading, depth + 1);
      case 'w:del':
      case 'w:moveFrom':
      case 'w:sectPr':
      case 'w:sdtPr':
        return [];
      default:
        return blocksOf(child, reading, depth + 1);
    }
  });
}

function paragraphsOf(element: Element, reading: Reading, depth: number): Block[] {
  const { spans, boxes } = runsOf(element, reading.styles);
  const properties = firstOf(element, 'w:pPr');
  const style = settingOf(properties, 'w:pStyle');
  // An empty paragraph shows its number as well, but nobody means it: Word counts it all the same.
  const label = labelOf(properties, style, reading);
  const isEmpty = spans.every(({ text }) => text.trim() === '');
  const heading = isEmpty ? 0 : reading.styles.headingOf(style);
  return [
    paragraph(spans, isEmpty ? '' : label, heading),
    ...boxes.flatMap((box) => blocksOf(box, reading, depth + 1)),
  ];
}

function labelOf(properties: Element | undefined, style: string | null, { styles, numbering }: Reading): string {
  const own = firstOf(properties, 'w:numPr');
  // A list that a revision changed holds the old one beside the new one, in an element of its own.
  const ownList = settingOf(own, 'w:numId');
  const inherited = styles.numberOf(style);
  const list = ownList ?? inherited?.list ?? null;
  if (list === null || list === '0') return '';
  const ownLevel = settingOf(own, 'w:ilvl');
  const bound = inherited ? numbering.levelOf(list, inherited.style) : null;
  const level = ownLevel !== null ? Number(ownLevel) : (inherited?.level ?? bound ?? 0);
  return numbering.next(list, level);
}

function rowsOf(table: Element, reading: Reading, depth: number): Cell[][] {
  return rowElements(table, 'w:tr').map((row) => {
    const skipped = Number(settingOf(firstOf(row, 'w:trPr'), 'w:gridBefore') ?? 0);
    const cells = rowElements(row, 'w:tc').map((cell): Cell => {
      const properties = firstOf(cell, 'w:tcPr');
      const merge = firstOf(properties, 'w:vMerge');
      return {
        blocks: blocksOf(cell, reading, depth + 1),
        columns: Math.min(64, Math.max(1, Number(settingOf(properties, 'w:gridSpan') ?? 1) || 1)),
        continues: merge !== undefined && merge.attributes['w:val'] !== 'restart',
      };
    });
    return skipped > 0 && skipped < 64 ? [{ blocks: [], columns: skipped, continues: false }, ...cells] : cells;
  });
}

/** Rows and cells may stand in controls of a form, or be inserted; a row that was deleted is out. */
function rowElements(parent: Element, name: 'w:tr' | 'w:tc'): Element[] {
  return elementsOf(parent).flatMap((child) => {
    if (child.name === name) return firstOf(firstOf(child, 'w:trPr'), 'w:del') ? [] : [child];
    return child.name === 'w:sdt' ||
      child.name === 'w:sdtContent' ||
      child.name === 'w:customXml' ||
      child.name === 'w:ins'
      ? rowElements(child, name)
      : [];
  });
}
