import { numberText } from '../docx/number-format.ts';
import { type Element, elementsOf } from '../tree.ts';

/** The numbers that a browser sets in front of the items of a list. */
export interface ListLabels {
  next(item: Element): string;
}

const FORMATS: Readonly<Record<string, string>> = {
  A: 'upperLetter',
  a: 'lowerLetter',
  I: 'upperRoman',
  i: 'lowerRoman',
  '1': 'decimal',
};

const STYLES: Readonly<Record<string, string>> = {
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-roman': 'upperRoman',
  'lower-roman': 'lowerRoman',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  decimal: 'decimal',
  none: 'none',
};

/** Of a list that is numbered; null for one with dots, or one that shows nothing. */
export function listLabels(list: Element): ListLabels | null {
  if (list.name !== 'ol') return null;
  const styled = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(list.attributes.style ?? '')?.[1]?.toLowerCase() ?? '';
  const format = STYLES[styled] ?? FORMATS[list.attributes.type ?? '1'] ?? 'decimal';
  if (format === 'none') return null;
  const step = list.attributes.reversed === undefined ? 1 : -1;
  const first = step === 1 ? 1 : elementsOf(list, 'li').length;
  let value = (wholeIn(list.attributes.start) ?? first) - step;
  return {
    next({ attributes }) {
      value = wholeIn(attributes.value) ?? value + step;
      return `${numberText(value, format)}. `;
    },
  };
}

const wholeIn = (text: string | undefined): number | null =>
  text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null;
