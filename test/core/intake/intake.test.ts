import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBank } from '../../../src/core/bank/check.ts';
import { bankDocument } from '../../../src/core/intake/bank-document.ts';
import { keyInExplanation, readKey } from '../../../src/core/intake/choice-key.ts';
import { takeIn } from '../../../src/core/intake/intake.ts';
import { samplesIn } from '../../support/corpus.ts';

const head = { id: 'x', title: 'X', language: 'zh-CN' };
const text = (content: string, file = 'a.txt') => ({ kind: 'text', file, text: content }) as const;
const samples = samplesIn(fileURLToPath(new URL('corpus/', import.meta.url)));

describe('what is written', () => {
  test('passes the check, whatever the documents are', () => {
    for (const sample of samples) {
      const { items } = takeIn([text(sample.text)]);
      if (items.length === 0) continue;
      expect({ [sample.name]: checkBank(bankDocument(head, items, sample.text)) }).toEqual({ [sample.name]: [] });
    }
  });

  test('passes it also where the text is damaged, and nothing throws', () => {
    const damages = fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('', '\n', ' ', '答案:', '1、', '(', 'A.', '⼤', '\n第1页共2页\n')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...samples), damages, (sample, cuts) => {
        let broken = sample.text;
        for (const [at, sign] of cuts) {
          const place = at % (broken.length + 1);
          broken = broken.slice(0, place) + sign + broken.slice(place + (sign === '' ? 1 : 0));
        }
        const { items } = takeIn([text(broken)]);
        if (items.length > 0) expect(checkBank(bankDocument(head, items, broken))).toEqual([]);
      }),
      { numRuns: Number(process.env.QUIZ_FUZZ_RUNS ?? 60) },
    );
  });

  test.each(['1、1B 2B 3B', '1、1', 'BB', '1,1', '混用、混用'])('no key names an option twice: %s', (written) => {
    const options = [
      { id: 'A', raw: '混用' },
      { id: 'B', raw: '分开' },
    ];
    expect(readKey({ raw: written, text: written }, options, false).letters).toBe('');
  });

  test('no explanation gives a key that names an option twice', () => {
    expect(keyInExplanation('答案:AA.BC')).toBe('');
    expect(keyInExplanation('故选AC。')).toBe('AC');
  });

  test('keeps the lines a question came from, its points and the plan of the paper', () => {
    const paper = '考试时间:60分钟\n一、单选题(共1题,每题2分,合计2分)\n1.首问责任人是( )\nA.首位接待者\nB.经理\n答案:A';
    const document = bankDocument(head, takeIn([text(paper)]).items, paper);
    expect(document.items[0]).toMatchObject({ id: 'q001', answer: 'A', source: { file: 'a.txt', lines: '3-6' } });
    expect(document.papers).toMatchObject({
      original: { minutes: 60, sections: [{ items: ['q001'], points: 2 }] },
    });
  });
});

describe('the report', () => {
  const whole =
    '一、单选题(共2题,每题2分,合计4分)\n1.回访宜在( )\nA.当天\nB.次日\n答案:A\n2.电话铃响( )声内接听\nA.三\nB.十\n答案:A';

  test('is sure where every section is as long as it says and every question has its key', () => {
    const { report } = takeIn([text(whole)]);
    expect(report).toMatchObject({ questions: 2, withoutKey: 0, sure: true });
    expect(report.sections).toMatchObject([{ declared: 2, found: 2, fits: true }]);
  });

  test('a section that is shorter than it says does not fit', () => {
    const { report } = takeIn([text(whole.replace('共2题', '共3题'))]);
    expect(report.sections).toMatchObject([{ declared: 3, found: 2, fits: false }]);
    expect(report.sure).toBe(false);
  });

  test('says why there are no questions', () => {
    const { report, items } = takeIn([text('服务规范\n1.着装整洁。\n2.面带微笑。', 'b.txt'), text('', 'c.txt')]);
    expect(items).toEqual([]);
    expect(report.files.map(({ file, why }) => [file, why])).toEqual([
      ['b.txt', 'prose'],
      ['c.txt', 'empty'],
    ]);
  });

  test('names answers that fit no question, and lines that were left out', () => {
    const { report } = takeIn([
      text('一、判断题\n1.挂电话应由客户先挂。\n2.可以边吃边接。\n文档评论(0)\n参考答案\n1.√ 2.× 3.√'),
    ]);
    expect(report.unmatched).toMatchObject([{ numbers: [3] }]);
    expect(report.leftOut).toMatchObject([{ line: 4, text: '文档评论(0)' }]);
  });

  test('the cleaner of two copies is kept, and keys that differ are said of both', () => {
    const one = '1.客户投诉应在多长时间内首次回复?\nA.一天\nB.一月\n答案:A\n解析:越快越好。';
    const { items, report } = takeIn([text(one), text(one.replace('答案:A\n解析:越快越好。', '答案:B'), 'b.txt')]);
    expect(report).toMatchObject({ questions: 1, duplicates: 1 });
    expect(items[1]?.duplicateOf).toBe(0);
    expect(items.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([
      ['DUPLICATE_KEYS_DIFFER'],
      ['DUPLICATE_KEYS_DIFFER'],
    ]);
  });

  test('a damaged character is doubted and never mended', () => {
    const { items } = takeIn([text('1.优质服务可以提⼤满意度吗?\nA.可以\nB.不能\n答案:A')]);
    expect(items[0]?.stem).toContain('⼤');
    expect(items[0]?.doubts).toMatchObject([{ code: 'SUSPECT_CHARACTER', params: { name: 'U+2F24' } }]);
  });

  test('answers may stand in a file of their own', () => {
    const questions = '一、单选题\n1.回访宜在( )\nA.当天\nB.次日\n2.铃响几声接听( )\nA.三\nB.十';
    const { items } = takeIn([text(questions)], [text('参考答案\n一、单选题\n1-2 BA', 'key.txt')]);
    expect(items.map(({ answer }) => answer)).toEqual(['B', 'A']);
  });
});

test('what a form asks of whoever fills it in is no question, and is named', () => {
  const text = `1. 您的姓名： [填空题] *\n____\n2. 铃响几声内应接起电话？ [单选题] *\n○三声(正确答案)\n○十声\n3. 您对本次培训还有什么建议？ [填空题]\n____\n`;
  const { items, report } = takeIn([{ kind: 'text', file: 'form.txt', text }]);
  expect(items.map(({ stem, answer }) => [stem, answer])).toEqual([['铃响几声内应接起电话？', 'A']]);
  expect(report.unread).toMatchObject([
    { line: 1, why: 'form' },
    { line: 6, why: 'form' },
  ]);
});
