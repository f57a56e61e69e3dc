import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readChineseNumber } from '../../../src/core/grading/chinese-number.ts';
import { isQuantity, readNumerals } from '../../../src/core/grading/numerals.ts';

const read = (text: string): string => readNumerals(text).join('|');

describe('a Chinese numeral', () => {
  test.each([
    ['零', '0'],
    ['三', '3'],
    ['两', '2'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['九十九', '99'],
    ['一百', '100'],
    ['一百零五', '105'],
    ['一百五', '150'],
    ['一百一十', '110'],
    ['两千零八十', '2080'],
    ['一万', '10000'],
    ['三万五', '35000'],
    ['三万零五', '30005'],
    ['十二万三千四百五十六', '123456'],
    ['一千万', '10000000'],
    ['一亿零五十', '100000050'],
    ['两万亿', '2000000000000'],
    ['二〇二四', '2024'],
    ['零点五', '0.5'],
    ['三点一四', '3.14'],
    ['十二点五', '12.5'],
  ])('%s is %s', (text, number) => {
    expect(readChineseNumber(text)).toBe(number);
  });

  test.each(['千万', '万一', '百', '三百零', '两三', '十百', '三二百', '亿亿', '一百百', ''])('%j is none', (text) => {
    expect(readChineseNumber(text)).toBeNull();
  });

  test('reads back every number up to a hundred million', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (number) => {
        expect(readChineseNumber(inChinese(number))).toBe(String(number));
      }),
    );
  });
});

describe('numerals in a text', () => {
  test.each([
    ['三天', '3|天'],
    ['第十二条', '第|12|条'],
    ['1,000元', '1000|元'],
    ['1,2', '1|,|2'],
    ['0.50', '0.5'],
    ['007', '7'],
    ['1.5万', '15000'],
    ['3百万', '3000000'],
    ['百分之六十', '60%'],
    ['百分之六十五点五', '65.5%'],
    ['百分之百', '100%'],
    ['60%', '60%'],
    ['千分之三', '3‰'],
    ['三分之二', '2|/|3'],
    ['-5度', '-5|度'],
    ['负五度', '-5|度'],
    ['24-48小时', '24|-|48|小|时'],
    ['八点三十分', '8|点|30|分'],
    ['1.20.3', '1|.|20|.|3'],
    ['千万别', '千|万|别'],
    ['12345678901234567890', '12345678901234567890'],
    ['𠮷3', '𠮷|3'],
  ])('%s reads as %s', (text, pieces) => {
    expect(read(text)).toBe(pieces);
  });

  test('are read in a text of any length', () => {
    expect(readNumerals(`${'客'.repeat(300_000)}三`)).toHaveLength(300_001);
  });

  test('are quantities, and so are signs of relation; letters are not', () => {
    expect(['60%', '千', '≥', '+', '客', 'a', ','].map(isQuantity)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

/** The written form of a whole number below a hundred million, made the way it is taught. */
function inChinese(number: number): string {
  if (number >= 10_000) {
    const [high, low] = [Math.floor(number / 10_000), number % 10_000];
    return `${inChinese(high)}万${low === 0 ? '' : `${low < 1000 ? '零' : ''}${inChinese(low)}`}`;
  }
  const places = [...String(number)].map((digit, index, digits) =>
    digit === '0'
      ? '零'
      : `${'零一二三四五六七八九'[Number(digit)]}${['', '十', '百', '千'][digits.length - 1 - index]}`,
  );
  return places
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '');
}
