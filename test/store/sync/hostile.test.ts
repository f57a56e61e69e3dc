import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sync } from '../../../src/store/sync.ts';
import { anAnswer, historyText } from '../../support/histories.ts';
import { Desk, type Machine, rarely } from '../../support/machines.ts';

/** Puts a commit with these entries into the stick, by git's own tools for what no working tree would hold. */
function plant(desk: Desk, entries: readonly { mode?: string; path: string; content?: string | Buffer }[]): void {
  const git = (args: readonly string[], input: string | Buffer = ''): string =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.invalid', ...args], {
      cwd: desk.stick,
      env: desk.env,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }).trim();
  const trees = new Map<string, string[]>([['', git(['ls-tree', 'main']).split('\n').filter(Boolean)]]);
  for (const { mode = '100644', path, content = '' } of entries) {
    const at = path.lastIndexOf('/');
    const id = mode === '160000' ? '1'.repeat(40) : git(['hash-object', '-w', '--stdin'], content);
    const folder = at < 0 ? '' : path.slice(0, at);
    trees.set(folder, [
      ...(trees.get(folder) ?? []),
      `${mode} ${mode === '160000' ? 'commit' : 'blob'} ${id}\t${path.slice(at + 1)}`,
    ]);
  }
  for (const [folder, lines] of [...trees].filter(([name]) => name !== ''))
    trees.get('')?.push(`040000 tree ${git(['mktree', '--missing'], `${lines.join('\n')}\n`)}\t${folder}`);
  const names = new Map((trees.get('') ?? []).map((line) => [line.split('\t')[1], line]));
  const tree = git(['mktree', '--missing'], `${[...names.values()].join('\n')}\n`);
  git(['update-ref', 'refs/heads/main', git(['commit-tree', tree, '-p', 'main', '-m', 'planted'])]);
}

/** Puts a folder into the stick, in a commit of its own; `make` writes its tree and gives the id. */
function plantFolder(desk: Desk, name: string, make: (git: Planting) => string): void {
  const git: Planting = (args, input = '') =>
    execFileSync('git', args, { cwd: desk.stick, env: desk.env, input, encoding: 'utf8' }).trim();
  const rest = git(['ls-tree', 'main'])
    .split('\n')
    .filter((line) => !line.endsWith(`\t${name}`));
  const tree = git(['mktree'], `${[...rest, `040000 tree ${make(git)}\t${name}`].join('\n')}\n`);
  git(['update-ref', 'refs/heads/main', desk.git(desk.stick, 'commit-tree', tree, '-p', 'main', '-m', 'x')]);
}

type Planting = (args: string[], input?: string | Buffer) => string;

/** So many entries of a tree that are the same but for their names. */
const listed = (count: number, entry: string, end = ''): string =>
  Array.from({ length: count }, (_, n) => `${entry}\t${n}${end}\n`).join('');

/** A machine that has synced once, with an answer and a bank. */
const started = () =>
  Desk.with(['a'], async (a) => {
    (a as Machine).answer('a1');
    (a as Machine).bank('demo.yaml', 'mine\n');
    await (a as Machine).sync();
  });

const isAsBefore = (a: Machine): void => {
  expect(a.ids).toBe('a1');
  expect(a.bank('demo.yaml')).toBe('mine\n');
  expect(a.banks).toEqual(['demo.yaml']);
};

