import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_COLUMNS, renderCsv } from '../../src/report/csv.ts';
import { csvText } from '../../src/report/csv-text.ts';
import { someEvents, summaryOf } from '../support/results-summary.ts';
import { words } from '../support/results-words.ts';

const csv = renderCsv(summaryOf(someEvents), words.results);

describe('results in CSV', () => {
  test('are one table', () => {
    expect(csv.slice(1).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
      "kind,bank,name,title,answers,questions,right,share right,marks,marks possible,seconds,guesses,in bank,due today,due within 7 days,new,put away,mode,started,ended,asked,wrong,last answer right
      total,,,In all,3,3,2,0.6667,2.5,3,70.25,1,2,0,0,2,0,,,,,,
      bank,phone,phone,Bank phone,3,3,2,0.6667,2.5,3,70.25,1,2,0,0,2,0,,,,,,
      topic,phone,calls,Calls,1,1,1,1,1,1,65,0,,,,,,,,,,,
      topic,phone,,no topic,2,2,1,0.5,1.5,2,5.25,1,,,,,,,,,,,
      type,,single,single choice,1,1,1,1,1,1,65,0,,,,,,,,,,,
      type,,boolean,true or false,1,1,0,0,0.5,1,4.25,0,,,,,,,,,,,
      type,,,no longer in a bank,1,1,1,1,1,1,1,1,,,,,,,,,,,
      session,phone,s1,,3,3,2,0.6667,2.5,3,70.25,1,,,,,,exam,2026-11-22T20:00:00.000+08:00,submitted,4,,
      hardest,phone,phone/honest,What is honest?,1,,0,0,,,,,,,,,,,,,,1,0
      "
    `);
  });

  test('begin with a byte order mark and end every line in CRLF', () => {
    expect(csv.startsWith('\uFEFFkind,')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('have as many cells in each row as there are columns', () => {
    const widths = new Set(parseCsv(csv.slice(1)).map((cells) => cells.length));
    expect([...widths]).toEqual([CSV_COLUMNS.length]);
  });
});

describe('a cell', () => {
  const cell = (value: string | number) => csvText([[value]]).slice(0, -2);

  test.each([
    ['=1+1', "'=1+1"],
    ['+x', "'+x"],
    ['-x', "'-x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠a', "'＠a"],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    [' =1', "' =1"],
    ['\u0000=1', "'=1"],
    ['\uFEFF=1', "'=1"],
    ['-1-1', "'-1-1"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('that would be a formula is made text: %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  test.each([
    ['-0.5', '-0.5'],
    ['+12', '+12'],
    ['a=b', 'a=b'],
    ['服务', '服务'],
    ['', ''],
  ])('that is a number or a harmless text stays as it is: %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  test.each([
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['a\nb', '"a\nb"'],
    ['a;b', '"a;b"'],
  ])('is quoted where it must be: %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  test('comes back as it was, but for the quote that disarms it', () => {
    const text = fc.array(fc.constantFrom(...'=+-@",;\r\n\t 0.5a服')).map((all) => all.join(''));
    const records = fc.array(fc.tuple(text, text), { minLength: 1 });
    fc.assert(
      fc.property(records, (written) => {
        const read = parseCsv(csvText(written)).map((cells) => cells.map((value) => value.replace(/^'/, '')));
        expect(read).toEqual(written);
      }),
    );
  });
});

/** RFC 4180, read character by character. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (quoted && character === '"' && text[i + 1] === '"') cell += text[i++];
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') {
      cells.push(cell);
      cell = '';
    } else if (!quoted && character === '\r' && text[i + 1] === '\n') {
      records.push([...cells, cell]);
      cells = [];
      cell = '';
      i++;
    } else cell += character;
  }
  return records;
}
