import { describe, expect, test } from 'vitest';
import { documentSources } from '../../../src/core/intake/containers/document-sources.ts';
import { takeIn } from '../../../src/core/intake/intake.ts';
import { docxDocument } from '../../../src/store/documents/docx.ts';
import { type DocxOptions, docxOf, item, list, num, p, r, table } from '../../support/office.ts';

const sourcesOf = (body: string, options?: DocxOptions) =>
  documentSources('a.docx', docxDocument(docxOf(body, options)));
const textOf = (body: string, options?: DocxOptions): string => sourcesOf(body, options)[0]?.text ?? '';
const itemsOf = (body: string, options?: DocxOptions) => takeIn(sourcesOf(body, options)).items;

describe('a document of Word as text', () => {
  test('a paragraph is a line; breaks, tabs and hyphens are what they look like; headers are left out', () => {
    expect(
      textOf(
        p('一') +
          p('<w:r><w:t>二</w:t><w:br/><w:t>三</w:t><w:tab/><w:t>四</w:t><w:noBreakHyphen/><w:t>五</w:t></w:r>') +
          p('六'),
      ),
    ).toBe('一\n二\n三\t四-五\n六');
  });

  test('what a revision took out is out, what it put in is in, and what is hidden is not read', () => {
    expect(
      textOf(
        p(
          `${r('接听应在')}<w:del>${r('五').replace('w:t', 'w:delText')}</w:del><w:ins>${r('三')}</w:ins>${r('声内')}${r('（内部）', '<w:vanish/>')}`,
        ),
      ),
    ).toBe('接听应在三声内');
  });

  test('spaces with a line under them are a blank, and a word between such spaces is one filled in', () => {
    const line = '<w:u w:val="single"/>';
    expect(textOf(p(`${r('首都是')}${r('  ', line)}${r('    ', line)}${r('。')}`))).toBe('首都是____。');
    expect(textOf(p(`${r('首都是')}${r('  北京  ', line)}${r('。')}`))).toBe('首都是__北京__。');
    expect(textOf(p(`${r('下列')}${r('不', line)}${r('正确的是')}`))).toBe('下列不正确的是');
  });

  test('ticks of symbol fonts are read, and other symbols leave a sign that is doubted', () => {
    const symbol = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    expect(textOf(p(symbol('Wingdings', 'F0FC') + symbol('Wingdings 2', 'F04F') + symbol('Wingdings', 'F04A')))).toBe(
      '√×\ufffd',
    );
  });

  test('text boxes are read after their paragraph, once', () => {
    const box = `<w:txbxContent>${p('框里')}</w:txbxContent>`;
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textOf(p(r('框外') + shape) + p('以后'))).toBe('框外\n框里\n以后');
  });

  test('what was pasted in whole is read where it stands: a page, a text, a document with its own numbers', () => {
    const nested = docxOf(item('内一', 1) + item('内二', 1), { numbering: list(0, [['decimal', '%1.']]) + num(1, 0) });
    const chunk = (id: string): string => `<w:altChunk r:id="${id}"/>`;
    expect(
      textOf(p('前') + chunk('c1') + chunk('c2') + chunk('c3') + chunk('c4') + p('后'), {
        chunks: {
          c1: { name: 'chunk1.html', bytes: '<html><body><p>页一</p><p>页二</p></body></html>' },
          c2: { name: 'chunk2.txt', bytes: '文一\n文二' },
          c3: { name: 'chunk3.docx', bytes: nested },
          c4: {
            name: 'chunk4.mht',
            bytes: `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n<html><p class=3D"x">=E9=A1=B5</p></html>\n--b--`,
          },
        },
      }),
    ).toBe('前\n页一\n页二\n文一\n文二\n1. 内一\n2. 内二\n页\n后');
  });
});

