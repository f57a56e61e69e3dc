import { describe, expect, test } from 'vitest';
import { FINDING_CODES, type FindingCode } from '../../src/core/bank/finding.ts';
import { atMark, bankText, codesOf, faultsOf, SOUND } from '../support/bank-text.ts';

const item = (fields: string): string => bankText(`  - { ${fields} }\n`);
const topics = (text: string): string => bankText(SOUND, `topics: ${text}\n`);
const section = (fields: string): string =>
  bankText(SOUND, `papers: { mock: { title: 卷, sections: [{ title: 节, ${fields} }] } }\n`);
const certificate = (fields: string, pass = ', pass: 1'): string =>
  bankText(
    SOUND,
    `papers: { mock: { title: 卷${pass}, sections: [{ title: 节, count: 1 }] } }
certificates: { c: { title: 证书, ${fields} } }
`,
  );
const many = (what: string, count: number): string => Array.from({ length: count }, () => what).join(', ');

/** For each code a bank with that fault and no other; the place of the fault is marked. */
const BANKS: Partial<Record<FindingCode, string>> = {
  YAML_SYNTAX: bankText('¦\t- { id: a }\n'),
  YAML_TAG: bankText().replace('小题库', '!!js/function ¦库'),
  YAML_ALIASES: topics('&all { a: { title: 甲, topics: ¦*all } }'),
  YAML_SEVERAL: `${bankText()}¦---\nformat: quiz-bank/1\n`,
  DUPLICATE_KEY: bankText(SOUND, '¦title: 另一个\n'),
  NOT_A_BANK: '¦- 没有题',
  WRONG_FORMAT: bankText().replace('quiz-bank/1', '¦quiz-bank/9'),
  MISSING_FIELD: item('¦id: a, type: boolean, answer: 对').replace('{ ¦', '¦{ '),
  UNKNOWN_FIELD: item('id: a, type: boolean, stem: 问, answer: 对, ¦topics: b'),
  WRONG_TYPE: item('id: a, type: boolean, stem: 问, answer: 对, tags: ¦考点'),
  NOT_ALLOWED: item('id: a, type: ¦choice, stem: 问'),
  BAD_ID: item('id: ¦A_1, type: boolean, stem: 问, answer: 对'),
  OUT_OF_RANGE: item('id: a, type: boolean, stem: 问, answer: 对, difficulty: ¦9'),
  EMPTY_TEXT: item('id: a, type: boolean, stem: ¦"  ", answer: 对'),
  TOO_FEW: item('id: a, type: single, stem: 问, options: ¦[甲], answer: A'),
  TOO_MANY: item(`id: a, type: boolean, stem: 问, answer: 对, tags: ¦[${many('签', 51)}]`),
  BAD_DURATION: section('count: 1, per-item: ¦半分钟'),
  MISSING_ID: item('type: boolean, stem: 问, answer: 对').replace('{', '¦{'),
  DUPLICATE_ID: bankText(SOUND + SOUND.replace('sound', '¦sound')),
  UNKNOWN_TOPIC: item('id: a, type: boolean, topic: ¦b, stem: 问, answer: 对'),
  NO_KEY: item('id: a, type: boolean, stem: 问').replace('{', '¦{'),
  BAD_KEY: item('id: a, type: single, stem: 问, options: [甲, 乙], answer: ¦甲'),
  KEY_NOT_AN_OPTION: item('id: a, type: multiple, stem: 问, options: [甲, 乙], answer: ¦AC'),
  KEY_COUNT: item('id: a, type: single, stem: 问, options: [甲, 乙], answer: ¦AB'),
  SAME_OPTIONS: item('id: a, type: single, stem: 问, options: [甲 乙, 丙, ¦甲乙], answer: A'),
  BAD_TRUTH: item('id: a, type: boolean, stem: 问, answer: ¦也许'),
  ORDER_INCOMPLETE: item('id: a, type: ordering, stem: 问, options: [甲, 乙, 丙], answer: ¦AB'),
  BLANK_COUNT: item('id: a, type: blank, stem: ____和____, answer: ¦[甲]'),
  BAD_GROUP: item('id: a, type: blank, stem: ____和____, answer: [甲, 乙], any-order: [¦[1, 3]]'),
  NO_POINTS: item('id: a, type: short, stem: 问, answer: 范文').replace('{', '¦{'),
  PAPER_SHORT: section('type: boolean, count: ¦2'),
  SECTION_EMPTY: section('type: boolean').replace('{ title: 节', '¦{ title: 节'),
  UNKNOWN_ITEM: section('items: [sound, ¦silent]'),
  PASS_TOO_HIGH: bankText(
    SOUND,
    'papers: { mock: { title: 卷, pass: ¦3, sections: [{ title: 节, count: 1, points: 2 }] } }\n',
  ),
  UNKNOWN_PAPER: certificate('papers: [{ paper: ¦mokc }]'),
  PAPER_TWICE: certificate('papers: [{ paper: mock }, ¦{ paper: mock }]'),
  NO_PASS_MARK: certificate('papers: [¦{ paper: mock }]', ''),
  NEED_TOO_HIGH: certificate('papers: [{ paper: mock }], need: ¦2'),
};

