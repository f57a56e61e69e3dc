import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bank, questionsOf } from '../../src/core/bank/bank.ts';
import { BANK_FORMATS, type BankFormat, bankFormats } from '../../src/report/bank-formats/formats.ts';
import { lossesOf } from '../../src/report/bank-formats/losses.ts';
import { loadText } from '../support/bank-text.ts';
import { words } from '../support/results-words.ts';
import { KINDS } from '../support/small-banks.ts';
import { aBankOf, aSingle } from '../support/written-items.ts';

async function kinds(): Promise<Bank> {
  const loaded = await loadText(KINDS);
  if (loaded.kind !== 'bank') throw new Error(JSON.stringify(loaded));
  return loaded.bank;
}
const exported = (format: BankFormat, bank: Bank) => bankFormats[format](bank, words.bankFormats);

/** Questions whose every text is the same hostile one. */
const saying = (text: string): Bank =>
  aBankOf([aSingle({ stem: text, explanation: text, options: [text, `${text}2`, '3', '4'], key: 'A' })], {
    title: text,
  });
const hostile = fc
  .string({ unit: fc.constantFrom(...'~=#{}:\\\n\t"<>&,_a\u0001 甲', '->', '::', ']]>'), minLength: 1 })
  .map((text) => `x${text}x`);

describe('a bank in another format', () => {
  test.each([
    ['text', []],
    ['gift', ['gap']],
    ['aiken', ['many', 'steps', 'gap', 'tell']],
    ['csv', []],
    ['moodle-xml', []],
    ['anki', []],
  ] as const)('%s names what it has no room for', async (format, left) => {
    expect(exported(format, await kinds()).left).toEqual(left);
  });

  test('says nothing else than the bank: every stem that is not left out is in it', async () => {
    const bank = await kinds();
    for (const format of BANK_FORMATS) {
      const { text, left } = exported(format, bank);
      for (const { question } of questionsOf(bank)) {
        const part = question.stem.slice(0, 6);
        expect(text.includes(part), `${format}: ${part}`).toBe(!left.includes(question.id));
      }
    }
  });
});

test.each([
  ['text', ['ids', 'topics', 'keyPoints', 'letters']],
  ['gift', ['topics', 'keyPoints', 'cases', 'letters']],
  ['aiken', ['explanations', 'ids', 'topics', 'cases', 'letters']],
  ['csv', ['keyPoints', 'cases', 'letters']],
  ['xlsx', ['keyPoints', 'cases', 'letters']],
  ['moodle-xml', ['topics', 'keyPoints', 'cases', 'letters']],
  ['anki', ['keyPoints', 'cases', 'letters']],
] as const)('%s names what of the questions it has no place for', async (format, losses) => {
  expect(lossesOf(await kinds(), format)).toEqual(losses);
});

describe('GIFT', () => {
  test('has the right answer marked, shares for several, pairs for an order', async () => {
    const { text } = exported('gift', await kinds());
    expect(text).toContain('::kinds/one::晴天的天空是什么颜色？ {\n\t~红色\n\t=蓝色\n\t~绿色\n\t~黄色');
    expect(text).toContain('\t~%50%太阳\n\t~%-50%礁石\n\t~%50%月亮\n\t~%-50%海带');
    expect(text).toContain('\t=1 -> 清晨\n\t=2 -> 正午\n\t=3 -> 黄昏');
    expect(text).toContain('{FALSE\n\t####月光来自太阳。\n}');
  });

  test('a text never ends the block it is in, whatever is in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const body = exported('gift', saying(text)).text.split('\n\n').slice(1).join('\n\n');
        const bare = body.replace(/\\./gs, '');
        expect(bare.match(/[{}]/g)).toEqual(['{', '}']);
        expect(bare.match(/^\t[=~]/gm)).toHaveLength(4);
        expect(bare.match(/::/g)).toHaveLength(2);
      }),
    );
  });
});

