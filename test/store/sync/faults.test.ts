import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Git } from '../../../src/store/git.ts';
import { sync } from '../../../src/store/sync.ts';
import { setUp } from '../../../src/store/sync-init.ts';
import { Desk, type Machine } from '../../support/machines.ts';

/** A machine whose git is this script; `$REAL` is the real one. */
function withGit(desk: Desk, machine: Machine, script: string) {
  const folder = join(desk.root, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'git'), `#!/bin/sh\nPATH="${process.env.PATH}"\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  const env = { ...desk.env, PATH: `${folder}:${desk.env.PATH}` };
  return {
    env,
    sync: () => sync(machine.home, { env, mayAsk: false, now: desk.now() }),
  };
}

/** Fails where git is called for this, with these words; else it is git. */
const failing = (what: string, words: string, code = 128): string =>
  `case " $* " in *" ${what} "*) echo "${words}" >&2; exit ${code};; esac\nexec git "$@"`;

describe('a git that is not what is needed', () => {
  test('is missing', async () => {
    const desk = new Desk();
    const a = desk.machine('a');
    const settings = { env: { ...desk.env, PATH: join(desk.root, 'nothing') }, mayAsk: false, now: desk.now() };
    await expect(setUp(a.home, settings, undefined, desk.root)).rejects.toMatchObject({ code: 'GIT_MISSING' });
    expect(readdirSync(a.home.directory)).toEqual(['banks']);
  });

  test.each([
    ['git version 2.29.3', 'GIT_OLD'],
    ['git version 1.8.3.1', 'GIT_OLD'],
    ['hello', 'GIT_OLD'],
    ['git version 2.30.0', null],
    ['git version 2.39.3 (Apple Git-146)', null],
    ['git version 2.47.1.windows.2', null],
    ['git version 3.0', null],
  ])('says "%s": %s', async (version, code) => {
    const desk = new Desk();
    const { env } = withGit(desk, desk.machine('a'), `echo "${version}"`);
    const asked = new Git(desk.root, { env, cwd: desk.root, mayAsk: false }).requireGit();
    if (code) await expect(asked).rejects.toMatchObject({ code });
    else await asked;
  });

  test('is too old for a machine that was set up by a newer one', async () => {
    const [desk, a] = await Desk.with(['a']);
    await expect(
      withGit(desk, a, '[ "$1" = --version ] && echo "git version 2.20.1" || exit 129').sync(),
    ).rejects.toMatchObject({ code: 'GIT_OLD' });
  });
});

describe('a remote that cannot be had: all is recorded here, and sent another time', () => {
  test.each([
    ['REMOTE_LOGIN', 'fatal: Authentication failed for https://example.com/'],
    ['REMOTE_HOST_KEY', 'Host key verification failed.'],
    ['REMOTE_UNREACHABLE', 'fatal: unable to access: Could not resolve host: example.com'],
    ['REMOTE_OWNER', 'fatal: detected dubious ownership in repository'],
    ['GIT_FAILED', 'fatal: something new'],
  ])('%s', async (code, words) => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1');
    const git = withGit(desk, a, failing('fetch', words));
    expect(await git.sync()).toMatchObject({
      fault: { code, detail: { place: desk.stick, said: words } },
      sent: { answers: 1 },
    });
    expect(await a.sync()).toMatchObject({ fault: null, sent: { answers: 1 } });
    expect(desk.onStick('history.json')).toBe(a.historyText);
  });
});

describe('a remote that takes nothing: what it has is brought in all the same', () => {
  test.each([
    ['REMOTE_READ_ONLY', 'remote: error: insufficient permission for adding an object to repository database'],
    ['REMOTE_FULL', 'remote: fatal: write error: No space left on device'],
    ['REMOTE_BUSY', '! [rejected] main -> main (fetch first)'],
  ])('%s', async (code, words) => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    b.answer('b2');
    const git = withGit(desk, b, failing('push', words, 1));
    expect(await git.sync()).toMatchObject({ fault: { code }, received: { answers: 1 }, sent: { answers: 1 } });
    expect(b.ids).toBe('a1 b2');
    expect(await b.sync()).toMatchObject({ fault: null, sent: { answers: 1 } });
    await a.sync();
    expect(a.historyText).toBe(b.historyText);
  });
});

describe('a step that fails is not taken for an answer of git', () => {
  test('where two lines part: nothing that was deleted comes back, and nothing becomes a conflict', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b'], async (...machines) => {
      machines[0]?.bank('dropped.yaml', 'x\n');
      machines[0]?.bank('demo.yaml', 'one\n');
      for (const machine of machines) await machine.sync();
    });
    a.bank('dropped.yaml', null);
    a.answer('a1');
    await a.sync();
    b.bank('demo.yaml', 'two\n');
    b.answer('b2');
    await expect(withGit(desk, b, failing('merge-base', 'fatal: out of memory')).sync()).rejects.toMatchObject({
      code: 'GIT_FAILED',
    });
    for (const machine of [b, a]) expect(await machine.sync()).toMatchObject({ fault: null, conflicts: [] });
    for (const machine of [a, b]) {
      expect(machine.banks).toEqual(['demo.yaml']);
      expect(machine.bank('demo.yaml')).toBe('two\n');
    }
  });

  test('what two texts come to: a bank that both changed elsewhere is no conflict', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b'], async (...machines) => {
      machines[0]?.bank('demo.yaml', '1\n2\n3\n4\n5\n6\n7\n');
      for (const machine of machines) await machine.sync();
    });
    a.bank('demo.yaml', 'one\n2\n3\n4\n5\n6\n7\n');
    await a.sync();
    b.bank('demo.yaml', '1\n2\n3\n4\n5\n6\nseven\n');
    await expect(withGit(desk, b, failing('merge-file', 'fatal: out of memory')).sync()).rejects.toMatchObject({
      code: 'GIT_FAILED',
    });
    expect(await b.sync()).toMatchObject({ fault: null, conflicts: [] });
    expect(b.bank('demo.yaml')).toBe('one\n2\n3\n4\n5\n6\nseven\n');
  });

  test('that a branch of the remote is gone: it is not said to have what it has no more', async () => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1');
    await a.sync();
    desk.git(desk.stick, 'update-ref', '-d', 'refs/heads/main');
    await expect(withGit(desk, a, failing('update-ref -d', 'fatal: out of memory')).sync()).rejects.toMatchObject({
      code: 'GIT_FAILED',
    });
    expect(await a.sync()).toMatchObject({ fault: null, sent: { answers: 1 } });
    expect(desk.onStick('history.json')).toBe(a.historyText);
  });
});

describe('this machine', () => {
  test('a full disk ends the run; the history is as it was, and the next run does it all', async () => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1');
    const before = a.historyText;
    const git = withGit(desk, a, failing('hash-object', 'error: unable to write file: No space left on device'));
    await expect(git.sync()).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(a.historyText).toBe(before);
    await a.sync();
    expect(desk.onStick('history.json')).toBe(before);
  });

  test('a git that is killed says nothing, and so it is said for it', async () => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1');
    const killed = 'case " $* " in *" hash-object "*) kill -9 $$;; esac\nexec git "$@"';
    const detail = { said: 'git was ended by SIGKILL' };
    await expect(withGit(desk, a, killed).sync()).rejects.toMatchObject({ code: 'GIT_FAILED', detail });
    const atIts = 'case " $* " in *" hash-object "*) ulimit -c 0; ulimit -f 0;; esac\nexec git "$@"';
    await expect(withGit(desk, a, atIts).sync()).rejects.toMatchObject({
      detail: { said: 'git was ended by SIGXFSZ' },
    });
  });

  test('a broken repository is named; made anew, both sides are united', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    await b.sync();
    b.answer('b2');
    for (const name of readdirSync(join(b.home.sync, '.git', 'objects')))
      if (name.length === 2)
        for (const object of readdirSync(join(b.home.sync, '.git', 'objects', name))) {
          const path = join(b.home.sync, '.git', 'objects', name, object);
          chmodSync(path, 0o644);
          writeFileSync(path, '');
        }
    await expect(b.sync()).rejects.toMatchObject({ code: 'SYNC_DAMAGED' });
    expect(b.ids).toBe('a1 b2');
    rmSync(b.home.sync, { recursive: true });
    await b.init(desk.stick);
    await b.sync();
    await a.sync();
    expect(a.ids).toBe('a1 b2');
    expect(existsSync(b.home.backups)).toBe(false);
  });
});
