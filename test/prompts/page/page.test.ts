import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PageConfig, type PageState, stepPage, viewPage } from '../../../src/prompts/page/page.ts';
import { themeFor } from '../../../src/prompts/theme.ts';
import { widthOf } from '../../../src/prompts/width.ts';
import { wrap } from '../../../src/prompts/wrap.ts';
import { keysIn } from '../../support/keys.ts';

const aConfig = (text: string, fields: Partial<PageConfig> = {}): PageConfig => ({
  lines: (columns) => text.split('\n').flatMap((line) => (line === '' ? [''] : wrap(line, columns))),
  hint: '回车 开始  q 不考了',
  keys: ['return', 'q'],
  theme: themeFor(false),
  words: { moreAbove: (n) => `↑ ${n}`, moreBelow: (n) => `↓ ${n}` },
  size: () => ({ columns: 80, rows: 24 }),
  onResize: () => () => {},
  clear: () => {},
  ...fields,
});

const numbered = Array.from({ length: 30 }, (_, n) => `第${n + 1}行`).join('\n');
const opened = (fields: Partial<PageState> = {}): PageState => ({ scroll: 0, columns: 40, rows: 12, ...fields });

/** The state after some keys, or the key that ended it. */
const press = (keys: string, config: PageConfig, from = opened()): PageState | string =>
  keysIn(keys).reduce<PageState | string>(
    (state, key) => (typeof state === 'string' ? state : stepPage(state, key, config)),
    from,
  );

function shown(keys: string, config: PageConfig, from = opened()): string {
  const state = press(keys, config, from);
  return typeof state === 'string' ? state : viewPage(state, config).above;
}

describe('a page', () => {
  const config = aConfig(numbered);

  test('that is longer than the screen says how much is hidden', () => {
    expect(shown('', config).split('\n')).toMatchInlineSnapshot(`
      [
        "第1行",
        "第2行",
        "第3行",
        "第4行",
        "第5行",
        "第6行",
        "第7行",
        "第8行",
        "↓ 22",
      ]
    `);
  });

  test('scrolls by lines and by pages, a line of the page before staying in sight', () => {
    expect(shown('<down>', config)).toContain('第2行'.replace('2', '3'));
    expect(shown('<pagedown>', config)).toContain('第10行');
    expect(shown(' <pageup>', config)).toBe(shown('', config));
  });

  test('spends no key beyond its ends', () => {
    expect(press('<up><pageup><down>', config)).toMatchObject({ scroll: 1 });
    expect(press(`${'<pagedown>'.repeat(9)}<up>`, config)).toMatchObject({ scroll: 20 });
  });

  test.each([
    ['q', 'q'],
    ['Q', 'q'],
    ['<return>', 'return'],
    ['<enter>', 'return'],
  ])('ends by %s', (key, name) => {
    expect(press(key, config)).toBe(name);
  });

  test('takes no other key', () => {
    expect(press('wx<tab><escape>', config)).toMatchObject({ scroll: 0 });
  });
});

test('names every key on a narrow screen, whole, in two rows where one does not hold them', () => {
  const hint = 'w 看错题  f 看标记的  a 看全部  d 现在练错题  q 结束';
  const below = (size: Partial<PageState>) => viewPage(opened(size), aConfig(numbered, { hint })).below.split('\n');
  expect(below({ columns: 80 })).toEqual([hint]);
  expect(below({ columns: 40 })).toEqual(['w 看错题  f 看标记的  a 看全部', 'd 现在练错题  q 结束']);
  expect(below({ columns: 40, rows: 8 })).toEqual(['w 看错题  f 看标记的  a 看全部  d 现在…']);
});

test('is a column narrower and a row lower than the terminal, whatever its text and wherever it is scrolled to', () => {
  const line = fc
    .oneof(fc.string({ maxLength: 60 }), fc.constantFrom('服务质量有五个维度，量表有二十二个项目。', ''))
    .map((text) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ''));
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 40 }),
      fc.integer({ min: 12, max: 100 }),
      fc.integer({ min: 4, max: 40 }),
      fc.array(fc.constantFrom('<up>', '<down>', '<pageup>', '<pagedown>', ' '), { maxLength: 12 }),
      (lines, columns, rows, keys) => {
        const config = aConfig(lines.join('\n'));
        const state = press(keys.join(''), config, opened({ columns, rows }));
        const { above, below } = viewPage(state as PageState, config);
        const all = [...above.split('\n'), ...below.split('\n')];
        expect(all.length).toBeLessThanOrEqual(rows - 1);
        for (const each of all) expect(widthOf(each)).toBeLessThanOrEqual(columns - 1);
      },
    ),
  );
});
