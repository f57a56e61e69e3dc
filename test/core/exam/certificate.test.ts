import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../src/core/bank/certificate.ts';
import { certify, type PaperResult } from '../../../src/core/exam/certificate.ts';

const at = { ms: 0, offset: 480 };
const result = (marks: number, passed: boolean): PaperResult => ({ marks, of: 10_000, passed, at });

const LEVEL_3: Certificate = {
  id: 'level-3',
  title: '三级证书',
  papers: [
    { bank: 'theory', paper: 'mock', pass: null },
    { bank: 'skill', paper: 'mock', pass: 70 },
  ],
  need: 2,
};

describe('a certificate', () => {
  test('is reached when all of its papers are passed', () => {
    const standing = certify(
      LEVEL_3,
      new Map([
        ['theory/mock', result(6000, true)],
        ['skill/mock', result(7000, true)],
      ]),
    );
    expect(standing).toMatchObject({ reached: true, still: 0, missing: [] });
    expect(standing.papers.map(({ kind }) => kind)).toEqual(['passed', 'passed']);
  });

  test('says of each paper whether it was passed, failed or not sat, and what is missing', () => {
    const standing = certify(LEVEL_3, new Map([['theory/mock', result(5900, false)]]));
    expect(standing).toMatchObject({ reached: false, still: 2 });
    expect(standing.papers.map(({ kind }) => kind)).toEqual(['failed', 'not-sat']);
    expect(standing.missing.map(({ bank }) => bank)).toEqual(['theory', 'skill']);
  });

  test('goes by its own pass mark where it has one, to the hundredth', () => {
    const kindAt = (marks: number) => certify(LEVEL_3, new Map([['skill/mock', result(marks, true)]])).papers[1]?.kind;
    expect([kindAt(6999), kindAt(7000)]).toEqual(['failed', 'passed']);
  });

  test('that needs some of its papers is reached with as many, whichever they are', () => {
    const some = { ...LEVEL_3, need: 1 };
    expect(certify(some, new Map([['theory/mock', result(6000, true)]]))).toMatchObject({ reached: true, missing: [] });
  });
});

describe('whatever the results', () => {
  const outcome = fc.constantFrom('passed', 'failed', 'not-sat');
  const standings = fc
    .tuple(fc.array(outcome, { minLength: 1, maxLength: 6 }), fc.nat())
    .map(([outcomes, n]) => ({ outcomes, need: (n % outcomes.length) + 1 }));
  const certified = (outcomes: readonly string[], need: number) =>
    certify(
      { ...LEVEL_3, need, papers: outcomes.map((_, n) => ({ bank: 'b', paper: `p${n}`, pass: null })) },
      new Map(outcomes.flatMap((kind, n) => (kind === 'not-sat' ? [] : [[`b/p${n}`, result(1, kind === 'passed')]]))),
    );

  test('it is reached exactly when enough are passed, and then nothing is missing', () => {
    fc.assert(
      fc.property(standings, ({ outcomes, need }) => {
        const { papers, reached, still, missing } = certified(outcomes, need);
        const passed = outcomes.filter((kind) => kind === 'passed').length;
        expect(papers.map(({ kind }) => kind)).toEqual(outcomes);
        expect(reached).toBe(passed >= need);
        expect(still).toBe(Math.max(0, need - passed));
        expect(missing).toHaveLength(reached ? 0 : outcomes.length - passed);
      }),
    );
  });

  test('passing one more paper never takes it away', () => {
    fc.assert(
      fc.property(standings, ({ outcomes, need }) => {
        const before = certified(outcomes, need);
        outcomes.forEach((_, index) => {
          const after = certified(outcomes.with(index, 'passed'), need);
          expect(after.still).toBeLessThanOrEqual(before.still);
        });
      }),
    );
  });
});
