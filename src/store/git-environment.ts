/** Whether git and ssh may ask for a password on the terminal. */
export interface Asking {
  readonly mayAsk: boolean;
}

/**
 * The environment for git: that of the caller, for its keys, proxies and agents, without what would lead git into another
 * repository (quiz may run inside a hook of git's), and with messages in English, which are read here.
 */
export function gitEnvironment(env: NodeJS.ProcessEnv, { mayAsk }: Asking): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || OF_THE_USER.test(name));
  const silent = mayAsk ? {} : { GIT_ASKPASS: '', SSH_ASKPASS_REQUIRE: 'never', GCM_INTERACTIVE: 'never' };
  return {
    ...Object.fromEntries(kept),
    ...silent,
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_TERMINAL_PROMPT: mayAsk ? '1' : '0',
    // What a remote may be reached by. `ext::` would run a command; this list goes before all settings.
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_PAGER: 'cat',
  };
}

/** `ssh` as the user has it set up, made to ask nothing; undefined where it is another program, which has ways of its own. */
export function silentSsh(env: NodeJS.ProcessEnv, configured: string | undefined): string | undefined {
  if (env.GIT_SSH !== undefined) return undefined;
  const command = env.GIT_SSH_COMMAND ?? configured ?? 'ssh';
  return /^(\S*\/)?ssh(\s|$)/.test(command) ? `${command} -oBatchMode=yes` : undefined;
}

const OF_THE_USER =
  /^GIT_(SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|PROXY_\w+|SSL_\w+|HTTP_\w+|EXEC_PATH|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM))$/;

/**
 * Settings that go before the user's own. No hook, filter or helper of a repository runs, nothing is signed or cleaned up
 * behind our back, what arrives is checked, and what is written is on the disk.
 */
export const SETTINGS: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.autocrlf=false',
  'core.symlinks=false',
  'core.quotePath=false',
  'core.looseCompression=1',
  'core.fsyncObjectFiles=true',
  'core.fsync=objects,reference',
  'commit.gpgSign=false',
  'push.gpgSign=false',
  'push.followTags=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'fetch.fsckObjects=true',
  'fetch.writeCommitGraph=false',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
  'advice.detachedHead=false',
  'http.lowSpeedLimit=1',
  'http.lowSpeedTime=60',
  'pack.windowMemory=256m',
].flatMap((setting) => ['-c', setting]);
