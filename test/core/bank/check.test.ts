import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBank } from '../../../src/core/bank/check.ts';

const sound = { id: 'a', type: 'boolean', stem: '问', answer: '对' };
const bank = (items: readonly unknown[], rest: object = {}): object => ({
  format: 'quiz-bank/1',
  id: 'b',
  title: '库',
  items,
  ...rest,
});
const findings = (value: unknown): string[] =>
  checkBank(value).map(({ code, path }) => [code, path.join('.')].join(' ').trim());

describe('any value at all', () => {
  test('is checked without a throw', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (value) => Array.isArray(checkBank(value))));
  });

  test('is checked without a throw in the place of any part of a bank', () => {
    const item = fc.record(
      { id: fc.anything(), type: fc.constantFrom('single', 'blank', 'short', 'case', 'ordering'), stem: fc.anything() },
      { requiredKeys: ['type'] },
    );
    const answered = fc
      .tuple(item, fc.anything(), fc.anything(), fc.anything())
      .map(([some, answer, options, items]) => ({ ...some, answer, options, items, 'any-order': options }));
    const papers = fc.dictionary(fc.string(), fc.record({ sections: fc.anything(), pass: fc.anything() }));
    fc.assert(
      fc.property(fc.array(answered), papers, fc.anything(), (items, some, topics) =>
        Array.isArray(checkBank(bank(items, { papers: some, topics }))),
      ),
    );
  });

  test('that is no map, or a map of something else, is no bank', () => {
    for (const value of [null, 3, 'x', [], {}, { name: 'left-pad' }]) expect(findings(value)).toEqual(['NOT_A_BANK']);
  });
});

describe('a bank', () => {
  test('without faults has no findings', () => {
    expect(findings(bank([sound]))).toEqual([]);
  });

  test('without items, or with none', () => {
    expect(findings({ format: 'quiz-bank/1', id: 'b', title: '库' })).toEqual(['MISSING_FIELD items']);
    expect(findings(bank([]))).toEqual(['TOO_FEW items']);
  });

  test.each([
    ['anwser', 'answer'],
    ['option', 'options'],
    ['keyword', 'keywords'],
    ['Stem', 'stem'],
    ['topics', 'topic'],
    ['zzzzzz', ''],
  ])('names what is near to an unknown field: %s', (field, near) => {
    expect(checkBank(bank([{ ...sound, [field]: 'x' }]))).toMatchObject([
      { code: 'UNKNOWN_FIELD', params: { field, near } },
    ]);
  });

  test('names what is near to an unknown topic or item', () => {
    const [topic, item] = checkBank(
      bank([{ ...sound, topic: 'service.trait' }], {
        topics: { service: { title: '服务', topics: { traits: { title: '特性' } } } },
        papers: { p: { title: '卷', sections: [{ title: '节', items: ['aa'] }] } },
      }),
    );
    expect(topic).toMatchObject({ code: 'UNKNOWN_TOPIC', params: { topic: 'service.trait', near: 'service.traits' } });
    expect(item).toMatchObject({ code: 'UNKNOWN_ITEM', params: { id: 'aa', near: 'a' } });
  });
});

describe('a key', () => {
  const choice = { id: 'a', stem: '问', options: ['甲', '乙', '丙'] };

  test('repeats no letter', () => {
    expect(findings(bank([{ ...choice, type: 'multiple', answer: 'AAB' }]))).toEqual(['KEY_COUNT items.0.answer']);
    expect(findings(bank([{ ...choice, type: 'ordering', answer: 'ABB' }]))).toEqual([
      'ORDER_INCOMPLETE items.0.answer',
    ]);
  });

  test('beyond the options is named once for each letter', () => {
    expect(checkBank(bank([{ ...choice, type: 'multiple', answer: 'ADDE' }]))[0]?.params).toEqual({
      letters: 'DE',
      last: 'C',
    });
  });

  test('of a blank has one answer for each place to fill', () => {
    const blank = (stem: string, answer: unknown) => findings(bank([{ id: 'a', type: 'blank', stem, answer }]));
    expect(blank('____是____', ['甲', '乙'])).toEqual([]);
    expect(blank('（　　）是( )', ['甲', ['乙', '丙']])).toEqual([]);
    expect(blank('____是', '甲')).toEqual([]);
    expect(blank('没有空', '甲')).toEqual(['BLANK_COUNT items.0.answer']);
    expect(blank('____', ['甲', '乙'])).toEqual(['BLANK_COUNT items.0.answer']);
  });

  test('that is missing is one finding whatever the type', () => {
    for (const type of ['single', 'multiple', 'ordering'])
      expect(findings(bank([{ ...choice, type }]))).toEqual(['NO_KEY items.0.answer']);
    expect(findings(bank([{ id: 'a', type: 'blank', stem: '____' }]))).toEqual(['NO_KEY items.0.answer']);
  });
});

