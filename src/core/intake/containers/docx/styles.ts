import { type Element, elementsOf, firstOf } from '../tree.ts';
import { settingOf } from './setting.ts';

/** What paragraphs and runs get from their style. */
export interface Styles {
  /** The list and level of a style; null for none. */
  numberOf(
    style: string | null,
  ): { readonly list: string; readonly level: number | null; readonly style: string } | null;
  /** Depth of a heading, from 1; 0 for none. */
  headingOf(style: string | null): number;
  /** The run properties of a style of characters. */
  runOf(style: string): Element | undefined;
  /** The list that a style of lists stands for. */
  listOf(style: string): string | null;
}

/** Styles stand on one another, up to a depth that no circle reaches the end of. */
const DEEPEST = 20;

/** `root` is `w:styles` of `styles.xml`. */
export function stylesOf(root: Element | undefined): Styles {
  const styles = new Map(elementsOf(root, 'w:style').map((each) => [each.attributes['w:styleId'] ?? '', each]));
  const usual = [...styles].find(
    ([, { attributes }]) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  )?.[0];
  const chainOf = (style: string | null): [string, Element][] => {
    const chain: [string, Element][] = [];
    let id = style ?? usual ?? null;
    while (id !== null && chain.length < DEEPEST) {
      const found = styles.get(id);
      if (!found) break;
      chain.push([id, found]);
      id = settingOf(found, 'w:basedOn');
    }
    return chain;
  };
  return {
    numberOf(style) {
      let level: number | null = null;
      for (const [id, each] of chainOf(style)) {
        const number = firstOf(firstOf(each, 'w:pPr'), 'w:numPr');
        if (!number) continue;
        const depth = settingOf(number, 'w:ilvl');
        level ??= depth === null ? null : Number(depth);
        const list = settingOf(number, 'w:numId');
        if (list !== null) return list === '0' ? null : { list, level, style: id };
      }
      return null;
    },
    headingOf(style) {
      for (const [, each] of chainOf(style)) {
        const name = /^heading (\d)$/i.exec(settingOf(each, 'w:name') ?? '')?.[1];
        if (name !== undefined) return Number(name);
        const outline = settingOf(firstOf(each, 'w:pPr'), 'w:outlineLvl');
        if (outline !== null && Number(outline) < 9) return Number(outline) + 1;
      }
      return 0;
    },
    runOf: (style) => firstOf(chainOf(style)[0]?.[1], 'w:rPr'),
    listOf: (style) => settingOf(firstOf(firstOf(styles.get(style), 'w:pPr'), 'w:numPr'), 'w:numId'),
  };
}
