import type { Span } from '../block.ts';
import { type Element, elementsOf, findIn, firstOf, textIn } from '../tree.ts';
import { settingOf } from './setting.ts';
import type { Styles } from './styles.ts';
import { symbolText } from './symbols.ts';

/** The text of a paragraph, and the boxes that are anchored in it. */
export interface RunsRead {
  readonly spans: Span[];
  /** Contents of text boxes: each has paragraphs as its children. */
  readonly boxes: Element[];
}

/** Reads the runs of a paragraph. What a revision took out, hidden text and instructions of fields are none of it. */
export function runsOf(paragraph: Element, styles: Styles): RunsRead {
  const read: RunsRead = { spans: [], boxes: [] };
  walk(paragraph, styles, read);
  return read;
}

const LEFT_OUT = new Set([
  'w:pPr',
  'w:del',
  'w:moveFrom',
  'w:rubyPr',
  'w:rt',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:instrText',
  'w:delText',
]);

function walk(parent: Element, styles: Styles, into: RunsRead): void {
  for (const child of elementsOf(parent)) {
    if (LEFT_OUT.has(child.name)) continue;
    if (child.name === 'w:r') readRun(child, styles, into);
    else if (child.name === 'm:t') into.spans.push({ text: textIn(child), marks: [] });
    else if (child.name === 'mc:AlternateContent') walk(chosen(child), styles, into);
    else walk(child, styles, into);
  }
}

/** The same thing for newer and for older programs: one of them is read. */
export const chosen = (alternatives: Element): Element =>
  firstOf(alternatives, 'mc:Choice') ?? firstOf(alternatives, 'mc:Fallback') ?? alternatives;

function readRun(run: Element, styles: Styles, into: RunsRead): void {
  const own = firstOf(run, 'w:rPr');
  if (isOn(own, 'w:vanish')) return;
  const style = settingOf(own, 'w:rStyle');
  const marks = marksOf(own, style === null ? undefined : styles.runOf(style));
  const add = (text: string): void => {
    if (text !== '') into.spans.push({ text, marks });
  };
  readParts(run, add, into, styles);
}

function readParts(run: Element, add: (text: string) => void, into: RunsRead, styles: Styles): void {
  for (const part of elementsOf(run)) {
    switch (part.name) {
      case 'w:t':
        add(textIn(part).replace(/\s*\n\s*/g, ' '));
        break;
      case 'w:tab':
      case 'w:ptab':
        add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        add('\n');
        break;
      case 'w:noBreakHyphen':
        add('-');
        break;
      case 'w:sym':
        add(symbolText(part.attributes['w:font'] ?? '', part.attributes['w:char'] ?? ''));
        break;
      case 'w:ruby':
        for (const base of elementsOf(part, 'w:rubyBase')) walk(base, styles, into);
        break;
      case 'mc:AlternateContent':
        readParts(chosen(part), add, into, styles);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readPicture(part, add, into);
        break;
    }
  }
}

/** A box with text is read after its paragraph; a picture leaves a sign, since a question may not do without it. */
function readPicture(part: Element, add: (text: string) => void, into: RunsRead): void {
  const boxes = boxesIn(part);
  into.boxes.push(...boxes);
  if (boxes.length === 0 && (findIn(part, 'pic:pic') || findIn(part, 'v:imagedata'))) add(PICTURE);
}

export const PICTURE = '[图]';

function boxesIn(part: Element): Element[] {
  if (part.name === 'w:txbxContent') return [part];
  return elementsOf(part.name === 'mc:AlternateContent' ? chosen(part) : part).flatMap(boxesIn);
}

function marksOf(own: Element | undefined, style: Element | undefined): string[] {
  const marks: string[] = [];
  const either = (name: string): string | null => settingOf(own, name) ?? settingOf(style, name);
  if (isOn(own, 'w:b') || (firstOf(own, 'w:b') === undefined && isOn(style, 'w:b'))) marks.push('bold');
  const color = either('w:color')?.toLowerCase() ?? 'auto';
  if (!PLAIN_COLORS.has(color)) marks.push(`color:${color}`);
  const highlight = either('w:highlight') ?? 'none';
  if (highlight !== 'none' && highlight !== 'white') marks.push(`highlight:${highlight}`);
  const fill = (firstOf(own, 'w:shd') ?? firstOf(style, 'w:shd'))?.attributes['w:fill']?.toLowerCase() ?? 'auto';
  if (fill !== 'auto' && fill !== 'ffffff') marks.push(`highlight:${fill}`);
  const underline = either('w:u') ?? 'none';
  if (underline !== 'none') marks.push('underline');
  return marks;
}

/** Black, and what word processors set for black. */
const PLAIN_COLORS = new Set(['auto', '000000', '333333', '191919', '222222', '0d0d0d', '1a1a1a', '111111', '444444']);

function isOn(properties: Element | undefined, name: string): boolean {
  const found = firstOf(properties, name);
  return found !== undefined && !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '1');
}
