import { describe, expect, test } from 'vitest';
import { carriedAs, Names } from '../../../src/core/sync/carried.ts';

describe('what travels', () => {
  test.each([
    ['history.json', 'history'],
    ['archive/2025.json', 'archive'],
    ['banks/demo.yaml', 'bank'],
    ['banks/三级/理论 一.yml', 'bank'],
    ['banks/bank.schema.json', 'bank'],
  ])('%s is carried', (path, kind) => {
    expect(carriedAs(path)).toBe(kind);
  });

  test.each([
    'device',
    'cache/x.json',
    'backups/history.json.gz',
    'README.md',
    'History.json',
    'Banks/x.yaml',
    'archive/deep/2025.json',
    'archive/2025.txt',
    'banks/notes.txt',
    'banks/.yaml',
    'banks/.hidden.yaml',
    'banks/.git/x.yaml',
    'banks/../x.yaml',
    '../banks/x.yaml',
    '/banks/x.yaml',
    'banks//x.yaml',
    'banks/./x.yaml',
    'banks/x.yaml/',
    'banks\\x.yaml',
    'banks/a\\b.yaml',
    'banks/c:x.yaml',
    'banks/x?.yaml',
    'banks/x.yaml ',
    'banks/ x.yaml',
    'banks/con.yaml',
    'banks/NUL/x.yaml',
    'banks/x\n.yaml',
    'banks/x\u0000.yaml',
    'banks/folder./x.yaml',
    `banks/${'d/'.repeat(9)}x.yaml`,
    `banks/${'x'.repeat(400)}.yaml`,
    '',
  ])('%j is not', (path) => {
    expect(carriedAs(path)).toBeNull();
  });
});

describe('names on a file system that knows no case', () => {
  const taking = (...paths: string[]): (string | null)[] => {
    const names = new Names();
    return paths.map((path) => names.take(path));
  };

  test('two that differ in case alone are one', () => {
    expect(taking('banks/A.yaml', 'banks/a.yaml', 'banks/b.yaml')).toEqual([null, 'banks/A.yaml', null]);
  });

  test('so are two spellings of one accent', () => {
    expect(taking('banks/\u00e9.yaml', 'banks/e\u0301.yaml')).toEqual([null, 'banks/\u00e9.yaml']);
  });

  test('and two of one folder', () => {
    expect(taking('banks/team/x.yaml', 'banks/Team/y.yaml', 'banks/team/y.yaml')).toEqual([null, 'banks/team', null]);
  });

  test('a file stands in the way of a folder, and the other way round', () => {
    expect(taking('banks/x.yaml', 'banks/x.yaml/y.yaml')).toEqual([null, 'banks/x.yaml']);
    expect(taking('banks/x.yaml/y.yaml', 'banks/X.yaml')).toEqual([null, 'banks/x.yaml']);
  });

  test('one that was refused takes nothing', () => {
    expect(taking('banks/a.yaml', 'banks/A.yaml', 'banks/A.yaml/b.yaml')).toEqual([
      null,
      'banks/a.yaml',
      'banks/a.yaml',
    ]);
  });
});
