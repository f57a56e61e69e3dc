/**
 * A character of a symbol font. Ticks, crosses and boxes of the fonts that come with Word are known; any other one stands
 * for something that cannot be told, and a sign that shows that is put in its place.
 */
export function symbolText(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  // Symbol fonts lie in the private area, at F000 and above; some programs write the plain byte.
  const byte = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const known = FONTS[font.toLowerCase()]?.[byte];
  if (known !== undefined) return known;
  if (Number.isNaN(value) || (value >= 0xe000 && value <= 0xf8ff)) return UNKNOWN;
  return font === '' || !SYMBOL_FONT.test(font) ? String.fromCharCode(value) : UNKNOWN;
}

const UNKNOWN = '\ufffd';
const SYMBOL_FONT = /symbol|wingdings|webdings|dingbats/i;

const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: '●',
    110: '■',
    111: '□',
    113: '□',
    161: '○',
    168: '□',
    251: '×',
    252: '√',
    253: '☒',
    254: '☑',
    ...Object.fromEntries(Array.from({ length: 10 }, (_, n) => [0x81 + n, String.fromCharCode(0x2460 + n)])),
  },
  'wingdings 2': { 79: '×', 80: '√', 81: '☒', 82: '☑', 163: '□' },
  symbol: {
    97: 'α',
    98: 'β',
    103: 'γ',
    68: 'Δ',
    109: 'μ',
    112: 'π',
    83: 'Σ',
    163: '≤',
    179: '≥',
    180: '×',
    184: '÷',
    177: '±',
    185: '≠',
    176: '°',
    214: '√',
    174: '→',
  },
};
