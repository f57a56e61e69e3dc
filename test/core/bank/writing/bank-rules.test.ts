import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../../src/core/bank/item.ts';
import { botScore } from '../../../../src/core/bank/writing/bot.ts';
import { chanceOfHits, chanceOfSpread } from '../../../../src/core/bank/writing/chance.ts';
import { placedIn, reviewBank } from '../../../../src/core/bank/writing/review.ts';
import { TrigramIndex } from '../../../../src/core/bank/writing/trigram-index.ts';
import { aBankOf, aSingle, aStatement } from '../../../support/written-items.ts';

const findingsOf = (questions: readonly Question[]) => reviewBank(aBankOf(questions));
const codesOf = (questions: readonly Question[]): string[] => findingsOf(questions).map(({ code }) => code as string);

/** Stems and options that have nothing in common, all options of one length. */
const different = (n: number, fields: object = {}): Question => {
  const word = (part: number): string =>
    String.fromCharCode(...[0, 1, 2, 3].map((place) => 0x4e00 + ((n * 131 + part * 37 + place * 911) % 9000)));
  return aSingle({ stem: `${word(7)}${word(8)}${word(9)}是什么？`, options: [1, 2, 3, 4].map(word), ...fields });
};

describe('a rule for the whole bank', () => {
  test('E03: the same question must have the same key, whatever the order of its options', () => {
    const turned = { options: ['易逝特点', '无形特点', '差异特点', '同步特点'] };
    expect(codesOf([aSingle(), aSingle({ ...turned, key: 'B' })])).toContain('E03');
    expect(codesOf([aSingle(), aSingle({ ...turned, key: 'A' })])).not.toContain('E03');
  });

  test('W01: keys that lean to one place are remarked, and are a fault where chance is out of the question', () => {
    const bank = (letters: string) => [...letters].map((key, n) => different(n, { key }));
    const severity = (letters: string) =>
      findingsOf(bank(letters)).find(({ code }) => code === 'W01')?.severity ?? null;
    expect(severity('ABCDABCDABCDABCDABCD')).toBeNull();
    expect(severity('BBBBBBBBBBBBBBCADCAD')).toBe('error');
    expect(severity('BBBB')).toBeNull();
  });

  test('W03: the longest option as the key, again and again', () => {
    const long = (n: number, key: string) =>
      different(n, { options: ['甲乙丙', '甲乙丙丁戊', '甲乙丁', '甲乙戊'], key });
    expect(codesOf(Array.from({ length: 24 }, (_, n) => long(n, 'B')))).toContain('W03');
    expect(codesOf(Array.from({ length: 24 }, (_, n) => long(n, 'ABCD'[n % 4] as string)))).not.toContain('W03');
  });

  test('W21: a question in nearly the same words', () => {
    const stem = '演出开始后仍然空着的座位再也卖不出去，这说明服务具有哪种特点，管理者应当怎样应对才好？';
    expect(codesOf([aSingle({ stem }), aSingle({ stem: stem.replace('才好', '为好') })])).toContain('W21');
    expect(codesOf([aSingle({ stem }), different(3)])).not.toContain('W21');
  });

  test('W22: a key that another stem says', () => {
    const key = '顾客让渡价值理论';
    const asked = different(1, {
      options: [key, '服务利润链条模型', '期望确认理论框架', '关键时刻理论模型'],
      key: 'A',
    });
    expect(codesOf([asked, different(2, { stem: `按照${key}，价值是什么？` })])).toContain('W22');
  });

  test('W24: statements that are nearly all true', () => {
    const statements = (right: number) =>
      Array.from({ length: 24 }, (_, n) => aStatement({ stem: `${different(n).stem}是这样的。`, key: n < right }));
    expect(codesOf(statements(22))).toContain('W24');
    expect(codesOf(statements(13))).not.toContain('W24');
  });

  test('W25: one question with another number of options', () => {
    const five = different(9, { options: ['子丑', '寅卯', '辰巳', '午未', '申酉'] });
    expect(codesOf([different(1), different(2), five])).toContain('W25');
  });
});

describe('the test-wise bot', () => {
  test('scores what chance scores where options tell nothing', () => {
    const even = Array.from({ length: 8 }, (_, n) => different(n, { key: 'ABCD'[n % 4] }));
    const score = botScore(placedIn(aBankOf(even)));
    expect(score?.chance).toBe(25);
    expect(score?.strategies.longest).toBe(25);
  });

  test('finds a bank whose longest option is the key', () => {
    const long = Array.from({ length: 8 }, (_, n) => different(n, { options: ['甲', '乙', '丙', '丁戊己'], key: 'D' }));
    expect(botScore(placedIn(aBankOf(long)))).toMatchObject({ best: 'longest', strategies: { longest: 100 } });
  });

  test('has nothing to say where nothing can be guessed at', () => {
    expect(botScore([])).toBeNull();
  });
});

test('chances of hits add up, and are those of a binomial', () => {
  expect(chanceOfHits(0, [0.3, 0.6])).toBeCloseTo(1);
  expect(chanceOfHits(8, Array(10).fill(0.5))).toBeCloseTo(56 / 1024);
  expect(chanceOfHits(3, [0.5, 0.5])).toBe(0);
});

test('a spread is the less likely the more it leans', () => {
  const lean = (n: number) =>
    chanceOfSpread([...Array(n).fill(0), ...Array.from({ length: 40 - n }, (_, i) => i % 4)], 4);
  expect(lean(0)).toBeGreaterThan(0.9);
  expect(lean(12)).toBeLessThan(lean(6));
  expect(lean(30)).toBeLessThan(0.001);
});

test('the index finds what comparing with all would find', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 3, maxLength: 14 });
  const trigrams = (t: string) => new Set(Array.from({ length: t.length - 2 }, (_, at) => t.slice(at, at + 3)));
  const likeness = (a: string, b: string) => {
    const [one, two] = [trigrams(a), trigrams(b)];
    const shared = [...one].filter((t) => two.has(t)).length;
    return shared / (one.size + two.size - shared);
  };
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, asked) => {
      const index = new TrigramIndex();
      for (const [number, one] of texts.entries()) index.add(one, number);
      const best = Math.max(...texts.map((one) => likeness(one, asked)));
      const found = index.nearest(asked, 0.85);
      if (best < 0.85) expect(found).toBeNull();
      else expect(likeness(texts[found as number] as string, asked)).toBeCloseTo(best);
    }),
  );
});

test('ten thousand items are reviewed in seconds', () => {
  const bank = aBankOf(Array.from({ length: 10_000 }, (_, n) => different(n, { key: 'ABCD'[(n * 7) % 4] })));
  const start = performance.now();
  reviewBank(bank);
  expect(performance.now() - start).toBeLessThan(15_000);
}, 30_000);
