import { strToU8, zipSync } from 'fflate';

/** A workbook of one sheet. Every cell is a text, never a formula or a number, so that nothing in it runs or loses its zeros. */
export function xlsxOf(sheetName: string, rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const files = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="${escaped(nameOf(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheetXml(rows),
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  // A fixed time: the same bank makes the same file.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1, 12), level: 6 });
}

function sheetXml(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((cells, index) => {
    const line = index + 1;
    const inner = cells.map((cell, column) => cellXml(`${columnName(column)}${line}`, String(cell), line === 1));
    return `<row r="${line}">${inner.join('')}</row>`;
  });
  // The header stays in sight.
  const pane =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${pane}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** `quotePrefix` keeps a text that begins like a formula a text also when somebody edits its cell. */
function cellXml(place: string, text: string, isHead: boolean): string {
  if (text === '') return '';
  const style = isHead ? 1 : /^\s*[=+\-@＝＋－＠]/.test(text) ? 2 : 3;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

/** At most 31 characters, and none that a reference to a cell is made of. */
const nameOf = (name: string): string =>
  name
    .replace(/[[\]*?/\\:']/g, ' ')
    .trim()
    .slice(0, 31) || 'quiz';

const escaped = (text: string): string =>
  [...text]
    // XML has no room for control characters, not even escaped.
    .filter((character) => /[\t\n\r]|[^\u0000-\u001f\ufffe\uffff]/.test(character))
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    // `_x000D_` would be read as the character it names.
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const relationships = (...all: readonly (readonly [type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET}.styles+xml"/></Types>`;

/** Plain, the bold of the header, a text that looks like a formula, and a text that wraps. All are of the format `@`, text. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`;