describe('a paper', () => {
  const paper = (sections: readonly object[], rest: object = {}) =>
    findings(
      bank([sound, { ...sound, id: 'b', difficulty: 5, tags: ['易错'] }], {
        papers: { p: { title: '卷', sections, ...rest } },
      }),
    );

  test('may draw what the bank has', () => {
    expect(paper([{ title: '节', type: 'boolean', count: 2 }])).toEqual([]);
    expect(
      paper([
        { title: '节', difficulty: [1, 3], count: 1 },
        { title: '二', tag: '易错', count: 1 },
      ]),
    ).toEqual([]);
  });

  test('may not draw more than fits its section', () => {
    expect(paper([{ title: '节', difficulty: [1, 3], count: 2 }])).toEqual(['PAPER_SHORT papers.p.sections.0.count']);
    expect(paper([{ title: '节', type: 'boolean', groups: [{ count: 1 }, { tag: '易错', count: 2 }] }])).toEqual([
      'PAPER_SHORT papers.p.sections.0.groups.1.count',
    ]);
  });

  test('may not draw one item twice: two sections share what fits both', () => {
    expect(
      paper([
        { title: '节', type: 'boolean', count: 2 },
        { title: '二', tag: '易错', count: 1 },
      ]),
    ).toEqual(['PAPER_SHORT papers.p.sections.1.count']);
    expect(paper([{ title: '节', groups: [{ items: ['a', 'b'] }, { items: ['b'] }] }])).toEqual([
      'PAPER_SHORT papers.p.sections.0.groups.1.items',
    ]);
  });

  test('may draw from a few what another group could do without', () => {
    expect(
      paper([
        { title: '节', count: 1 },
        { title: '二', tag: '易错', count: 1 },
      ]),
    ).toEqual([]);
  });

  test('is passed within its total', () => {
    expect(paper([{ title: '节', count: 2, points: 1.5 }], { pass: 3 })).toEqual([]);
    expect(paper([{ title: '节', count: 2, points: 1.5 }], { pass: 3.5 })).toEqual(['PASS_TOO_HIGH papers.p.pass']);
  });
});

describe('a certificate', () => {
  const certificate = (papers: readonly object[], rest: object = {}) =>
    findings(
      bank([sound], {
        papers: {
          theory: { title: '理论', sections: [{ title: '节', count: 1, points: 100 }], pass: 60 },
          skill: { title: '技能', sections: [{ title: '节', count: 1, points: 100 }] },
        },
        certificates: { c: { title: '证书', papers, ...rest } },
      }),
    );

  test('is earned by papers of this bank and of others', () => {
    expect(certificate([{ paper: 'theory' }, { paper: 'skill', pass: 50 }, { paper: 'far', bank: 'other' }])).toEqual(
      [],
    );
    expect(certificate([{ paper: 'theory', bank: 'b' }], { need: 1 })).toEqual([]);
  });

  test('names papers that there are', () => {
    expect(certificate([{ paper: 'theroy' }])).toEqual(['UNKNOWN_PAPER certificates.c.papers.0.paper']);
    expect(
      checkBank(bank([sound], { papers: { theory: {} }, certificates: { c: { papers: [{ paper: 'theroy' }] } } })),
    ).toContainEqual(expect.objectContaining({ code: 'UNKNOWN_PAPER', params: { paper: 'theroy', near: 'theory' } }));
  });

  test('names each of them once', () => {
    expect(certificate([{ paper: 'theory' }, { paper: 'theory', bank: 'b' }])).toEqual([
      'PAPER_TWICE certificates.c.papers.1',
    ]);
  });

  test('asks for no more than there is', () => {
    expect(certificate([{ paper: 'theory' }], { need: 2 })).toEqual(['NEED_TOO_HIGH certificates.c.need']);
    expect(certificate([{ paper: 'theory', pass: 101 }])).toEqual(['PASS_TOO_HIGH certificates.c.papers.0.pass']);
    expect(certificate([{ paper: 'theory' }], { need: 0 })).toEqual(['OUT_OF_RANGE certificates.c.need']);
    expect(certificate([])).toEqual(['TOO_FEW certificates.c.papers']);
  });

  test('knows when each paper is passed', () => {
    expect(certificate([{ paper: 'skill' }])).toEqual(['NO_PASS_MARK certificates.c.papers.0']);
  });
});
