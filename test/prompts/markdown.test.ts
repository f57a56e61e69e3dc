import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkdownStyle, PLAIN, renderMarkdown } from '../../src/prompts/markdown.ts';
import { widthOf } from '../../src/prompts/width.ts';

const sgr = (on: number, off: number) => (text: string) => `\u001B[${on}m${text}\u001B[${off}m`;
const COLOURED: MarkdownStyle = { strong: sgr(1, 22), emphasis: sgr(3, 23), code: sgr(36, 39), heading: sgr(4, 24) };
/** Colour sequences as letters: `<b>` is on, `</b>` is off. */
const NAMES: Record<string, string> = {
  1: '<b>',
  22: '</b>',
  3: '<i>',
  23: '</i>',
  36: '<c>',
  39: '</c>',
  4: '<h>',
  24: '</h>',
};
const named = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/\u001B\[(\d+)m/g, (_all, code: string) => NAMES[code] ?? '?'));
const coloured = (text: string, columns = 40): string[] => named(renderMarkdown(text, columns, COLOURED));
const plain = (text: string, columns = 40): string[] => renderMarkdown(text, columns, PLAIN);

describe('within a line', () => {
  test('strong, emphasis, both and code are painted, and their marks go', () => {
    expect(coloured('以下**不**属于*无形*的')).toEqual(['以下<b>不</b>属于<i>无形</i>的']);
    expect(coloured('***x*** `a*b*`')).toEqual(['<b><i>x</i></b> <c>a*b*</c>']);
    expect(coloured('``a`b``')).toEqual(['<c>a`b</c>']);
    expect(coloured('**甲 *乙* 丙**')).toEqual(['<b>甲 </b><b><i>乙</i></b><b> 丙</b>']);
  });

  test('punctuation at the edge of strong text does no harm', () => {
    expect(coloured('这是**「易逝性」**的例子')).toEqual(['这是<b>「易逝性」</b>的例子']);
  });

  test('where a style changes nothing the marks stay, so that no meaning hangs on colour', () => {
    expect(plain('以下**不**属于*无形*的 `x`')).toEqual(['以下**不**属于*无形*的 `x`']);
    expect(plain('# 标题')).toEqual(['# 标题']);
    expect(renderMarkdown('**a** *b*', 40, { ...PLAIN, strong: sgr(1, 22) })).toEqual(['\u001B[1ma\u001B[22m *b*']);
  });

  test.each([
    '138****5678，139****1234',
    '3*4*5',
    '5 * 3 * 2',
    '张**，李**',
    '____',
    '_不_',
    '** 不 **',
    '*',
    '`',
    '**',
    'a**b',
  ])('%s has no marks in it', (text) => {
    expect(coloured(text)).toEqual([text]);
  });

  test('a backslash takes the meaning from a mark, and is kept elsewhere', () => {
    expect(coloured('\\*号\\* C:\\dir')).toEqual(['*号* C:\\dir']);
  });
});

describe('wrapping', () => {
  test('width is what is seen, and each line is painted by itself', () => {
    expect(coloured('服务**不能储存的特性**叫易逝性', 12)).toEqual([
      '服务<b>不能储存</b>',
      '<b>的特性</b>叫易逝',
      '性',
    ]);
  });

  test('shown marks are not parted from their words', () => {
    expect(plain('服务的特性**不**包括', 12)).toEqual(['服务的特性', '**不**包括']);
    expect(plain('服务的特**性不**包括', 12)).toEqual(['服务的特**性', '不**包括']);
  });

  test('a line break of the source is one on the screen', () => {
    expect(coloured('一\n二\n\n\n三\n')).toEqual(['一', '二', '', '三']);
    expect(coloured('')).toEqual([]);
    expect(coloured('\n \n')).toEqual([]);
  });
});

describe('blocks', () => {
  test('a heading loses its marks where it has a look of its own', () => {
    expect(coloured('## 服务的**特性** ##\n正文')).toEqual(['<h>服务的</h><h><b>特性</b></h>', '正文']);
    expect(coloured('#标签')).toEqual(['#标签']);
  });

  test.each([
    ['- 服务不能储存', 8, ['- 服务不', '  能储存']],
    ['1. 服务不能储存', 8, ['1. 服务', '   不能', '   储存']],
    ['1、服务不能储存', 8, ['1、服务', '   不能', '   储存']],
    ['1.服务不能储存', 8, ['1.服务不', '  能储存']],
    ['（1）服务不能', 9, ['（1）服务', '     不能']],
    ['  - 服务不能', 8, ['  - 服务', '    不能']],
    ['  服务不能', 8, ['  服务不', '  能']],
    ['　　服务不能', 8, ['　　服务', '不能']],
    ['1.5 倍的服务', 8, ['1.5 倍的', '服务']],
  ])('%s in %i columns', (text, columns, lines) => {
    expect(coloured(text, columns)).toEqual(lines);
  });

  test('a quote keeps its mark on each line, whatever it holds', () => {
    expect(coloured('> 服务不能储存\n> - **甲**\n>\n> 乙\n后', 10)).toEqual([
      '> 服务不能',
      '> 储存',
      '> - <b>甲</b>',
      '>',
      '> 乙',
      '后',
    ]);
  });

  test('fenced code is verbatim, its fences gone', () => {
    expect(plain('```sh\na  **b**\n\n\n- c\n```\nd')).toEqual(['a  **b**', '', '', '- c', 'd']);
    expect(coloured('~~~\na   bcdef\n', 8)).toEqual(['<c>a   bcde</c>', '<c>f</c>']);
  });

  test('a table stands as it was typed', () => {
    const table = ['| 指标 | **目标** |', '|------|------|', '| CSAT | 90%  |'];
    expect(coloured(table.join('\n'))).toEqual(table);
  });
});

test('text is made harmless first', () => {
  expect(plain('a\u001B[31mb')).toEqual(['a⟨U+001B⟩[31mb']);
});

describe('laws', () => {
  const parts = [
    '**',
    '*',
    '`',
    '```\n',
    '服务',
    '，',
    'ab',
    '1. ',
    '- ',
    '> ',
    '# ',
    '| ',
    ' ',
    '\n',
    '\\',
    '（',
    '\u001B[0m',
    '👩🏽‍💻',
  ];
  const markdown = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((all) => all.join(''));
  const columns = fc.integer({ min: 4, max: 30 });

  test('no line is wider than the columns, and no colour reaches over a line', () => {
    fc.assert(
      fc.property(markdown, columns, (text, width) => {
        for (const line of renderMarkdown(text, width, PLAIN)) expect(widthOf(line)).toBeLessThanOrEqual(width);
        for (const line of renderMarkdown(text, width, COLOURED)) {
          expect(widthOf(line)).toBeLessThanOrEqual(width);
          const open = named([line])[0]?.match(/<\w>/g) ?? [];
          const closed = named([line])[0]?.match(/<\/\w>/g) ?? [];
          expect(open.length).toBe(closed.length);
        }
      }),
    );
  });

  test('colour takes marks away and nothing else', () => {
    const letters = (lines: readonly string[]): string =>
      lines
        .join('')
        .replace(/\u001B\[\d+m/g, '')
        .replace(/[*`#\s>]/g, '');
    fc.assert(
      fc.property(markdown, columns, (text, width) => {
        const safe = text.replaceAll('\u001B[0m', '').replaceAll('>', '');
        expect(letters(renderMarkdown(safe, width, COLOURED))).toBe(letters(renderMarkdown(safe, width, PLAIN)));
      }),
    );
  });
});
