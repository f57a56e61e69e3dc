/**
 * A text for matching: full-width letters, digits and brackets, look-alike letters and odd spaces made plain, one
 * code unit for one, so that offsets stay. Never for showing: a radical that stands for a lost character stays as it is.
 */
export function foldWidth(text: string): string {
  return text.replace(FOLDABLE, (unit) => {
    const code = unit.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (LIKE[unit] ?? ' ');
  });
}

const LIKE: Readonly<Record<string, string>> = {
  '﹙': '(',
  '﹚': ')',
  '❨': '(',
  '❩': ')',
  '〔': '[',
  '〕': ']',
  '﹝': '[',
  '﹞': ']',
  '［': '[',
  '］': ']',
  '〖': '【',
  '〗': '】',
  '∶': ':',
  '︰': ':',
  '﹕': ':',
  '﹒': '.',
  '․': '.',
  '﹑': '、',
  '､': '、',
  '｡': '。',
  '﹐': ',',
  '﹔': ';',
  '﹖': '?',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '－': '-',
  '‐': '-',
  '‑': '-',
  '＿': '_',
  '﹏': '_',
  '﹍': '_',
  '‗': '_',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  '✓': '√',
  '✔': '√',
  '☑': '√',
  '✗': '×',
  '✘': '×',
  '☒': '×',
  '✕': '×',
  '✖': '×',
  '╳': '×',
  '⨯': '×',
  '❌': '×',
  '✅': '√',
  '\t': ' ',
  '\r': ' ',
};

const FOLDABLE = new RegExp(
  `[\\uff01-\\uff5e\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000${Object.keys(LIKE)
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')}]`,
  'g',
);