/** What only a file or a very deep or large text can show; `bank-file.test.ts` and `bank-hostile.test.ts` have them. */
const ELSEWHERE: readonly FindingCode[] = [
  ...(['FILE_UNREADABLE', 'FILE_TOO_LARGE', 'NOT_UTF8', 'TOO_DEEP'] as const),
  ...(['TOO_MANY_VALUES', 'MORE_FAULTS', 'TOO_LONG'] as const),
];

describe('each fault', () => {
  test.each(Object.entries(BANKS))('%s is found where it stands, and nothing else', async (code, marked) => {
    const { text, line, column } = atMark(marked);
    expect(await faultsOf(text)).toEqual([{ code, line, column }]);
  });

  test('has a bank that causes it', () => {
    expect([...Object.keys(BANKS), ...ELSEWHERE].sort()).toEqual([...FINDING_CODES].sort());
  });
});

describe('a bank with many faults', () => {
  const FAULTY: readonly (readonly [FindingCode, string])[] = [
    ['NOT_ALLOWED', 'id: ID, type: chioce, stem: 问'],
    ['BAD_TRUTH', 'id: ID, type: boolean, stem: 问, answer: 或许'],
    ['KEY_COUNT', 'id: ID, type: single, stem: 问, options: [甲, 乙], answer: AB'],
    ['KEY_NOT_AN_OPTION', 'id: ID, type: single, stem: 问, options: [甲, 乙], answer: D'],
    ['SAME_OPTIONS', 'id: ID, type: single, stem: 问, options: [甲, 甲], answer: A'],
    ['NO_KEY', 'id: ID, type: multiple, stem: 问, options: [甲, 乙]'],
    ['UNKNOWN_TOPIC', 'id: ID, type: boolean, stem: 问, answer: 对, topic: zzz'],
    ['EMPTY_TEXT', 'id: ID, type: boolean, stem: "", answer: 对'],
    ['UNKNOWN_FIELD', 'id: ID, type: boolean, stem: 问, answer: 对, explain: 因为'],
    ['ORDER_INCOMPLETE', 'id: ID, type: ordering, stem: 问, options: [甲, 乙], answer: A'],
  ];
  const forty = Array.from({ length: 40 }, (_, n) => FAULTY[n % FAULTY.length] as (typeof FAULTY)[number]);

  test('reports all forty in the order of the file', async () => {
    const items = forty.map(([, fields], n) => `  - { ${fields.replace('ID', `q${n}`)} }\n`).join('');
    expect((await faultsOf(bankText(items))).map(({ code, line }) => [line, code])).toEqual(
      forty.map(([code], n) => [n + 5, code]),
    );
  });

  test('a missing field and a wrong key in one item are both reported', async () => {
    expect(await codesOf(item('id: a, type: single, options: [甲, 乙], answer: C'))).toEqual([
      'MISSING_FIELD',
      'KEY_NOT_AN_OPTION',
    ]);
  });

  test('an item without a type is told so, and hides nothing in the next', async () => {
    const items = '  - { id: a, stem: 问 }\n  - 只有字\n  - { id: b, type: boolean, stem: 问, answer: 或许 }\n';
    expect(await faultsOf(bankText(items))).toMatchObject([
      { code: 'MISSING_FIELD', line: 5 },
      { code: 'WRONG_TYPE', line: 6 },
      { code: 'BAD_TRUTH', line: 7 },
    ]);
  });

  test('sub-questions are checked like items', async () => {
    const parts = '[{ type: single, stem: 问, options: [甲, 乙], answer: C }, { type: boolean, answer: 对 }]';
    expect(await codesOf(item(`id: a, type: case, material: 材料, items: ${parts}`))).toEqual([
      'KEY_NOT_AN_OPTION',
      'MISSING_FIELD',
    ]);
  });

  test('a key that nothing follows counts as nothing there', async () => {
    expect(await codesOf(item('id: , type: boolean, stem: , answer: , explanation: '))).toEqual([
      'MISSING_ID',
      'EMPTY_TEXT',
      'NO_KEY',
      'EMPTY_TEXT',
    ]);
  });

  test('a fault inside an alias is found where the anchor stands', async () => {
    const items = '  - &a { id: a, type: boolean, stem: 问, answer: 或许 }\n  - *a\n';
    expect(await faultsOf(bankText(items))).toMatchObject([
      { code: 'DUPLICATE_ID', line: 5 },
      { code: 'BAD_TRUTH', line: 5 },
      { code: 'BAD_TRUTH', line: 5 },
    ]);
  });
});
