import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withRunLock } from '../../../src/store/sync-lock.ts';
import { Desk, type Machine, rarely } from '../../support/machines.ts';

describe('a remote on a path', () => {
  test.each([
    ['nothing is there yet', () => {}],
    ['an empty folder is there', (path: string) => mkdirSync(path)],
  ])('is made where %s', async (_, prepare) => {
    const desk = new Desk();
    prepare(desk.stick);
    const a = desk.machine('a');
    expect(await a.init(desk.stick)).toEqual({ isNew: true, remote: desk.stick, former: null, created: true });
    a.answer('a1');
    await a.sync();
    expect(desk.onStick('history.json')).toBe(a.historyText);
  });

  test.each([
    'a b/it\'s "mine".git',
    './-q.git',
    '--upload-pack=touch executed',
    'x;touch executed;.git',
    '$(touch executed).git',
    '`touch executed`.git',
    'a\\b c%20d&e|f.git',
    '我的U盘/quiz.git',
    'host:path.git',
  ])('may be called %s', async (name) => {
    const desk = new Desk();
    mkdirSync(join(desk.root, 'media', 'a b'), { recursive: true });
    mkdirSync(join(desk.root, 'media', '我的U盘'));
    const a = desk.machine('a');
    const remote = join(desk.root, 'media', name);
    await a.init(remote);
    a.answer('a1');
    await a.sync();
    await a.init(remote);
    expect(desk.git(remote, 'show', 'main:history.json')).toBe(a.historyText.trimEnd());
    const everything = readdirSync(desk.root, { recursive: true, encoding: 'utf8' });
    expect(everything.filter((path) => /(^|[/\\])executed$/.test(path))).toEqual([]);
  });

  rarely('may be given from where one stands, and as file://', async () => {
    const desk = new Desk();
    const [a, b] = [desk.machine('a'), desk.machine('b')];
    expect(await a.init('stick.git')).toMatchObject({ remote: desk.stick });
    expect(await b.init(`file://${desk.stick}`)).toMatchObject({ remote: desk.stick, created: false });
  });
});

describe('a remote is refused, and all is as it was', () => {
  const refused = async (machine: Machine, remote: string, fault: object): Promise<void> => {
    await expect(machine.init(remote)).rejects.toMatchObject(fault);
    expect(existsSync(machine.home.sync)).toBe(false);
    expect(readdirSync(machine.home.directory).sort()).not.toContain('sync.lock');
  };

  test.each([
    ['--upload-pack=touch executed', { refusal: 'option' }],
    ['ext::sh -c "touch executed"', { refusal: 'helper' }],
    ['a\nb', { refusal: 'control' }],
    ['a', { refusal: 'own-home' }],
    ['a/sync/.git', { refusal: 'own-home' }],
  ])('%j', async (remote, fault) => {
    const desk = new Desk();
    await refused(desk.machine('a'), remote, fault);
    expect(readdirSync(desk.root)).toEqual(['a']);
  });

  test('the folder above is not there: a stick that is not plugged in is not made on the disk', async () => {
    const desk = new Desk();
    await refused(desk.machine('a'), join(desk.root, 'media', 'stick', 'quiz.git'), { code: 'REMOTE_NOT_FOUND' });
    expect(existsSync(join(desk.root, 'media'))).toBe(false);
  });

  test('there is something else', async () => {
    const desk = new Desk();
    mkdirSync(desk.stick);
    writeFileSync(join(desk.stick, 'holiday.jpg'), '');
    await refused(desk.machine('a'), desk.stick, { code: 'REMOTE_FOREIGN' });
    await refused(desk.machine('a'), join(desk.stick, 'holiday.jpg'), { code: 'REMOTE_FOREIGN' });
  });

  test('there are settings of something else', async () => {
    const desk = new Desk();
    mkdirSync(desk.stick);
    writeFileSync(join(desk.stick, 'config'), '[receive]\n\tmine\n');
    await refused(desk.machine('a'), desk.stick, { code: 'REMOTE_FOREIGN' });
    expect(readFileSync(join(desk.stick, 'config'), 'utf8')).toBe('[receive]\n\tmine\n');
  });

  test('there is a repository with a working tree', async () => {
    const desk = new Desk();
    desk.git(desk.root, 'init', '-q', 'project');
    await refused(desk.machine('a'), join(desk.root, 'project'), { code: 'REMOTE_NOT_BARE' });
  });

  test('there is a repository of something else, on its main branch or on another', async () => {
    const desk = new Desk();
    desk.git(desk.root, 'init', '-q', '--bare', '-b', 'main', desk.stick);
    desk.push({ 'README.md': 'a project\n' });
    const before = desk.git(desk.stick, 'show-ref');
    await refused(desk.machine('a'), desk.stick, { code: 'REMOTE_FOREIGN' });
    desk.git(desk.stick, 'branch', '-m', 'main', 'trunk');
    await refused(desk.machine('b'), desk.stick, { code: 'REMOTE_FOREIGN' });
    expect(desk.git(desk.stick, 'show-ref')).toBe(before.replace('main', 'trunk'));
  });

  test.each([
    ['{"format":"quiz-sync","version":2}', 'REMOTE_NEWER'],
    ['{"format":"something","version":1}', 'REMOTE_FOREIGN'],
    ['not json', 'REMOTE_FOREIGN'],
  ])('its mark says %s', async (mark, code) => {
    const desk = new Desk();
    desk.git(desk.root, 'init', '-q', '--bare', '-b', 'main', desk.stick);
    desk.push({ 'quiz-sync.json': mark });
    await refused(desk.machine('a'), desk.stick, { code });
  });
});