describe('Aiken', () => {
  test('a question is one line, its options lines of their own, and the key is a letter', async () => {
    const { text } = exported('aiken', await kinds());
    expect(text.split('\n\n')[0]).toBe('晴天的天空是什么颜色？\nA. 红色\nB. 蓝色\nC. 绿色\nD. 黄色\nANSWER: B');
    expect(text).toContain('月亮自己会发光。\nA. True\nB. False\nANSWER: B');
  });

  test('a text with line ends makes no second question', () => {
    const { text } = exported('aiken', saying('x\nANSWER: D\n\nx'));
    expect(text.match(/^ANSWER: /gm)).toHaveLength(1);
    expect(text.trim().split('\n')).toHaveLength(6);
  });
});

describe('Moodle XML', () => {
  test('has each type as Moodle calls it', async () => {
    const { text } = exported('moodle-xml', await kinds());
    const types = [...text.matchAll(/<question type="([a-z]+)">/g)].map(([, type]) => type);
    expect(types).toEqual([
      ...['category', 'multichoice', 'multichoice', 'truefalse', 'ordering', 'cloze', 'essay'],
      ...['multichoice', 'truefalse'],
    ]);
    expect(text).toContain('{1:SHORTANSWER:=雷声~=打雷}');
  });

  test('stays well formed, whatever is in a text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const xml = exported('moodle-xml', saying(text)).text;
        const open: string[] = [];
        for (const [, close, name] of xml.replace(/<\?.*\?>/, '').matchAll(/<(\/?)([a-z]+)(?: [a-z]+="[^"<&]*")*>/g))
          if (!close) open.push(name as string);
          else expect(open.pop()).toBe(name);
        expect(open).toEqual([]);
        const texts = xml.replace(/<\?.*\?>/, '').replace(/<\/?[a-z]+(?: [a-z]+="[^"<&]*")*>/g, '');
        expect(texts.replace(/&(amp|lt|gt|quot);/g, '')).not.toMatch(/[<>&\u0001]/);
      }),
    );
  });

  test('the marks of right answers add up to 100, and ticking everything earns nothing', async () => {
    const { text } = exported('moodle-xml', await kinds());
    const several = text.split('<question ').find((part) => part.includes('天上有哪些')) ?? '';
    const marks = [...several.matchAll(/fraction="([-\d.]+)"/g)].map(([, mark]) => Number(mark));
    expect(marks).toEqual([50, -50, 50, -50]);
  });
});

describe('Anki', () => {
  test('begins with its header lines; ids are refs, so that a second import updates', async () => {
    const lines = exported('anki', await kinds()).text.split('\n');
    expect(lines.slice(0, 2)).toEqual(['#separator:tab', '#html:true']);
    expect(lines.filter((line) => line.startsWith('kinds/one\t'))).toHaveLength(1);
  });

  test('every note is one line of four fields, whatever is in a text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const notes = exported('anki', saying(text))
          .text.trimEnd()
          .split('\n')
          .filter((line) => !line.startsWith('#'));
        expect(notes.map((note) => note.split('\t').length)).toEqual([4]);
      }),
    );
  });
});

describe('CSV and text', () => {
  test('CSV opens with Chinese intact and has a row for each question', async () => {
    const { text } = exported('csv', await kinds());
    expect(text.startsWith('\uFEFFid,type,stem,option A')).toBe(true);
    expect(text).toContain(
      'one,single choice,晴天的天空是什么颜色？,红色,蓝色,绿色,黄色,B,散射使天空成为B，晚霞才是A。',
    );
    expect(exported('csv', saying('=1+1')).text).toContain("'=1+1");
  });

  test('the text tells the material of a case once', async () => {
    const { text } = exported('text', await kinds());
    expect(text.split('小林清早到海边').length).toBe(2);
    expect(text).toContain('1. [single choice] 晴天的天空是什么颜色？\nA. 红色');
    expect(text).toContain('Answer: B\nExplanation: 散射使天空成为B，晚霞才是A。');
  });
});
