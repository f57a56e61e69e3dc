import type { Git } from './git.ts';
import { isOvertaken } from './git-fault.ts';
import { type Clone, PROBED, REMOTE } from './sync-clone.ts';
import type { SyncFault } from './sync-fault.ts';
import { absence, otherEnd, packing } from './sync-remote-path.ts';

/**
 * Fetches what the remote has; `REMOTE` is that then, or is no more where the remote has nothing. What cannot be had is a value:
 * a machine without a network goes on working.
 */
export async function fetchMain({ git, remote }: Clone): Promise<SyncFault | null> {
  return remote === null ? null : fetchFrom(git, remote, 'origin', REMOTE);
}

/** The commit of a remote that is only looked at; null where it has none. */
export async function probe({ git }: Clone, remote: string): Promise<string | null> {
  const fault = await fetchFrom(git, remote, remote, PROBED);
  if (fault) throw fault;
  const { code, out, err } = await git.run(['rev-parse', '--verify', '--quiet', `${PROBED}^{commit}`]);
  // 1: there is none.
  if (code > 1) throw git.fault(err);
  return code === 0 ? out.toString('latin1').trim() : null;
}

/** Whether a remote has no branch and no tag. */
export async function isEmpty({ git }: Clone, remote: string): Promise<boolean> {
  const args = ['ls-remote', '--quiet', ...otherEnd(remote, 'upload-pack'), '--end-of-options', remote];
  return !/\trefs\//.test(await git.text(args, { errand: 'fetching' }));
}

export type Pushed =
  | { readonly kind: 'pushed' }
  /** Somebody else was faster, or is at it. */
  | { readonly kind: 'overtaken' | 'fault'; readonly fault: SyncFault };

export async function pushMain({ git, remote }: Clone, commit: string): Promise<Pushed> {
  const options = ['--porcelain', '--no-verify', '--no-signed', '--no-follow-tags', '--recurse-submodules=no'];
  const end = otherEnd(remote ?? '', 'receive-pack');
  const to = ['--end-of-options', 'origin', `${commit}:refs/heads/main`];
  const { code, out, err } = await git.run([...packing(remote ?? ''), 'push', ...options, ...end, ...to]);
  if (code === 0) return { kind: 'pushed' };
  const output = `${out.toString('utf8')}\n${err}`;
  return { kind: isOvertaken(output) ? 'overtaken' : 'fault', fault: git.fault(output, 'pushing') };
}

const MOST_TRIES = 5;

async function fetchFrom(git: Git, remote: string, name: string, into: string): Promise<SyncFault | null> {
  const absent = absence(remote);
  if (absent) return absent;
  const options = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
  const end = otherEnd(remote, 'upload-pack');
  const args = ['fetch', ...options, ...end, '--end-of-options', name, `+refs/heads/main:${into}`];
  let { code, err } = await git.run(args);
  // A git that outlived a killed run may be writing the same branch.
  for (let tries = 1; code !== 0 && /cannot lock ref|unable to lock/i.test(err) && tries < MOST_TRIES; tries++)
    ({ code, err } = await git.run(args));
  if (code === 0) return null;
  if (!/couldn't find remote ref/i.test(err)) return git.fault(err, 'fetching');
  // What it had once is gone there, and must be so here: else it would be taken for what the remote has.
  await git.bytes(['update-ref', '-d', into]);
  return null;
}
