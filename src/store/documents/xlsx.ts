import type { GridRow } from '../../core/intake/containers/table/grid.ts';
import { type Element, elementsOf, firstOf, isElement } from '../../core/intake/containers/tree.ts';
import { cellFormats } from '../../core/intake/containers/xlsx/cell-format.ts';
import { mergedDown, richText, sheetGrid } from '../../core/intake/containers/xlsx/sheet-grid.ts';
import { DocumentFault } from './document-fault.ts';
import { officePackage } from './office-package.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** The rows with what is merged downwards in the columns for which that is asked. */
  readonly filledDown: (isRepeated: (column: number) => boolean) => readonly GridRow[];
}

/** More sheets than a person keeps apart. */
const MOST_SHEETS = 200;

/** The sheets of a workbook that are shown, in their order. */
export function workbookSheets(bytes: Uint8Array): Sheet[] {
  const office = officePackage(bytes);
  const { main } = office;
  const treeOf = (name: string | null): Element | null => {
    const tree = office.treeOf(name);
    return tree && unprefixed(tree);
  };
  const workbook = treeOf(main);
  if (!workbook) throw new DocumentFault('broken');
  const shared = elementsOf(treeOf(office.relatedTo(main, 'sharedStrings')) ?? undefined, 'si').map(richText);
  const from1904 = /^(?:1|true)$/.test(firstOf(workbook, 'workbookPr')?.attributes.date1904 ?? '');
  const formats = cellFormats(treeOf(office.relatedTo(main, 'styles')) ?? undefined, from1904);
  return elementsOf(firstOf(workbook, 'sheets'), 'sheet')
    .filter(({ attributes }) => !/hidden/i.test(attributes.state ?? ''))
    .slice(0, MOST_SHEETS)
    .flatMap(({ attributes }): Sheet[] => {
      const sheet = treeOf(office.targetOf(main, attributes.id ?? ''));
      if (sheet?.name !== 'worksheet') return [];
      const rows = sheetGrid(sheet, shared, formats);
      const filledDown = (isRepeated: (column: number) => boolean): GridRow[] => mergedDown(sheet, rows, isRepeated);
      return [{ name: attributes.name ?? '', rows, filledDown }];
    });
}

/** Some programs write `x:row` for `row`. */
function unprefixed({ name, attributes, children }: Element): Element {
  const plain = (text: string): string => text.slice(text.indexOf(':') + 1);
  return {
    name: plain(name),
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [plain(key), value])),
    children: children.map((child) => (isElement(child) ? unprefixed(child) : child)),
  };
}
