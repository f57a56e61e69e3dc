import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecords } from '../../../../src/core/history/import/records.ts';

const cellsOf = (text: string, separator = ','): (readonly string[])[] =>
  [...csvRecords(text, separator)].map(({ cells }) => cells);

describe('the records of a table', () => {
  test.each<[string, string[][]]>([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,b","c""d"\n', [['a,b', 'c"d']]],
    ['"a\nb",c\n', [['a\nb', 'c']]],
    ['a 5" disk,b\n', [['a 5" disk', 'b']]],
    ['"a"b,c\n', [['ab', 'c']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['\n\na\n', [[''], [''], ['a']]],
    ['', []],
    [',', [['', '']]],
    ['""', [['']]],
  ])('of %j are %j', (text, records) => {
    expect(cellsOf(text)).toEqual(records);
  });

  test('know the lines they stand on', () => {
    const places = [...csvRecords('a\r\n"b\r\nc\nd",e\nf\n"g\nh"', ',')].map(({ line, lastLine }) => [line, lastLine]);
    expect(places).toEqual([
      [1, 1],
      [2, 4],
      [5, 5],
      [6, 7],
    ]);
  });

  test('say of a quote that never closes, and of no other, that it does not', () => {
    const records = [...csvRecords('a,"b"\n"c,d\ne,f\n', ',')];
    expect(records.map(({ isUnclosed }) => isUnclosed)).toEqual([false, true]);
    expect(records[1]).toMatchObject({ line: 2, cells: ['c,d\ne,f\n'] });
  });

  test('are what was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', '易'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n', '\r'), (rows, mark, end) => {
        const text = rows.map((cells) => cells.map(quoted).join(mark) + end).join('');
        expect(cellsOf(text, mark)).toEqual(rows);
      }),
    );
  });

  test('of five megabytes on one line, or of nothing but quotes, are read in a moment', () => {
    const before = performance.now();
    expect(cellsOf('x'.repeat(5_000_000))).toHaveLength(1);
    expect(cellsOf(','.repeat(1_000_000))[0]).toHaveLength(1_000_001);
    expect(cellsOf('"'.repeat(1_000_001))).toHaveLength(1);
    expect(cellsOf('"\n'.repeat(300_000)).length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
