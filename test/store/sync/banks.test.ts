import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { Desk, rarely } from '../../support/machines.ts';

describe('banks', () => {
  test('new, changed and deleted ones go over, in folders too', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.bank('demo.yaml', 'one\n');
    a.bank('sub/我的.yml', 'two\n');
    await a.sync();
    expect(await b.sync()).toMatchObject({
      received: {
        banks: [
          { path: 'banks/demo.yaml', change: 'new' },
          { path: 'banks/sub/我的.yml', change: 'new' },
        ],
      },
    });
    b.bank('demo.yaml', 'changed\n');
    b.bank('sub/我的.yml', null);
    await b.sync();
    await a.sync();
    expect([a.bank('demo.yaml'), a.bank('sub/我的.yml')]).toEqual(['changed\n', null]);
  });

  test('only banks are carried: no hidden files, no links, nothing else', async () => {
    const [desk, a] = await Desk.with(['a']);
    writeFileSync(join(desk.root, 'outside.yaml'), 'secret\n');
    symlinkSync(join(desk.root, 'outside.yaml'), join(a.home.banks, 'link.yaml'));
    mkdirSync(join(desk.root, 'other-banks'));
    writeFileSync(join(desk.root, 'other-banks', 'x.yaml'), 'secret\n');
    symlinkSync(join(desk.root, 'other-banks'), join(a.home.banks, 'linked'));
    for (const name of ['demo.yaml', '.hidden.yaml', 'notes.txt', 'demo.yaml~']) a.bank(name, 'text\n');
    const { leftOut } = await a.sync();
    expect(desk.filesOnStick()).toEqual(['.gitattributes', 'banks/demo.yaml', 'quiz-sync.json']);
    expect(leftOut).toEqual([{ path: 'banks/link.yaml', why: 'link' }]);
  });

  rarely('a bank becomes a link: the others keep theirs', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.bank('demo.yaml', 'one\n');
    await a.sync();
    await b.sync();
    writeFileSync(join(desk.root, 'elsewhere.yaml'), 'mine\n');
    rmSync(join(a.home.banks, 'demo.yaml'));
    symlinkSync(join(desk.root, 'elsewhere.yaml'), join(a.home.banks, 'demo.yaml'));
    await a.sync();
    b.bank('demo.yaml', 'two\n');
    await b.sync();
    await a.sync();
    expect(b.bank('demo.yaml')).toBe('two\n');
    expect(readFileSync(join(desk.root, 'elsewhere.yaml'), 'utf8')).toBe('mine\n');
  });

  rarely('a machine whose folder of banks is gone deletes none, and gets them back', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.bank('demo.yaml', 'one\n');
    await a.sync();
    await b.sync();
    rmSync(a.home.banks, { recursive: true });
    await a.sync();
    await b.sync();
    expect([a.bank('demo.yaml'), b.bank('demo.yaml')]).toEqual(['one\n', 'one\n']);
  });

  test('a folder of banks that is a link is neither read nor written', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.bank('demo.yaml', 'one\n');
    await a.sync();
    await b.sync();
    renameSync(b.home.banks, join(desk.root, 'moved'));
    symlinkSync(join(desk.root, 'moved'), b.home.banks);
    a.bank('demo.yaml', 'two\n');
    a.bank('more.yaml', 'new\n');
    await a.sync();
    expect(await b.sync()).toMatchObject({ leftOut: [{ path: 'banks', why: 'link' }] });
    expect(readdirSync(join(desk.root, 'moved'))).toEqual(['demo.yaml']);
    expect(b.bank('demo.yaml')).toBe('one\n');
    expect(desk.onStick('banks/demo.yaml')).toBe('two\n');
    rmSync(b.home.banks);
    renameSync(join(desk.root, 'moved'), b.home.banks);
    await b.sync();
    expect([b.bank('demo.yaml'), b.bank('more.yaml')]).toEqual(['two\n', 'new\n']);
  });

  test('one that is edited while a run goes on is left alone, and merged by the next', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.bank('demo.yaml', '1\n2\n3\n4\n5\n');
    await a.sync();
    await b.sync();
    a.bank('demo.yaml', 'one\n2\n3\n4\n5\n');
    a.answer('a1');
    await a.sync();
    await b.sync({ onStep: (step) => step === 'bringing-in' && b.bank('demo.yaml', '1\n2\n3\n4\nfive\n') });
    expect(b.bank('demo.yaml')).toBe('1\n2\n3\n4\nfive\n');
    await b.sync();
    await a.sync();
    expect([a.bank('demo.yaml'), b.bank('demo.yaml')]).toEqual(Array(2).fill('one\n2\n3\n4\nfive\n'));
  });

  test('names that differ in case only are told, and neither takes the place of the other', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.bank('Demo.yaml', 'A\n');
    await a.sync();
    b.bank('demo.yaml', 'B\n');
    expect(await b.sync()).toMatchObject({
      leftOut: expect.arrayContaining([{ path: 'banks/demo.yaml', why: 'clash', other: 'banks/Demo.yaml' }]),
    });
    expect(b.bank('demo.yaml')).toBe('B\n');
    const before = b.git('rev-parse', 'main');
    await b.sync();
    expect(b.git('rev-parse', 'main')).toBe(before);
    expect(desk.filesOnStick()).not.toContain('banks/demo.yaml');
  });
});