describe('numbers that Word writes', () => {
  const levels = [
    ['chineseCountingThousand', '%1、', '<w:suff w:val="nothing"/>'],
    ['decimal', '%2.'],
    ['upperLetter', '%3．', '<w:suff w:val="nothing"/>'],
  ] as const;

  test('count by level, and begin anew under a higher one', () => {
    const numbering = list(0, levels) + num(1, 0);
    const body = [
      item('单选题', 1),
      item('甲', 1, 1),
      item('是', 1, 2),
      item('否', 1, 2),
      item('乙', 1, 1),
      item('是', 1, 2),
      p('没有编号'),
      item('多选题', 1),
      item('丙', 1, 1),
    ];
    expect(textOf(body.join(''), { numbering }).split('\n')).toEqual([
      '一、单选题',
      '1. 甲',
      'A．是',
      'B．否',
      '2. 乙',
      'A．是',
      '没有编号',
      '二、多选题',
      '1. 丙',
    ]);
  });

  test('go on in a second list of the same definition, unless that says where it begins', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = list(0, [['decimal', '第%1题']]) + num(1, 0) + num(2, 0) + num(3, 0, restart);
    const body = item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3);
    expect(textOf(body, { numbering })).toBe('第1题 甲\n第2题 乙\n第1题 丙\n第2题 丁');
  });

  test('go on through a whole text where their level never begins anew', () => {
    const numbering = list(0, [levels[0], ['decimal', '%2.', '<w:lvlRestart w:val="0"/>']]) + num(1, 0);
    const body = item('单选题', 1) + item('甲', 1, 1) + item('多选题', 1) + item('乙', 1, 1);
    expect(textOf(body, { numbering })).toBe('一、单选题\n1. 甲\n二、多选题\n2. 乙');
  });

  test('come with a style, on the level that is bound to it', () => {
    const bound = '<w:pStyle w:val="Option"/>';
    const numbering =
      list(0, [
        ['decimal', '%1.'],
        ['upperLetter', '%2)', bound],
      ]) + num(7, 0);
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`;
    const styles =
      style('Question', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
      style('Option', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
      style('Wide', '<w:basedOn w:val="Option"/>');
    const body =
      p('甲', '<w:pStyle w:val="Question"/>') +
      p('是', '<w:pStyle w:val="Option"/>') +
      p('否', '<w:pStyle w:val="Wide"/>');
    expect(textOf(body, { numbering, styles })).toBe('1. 甲\nA) 是\nB) 否');
  });

  test.each([
    ['chineseCounting', 12, '十二'],
    ['chineseCountingThousand', 103, '一百零三'],
    ['upperLetter', 27, 'AA'],
    ['lowerLetter', 3, 'c'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 9, 'ix'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalZero', 7, '07'],
    ['decimalFullWidth', 12, '１２'],
    ['bullet', 3, ''],
  ])('%s shows %i as %s', (format, count, shown) => {
    const numbering = list(0, [[format, '%1', '<w:suff w:val="nothing"/>']]) + num(1, 0);
    const lines = textOf(item('x', 1).repeat(count), { numbering }).split('\n');
    expect(lines.at(-1)).toBe(`${shown}x`);
  });
});

describe('questions in a document of Word', () => {
  const numbering =
    list(0, [
      ['decimal', '%1.'],
      ['upperLetter', '%2.'],
    ]) + num(1, 0);
  const question = (stem: string, options: readonly string[]): string =>
    item(stem, 1) + options.map((option) => item(option, 1, 1)).join('');

  test('whose numbers and letters are all generated', () => {
    const body =
      p('一、单选题(每题2分)') +
      question('回访宜在( )', ['当天', '次日', '一周', '一月']) +
      p('答案:B') +
      question('铃响几声内接听( )', ['三', '十', '二十', '三十']) +
      p('答案:A');
    expect(itemsOf(body, { numbering })).toMatchObject([
      {
        type: 'single',
        stem: '回访宜在( )',
        answer: 'B',
        points: 2,
        options: [{ text: '当天' }, {}, {}, { text: '一月' }],
      },
      { type: 'single', answer: 'A', source: { line: 8, endLine: 13 } },
    ]);
  });

  test.each([
    ['bold', '<w:b/>'],
    ['red', '<w:color w:val="FF0000"/>'],
    ['on a ground', '<w:highlight w:val="yellow"/>'],
    ['underlined', '<w:u w:val="single"/>'],
  ])('the right option may be %s where nothing else says the key', (_, mark) => {
    const body = ['B', 'A', 'D']
      .map(
        (key, n) =>
          p(`${n + 1}.第${n + 1}件要紧的事是什么( )`) +
          ['A', 'B', 'C', 'D']
            .map((letter) => p(r(`${letter}.说法${letter}${n}`, letter === key ? mark : '')))
            .join(''),
      )
      .join('');
    expect(itemsOf(body).map(({ answer }) => answer)).toEqual(['B', 'A', 'D']);
    expect(itemsOf(body).map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([['KEYS_BY_FORMAT'], [], []]);
    expect(itemsOf(`${body}${p('参考答案')}${p('1.C 2.C 3.C')}`).map(({ answer }) => answer)).toEqual(['C', 'C', 'C']);
  });

  test('options that are all bold say nothing', () => {
    const bold = (text: string): string => p(r(text, '<w:b/>'));
    const body =
      p('1.要紧的事是什么( )') + bold('A.甲') + bold('B.乙') + p('2.还有什么( )') + bold('A.甲') + bold('B.乙');
    expect(itemsOf(body).map(({ answer }) => answer)).toEqual([null, null]);
  });

  test('a paper inside of a table is read cell by cell, and a grid of answers by its rows', () => {
    const cell = ['1.回访宜在( )', 'A.当天', 'B.次日', '2.铃响几声( )', 'A.三', 'B.十'].map((line) => p(line)).join('');
    const body =
      table([['一、单选题'], [cell]]) +
      p('参考答案') +
      table([
        ['题号', '1', '2'],
        ['答案', 'B', 'A'],
      ]);
    expect(itemsOf(body).map(({ answer }) => answer)).toEqual(['B', 'A']);
  });

  test.each([
    [
      'in rows',
      [
        ['题号', '1', '2', '3'],
        ['答案', 'B', 'A', 'B'],
      ],
    ],
    [
      'in columns',
      [
        ['题号', '答案', '解析'],
        ['1', 'B', '次日'],
        ['2', 'A', ''],
        ['3', 'B', ''],
      ],
    ],
    [
      'in columns side by side',
      [
        ['题号', '答案', '题号', '答案'],
        ['1', 'B', '2', 'A'],
        ['3', 'B', '', ''],
      ],
    ],
  ])('a table of answers %s needs no head above it', (_, rows) => {
    const question = (number: number): string =>
      ['回访宜在哪天( )', 'A.当天', 'B.次日']
        .map((line, n) => p(n === 0 ? `${number}.第${number}次${line}` : line))
        .join('');
    const items = itemsOf(p('一、单选题') + [1, 2, 3].map(question).join('') + table(rows));
    expect(items.map(({ answer }) => answer)).toEqual(['B', 'A', 'B']);
  });

  test('a grid that waits for answers, and one for marks, are no answers', () => {
    const grids =
      table([
        ['题号', '一', '二', '总分'],
        ['得分', '', '', ''],
      ]) +
      table([
        ['题号', '1', '2'],
        ['答案', '', ''],
      ]);
    const question = (number: number): string =>
      [`${number}.第${number}次回访宜在哪天( )`, 'A.当天', 'B.次日', '答案:B'].map((line) => p(line)).join('');
    const items = itemsOf(p('客服试卷') + grids + p('一、单选题') + question(1) + question(2));
    expect(items.map(({ answer, doubts }) => [answer, doubts])).toEqual([
      ['B', []],
      ['B', []],
    ]);
  });

  test('numbers, letters and labels in cells of their own', () => {
    const body = table([
      ['1', '回访宜在( )'],
      ['A', '当天'],
      ['B', '次日'],
      ['答案', 'B'],
      ['解析', '次日客户已经用过'],
    ]);
    expect(itemsOf(body)).toMatchObject([{ stem: '回访宜在( )', answer: 'B', explanation: '次日客户已经用过' }]);
  });

  test('a table whose columns are named is read by them, among other questions', () => {
    const sources = sourcesOf(
      p('1.铃响几声内接听( )') +
        p('A.三') +
        p('B.十') +
        p('答案:A') +
        table([
          ['题干', '选项', '答案', '解析'],
          ['回访宜在哪天', `${p('A.当天')}${p('B.次日')}`, 'B', '次日'],
        ]),
    );
    expect(takeIn(sources).items).toMatchObject([
      { stem: '回访宜在哪天', answer: 'B', explanation: '次日', source: { line: 6 } },
      { stem: '铃响几声内接听( )', answer: 'A', source: { line: 1 } },
    ]);
  });
});
