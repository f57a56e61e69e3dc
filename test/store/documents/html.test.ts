import { describe, expect, test } from 'vitest';
import { documentSources } from '../../../src/core/intake/containers/document-sources.ts';
import { htmlBlocks } from '../../../src/core/intake/containers/html/html-blocks.ts';
import { takeIn } from '../../../src/core/intake/intake.ts';
import { htmlTree } from '../../../src/store/documents/markup.ts';
import { archivedPage } from '../../../src/store/documents/mht.ts';
import { pageText } from '../../../src/store/documents/page-text.ts';

const sourcesOf = (page: string) => documentSources('a.html', htmlBlocks(htmlTree(page)));
const textOf = (page: string): string => sourcesOf(page)[0]?.text ?? '';
const itemsOf = (page: string) => takeIn(sourcesOf(page)).items;

describe('a web page as text', () => {
  test('what a browser sets on lines of its own is a line, and spaces are one', () => {
    expect(textOf('<p>一\n  二<div>三<br>四</div><span>五</span> <i>六</i><h2>七</h2>')).toBe(
      '一 二\n三\n四\n五 六\n## 七',
    );
  });

  test('entities are characters', () => {
    expect(textOf('<p>&#12298;A&nbsp;&amp;&lt;B&gt;&times;&hellip;&#x4E00;')).toBe('《A\u00a0&<B>×…一');
  });

  test.each([
    ['<ol><li>甲<li>乙</ol>', '1. 甲\n2. 乙'],
    ['<ol type="A"><li>甲<li>乙</ol>', 'A. 甲\nB. 乙'],
    ['<ol type="a" start="3"><li>甲<li value="7">乙<li>丙</ol>', 'c. 甲\ng. 乙\nh. 丙'],
    ['<ol style="list-style-type: upper-alpha"><li>甲</ol>', 'A. 甲'],
    ['<ol type="i"><li>甲<li>乙</ol>', 'i. 甲\nii. 乙'],
    ['<ol reversed><li>甲<li>乙</ol>', '2. 甲\n1. 乙'],
    ['<ul><li>甲<li>乙</ul>', '甲\n乙'],
    ['<ol><li>题<ol type="A"><li>甲<li>乙</ol><li>题</ol>', '1. 题\nA. 甲\nB. 乙\n2. 题'],
    ['<ol><li><p>题</p><p>续</p></ol>', '1. 题\n续'],
  ])('the numbers of a list: %s', (page, text) => {
    expect(textOf(page)).toBe(text);
  });

  test('scripts, styles, menus and what is hidden are left out, save an answer that a click would show', () => {
    expect(
      textOf(
        '<head><title>x</title><style>p{}</style></head><body><nav><a>首页</a></nav><script>var a="<p>1.题</p>"</script><p>题<span hidden>隐</span><div style="display:none">广告</div><div style="display: none">答案：B</div><button>查看</button>',
      ),
    ).toBe('题\n答案：B');
  });

  test('a field to write in and underlined spaces are blanks', () => {
    expect(textOf('<p>首都是<input>，省会是<u>&nbsp;&nbsp;&nbsp;</u>。')).toBe('首都是____，省会是____。');
  });

  test('tags that are never closed, or closed twice, or nested without end lose no text', () => {
    expect(textOf('<div><p>甲</div></div></p><b>乙')).toBe('甲\n乙');
    expect(textOf(`${'<div>'.repeat(20_000)}底`)).toBe('底');
  });
});

describe('questions of a page', () => {
  test('a form with the right button ticked', () => {
    const field = (name: string, ticked: number): string =>
      `<div class="q"><p>${name}.第${name}件要紧的事是什么？</p>${['甲', '乙', '丙']
        .map(
          (text, n) =>
            `<label><input type="radio" name="${name}"${n === ticked ? ' checked' : ''}> ${'ABC'[n]}. ${text}${name}</label><br>`,
        )
        .join('')}</div>`;
    expect(itemsOf(`<form>${field('1', 1)}${field('2', 0)}</form>`).map(({ answer }) => answer)).toEqual(['B', 'A']);
  });

  test('buttons and boxes give their letters to texts that have none', () => {
    const button = (name: string, text: string, more = ''): string =>
      `<label><input type="radio" name="${name}"${more}>${text}</label> `;
    const page = `<p>1.要紧的事是什么？</p><p>${button('a', '甲')}${button('a', '乙', ' checked')}</p><p>2.先做哪一件事？</p><p>${button('b', '丙', ' checked')}${button('b', '丁')}</p><p>3.登记哪些？(多选)</p><div><input type="checkbox" checked> 时间</div><div><input type="checkbox"> 天气</div><div><input type="checkbox" checked> 事由</div>`;
    expect(itemsOf(page)).toMatchObject([
      { answer: 'B', options: [{ text: '甲' }, { text: '乙' }] },
      { answer: 'A', options: [{ text: '丙' }, { text: '丁' }] },
      { type: 'multiple', answer: 'AC', options: [{ text: '时间' }, { text: '天气' }, { text: '事由' }] },
    ]);
  });

  test('lists within a list, and the right one in a class of its own', () => {
    const page = `<ol><li>要紧的事是什么？<ol type="A"><li>甲</li><li class="correct">乙</li></ol></li><li>先做哪一件事？<ol type="A"><li class="correct">丙</li><li>丁</li></ol></li></ol>`;
    expect(itemsOf(page)).toMatchObject([
      { stem: '要紧的事是什么？', answer: 'B', options: [{ text: '甲' }, { text: '乙' }] },
      { stem: '先做哪一件事？', answer: 'A' },
    ]);
  });

  test('a table whose columns are named', () => {
    const page = `<table><thead><tr><th>题目</th><th>A</th><th>B</th><th>答案</th></tr></thead><tbody><tr><td>回访宜在哪天</td><td>当天</td><td>次日</td><td>B</td></tr></tbody></table>`;
    expect(itemsOf(page)).toMatchObject([
      { type: 'single', answer: 'B', options: [{ text: '当天' }, { text: '次日' }] },
    ]);
  });
});

describe('which bytes are a page', () => {
  const gb = Buffer.concat([
    Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'),
    Buffer.from([0xbb, 0xd8, 0xb7, 0xc3]),
    Buffer.from('</p></body></html>'),
  ]);

  test('whatever they are called, and in the encoding they name', () => {
    expect(pageText(gb)).toContain('<p>回访</p>');
    const big5 = Buffer.concat([Buffer.from('<html><meta charset=big5><p>'), Buffer.from([0xa6, 0x5e, 0xb3, 0x58])]);
    expect(pageText(big5)).toContain('回訪');
    expect(pageText(Buffer.from('<div class="q"><p>1.题</p></div>'))).not.toBeNull();
  });

  test('a text that speaks of tags is none', () => {
    expect(pageText(Buffer.from('1.<p>标签表示( )\nA.段落\nB.表格\n答案:A'))).toBeNull();
    expect(pageText(Buffer.from('<quiz><question type="x"></question></quiz>'))).toBeNull();
  });

  test('a web archive holds one among other parts', () => {
    const mht = `From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=b"\r\n\r\n----=b\r\nContent-Type: text/css\r\n\r\np{}\r\n----=b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>=E5=9B=9E=E8=\r\n=AE=BF</p></html>\r\n----=b--`;
    expect(archivedPage(Buffer.from(mht))).toContain('<p>回访</p>');
    expect(archivedPage(Buffer.from('1.回访宜在( )'))).toBeNull();
  });
});