describe('what a remote holds', () => {
  test('links, modules and odd names are never brought in', async () => {
    const [desk, a] = await started();
    plant(desk, [
      { mode: '120000', path: 'banks/link.yaml', content: '/etc/passwd' },
      { mode: '160000', path: 'banks/module.yaml' },
      { path: 'banks/con.yaml', content: 'x' },
      { path: 'banks/a:b.yaml', content: 'x' },
      { path: 'banks/back\\slash.yaml', content: 'x' },
      { path: 'banks/.hidden.yaml', content: 'x' },
      { path: 'banks/x.sh', content: 'x' },
      { path: 'banks/demo.yaml', content: 'mine\n' },
      { path: 'cache/x', content: 'x' },
      { path: 'device', content: 'zzzz' },
    ]);
    expect(await a.sync()).toMatchObject({ fault: null, received: { banks: [] } });
    isAsBefore(a);
    expect(readFileSync(a.home.device, 'utf8')).not.toBe('zzzz');
    expect(existsSync(a.home.cache)).toBe(false);
  });

  test('a link in the place of a bank leaves the bank here alone', async () => {
    const [desk, a] = await started();
    plant(desk, [{ mode: '120000', path: 'banks/demo.yaml', content: '../device' }]);
    for (let run = 0; run < 2; run++)
      expect(await a.sync()).toMatchObject({ leftOut: [{ path: 'banks/demo.yaml', why: 'foreign' }] });
    isAsBefore(a);
  });

  test.each([
    ['..', [{ path: '../x.yaml', content: 'x' }]],
    ['.git', [{ path: '.git/config', content: '[core]\nhooksPath = x\n' }]],
  ])('a tree with %s in it is refused by git itself', async (_, entries) => {
    const [desk, a] = await started();
    plant(desk, entries);
    expect(await a.sync()).toMatchObject({ fault: { code: 'REMOTE_DAMAGED' } });
    isAsBefore(a);
    expect(existsSync(join(desk.root, 'x.yaml'))).toBe(false);
  });

  test.each([
    ['a link', [{ mode: '120000', path: 'history.json', content: '/etc/passwd' }]],
    ['a folder', [{ path: 'history.json/x', content: 'x' }]],
  ])('%s in the place of the history is refused', async (_, entries) => {
    const [desk, a] = await started();
    plant(desk, entries);
    await expect(a.sync()).rejects.toMatchObject({ code: 'REMOTE_DAMAGED' });
    isAsBefore(a);
  });

  test('names that differ in case only: one is taken, the other never overwrites it', async () => {
    const [desk, a] = await started();
    plant(desk, [
      { path: 'banks/DEMO.yaml', content: 'theirs\n' },
      { path: 'banks/demo.yaml', content: 'mine\n' },
    ]);
    await a.sync();
    expect(a.bank('demo.yaml')).toBe('mine\n');
    expect(a.bank('DEMO.yaml')).toBeNull();
  });

  rarely('a bank of fifty megabytes and more is left there', async () => {
    const [desk, a] = await started();
    plant(desk, [
      { path: 'banks/demo.yaml', content: 'mine\n' },
      { path: 'banks/huge.yaml', content: Buffer.alloc(51 * 1024 * 1024, 0x61) },
    ]);
    await a.sync();
    isAsBefore(a);
  });

  rarely('a flood of files is refused', async () => {
    const [desk, a] = await started();
    plantFolder(desk, 'banks', (git) => {
      const id = git(['hash-object', '-w', '--stdin']);
      return git(['mktree'], listed(20_001, `100644 blob ${id}`, '.yaml'));
    });
    await expect(a.sync()).rejects.toMatchObject({ code: 'REMOTE_DAMAGED' });
    isAsBefore(a);
  });

  test('a billion files folded into ten small trees are refused without being unfolded', async () => {
    const [desk, a] = await started();
    plantFolder(desk, 'bomb', (git) => {
      let entry = `100644 blob ${git(['hash-object', '-w', '--stdin'])}`;
      for (let level = 0; level < 9; level++) entry = `040000 tree ${git(['mktree'], listed(10, entry))}`;
      return entry.split(' ')[2] as string;
    });
    await expect(a.sync()).rejects.toMatchObject({ code: 'REMOTE_DAMAGED' });
    isAsBefore(a);
  });

  test.each([
    ['banks', '.yaml'],
    ['archive', '.json'],
  ])('%s of gigabytes, packed into some kilobytes, are refused before they are read', async (folder, end) => {
    const [desk, a] = await started();
    plantFolder(desk, folder, (git) => {
      const id = git(['hash-object', '-w', '--stdin'], Buffer.alloc(40 * 1024 * 1024, 0x61));
      return git(['mktree'], listed(30, `100644 blob ${id}`, end));
    });
    const said = expect.stringMatching(/^12\d{8} bytes$/);
    await expect(a.sync()).rejects.toMatchObject({ code: 'REMOTE_DAMAGED', detail: { said } });
    isAsBefore(a);
    expect(existsSync(a.home.archive)).toBe(false);
  });

  test.each([
    ['a line that is no JSON', historyText(anAnswer('a1', 1)).replace('"id":"a1"', '"id":a1'), 2, 'NOT_JSON'],
    ['conflict marks', historyText(anAnswer('a1', 1)).replace('{"id"', '<<<<<<< HEAD\n{"id"'), 2, 'CONFLICT_MARK'],
    ['no end', historyText(anAnswer('a1', 1), anAnswer('h2', 2)).slice(0, -40), 3, undefined],
    ['another beginning', `hello\n${historyText(anAnswer('a1', 1))}`, 1, 'WRONG_HEADER'],
    ['nothing', '', 1, 'WRONG_HEADER'],
  ])('a history with %s is refused, and the line named', async (_, text, line, reason) => {
    const [desk, a] = await started();
    desk.push({ 'history.json': text });
    const before = desk.git(desk.stick, 'show-ref');
    a.answer('a5');
    const detail = { said: 'history.json', line, ...(reason ? { reason } : {}) };
    await expect(a.sync()).rejects.toMatchObject({ code: 'REMOTE_DAMAGED', detail });
    expect(a.ids).toBe('a1 a5');
    expect(desk.git(desk.stick, 'show-ref')).toBe(before);
  });

  test('a history of a version to come is refused', async () => {
    const [desk, a] = await started();
    desk.push({ 'history.json': historyText(anAnswer('h2', 2)).replace('"version":1', '"version":2') });
    await expect(a.sync()).rejects.toMatchObject({ code: 'REMOTE_NEWER' });
    isAsBefore(a);
  });

  rarely('a repository that became something else is refused', async () => {
    const [desk, a] = await started();
    const clone = desk.clone();
    desk.git(clone, 'rm', '-q', 'quiz-sync.json');
    desk.git(clone, 'commit', '-qm', 'x');
    desk.git(clone, 'push', '-q');
    await expect(a.sync()).rejects.toMatchObject({ code: 'REMOTE_FOREIGN' });
    isAsBefore(a);
  });
});

