import { describe, expect, test } from 'vitest';
import { type Header, readHeader } from '../../../../src/core/history/import/header.ts';
import { tableRows } from '../../../../src/core/history/import/table.ts';

const columnsOf = (text: string): object => {
  const header = readHeader(text);
  return header.kind === 'header' ? { separator: header.separator, ...Object.fromEntries(header.at) } : header;
};

describe('the header of a table', () => {
  test.each<[string, object]>([
    ['item,date,grade', { separator: ',', item: 0, date: 1, grade: 2 }],
    ['题目;日期;评分', { separator: ';', item: 0, date: 1, grade: 2 }],
    ['对错\t题号\t时间', { separator: '\t', grade: 0, item: 1, time: 2 }],
    ['Date,Time,Item ID,Rating,Bank,ms', { separator: ',', date: 0, time: 1, item: 2, grade: 3, bank: 4, ms: 5 }],
    ['"题干","答题时间","结果"', { separator: ',', item: 0, time: 1, grade: 2 }],
    ['日期（年月日）,题目,等级,用时(毫秒)', { separator: ',', date: 0, item: 1, grade: 2 }],
    [
      'card_id,review_time,review_rating,review_state,review_duration',
      { separator: ',', card: 0, time: 1, grade: 2, ms: 4 },
    ],
    ['\n\nitem,date,grade', { separator: ',', item: 0, date: 1, grade: 2 }],
    ['sep=;\nitem;date;grade', { separator: ';', item: 0, date: 1, grade: 2 }],
    ['item;"date, time";grade;date', { separator: ';', item: 0, grade: 2, date: 3 }],
  ])('%j is understood', (text, expected) => {
    expect(columnsOf(`${text}\n`)).toEqual(expected);
  });

  test('names the columns that are not read, but not those that follow from the others', () => {
    expect(readHeader('item,date,grade,备注,,review_state\n')).toMatchObject({ unread: ['备注'] });
  });

  test.each<[string, object]>([
    ['', { kind: 'empty' }],
    [' \n\r\n', { kind: 'empty' }],
    ['item,when,grade', { kind: 'missing', columns: ['date'], found: ['item', 'when', 'grade'] }],
    ['什么,都,没有', { kind: 'missing', columns: ['item', 'date', 'grade'], found: ['什么', '都', '没有'] }],
    ['item,date,grade,rating', { kind: 'repeated', names: ['grade', 'rating'] }],
  ])('%j is refused with what is missing', (text, expected) => {
    expect(columnsOf(text)).toEqual(expected);
  });

  test('with a hundred thousand columns is read in a moment', () => {
    const before = performance.now();
    const names = Array.from({ length: 100_000 }, (_, n) => `c${n}`).join(',');
    expect(columnsOf(`item,${names},date,grade\n`)).toEqual({ separator: ',', item: 0, date: 100_001, grade: 100_002 });
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});

describe('the rows below it', () => {
  const rowsOf = (text: string) => [...tableRows(text, readHeader(text) as Header)];

  test('are numbered by line, and empty ones are passed over', () => {
    const rows = rowsOf('\nitem,date,grade\n\n b/q , 2026-01-05 ,3\n,,\n"b/q",2026-01-06,4\n');
    expect(rows.map(({ line, item, date, grade }) => [line, item, date, grade])).toEqual([
      [4, 'b/q', '2026-01-05', '3'],
      [6, 'b/q', '2026-01-06', '4'],
    ]);
  });

  test('join a day and a time that stand apart', () => {
    expect(rowsOf('日期,时间,题目,评分\n2026/1/5,20:03,b/q,3\n')[0]?.date).toBe('2026/1/5 20:03');
  });

  test('say what keeps them from being read', () => {
    const rows = rowsOf(
      'item,date,grade\na,2026-01-05,3,x\na,2026-01-05,3,,\na\0,2026-01-05,3\nb,2026-01-05\n"c,2026\n',
    );
    expect(rows.map(({ fault }) => fault)).toEqual(['MORE_CELLS', null, 'NUL', null, 'UNCLOSED_QUOTE']);
  });
});
