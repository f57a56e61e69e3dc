import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, type Files, mergePaths, withoutContest } from '../../../src/core/sync/merge-paths.ts';

const files = (fields: Readonly<Record<string, string>>): Files => new Map(Object.entries(fields));

const someFiles: fc.Arbitrary<Files> = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'))
  .map(files);

describe('two sides of one file', () => {
  test.each([
    ['nobody changed it', '1', '1', '1', '1'],
    ['I changed it', '1', '2', '1', '2'],
    ['they changed it', '1', '1', '2', '2'],
    ['both did the same', '1', '2', '2', '2'],
    ['I deleted it', '1', null, '1', null],
    ['they deleted it', '1', '1', null, null],
    ['both deleted it', '1', null, null, null],
    ['I made it', null, '1', null, '1'],
    ['they made it', null, null, '1', '1'],
    ['both changed it', '1', '2', '3', 'contested'],
    ['both made it', null, '1', '2', 'contested'],
    ['I deleted what they changed', '1', null, '2', 'contested'],
    ['they deleted what I changed', '1', '2', null, 'contested'],
  ])('%s', (_, base, mine, theirs, result) => {
    expect(withoutContest({ base, mine, theirs })).toBe(result);
  });
});

describe('two sides of many files', () => {
  test('each file is merged for itself', () => {
    const base = files({ a: '1', b: '1', c: '1' });
    const merged = mergePaths(base, files({ a: '2', b: '1', d: '9' }), files({ a: '3', b: '2', c: '1' }));
    expect([...merged.files]).toEqual([
      ['b', '2'],
      ['d', '9'],
    ]);
    expect(merged.contests).toEqual([{ path: 'a', base: '1', mine: '2', theirs: '3' }]);
  });

  test('it does not matter which side is called mine', () => {
    fc.assert(
      fc.property(someFiles, someFiles, someFiles, (base, mine, theirs) => {
        const [one, other] = [mergePaths(base, mine, theirs), mergePaths(base, theirs, mine)];
        expect(one.files).toEqual(other.files);
        expect(one.contests.map(({ path }) => path)).toEqual(other.contests.map(({ path }) => path));
      }),
    );
  });

  test('who has changed nothing takes what the others have, also on a machine that has nothing', () => {
    fc.assert(
      fc.property(someFiles, someFiles, (base, theirs) => {
        expect(mergePaths(base, base, theirs)).toEqual({ files: new Map([...theirs].sort()), contests: [] });
        expect(mergePaths(new Map(), new Map(), theirs).files).toEqual(new Map([...theirs].sort()));
      }),
    );
  });
});

test('changes are told by what became of each file', () => {
  expect(changesBetween(files({ a: '1', b: '1', c: '1' }), files({ b: '2', c: '1', d: '1' }))).toEqual([
    { path: 'a', change: 'deleted' },
    { path: 'b', change: 'changed' },
    { path: 'd', change: 'new' },
  ]);
});
