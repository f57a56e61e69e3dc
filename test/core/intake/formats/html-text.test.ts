import { describe, expect, test } from 'vitest';
import { htmlText } from '../../../../src/core/intake/formats/html-text.ts';

describe('HTML as text', () => {
  test.each([
    ['<p>a</p><p>b<br/>c</p>', 'a\nb\nc'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\n\nb'],
    ['<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', 'a | b\n1 | 2'],
    ['a<b && b>c', 'a<b && b>c'],
    ['x < 3 &amp;lt; &#20013;&#x6587;&nope; &#0;', 'x < 3 &lt; 中文&nope; \ufffd'],
    ['<style>p{}</style><script>alert("</b>")</script>a<!-- c -->b', 'ab'],
    ['<img alt="a > b" src=x>c<IMG SRC=y>', 'a > bc'],
    ['x<sup>2</sup>', 'x^2'],
    ['<b', '<b'],
  ])('%s', (html, text) => {
    expect(htmlText(html).text).toBe(text);
  });

  test('counts what it shows besides text', () => {
    expect(htmlText('<img src=a><video></video><p>x</p>').media).toBe(2);
  });

  test('takes line ends as they are meant', () => {
    expect(htmlText('a\n b<br>c').text).toBe('a b\nc');
    expect(htmlText('a\nb<br>c', { keepLines: true }).text).toBe('a\nb\nc');
  });

  test.each(['<', '<b ', '<b "', '<!--', '<script>', '&#', '<p>'])(
    'a hundred thousand times %s takes no second',
    (piece) => {
      const began = performance.now();
      htmlText(piece.repeat(100_000));
      expect(performance.now() - began).toBeLessThan(1000);
    },
  );
});
