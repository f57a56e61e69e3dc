/**
 * A number as Word shows it in a list, by the names of ECMA-376 part 1, 17.18.59. Formats of other scripts are shown
 * in digits: what counts is that the numbers go up.
 */
export function numberText(value: number, format: string): string {
  return FORMATS[format]?.(value) ?? String(value);
}

type Format = (value: number) => string;

const DIGITS = '〇一二三四五六七八九';

/** 1 to 9999: 十, 十二, 二十, 一百零三. */
function chinese(value: number): string {
  if (value < 1 || value > 9999) return String(value);
  let out = '';
  let isGap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) isGap = out !== '';
    else {
      out += (isGap ? '零' : '') + (unit === 10 && digit === 1 && out === '' ? '' : DIGITS[digit]) + name;
      isGap = false;
    }
  }
  return out;
}

/** A to Z, then AA, BB, as Word goes on. */
const letters: Format = (value) =>
  value < 1 ? '' : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)));

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  return ROMAN.reduce((out, [worth, sign]) => {
    const times = Math.floor(left / worth);
    left -= times * worth;
    return out + sign.repeat(times);
  }, '');
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** ① to ⑳, ㉑ to ㊿. */
function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36);
  return String(value);
}

const between = (first: number, most: number, format: (value: number) => string): Format => {
  return (value) => (value >= 1 && value <= most ? format(first + value - 1) : String(value));
};
const fullWidth: Format = (value) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const stems = '甲乙丙丁戊己庚辛壬癸';

const FORMATS: Readonly<Record<string, Format>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: chinese,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: between(0x2488, 20, (code) => String.fromCharCode(code)),
  decimalEnclosedParen: between(0x2474, 20, (code) => String.fromCharCode(code)),
  ideographEnclosedCircle: between(0x3280, 10, (code) => String.fromCharCode(code)),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  ideographTraditional: (value) => stems[(value - 1) % stems.length] ?? String(value),
};
