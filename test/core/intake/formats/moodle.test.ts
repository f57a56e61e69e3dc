import { describe, expect, test } from 'vitest';
import { readMoodle } from '../../../../src/core/intake/formats/moodle/moodle.ts';
import { readXml } from '../../../../src/store/xml-tree.ts';

function read(...questions: string[]) {
  const xml = readXml(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`);
  if (xml.kind !== 'xml') throw new Error(xml.reason);
  return readMoodle('q.xml', xml.root);
}
const question = (type: string, text: string, ...rest: string[]): string =>
  `<question type="${type}"><name><text>n</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${rest.join('')}</question>`;
const answer = (fraction: number, text: string, more = ''): string =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`;
const feedback = (text: string): string => `<feedback format="html"><text>${text}</text></feedback>`;
const only = (...parts: Parameters<typeof question>) => read(question(...parts)).drafts[0];

describe('a question of Moodle', () => {
  test('of one choice, with its HTML as text and its points', () => {
    const general = '<generalfeedback format="html"><text>&lt;p&gt;散射。&lt;/p&gt;</text></generalfeedback>';
    const grade = '<defaultgrade>2.0000000</defaultgrade>';
    const single = [answer(0, '红'), answer(100, '&lt;p&gt;蓝 &amp;amp; 白&lt;/p&gt;', feedback('对'))];
    expect(
      only(
        'multichoice',
        '<p>天是<b>什么</b>色？</p><p>1&nbsp;&lt; 2</p>',
        '<single>true</single>',
        grade,
        general,
        ...single,
      ),
    ).toMatchObject({
      ...{ type: 'single', stem: '天是什么色？\n1 < 2', answer: 'B', points: 2, explanation: '散射。\n{B}: 对' },
      options: [{ text: '红' }, { text: '蓝 & 白' }],
      ...{ doubts: [], source: { file: 'q.xml', line: 3, endLine: 3 } },
    });
  });

  test('of several, also where only one is right', () => {
    const several = (...marks: number[]) =>
      only('multichoice', 'x', '<single>false</single>', ...marks.map((mark, index) => answer(mark, `o${index}`)));
    expect(several(50, -50, 50)).toMatchObject({ type: 'multiple', answer: 'AC', doubts: [] });
    expect(several(100, -100)).toMatchObject({ type: 'multiple', answer: 'A' });
    expect(several(33.33333, 33.33333, 33.33333, -100)).toMatchObject({ answer: 'ABC', doubts: [] });
  });

  test('of truth, words, numbers, order and open ones', () => {
    expect(only('truefalse', 'x', answer(0, 'true'), answer(100, 'false'))).toMatchObject({
      type: 'boolean',
      answer: false,
    });
    expect(only('shortanswer', 'Name?', answer(100, 'a'), answer(100, 'b'))).toMatchObject({
      ...{ type: 'blank', answer: ['a'], accepted: [['a', 'b']] },
    });
    expect(only('numerical', 'Pi?', answer(100, '3.14', '<tolerance>0.01</tolerance>'))).toMatchObject({
      doubts: [{ code: 'RANGE_NARROWED', params: { value: '3.14', tolerance: 0.01 } }],
    });
    expect(only('ordering', 'x', answer(2, '正午'), answer(1, '清晨'))).toMatchObject({
      type: 'ordering',
      answer: 'BA',
    });
    expect(only('essay', 'x', '<graderinfo format="html"><text>答</text></graderinfo>')).toMatchObject({
      ...{ type: 'short', answer: '答' },
    });
    expect(only('essay', 'x')).toMatchObject({ answer: null, doubts: [{ code: 'NO_KEY' }] });
  });

  test('of pairs falls into choices about the same material', () => {
    const pair = (left: string, right: string): string =>
      `<subquestion format="html"><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;
    const { drafts } = read(question('matching', '配对', pair('苹果', '水果'), pair('白菜', '蔬菜'), pair('', '谷物')));
    expect(drafts.map(({ material, stem, answer: key, options }) => [material, stem, key, options.length])).toEqual([
      ['配对', '苹果', 'A', 3],
      ['配对', '白菜', 'B', 3],
    ]);
  });

  test('with fields in its text has blanks; what was chosen from stands behind them', () => {
    const text =
      '<p>闪电之后{1:SHORTANSWER:=雷声~=打雷~%0%*#再想}，水在{1:NUMERICAL:=100:0}度{2:MC:=沸腾~结冰}。a { b }</p>';
    expect(only('cloze', text)).toMatchObject({
      ...{
        type: 'blank',
        stem: '闪电之后____，水在____度____（沸腾 / 结冰）。a { b }',
        answer: ['雷声', '100', '沸腾'],
      },
      ...{ accepted: [['雷声', '打雷'], ['100'], ['沸腾']], explanation: '再想' },
      doubts: [{ code: 'MADE_OF', params: { kind: 'choice-field' } }],
    });
    expect(
      only(
        'gapselect',
        '水[[2]]了',
        '<selectoption><text>冰</text></selectoption><selectoption><text>开</text></selectoption>',
      ),
    ).toMatchObject({
      ...{ stem: '水____了\n（冰 / 开）', answer: ['开'] },
    });
  });

  test('of a kind that there is nothing for is named, and so are files, hints and texts between questions', () => {
    const file = '<file name="map.png" path="/" encoding="base64">AAAA</file>';
    const text = `<questiontext format="html"><text>&lt;img src="@@PLUGINFILE@@/map.png" alt="图"&gt;在哪？</text>${file}</questiontext>`;
    const reading = read(
      '<question type="category"><category><text>$course$/top/地理</text></category></question>',
      question('description', '先读这个'),
      question('calculated', '{a} + {b}?'),
      `<question type="truefalse">${text}${answer(100, 'true')}<hint><text>看北边</text></hint><correctfeedback><text>真棒</text></correctfeedback></question>`,
    );
    expect(reading.unread).toMatchObject([{ text: 'calculated: {a} + {b}?', why: 'unknown-kind', line: 5 }]);
    expect(reading.leftOut.map(({ text: said, why }) => [said, why])).toEqual([
      ['先读这个', 'description'],
      ['真棒', 'feedback-for-all'],
    ]);
    expect(reading.drafts).toMatchObject([
      {
        ...{ stem: '图在哪？', topic: '地理' },
        doubts: [
          { code: 'PART_LEFT_OUT', params: { what: 'files', names: 'map.png' } },
          { code: 'PART_LEFT_OUT', params: { what: 'hints', count: 1 } },
        ],
      },
    ]);
  });
});
