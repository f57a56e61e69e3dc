import { describe, expect, test } from 'vitest';
import { DocumentFault } from '../../../src/store/documents/document-fault.ts';
import { docxDocument } from '../../../src/store/documents/docx.ts';
import { htmlTree, xmlTree } from '../../../src/store/documents/markup.ts';
import { pageText } from '../../../src/store/documents/page-text.ts';
import { shapeOf } from '../../../src/store/documents/sniff.ts';
import { workbookSheets } from '../../../src/store/documents/xlsx.ts';
import { LARGEST_PART_BYTES, zipParts } from '../../../src/store/documents/zip-parts.ts';
import { docxOf, p, relations, sheet, xlsxOf, zipOf } from '../../support/office.ts';

/** The code of the fault that an action ends in; anything else thrown is a bug. */
function faultOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof DocumentFault) return error.code;
    throw error;
  }
}

const DOCX = docxOf(p('一、单选题') + p('1.回访宜在( )'.repeat(200)));

describe('a zip file that is made to harm', () => {
  test('a part that inflates beyond all measure is refused before it is inflated', () => {
    const zeros = zipOf({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) });
    const begun = performance.now();
    expect(faultOf(() => docxDocument(zeros))).toBe('bomb');
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('a part that says it is small, and is not, gives no more than it says', () => {
    const lying = Buffer.from(zipOf({ 'word/document.xml': '<w:document>'.repeat(10_000) }));
    // The size that a part has when it is inflated stands 24 bytes behind the signature of its entry in the directory.
    const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    lying.writeUInt32LE(100, entry + 24);
    expect(faultOf(() => docxDocument(lying))).toBe('broken');
    lying.writeUInt32LE(LARGEST_PART_BYTES + 1, entry + 24);
    expect(faultOf(() => docxDocument(lying))).toBe('bomb');
  });

  test('too many parts are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}`, '']));
    expect(faultOf(() => zipParts(zipOf(many)))).toBe('bomb');
  });

  test('names that lead out of it are only names', () => {
    const parts = zipParts(zipOf({ '../../../../tmp/evil': 'x', 'word/document.xml': '<a/>' }));
    expect(parts.bytesOf('/tmp/evil')).toBeNull();
    expect(parts.bytesOf('__proto__')).toBeNull();
  });

  test('cut off anywhere it says so, or is read as far as it is whole', () => {
    for (let length = 5; length < DOCX.length; length += 13)
      expect(['broken', 'archive']).toContain(faultOf(() => docxDocument(DOCX.slice(0, length))));
  });

  test('with any byte changed it is read, or is a fault, and never anything else', () => {
    for (let at = 0; at < DOCX.length; at += 5) {
      const damaged = Uint8Array.from(DOCX);
      damaged[at] = (damaged[at] ?? 0) ^ 0x5a;
      expect([null, 'broken', 'archive', 'bomb', 'doctype']).toContain(faultOf(() => docxDocument(damaged)));
    }
  });

  test('slides and documents of other programs are told from documents of Word', () => {
    const open = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' });
    const slides = zipOf({
      '_rels/.rels': relations([{ id: 'r', type: 'officeDocument', target: 'ppt/presentation.xml' }]),
      'ppt/presentation.xml': '<p:presentation/>',
    });
    for (const bytes of [open, slides]) expect(faultOf(() => docxDocument(bytes))).toBe('other-office');
  });

  test('a zip file of other things is said to be one', () => {
    expect(faultOf(() => docxDocument(zipOf({ 'readme.txt': 'x' })))).toBe('archive');
  });
});

describe('markup that is made to harm', () => {
  test.each([
    ['entities that define each other', '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>', 'doctype'],
    ['an entity of another file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'doctype'],
    ['nested without end', '<a>'.repeat(500) + '</a>'.repeat(500), 'bomb'],
    ['never closed', '<a><b>', 'broken'],
    ['nothing', '', 'broken'],
    ['two roots', '<a/><b/>', 'broken'],
  ])('%s', (_, text, code) => {
    expect(faultOf(() => xmlTree(text))).toBe(code);
  });

  test('entities that nobody defines stay as they are', () => {
    expect(xmlTree('<a>&x;&amp;&#65;</a>').children).toEqual(['&x;&A']);
  });

  test.each([
    ['tags that never end', '<'.repeat(300_000)],
    ['comments that never end', '<!--'.repeat(100_000)],
    ['attributes that never end', `<p ${'a="'.repeat(100_000)}`],
    ['spaces', `<p>${' '.repeat(500_000)}</p>`],
    ['elements without end', '<p><b><i>'.repeat(40_000)],
  ])('a page of %s is read, or refused, in no time', (_, page) => {
    const begun = performance.now();
    expect([null, 'broken']).toContain(faultOf(() => htmlTree(page)));
    pageText(Buffer.from(page));
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('a workbook that is made to harm', () => {
  test('a cell in the last row and column makes no sheet of a thousand million cells', () => {
    const far =
      '<sheetData><row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c><c r="A1048576" t="str"><v>y</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const [only] = workbookSheets(xlsxOf({ a: far }));
    expect(only?.rows).toHaveLength(1);
    expect(only?.filledDown(() => true)).toHaveLength(1);
  });

  test('indices that lead nowhere are empty cells', () => {
    const rows = sheet([['<c r="A1" t="s"><v>999999</v></c>', '<c r="B1" s="77"><v>5</v></c>', '<c r="C1"/>']]);
    expect(workbookSheets(xlsxOf({ a: rows }))[0]?.rows[0]?.cells).toEqual(['', '5', '']);
  });
});

describe('what the first bytes say', () => {
  const ole = (stream: string): Uint8Array =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]);

  test.each([
    ['an old document', ole('WordDocument'), 'old-office'],
    ['one under a password', ole('EncryptedPackage'), 'locked'],
    ['rich text', Buffer.from('{\\rtf1\\ansi'), 'other-office'],
    [
      'XML of Excel 2003',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'),
      'other-office',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'picture'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'picture'],
    ['a RAR', Buffer.from('Rar!\x1a\x07', 'latin1'), 'archive'],
  ])('%s', (_, bytes, code) => {
    expect(faultOf(() => shapeOf(bytes))).toBe(code);
  });

  test('a text and a zip', () => {
    expect(shapeOf(Buffer.from('1.回访宜在( )'))).toBe('other');
    expect(shapeOf(Buffer.from('<?xml version="1.0"?><quiz/>'))).toBe('other');
    expect(shapeOf(DOCX)).toBe('zip');
  });
});
