import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeIn } from '../../src/core/intake/intake.ts';
import { samplesIn } from '../support/corpus.ts';
import { afterAll, mishapsWith } from '../support/damage.ts';
import { bytesOf, casesOr, inTime, PATIENCE_MS, usedMs } from './amount.ts';

const samples = samplesIn(fileURLToPath(new URL('../core/intake/corpus/', import.meta.url)));

/** What means something to who reads exam papers. */
const PIECES: readonly string[] = [
  ...[
    '1',
    '1.',
    '1、',
    '12345',
    '(1)',
    '①',
    '一、',
    '第1题',
    '2024-01-01',
    'A',
    'A.',
    'A、',
    '(A)',
    '[A]',
    'A B C D ',
    'AB',
    'A\n',
  ],
  ...[
    '答案',
    '答案:',
    '参考答案\n1.A\n',
    '【答案】A\n',
    '解析',
    '故选A',
    '正确',
    '√',
    '×',
    '1-5 ABCDE\n',
    '(',
    ')',
    '（',
    '）',
    '【',
    '】',
  ],
  ...[
    ' ',
    '\u3000',
    '\n',
    '\t',
    '\r',
    '_',
    '____',
    '*',
    '#',
    '|',
    '.',
    '。',
    ',',
    ';',
    ':',
    '?',
    '-',
    '<p ',
    '&nbsp;',
    '"',
    '{',
    '}',
  ],
  ...[
    '一、单选题(共2题)\n',
    '判断题',
    '填空题',
    '简答题\n',
    '案例一:材料',
    '每题1分',
    '姓名:__',
    '第1页共2页\n',
    'Question 1: ',
    'True',
  ],
  ...[
    '\0',
    '\ufeff',
    '\u200b',
    '\ud800',
    '⼤',
    'Ⅰ',
    'Ａ',
    '１',
    '\u2028',
    '😀',
    'e\u0301',
    '客户服务是桥梁,直接影响满意度。',
    '1.a( )\nA.b\nB.c\n',
  ],
];
const piece = fc.constantFrom(...PIECES);

const documents = fc
  .oneof(
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), mishapsWith(PIECES))
        .map(([{ text }, happened]) => afterAll(Buffer.from(text), happened).toString('utf8')),
      weight: 4,
    },
    { arbitrary: fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')), weight: 2 },
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .tuple(fc.array(piece, { maxLength: 2 }), piece, fc.integer({ min: 1, max: 4_000 }))
      .map(([head, unit, size]) => head.join('') + unit.repeat(Math.ceil(size / unit.length))),
  )
  .map((text) => bytesOf(Buffer.from(text)));

const read = (text: string) => takeIn([{ kind: 'text', file: 'a.txt', text }]);

test(
  'whatever a document holds, it is read without a throw and soon',
  async () => {
    await fc.assert(
      fc.asyncProperty(documents, async ({ bytes }) => {
        const { items, report } = await inTime('reading', () => read(bytes.toString('utf8')));
        expect(report.questions).toBeLessThanOrEqual(items.length);
      }),
      { numRuns: casesOr(150) },
    );
  },
  PATIENCE_MS,
);

/** Of characters that are repeated, behind a question that they might belong to. */
const HEADS = ['', '1.', '一、单选题\n1.', '1.a( )\nA.b\nB.c\n', '答案:'];

/** What a text may take that is ten times as long: ten times as long, and as much again for the machine's moods. */
const MOST_GROWTH = 30;
const SIZE = casesOr(0) > 0 ? 40_000 : 4_000;

test.each(HEADS)(
  'what is repeated behind %j takes time as it has length',
  (head) => {
    const timeOf = (text: string): number => {
      const began = usedMs();
      read(text);
      return usedMs() - began;
    };
    const slow = PIECES.filter((unit) => {
      const ofSize = (size: number): string => head + unit.repeat(Math.ceil(size / unit.length));
      const short = Math.max(20, timeOf(ofSize(SIZE / 10)));
      return timeOf(ofSize(SIZE)) > MOST_GROWTH * short;
    });
    expect(slow).toEqual([]);
  },
  PATIENCE_MS,
);
