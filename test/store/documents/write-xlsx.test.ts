import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { xlsxOf } from '../../../src/store/documents/write-xlsx.ts';
import { workbookSheets } from '../../../src/store/documents/xlsx.ts';

const ROWS = [
  ['题干', 'A'],
  ['=HYPERLINK("http://x")', '007'],
  ['两行\n空格  <&"> _x000D_', '🙂 \u0001'],
];

test('a workbook says what its rows say, to the letter', () => {
  const [sheet] = workbookSheets(xlsxOf('题库: [一]/二', ROWS));
  expect(sheet?.name).toBe('题库   一  二');
  expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
    ['题干', 'A'],
    ['=HYPERLINK("http://x")', '007'],
    ['两行\n空格  <&"> _x000D_', '🙂 '],
  ]);
});

test('nothing in it is a formula, and the same rows make the same bytes', () => {
  const bytes = xlsxOf('b', ROWS);
  expect(xlsxOf('b', ROWS)).toEqual(bytes);
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).not.toContain('<f>');
  expect(sheet.match(/<c /g)).toHaveLength(6);
  expect(sheet.match(/t="inlineStr"/g)).toHaveLength(6);
});
