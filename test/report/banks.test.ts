import { describe, expect, test } from 'vitest';
import type { Bank } from '../../src/core/bank/bank.ts';
import type { Case, Question } from '../../src/core/bank/item.ts';
import type { Paper, Section } from '../../src/core/bank/paper.ts';
import { renderBankList } from '../../src/report/bank-list.ts';
import { renderBankShow } from '../../src/report/bank-show.ts';
import { aBank, aQuestion } from '../support/results-history.ts';
import { words } from '../support/results-words.ts';

/** Han characters and their punctuation take two columns. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, c) => sum + (c >= '\u2E80' ? 2 : 1), 0);

function aSection(title: string, points: number, ...counts: number[]): Section {
  const groups = counts.map((count) => ({ type: null, topic: null, difficulty: null, tag: null, items: [], count }));
  const rules = { scoring: 'exact', ordering: 'exact', wrong: 0, itemFloor: 0, sectionFloor: 0 } as const;
  return { title, groups, points, ...rules, limitMinutes: null, perItemSeconds: null, shuffle: true };
}

function aPaper(fields: Partial<Paper>): Paper {
  return { id: 'mock', title: 'Mock paper', limitMinutes: 90, pass: 60, bands: [], sections: [], ...fields };
}

const aCase = (id: string, items: readonly Question[]): Case => {
  const common = { topic: '', difficulty: 3, tags: [], explanation: '', source: '', revision: 'r1' };
  return { type: 'case', id, title: 'A case', material: 'Long ago', items, ...common };
};

const full: Bank = {
  ...aBank(
    'l3',
    [
      aQuestion('one', { topic: 'service.traits' }),
      aQuestion('two', { topic: 'service', type: 'boolean' }),
      aCase('late', [aQuestion('late#1'), aQuestion('late#2', { topic: 'service' })]),
    ],
    [
      { path: 'service', title: '客户服务' },
      { path: 'service.traits', title: '服务的\n特性' },
      { path: 'gaps', title: 'Gaps' },
    ],
  ),
  license: 'CC-BY-4.0',
  papers: [
    aPaper({ sections: [aSection('Single', 0.5, 60, 20), aSection('Multiple', 2, 10)] }),
    aPaper({ id: 'free', title: 'Free', limitMinutes: null, pass: null, sections: [aSection('One', 1, 1)] }),
  ],
  certificates: [
    {
      id: 'level-3',
      title: '三级\n证书',
      need: 2,
      papers: [
        { bank: 'l3', paper: 'mock', pass: null },
        { bank: 'skill', paper: 'mock', pass: 59.5 },
      ],
    },
    { id: 'one', title: 'Either', need: 1, papers: ['mock', 'free'].map((paper) => ({ bank: 'l3', paper, pass: 1 })) },
  ],
};

describe('the list of banks', () => {
  test('lines up wide titles and names what could not be loaded', () => {
    const screen = renderBankList(
      [
        { kind: 'bank', from: './banks/l3.yaml', bank: { ...full, title: '三级理论' } },
        { kind: 'bank', from: '/home/x/mail.yaml', bank: aBank('mail', [aQuestion('subject')]) },
        { kind: 'faulty', from: './banks/bad\u001B.yaml', faults: 1 },
      ],
      words.bankList,
      widthOf,
    );
    expect(screen).toMatchInlineSnapshot(`
      "Bank  Questions  Papers  Title                                       Found in
      l3            4       2  三级理论                                    ./banks/l3.yaml
      mail          1       0  Bank mail                                   /home/x/mail.yaml
      –             –       –  not loaded: 1 fault, see \`quiz bank check\`  ./banks/bad.yaml
      "
    `);
  });

  test('tells what to do where there is none', () => {
    expect(renderBankList([], words.bankList, widthOf)).toMatch(/^No bank was found\. .*\n$/);
  });
});

describe('a bank', () => {
  test('shows its questions by type and topic, its papers and certificates', () => {
    expect(renderBankShow(full, words.bankShow)).toMatchInlineSnapshot(`
      "Bank l3
      l3 · en · CC-BY-4.0

      4 questions
        single choice 3
        true or false 1
        1 case

      Topics
        客户服务 (service) 3
          服务的 特性 (service.traits) 1
        Gaps (gaps) 0
        no topic 1

      Papers
        Mock paper (mock) · 90 minutes · 60 of 60 points to pass
          Single 80 × 0.5 = 40
          Multiple 10 × 2 = 20
        Free (free) · 1 point
          One 1 × 1 = 1

      Certificates
        三级 证书 (level-3) · all 2 papers to pass
          mock
          skill/mock · from 59.5 points
        Either (one) · 1 of 2 papers to pass
          mock · from 1 point
          free · from 1 point
      "
    `);
  });

  test('without topics and papers is short', () => {
    expect(renderBankShow(aBank('mail', [aQuestion('subject')]), words.bankShow)).toMatchInlineSnapshot(`
      "Bank mail
      mail · en

      1 question
        single choice 1
      "
    `);
  });
});
