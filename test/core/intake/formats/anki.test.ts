import { describe, expect, test } from 'vitest';
import { readAnki } from '../../../../src/core/intake/formats/anki.ts';
import { separatedRows } from '../../../../src/core/intake/formats/separated.ts';

const read = (...lines: string[]) => readAnki({ file: 'n.txt', text: lines.join('\n') });
const only = (...lines: string[]) => read(...lines).drafts[0];
const TAB = '#separator:tab';
const HTML = [TAB, '#html:true'];

describe('a note of Anki', () => {
  test('with front and back is a short answer, and says where it stands', () => {
    expect(only(...HTML, '#deck:天气', '云怎样变成雨？\t水滴<br>变大 &gt; 落下')).toMatchObject({
      ...{ type: 'short', stem: '云怎样变成雨？', answer: '水滴\n变大 > 落下', topic: '天气', doubts: [] },
      source: { line: 4, endLine: 4 },
    });
  });

  test('with options on its front is a choice, keyed by letters or by the text of an option', () => {
    expect(only(...HTML, '几点？<br>A. 三点<br>B. 四点\tB<br><br>见日程。')).toMatchObject({
      ...{ type: 'single', stem: '几点？', answer: 'B', explanation: '见日程。' },
      options: [
        { id: 'A', text: '三点' },
        { id: 'B', text: '四点' },
      ],
    });
    expect(only(...HTML, 'x?<br>A) 1<br>B) 2<br>C) 3\tA, C')).toMatchObject({ type: 'multiple', answer: 'AC' });
    expect(only(...HTML, 'x?<br>A) one<br>B) two\ttwo')).toMatchObject({ type: 'single', answer: 'B' });
    expect(only(...HTML, 'x?<br>A) one<br>B) two\tthree')).toMatchObject({ answer: null, explanation: 'three' });
  });

  test('with deletions has a blank for each, hints behind them', () => {
    expect(only(TAB, '{{c1::闪电}}之后听见{{c2::雷声::什么声}}。\t光比声快。')).toMatchObject({
      ...{ type: 'blank', stem: '____之后听见____（什么声）。', answer: ['闪电', '雷声'], explanation: '光比声快。' },
    });
  });

  test('with blanks on its front, or a truth value on its back, is what it looks like', () => {
    expect(only(TAB, '首都是____。\t北京')).toMatchObject({ type: 'blank', answer: ['北京'] });
    expect(only(TAB, '月亮会发光。\t错')).toMatchObject({ type: 'boolean', answer: false });
    expect(only(TAB, '月亮会发光吗？\t不会')).toMatchObject({ type: 'short', answer: '不会' });
  });

  test('may have its columns in any order, quotes, line ends in them and further fields', () => {
    const lines = ['#separator:Comma', '#columns:ID,标签,Front,Back,出处', '#guid column:1', '#tags column:2'];
    const { drafts } = read(...lines, 'a1,t,"甲，""乙""', '丙?","丁,戊",第三章', 'a2,t,己?,庚,');
    expect(drafts.map(({ stem, answer, explanation, source }) => [stem, answer, explanation, source.line])).toEqual([
      ['甲，"乙"\n丙?', '丁,戊', '出处: 第三章', 5],
      ['己?', '庚', '', 7],
    ]);
  });

  test('of pictures alone becomes nothing, and is named', () => {
    const { drafts, unread } = read(...HTML, '<img src="a.png">\tx', 'y [sound:a.mp3]\tz');
    expect(unread).toMatchObject([{ line: 3, why: 'only-media' }]);
    expect(drafts).toMatchObject([{ stem: 'y', doubts: [{ code: 'PART_LEFT_OUT', params: { count: 1 } }] }]);
  });
});

test.each(['"a\t', '"', '""', '"\n', '"x\n', '""\t'])('a hundred thousand times %j are rows in a second', (piece) => {
  const began = performance.now();
  separatedRows(piece.repeat(100_000), '\t');
  expect(performance.now() - began).toBeLessThan(1000);
});
