import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadBank } from '../../src/store/bank-file.ts';
import { BankLibrary } from '../../src/store/bank-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'quiz-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cwd = join(folder, 'work');
const home = join(folder, 'home', 'banks');
const library = new BankLibrary(cwd, home);

function place(path: string, id: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `format: quiz-bank/1\nid: ${id} # comment\ntitle: ${id}\n`);
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  place(join(cwd, 'banks', 'sales.yaml'), 'sales');
  place(join(cwd, 'banks', 'old name.yml'), 'renamed');
  place(join(home, 'sales.yaml'), 'sales');
  place(join(home, 'own.yaml'), 'own');
  place(join(cwd, 'drafts', 'a.yaml'), 'draft-a');
  place(join(cwd, 'drafts', 'b.yml'), 'draft-b');
  writeFileSync(join(cwd, 'drafts', 'notes.txt'), 'not a bank');
});

const idsFor = async (...tokens: string[]): Promise<unknown> => {
  const search = await library.search(tokens);
  return search.kind === 'found' ? search.banks.map(({ id, place: where }) => `${where}:${id}`) : search.kind;
};

describe('a bank is found', () => {
  test('by id: here first, then at home, then among those that ship', async () => {
    expect(await idsFor('sales')).toEqual(['here:sales']);
    expect(await idsFor('own')).toEqual(['home:own']);
    expect(await idsFor('l3-theory')).toEqual(['shipped:l3-theory']);
  });

  test('by the id in the file, whatever the file is called', async () => {
    expect(await idsFor('renamed')).toEqual(['here:renamed']);
  });

  test('by path, by glob, and each once', async () => {
    expect(await idsFor('drafts/a.yaml')).toEqual(['path:draft-a']);
    expect(await idsFor('drafts/*')).toEqual(['path:draft-a', 'path:draft-b']);
    expect(await idsFor('drafts/b.yml', 'drafts/*', 'sales')).toEqual(['path:draft-b', 'path:draft-a', 'here:sales']);
  });
});

describe('no bank is found', () => {
  test('under an unknown name; the known ones are told', async () => {
    expect(await library.search(['sale'])).toMatchObject({
      kind: 'unknown',
      token: 'sale',
      known: expect.arrayContaining(['sales', 'own']),
    });
    expect(await idsFor('drafts/*.json')).toBe('unknown');
    expect(await idsFor('sales', 'drafts/none.yaml')).toBe('unknown');
  });

  test('where a path leads to something else', async () => {
    expect(await idsFor('drafts/notes.txt')).toBe('not-a-bank');
    expect(await idsFor('../../etc/passwd')).not.toEqual(expect.any(Array));
    expect(await idsFor('./drafts')).toBe('unknown');
  });
});

test('every bank that can be named is listed once', () => {
  const ids = library.list().map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['sales', 'renamed', 'own', 'l3-theory']));
  expect(new Set(ids).size).toBe(ids.length);
});

test('the banks that ship have no faults', async () => {
  for (const { path } of library.list().filter(({ place: where }) => where === 'shipped'))
    expect(await loadBank(path)).toMatchObject({ kind: 'bank' });
});
