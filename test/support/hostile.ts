/** Texts that mean harm, and what to look for where they come out. */

/** One of each kind that a reader does not see, or that a terminal obeys. */
export const PAYLOADS = {
  csi: '\u001b[45m\u001b[2J\u001b[95;95H',
  clipboard: '\u001b]52;c;cHduZWQ=\u0007',
  link: '\u001b]8;;http://evil.example\u001b\\x\u001b]8;;\u001b\\',
  device: '\u001bPq#0\u001b\\\u001b_x\u001b\\',
  c1: '\u009b45m\u009d0;t\u009c\u0090q\u009c\u0085',
  c0: '\u0007\u0008\u000b\u000c\u000e\u007f\r',
  direction: '\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c',
  zeroWidth: '\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f\u3164',
  tags: '\u{e0001}\u{e0041}\u{e007f}',
  selectors: '\ufe0f\ufe0f\u{e0100}\u{e0100}',
  separators: '\u2028\u2029\ufff9\ufffb',
  half: '\ud800',
} as const;

export const HOSTILE = Object.values(PAYLOADS).join('');

/** A word with all of them in its middle. */
export const evil = (word: string): string => `${word}${HOSTILE}${word}`;

/** Everything that must not reach a screen; the line feed may. */
const HARMFUL =
  /[\u034f\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|\p{Cs}|\p{Variation_Selector}|[\u{e0000}-\u{e0fff}]/gu;

/** The harmful characters of an output as code points, each once. */
export const harmIn = (output: string): string[] => [
  ...new Set((output.match(HARMFUL) ?? []).map((found) => `U+${found.codePointAt(0)?.toString(16)}`)),
];

/** What the program itself makes a terminal do: colours of text, the cursor, clearing. None of the payloads is among them. */
const OWN = /\u001b\[(?:(?:0|1|2|3|7|22|23|27|3[0-7]|39|90)?m|\?(?:25|2004)[hl]|\d{0,3}[A-DGJK]|H|\d?[JK])/g;

/** Harm in what was written to a terminal, where the program's own sequences are no harm. */
export const harmOnTerminal = (raw: string): string[] => harmIn(raw.replace(OWN, '').replaceAll('\r', ''));

/** A bank with an evil text in every field that takes one, as a value; `of` makes the text of a word. */
export const bankWith = (of: (word: string) => string, id = 'evil') => ({
  format: 'quiz-bank/1',
  id,
  title: of('标题'),
  language: of('zh'),
  license: of('MIT'),
  topics: { sky: { title: of('天空'), notes: of('笔记'), topics: { low: { title: of('低处') } } } },
  papers: {
    mock: {
      title: of('试卷'),
      minutes: 10,
      pass: 2,
      bands: { [of('优秀')]: 3, [of('合格')]: 1 },
      sections: [
        { title: of('单选部分'), type: 'single', topic: 'sky', count: 1 },
        { title: of('其余部分'), items: ['multi', 'truth', 'order', 'gap', 'tell', 'tide'], points: 2 },
        { title: of('标签部分'), groups: [{ tag: of('标签'), count: 1 }] },
      ],
    },
  },
  certificates: { cert: { title: of('证书'), papers: [{ paper: 'mock' }] } },
  items: [
    {
      id: 'one',
      type: 'single',
      topic: 'sky',
      tags: [of('甲类')],
      stem: of('单选题干'),
      options: ['甲', '乙', '丙'].map(of),
      answer: 'B',
      explanation: of('单选解析'),
      source: of('来源'),
      allow: [{ [of('W08')]: of('理由') }],
    },
    {
      id: 'multi',
      type: 'multiple',
      topic: 'sky.low',
      stem: of('多选题干'),
      options: ['丁', '戊', '己'].map(of),
      answer: 'AB',
      explanation: of('多选解析'),
      source: { file: of('文件') },
    },
    { id: 'truth', type: 'boolean', stem: of('判断题干'), answer: '对', explanation: of('判断解析') },
    { id: 'order', type: 'ordering', stem: of('排序题干'), options: ['先', '后'].map(of), answer: 'BA' },
    {
      id: 'gap',
      type: 'blank',
      stem: `____${of('填空题干')}`,
      answer: [{ accept: [of('雷声'), of('打雷')], unit: of('次') }],
    },
    {
      id: 'tell',
      type: 'short',
      stem: of('简答题干'),
      answer: of('范文'),
      points: [{ text: of('要点'), keywords: [of('关键词')], points: 2 }],
    },
    {
      id: 'tide',
      type: 'case',
      title: of('案例名'),
      material: of('案例材料'),
      explanation: of('案例解析'),
      source: of('案例来源'),
      tags: [of('案例标签')],
      items: [
        {
          type: 'boolean',
          stem: of('小题题干'),
          answer: '错',
          explanation: of('小题解析'),
          source: of('小题来源'),
          tags: [of('小题标签')],
        },
      ],
    },
    { id: 'tagged', type: 'single', tags: [of('标签')], stem: of('末题'), options: ['庚', '辛'].map(of), answer: 'A' },
  ],
});

/** JSON is YAML; what JSON escapes, YAML escapes too. */
export const evilBank = (of: (word: string) => string = evil, id = 'evil'): string => JSON.stringify(bankWith(of, id));

/** The paths of all texts in a value, names of fields included, that a test finds. */
export function pathsOfTexts(value: unknown, fits: (text: string) => boolean, at: readonly (string | number)[] = []) {
  const found: (readonly (string | number)[])[] = [];
  if (typeof value === 'string') return fits(value) ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  for (const [name, inner] of Object.entries(value)) {
    const path = [...at, Array.isArray(value) ? Number(name) : name];
    if (!Array.isArray(value) && fits(name)) found.push(path);
    found.push(...pathsOfTexts(inner, fits, path));
  }
  return found;
}