describe('nothing is run', () => {
  const trap = (desk: Desk): string => {
    const path = join(desk.root, 'trap.sh');
    writeFileSync(path, `#!/bin/sh\ntouch "${join(desk.root, 'executed')}"\ncat\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const isUnsprung = (desk: Desk): void => expect(existsSync(join(desk.root, 'executed'))).toBe(false);

  test('no hook and no command in the settings of a repository on a stick', async () => {
    const [desk, a] = await started();
    const path = trap(desk);
    mkdirSync(join(desk.stick, 'hooks'), { recursive: true });
    for (const hook of [
      'pre-receive',
      'update',
      'post-receive',
      'post-update',
      'reference-transaction',
      'proc-receive',
    ])
      symlinkSync(path, join(desk.stick, 'hooks', hook));
    const settings: Record<string, string> = {
      'core.fsmonitor': path,
      'core.alternateRefsCommand': path,
      'core.sshCommand': path,
      'core.pager': path,
      'uploadpack.packObjectsHook': path,
      'gc.recentObjectsHook': path,
      'gc.auto': '1',
      'credential.helper': path,
    };
    for (const [name, value] of Object.entries(settings)) desk.git(desk.stick, 'config', name, value);
    desk.git(desk.root, 'init', '-q', '--bare', 'spare.git');
    mkdirSync(join(desk.stick, 'objects', 'info'), { recursive: true });
    writeFileSync(join(desk.stick, 'objects', 'info', 'alternates'), `${join(desk.root, 'spare.git', 'objects')}\n`);
    a.answer('a2');
    expect(await a.sync()).toMatchObject({ fault: null, sent: { answers: 1 } });
    isUnsprung(desk);
  });

  test('no filter that the repository names and the user happens to have, and no hook of theirs', async () => {
    const [desk, a] = await started();
    const path = trap(desk);
    const hooks = join(desk.root, 'hooks');
    mkdirSync(hooks);
    for (const hook of ['pre-push', 'reference-transaction', 'post-merge', 'pre-auto-gc'])
      symlinkSync(path, join(hooks, hook));
    writeFileSync(
      join(desk.root, 'gitconfig'),
      [
        `[filter "evil"]\n\tclean = ${path}\n\tsmudge = ${path}\n\tprocess = ${path}\n\trequired = true`,
        `[merge "evil"]\n\tdriver = ${path}`,
        `[core]\n\thooksPath = ${hooks}\n\tfsmonitor = ${path}\n\tautocrlf = true\n\tpager = ${path}\n\teditor = ${path}`,
        `[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = ${path}\n[push]\n\tgpgSign = if-asked`,
        '[init]\n\tdefaultBranch = trunk\n[fetch]\n\tprune = true\n[push]\n\tfollowTags = true\n[user]\n\tuseConfigOnly = true',
      ].join('\n'),
    );
    const attributes = '* filter=evil merge=evil ident text eol=crlf working-tree-encoding=UTF-16\n';
    plant(desk, [
      { path: '.gitattributes', content: attributes },
      { path: 'banks/demo.yaml', content: 'mine\n' },
      { path: 'banks/crlf.yaml', content: 'a\r\nb $Id$\r\n' },
    ]);
    a.answer('a2');
    a.bank('mine.yaml', 'x\r\ny\n');
    const env = { ...desk.env, GIT_CONFIG_GLOBAL: join(desk.root, 'gitconfig') };
    expect(await sync(a.home, { env, mayAsk: false, now: desk.now() })).toMatchObject({ fault: null });
    isUnsprung(desk);
    expect(a.bank('crlf.yaml')).toBe('a\r\nb $Id$\r\n');
    expect(
      execFileSync('git', ['show', 'main:banks/mine.yaml'], { cwd: desk.stick, env: desk.env, encoding: 'utf8' }),
    ).toBe('x\r\ny\n');
    // What is checked out by others is without filters again.
    expect(desk.onStick('.gitattributes')).not.toContain('evil');
  });

  test('inside a hook of another repository that one is not touched', async () => {
    const [desk, a] = await started();
    desk.git(desk.root, 'init', '-q', 'project');
    const project = join(desk.root, 'project');
    const before = readdirSync(join(project, '.git'), { recursive: true });
    const env = {
      ...desk.env,
      GIT_DIR: join(project, '.git'),
      GIT_WORK_TREE: project,
      GIT_INDEX_FILE: join(project, '.git', 'index.outer'),
      GIT_OBJECT_DIRECTORY: join(project, '.git', 'objects'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.hooksPath',
      GIT_CONFIG_VALUE_0: project,
      GIT_CONFIG_PARAMETERS: "'core.hooksPath=x'",
      GIT_ALLOW_PROTOCOL: 'ext',
      GIT_AUTHOR_NAME: 'Outer',
      GIT_TRACE: '1',
    };
    a.answer('a2');
    expect(await sync(a.home, { env, mayAsk: false, now: desk.now() })).toMatchObject({ fault: null });
    expect(readdirSync(join(project, '.git'), { recursive: true })).toEqual(before);
    expect(desk.git(desk.stick, 'log', '-1', '--format=%an <%ae>', 'main')).toMatch(/^quiz <\w{4}@quiz\.invalid>$/);
  });
});
