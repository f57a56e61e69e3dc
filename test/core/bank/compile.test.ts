import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../../src/core/bank/bank.ts';
import type { Case, Question } from '../../../src/core/bank/item.ts';
import { bankOf, bankText, questionOf, SOUND } from '../../support/bank-text.ts';

const CHOICE = 'options: [甲, 乙, 丙, 丁]';
const keyOf = async (type: string, answer: string): Promise<unknown> => {
  const question = await questionOf(
    'id: q',
    `type: ${type}`,
    'stem: 问',
    ...(type === 'boolean' ? [] : [CHOICE]),
    `answer: ${answer}`,
  );
  return 'key' in question ? question.key : null;
};

describe('an answer', () => {
  test.each(['ABD', 'A、B、D', '[A, B, D]', 'ＡＢＤ', 'abd', 'D B A', '"A,B,D"', 'A，B，D', '[a, ｂ, D]'])(
    'of a multiple item may be written %s',
    async (answer) => {
      expect(await keyOf('multiple', answer)).toEqual(['A', 'B', 'D']);
    },
  );

  test('of an ordering item keeps its order', async () => {
    expect(await keyOf('ordering', 'B→A→D→C')).toEqual(['B', 'A', 'D', 'C']);
  });

  test('of a single item may be lower case or full width', async () => {
    for (const answer of ['B', 'b', 'Ｂ', '"B."']) expect(await keyOf('single', answer)).toBe('B');
  });

  test.each([
    [true, ['对', '正确', '是', '√', 'T', 'true', 'True', 'yes', 'Y', '1']],
    [false, ['错', '错误', '不对', '否', '×', 'F', 'false', 'no', 'N', '0']],
  ] as const)('of a boolean item is %s in these words', async (key, words) => {
    for (const word of words) expect(await keyOf('boolean', word)).toBe(key);
  });

  test('of a blank is a text, a list, or a map with more to say', async () => {
    const question = await questionOf(
      'id: q',
      'type: blank',
      'stem: ____、____和____',
      'answer: [60, [三, "3"], { accept: [50], unit: 元, exact: true, points: 2 }]',
    );
    expect(question).toMatchObject({
      blanks: [
        { accept: ['60'], exact: false, unit: '', points: 1 },
        { accept: ['三', '3'], exact: false, unit: '', points: 1 },
        { accept: ['50'], exact: true, unit: '元', points: 2 },
      ],
    });
  });
});

describe('a text that looks like a number', () => {
  test('stays as it is written', async () => {
    const question = await questionOf(
      'id: q',
      'type: single',
      'stem: 1990',
      'options: [007, 1990, 0x1F, 1e3, 1.50, true, ~a, 12:30]',
      'answer: A',
    );
    expect(question).toMatchObject({
      stem: '1990',
      options: ['007', '1990', '0x1F', '1e3', '1.50', 'true', '~a', '12:30'],
    });
  });

  test('also in block lists, accepted texts and keywords', async () => {
    const blank = await questionOf('id: q', 'type: blank', 'stem: ____', 'answer:', '  - accept: [007, 1.0]');
    expect(blank).toMatchObject({ blanks: [{ accept: ['007', '1.0'] }] });
    const short = await questionOf(
      'id: q',
      'type: short',
      'stem: 问',
      'answer: 12',
      'points: [{ text: 12, keywords: [007] }]',
    );
    expect(short).toMatchObject({ answer: '12', points: [{ text: '12', keywords: ['007'], points: 1 }] });
  });
});

