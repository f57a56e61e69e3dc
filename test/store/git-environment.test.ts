import { describe, expect, test } from 'vitest';
import { gitEnvironment, silentSsh } from '../../src/store/git-environment.ts';

describe('the environment for git', () => {
  test('has nothing that leads into another repository, and the keys and proxies of the caller', () => {
    const kept = {
      PATH: '/bin',
      HOME: '/me',
      SSH_AUTH_SOCK: '/s',
      https_proxy: 'p',
      GIT_SSH_COMMAND: 'ssh -i k',
      GIT_SSL_NO_VERIFY: '1',
    };
    const env = gitEnvironment(
      { ...kept, GIT_DIR: '/x', GIT_WORK_TREE: '/x', GIT_INDEX_FILE: 'i', GIT_NAMESPACE: 'n' },
      { mayAsk: true },
    );
    expect(env).toMatchObject(kept);
    expect(Object.keys(env).filter((name) => /^GIT_(DIR|WORK|INDEX|NAMESPACE)/.test(name))).toEqual([]);
  });

  test('speaks English, and reaches remotes in the ways that run no command', () => {
    const env = gitEnvironment({ LC_ALL: 'zh_CN.UTF-8', LANGUAGE: 'zh', GIT_ALLOW_PROTOCOL: 'ext' }, { mayAsk: true });
    expect(env).toMatchObject({ LC_ALL: 'C', LANGUAGE: '', GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh' });
  });

  test('asks nothing where nobody can answer', () => {
    const silent = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', SSH_ASKPASS_REQUIRE: 'never' };
    expect(gitEnvironment({ GIT_ASKPASS: '/window' }, { mayAsk: false })).toMatchObject(silent);
    expect(gitEnvironment({ GIT_ASKPASS: '/window' }, { mayAsk: true })).toMatchObject({
      GIT_ASKPASS: '/window',
      GIT_TERMINAL_PROMPT: '1',
    });
  });
});

describe('ssh that asks nothing', () => {
  test.each([
    [{}, undefined, 'ssh -oBatchMode=yes'],
    [{}, '/usr/bin/ssh -i key', '/usr/bin/ssh -i key -oBatchMode=yes'],
    [{ GIT_SSH_COMMAND: 'ssh -p 22' }, 'ssh -i key', 'ssh -p 22 -oBatchMode=yes'],
    [{ GIT_SSH: '/opt/plink' }, undefined, undefined],
    [{ GIT_SSH_COMMAND: 'plink -batch' }, undefined, undefined],
    [{}, 'sshpass ssh', undefined],
  ])('%j, configured %s', (env, configured, command) => {
    expect(silentSsh(env, configured)).toBe(command);
  });
});
