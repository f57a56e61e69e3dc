import { strToU8, zipSync } from 'fflate';

/** A zip file of parts by their names; texts are UTF-8. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const relations = (
  entries: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export interface DocxOptions {
  /** Inside of `w:numbering`. */
  readonly numbering?: string;
  /** Inside of `w:styles`. */
  readonly styles?: string;
  /** Parts that the document takes in, under the ids of their relations. */
  readonly chunks?: Readonly<Record<string, { readonly name: string; readonly bytes: string | Uint8Array }>>;
}

/** A document of Word: `body` is the inside of `w:body`. */
export function docxOf(body: string, { numbering, styles, chunks = {} }: DocxOptions = {}): Uint8Array {
  const own = [
    ...(numbering === undefined ? [] : [{ id: 'rId1', type: 'numbering', target: 'numbering.xml' }]),
    ...(styles === undefined ? [] : [{ id: 'rId2', type: 'styles', target: 'styles.xml' }]),
    ...Object.entries(chunks).map(([id, { name }]) => ({ id, type: 'aFChunk', target: name })),
  ];
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]),
    'word/_rels/document.xml.rels': relations(own),
    'word/document.xml': `${HEAD}<w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
    'word/header1.xml': `${HEAD}<w:hdr ${SPACES}>${p('页眉不是正文')}</w:hdr>`,
    ...(numbering === undefined
      ? {}
      : { 'word/numbering.xml': `${HEAD}<w:numbering ${SPACES}>${numbering}</w:numbering>` }),
    ...(styles === undefined ? {} : { 'word/styles.xml': `${HEAD}<w:styles ${SPACES}>${styles}</w:styles>` }),
    ...Object.fromEntries(Object.values(chunks).map(({ name, bytes }) => [`word/${name}`, bytes])),
  });
}

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

/** A run; `properties` is the inside of `w:rPr`. */
export const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of text, or of runs; `properties` is the inside of `w:pPr`. */
export const p = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`;

/** A paragraph in a list. */
export const item = (text: string, list: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A definition of a list with its levels as [format, text], and instances of it. */
export const list = (id: number, levels: readonly (readonly [format: string, text: string, more?: string])[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, more = ''], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;

export const num = (id: number, definition: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<w:p>') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

/** A workbook: for each sheet the inside of `worksheet`. */
export function xlsxOf(
  sheets: Readonly<Record<string, string>>,
  { shared = '', styles = '' }: { readonly shared?: string; readonly styles?: string } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipOf({
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `${HEAD}<workbook ${main} xmlns:r="${RELATION}"><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="s${index}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, index) => ({ id: `s${index}`, type: 'worksheet', target: `worksheets/sheet${index}.xml` })),
      { id: 'shared', type: 'sharedStrings', target: '/xl/sharedStrings.xml' },
      { id: 'styles', type: 'styles', target: 'styles.xml' },
    ]),
    'xl/sharedStrings.xml': `${HEAD}<sst ${main}>${shared}</sst>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${main}>${styles}</styleSheet>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index}.xml`,
        `${HEAD}<worksheet ${main}>${sheets[name]}</worksheet>`,
      ]),
    ),
  });
}

/** Rows of texts in place; what begins with `<c` is a cell as it is. */
export const sheet = (rows: readonly (readonly string[])[], behind = ''): string =>
  `<sheetData>${rows
    .map(
      (row, index) =>
        `<row r="${index + 1}">${row
          .map((cell, column) =>
            cell.startsWith('<c')
              ? cell
              : `<c r="${String.fromCharCode(65 + column)}${index + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
          )
          .join('')}</row>`,
    )
    .join('')}</sheetData>${behind}`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