describe('a case', () => {
  const text = bankText(
    `  - id: c
    type: case
    topic: a
    difficulty: 4
    tags: [投诉]
    material: |
      客户来电。
    items:
      - { type: boolean, stem: 一, answer: 对 }
      - { type: boolean, stem: 二, answer: 错, topic: a.b, difficulty: 1, tags: [] }
`,
    'topics: { a: { title: 甲, topics: { b: { title: 乙 } } } }\n',
  );

  test('hands topic, difficulty and tags to sub-questions that have none', async () => {
    const bank = await bankOf(text);
    expect(
      questionsOf(bank).map(({ ref, question }) => [ref, question.topic, question.difficulty, question.tags]),
    ).toEqual([
      ['b/c#1', 'a', 4, ['投诉']],
      ['b/c#2', 'a.b', 1, []],
    ]);
    expect(bank.topics.map(({ path }) => path)).toEqual(['a', 'a.b']);
  });

  test('shows its material with each of them', async () => {
    const bank = await bankOf(text);
    for (const { parent } of questionsOf(bank)) expect(parent?.material).toBe('客户来电。');
  });

  test('changes their revisions with its material', async () => {
    const before = (await bankOf(text)).items[0] as Case;
    const after = (await bankOf(text.replace('来电', '来访'))).items[0] as Case;
    expect(after.revision).not.toBe(before.revision);
    for (const n of [0, 1]) expect(after.items[n]?.revision).not.toBe(before.items[n]?.revision);
  });
});

describe('a revision', () => {
  const LINES = [
    'id: q',
    'type: single',
    'stem: 问',
    CHOICE,
    'answer: B',
    'explanation: 因为',
    'difficulty: 2',
  ] as const;
  const changed = async (from: string, to: string): Promise<boolean> => {
    const before = await questionOf(...LINES);
    const after = await questionOf(...LINES.map((line) => (line === from ? to : line)));
    return before.revision !== after.revision;
  };

  test('follows what matters to an answer', async () => {
    expect(await changed('stem: 问', 'stem: 再问')).toBe(true);
    expect(await changed(CHOICE, CHOICE.replace('丁', '戊'))).toBe(true);
    expect(await changed(CHOICE, 'options: [乙, 甲, 丙, 丁]')).toBe(true);
    expect(await changed('answer: B', 'answer: C')).toBe(true);
  });

  test('is blind to everything else', async () => {
    expect(await changed('explanation: 因为', 'explanation: 其实')).toBe(false);
    expect(await changed('difficulty: 2', 'topic: a')).toBe(false);
    expect(await changed('difficulty: 2', 'difficulty: 5')).toBe(false);
    expect(await changed('id: q', 'id: renamed')).toBe(false);
    expect(await changed('answer: B', 'answer: Ｂ')).toBe(false);
    expect(await changed('stem: 问', 'stem: "问 "')).toBe(false);
  });
});

describe('a paper', () => {
  test('has every default written out, and its bands from the top', async () => {
    const bank = await bankOf(
      bankText(
        SOUND,
        'papers: { p: { title: 卷, bands: { 合格: 6, 优秀: 9 }, sections: [{ title: 节, count: 1, per-item: 2m, wrong: -0.5 }] } }\n',
      ),
    );
    expect(bank.papers).toMatchObject([
      {
        id: 'p',
        limitMinutes: null,
        pass: null,
        bands: [{ title: '优秀' }, { title: '合格' }],
        sections: [
          {
            points: 1,
            scoring: 'exact',
            ordering: 'exact',
            wrong: -0.5,
            itemFloor: -0.5,
            sectionFloor: 0,
            perItemSeconds: 120,
            shuffle: true,
            groups: [{ type: null, topic: null, difficulty: null, tag: null, items: [], count: 1 }],
          },
        ],
      },
    ]);
  });
});

test('a certificate needs all of its papers unless it says otherwise, and they stand in its own bank', async () => {
  const head = `papers: { p: { title: 卷, pass: 1, sections: [{ title: 节, count: 1 }] } }
certificates:
  all: { title: 证书, papers: [{ paper: p }, { paper: 7, bank: 9, pass: 60 }] }
  one: { title: 证书, papers: [{ paper: p }, { paper: q, bank: other }], need: 1 }
`;
  const { certificates } = await bankOf(bankText(SOUND, head));
  expect(certificates).toMatchObject([
    {
      id: 'all',
      need: 2,
      papers: [
        { bank: 'b', paper: 'p', pass: null },
        { bank: '9', paper: '7', pass: 60 },
      ],
    },
    { id: 'one', need: 1 },
  ]);
});

test('questions stand in the order of the file', async () => {
  const ids = ['z', 'm', 'a'];
  const bank = await bankOf(bankText(ids.map((id) => SOUND.replace('sound', id)).join('')));
  expect(questionsOf(bank).map(({ question }: { question: Question }) => question.id)).toEqual(ids);
});
