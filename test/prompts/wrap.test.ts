import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemesOf, widthOf } from '../../src/prompts/width.ts';
import { wrap, wrapIndented } from '../../src/prompts/wrap.ts';

const CLOSERS = [...'，。、；：？！）】》」』”’…—％%℃'];
const OPENERS = [...'（【《「『“‘([{￥$'];

describe('where a line may break', () => {
  test('Han text breaks anywhere', () => {
    expect(wrap('服务不能储存', 5)).toEqual(['服务', '不能', '储存']);
  });

  test('closing punctuation takes the character before it down', () => {
    expect(wrap('服务好，再来', 6)).toEqual(['服务', '好，再', '来']);
    expect(wrap('他说“好”。', 8)).toEqual(['他说', '“好”。']);
  });

  test('opening punctuation and currency signs go with what follows', () => {
    expect(wrap('服务（质量）', 6)).toEqual(['服务', '（质', '量）']);
    expect(wrap('退款￥50元', 6)).toEqual(['退款', '￥50元']);
  });

  test('dashes and ellipses stay whole', () => {
    expect(wrap('等等……好', 5)).toEqual(['等', '等……', '好']);
  });

  test('words and numbers stay whole, with their unit sign', () => {
    expect(wrap('达到60%以上', 6)).toEqual(['达到', '60%以', '上']);
    expect(wrap('customer service', 12)).toEqual(['customer', 'service']);
    expect(wrap('满意度CSAT高', 8)).toEqual(['满意度', 'CSAT高']);
    expect(wrap("it’s 3,000.5 or don't", 7)).toEqual(['it’s', '3,000.5', 'or', "don't"]);
  });

  test('the place to fill in stays whole', () => {
    expect(wrap('这体现了服务的（    ）。', 16)).toEqual(['这体现了服务的', '（    ）。']);
  });

  test('a word longer than a line is cut, and still leaves no full stop alone', () => {
    expect(wrap('见 abcdefghijkl。', 6)).toEqual(['见', 'abcdef', 'ghijk', 'l。']);
  });
});

describe('spaces and line breaks', () => {
  test('spaces go at a break and at the end, and stay at the beginning', () => {
    expect(wrap('  ab  cd  ', 6)).toEqual(['  ab', 'cd']);
    expect(wrap('　　服务好', 8)).toEqual(['　　服务', '好']);
  });

  test('line breaks and empty lines stay', () => {
    expect(wrap('一\n\n二\n', 8)).toEqual(['一', '', '二', '']);
    expect(wrap('', 8)).toEqual(['']);
    expect(wrap('   ', 2)).toEqual(['']);
  });

  test('an indent that leaves no room is dropped', () => {
    expect(wrap('      abc', 4)).toEqual(['abc']);
  });
});

describe('prefixes', () => {
  test('the lines after the first hang under its text', () => {
    expect(wrapIndented('服务不能储存。\n好', 8, 'A  ', '   ')).toEqual([
      'A  服务',
      '   不能',
      '   储',
      '   存。',
      '   好',
    ]);
  });

  test('an empty text is its prefix', () => {
    expect(wrapIndented('', 8, 'A  ', '   ')).toEqual(['A']);
  });

  test('four columns are enough', () => {
    expect(wrapIndented('服务。', 4, 'A  ', '   ')).toEqual(['A 服', '  务', '  。']);
  });
});

describe('laws', () => {
  const piece = fc.tuple(
    fc.constantFrom('', '', ...OPENERS),
    fc.constantFrom('服', '务质量', '客户', 'CSAT', '60', '3.5', 'service-level-agreement', '👩🏽‍💻', '①', 'é'),
    fc.constantFrom('', '', ...CLOSERS, ...',.;:?!)]}'),
    fc.constantFrom('', '', '。', '”'),
    fc.constantFrom('', '', ' ', '  ', '\n'),
  );
  const prose = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.flat().join(''));
  const anything = fc.oneof(
    prose,
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'（）  服a。\n') }),
  );
  const columns = fc.integer({ min: 2, max: 40 });
  const prefix = fc.constantFrom('', 'A  ', '   ', '• ', '（1）', '> > > > ');

  test('no line is wider than the columns', () => {
    fc.assert(
      fc.property(anything, columns, prefix, prefix, (text, width, first, rest) => {
        for (const line of wrapIndented(text, width, first, rest)) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('nothing but spaces is lost, and only at the ends of lines', () => {
    fc.assert(
      fc.property(anything, columns, (text, width) => {
        let rest = text;
        for (const line of wrap(text, width)) {
          const at = rest.indexOf(line);
          expect(rest.slice(0, Math.max(0, at)).trim()).toBe('');
          expect(at).toBeGreaterThanOrEqual(0);
          rest = rest.slice(at + line.length);
        }
        expect(rest.trim()).toBe('');
      }),
    );
  });

  test('with some room no line begins with closing punctuation nor ends with opening punctuation', () => {
    const closer = new Set([...CLOSERS, ...',.;:?!)]}']);
    fc.assert(
      fc.property(prose, fc.integer({ min: 8, max: 40 }), (text, width) => {
        for (const paragraph of text.split('\n')) {
          const lines = wrap(paragraph, width);
          for (const line of lines.slice(1)) expect(closer.has(line.charAt(0)), line).toBe(false);
          for (const line of lines.slice(0, -1)) expect(OPENERS, line).not.toContain(line.at(-1));
        }
      }),
    );
  });

  test('a word that fits on a line is never cut', () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,8}%?$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 9, max: 30 }), (all, width) => {
        expect(wrap(all.join(' '), width).flatMap((line) => line.split(/ +/))).toEqual(all);
      }),
    );
  });

  test('one column still comes to an end', () => {
    expect(wrap('（服a）', 1)).toEqual(['（', '服', 'a', '）']);
    expect(wrap('服务', 0)).toEqual(['服', '务']);
  });

  test('a pile of jamo wider than the line is taken apart', () => {
    const pile = 'ᄀ'.repeat(6);
    expect(graphemesOf(pile)).toHaveLength(1);
    expect(wrap(pile, 4).map(widthOf)).toEqual([4, 4, 4]);
    expect(wrapIndented(pile, 12, '> ', '> ').map(widthOf)).toEqual([12, 4]);
  });
});