describe('setting up, where it was broken off before', () => {
  test.each<[string, (desk: Desk) => void]>([
    ['no folder was filled yet', () => {}],
    ['the settings were half written', ({ stick }) => writeFileSync(join(stick, 'config'), '[receive]\n\tunp')],
    ['git had locks', ({ stick }) => writeFileSync(join(stick, 'config.lock'), '')],
    ['git had begun', ({ stick }) => mkdirSync(join(stick, 'refs', 'heads'), { recursive: true })],
  ])('goes on with a remote in which %s', async (_, more) => {
    const desk = new Desk();
    const a = desk.machine('a');
    await a.init(desk.stick);
    const config = readFileSync(join(desk.stick, 'config'), 'utf8');
    for (const name of readdirSync(desk.stick))
      if (name !== 'config') rmSync(join(desk.stick, name), { recursive: true });
    more(desk);
    const b = desk.machine('b');
    expect(await b.init(desk.stick)).toMatchObject({ created: true });
    expect(readFileSync(join(desk.stick, 'config'), 'utf8')).toBe(config);
    b.answer('b1');
    expect(await b.sync()).toMatchObject({ fault: null, sent: { answers: 1 } });
  });

  test('takes the lock away that a killed git left on what it looked at', async () => {
    const [desk, a] = await Desk.with(['a', 'b']);
    const other = join(desk.root, 'other.git');
    const b = desk.machine('b');
    await b.init(other);
    await b.sync();
    mkdirSync(join(a.home.sync, '.git', 'refs', 'quiz'), { recursive: true });
    writeFileSync(join(a.home.sync, '.git', 'refs', 'quiz', 'probed.lock'), '');
    expect(await a.init(other)).toMatchObject({ remote: other });
  });

  test('leaves nothing of it behind', async () => {
    const a = new Desk().machine('a');
    mkdirSync(join(a.home.directory, '.sync-x1y2z3', '.git'), { recursive: true });
    await a.init();
    expect(readdirSync(a.home.directory).sort()).toEqual(['banks', 'device', 'sync']);
    expect(readdirSync(join(a.home.sync, '.git')).filter((name) => name.startsWith('quiz-scratch'))).toEqual([]);
  });
});

describe('setting up', () => {
  test('a repository that is empty will do', async () => {
    const desk = new Desk();
    desk.git(desk.root, 'init', '-q', '--bare', '-b', 'trunk', desk.stick);
    const a = desk.machine('a');
    expect(await a.init(desk.stick)).toMatchObject({ created: false });
    await a.sync();
    expect(desk.filesOnStick()).toEqual(['.gitattributes', 'quiz-sync.json']);
  });

  rarely('another remote takes the place of the first, and both have everything', async () => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1');
    await a.sync();
    const other = join(desk.root, 'other.git');
    expect(await a.init(other)).toEqual({ isNew: false, remote: other, former: desk.stick, created: true });
    a.answer('a2');
    expect(await a.sync()).toMatchObject({ remote: other, sent: { answers: 2 } });
    await a.init(desk.stick);
    await a.sync();
    expect(desk.onStick('history.json')).toBe(a.historyText);
  });

  test('said again without a remote it changes nothing', async () => {
    const [desk, a] = await Desk.with(['a']);
    expect(await a.init()).toEqual({ isNew: false, remote: desk.stick, former: null, created: false });
  });

  test('is needed first', async () => {
    await expect(new Desk().machine('a').sync()).rejects.toMatchObject({ code: 'SYNC_NOT_SET_UP' });
  });

  test('does not take a folder that is in use', async () => {
    const a = new Desk().machine('a');
    mkdirSync(a.home.sync);
    writeFileSync(join(a.home.sync, 'notes.txt'), 'mine');
    for (const act of [() => a.init(), () => a.sync()])
      await expect(act()).rejects.toMatchObject({ code: 'SYNC_FOLDER_TAKEN' });
    expect(readdirSync(a.home.sync)).toEqual(['notes.txt']);
  });

  rarely('does not take a clone that somebody made by hand', async () => {
    const [desk, a] = await Desk.with(['a']);
    await a.sync();
    const b = desk.machine('b');
    desk.git(b.home.directory, 'clone', '-q', desk.stick, 'sync');
    await expect(b.sync()).rejects.toMatchObject({ code: 'SYNC_FOLDER_TAKEN' });
  });
});

describe('one run at a time', () => {
  test('a second waits for the first', async () => {
    const [, a] = await Desk.with(['a']);
    a.answer('a1');
    const order: string[] = [];
    const first = withRunLock(a.home, async () => {
      await expect(withRunLock(a.home, async () => {}, 50)).rejects.toMatchObject({ code: 'SYNC_RUNNING' });
      order.push('first');
    });
    await first;
    await a.sync();
    expect(order).toEqual(['first']);
    expect(readdirSync(a.home.directory)).not.toContain('sync.lock');
  });

  test('locks that a killed git left are cleared', async () => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1');
    const git = join(a.home.sync, '.git');
    mkdirSync(join(git, 'refs', 'remotes', 'origin'), { recursive: true });
    for (const name of ['refs/heads/home', 'refs/heads/main', 'refs/remotes/origin/main', 'packed-refs', 'HEAD'])
      writeFileSync(join(git, `${name}.lock`), '');
    await a.sync();
    expect(desk.onStick('history.json')).toBe(a.historyText);
  });

  test('a lock that was left on the remote is named, and all is kept here', async () => {
    const [desk, a] = await Desk.with(['a']);
    await a.sync();
    a.answer('a1');
    writeFileSync(join(desk.stick, 'refs', 'heads', 'main.lock'), '');
    expect(await a.sync()).toMatchObject({ fault: { code: 'REMOTE_LOCKED' }, sent: { answers: 1 } });
  });
});
