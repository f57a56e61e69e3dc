import { describe, expect, test } from 'vitest';
import { gitFault, isOvertaken, lastWord } from '../../src/store/git-fault.ts';

const ADVICE = `fatal: Could not read from remote repository.

Please make sure you have the correct access rights
and the repository exists.
`;

describe('what git says, as a fault', () => {
  test.each([
    [
      'REMOTE_UNREACHABLE',
      "fatal: unable to access 'https://example.invalid/q.git/': Could not resolve host: example.invalid",
    ],
    ['REMOTE_UNREACHABLE', `ssh: Could not resolve hostname nas: Temporary failure in name resolution\n${ADVICE}`],
    ['REMOTE_UNREACHABLE', `ssh: connect to host nas port 22: Connection refused\r\n${ADVICE}`],
    ['REMOTE_UNREACHABLE', `ssh: connect to host nas port 22: No route to host\n${ADVICE}`],
    ['REMOTE_UNREACHABLE', `ssh: connect to host nas port 22: Connection timed out\n${ADVICE}`],
    [
      'REMOTE_UNREACHABLE',
      "fatal: unable to access 'http://localhost:1/q/': Failed to connect to localhost port 1: Connection refused",
    ],
    ['REMOTE_UNREACHABLE', "fatal: unable to access 'https://x/': The requested URL returned error: 503"],
    ['REMOTE_UNREACHABLE', 'fatal: unable to connect to x:\nx[0: 10.0.0.1]: errno=Network is unreachable'],
    ['REMOTE_LOGIN', `git@example.com: Permission denied (publickey).\n${ADVICE}`],
    ['REMOTE_LOGIN', "fatal: could not read Username for 'https://example.com': terminal prompts disabled"],
    [
      'REMOTE_LOGIN',
      "remote: Invalid username or password.\nfatal: Authentication failed for 'https://example.com/q.git/'",
    ],
    [
      'REMOTE_LOGIN',
      "remote: HTTP Basic: Access denied.\nfatal: unable to access 'https://x/': The requested URL returned error: 403",
    ],
    ['REMOTE_HOST_KEY', `Host key verification failed.\n${ADVICE}`],
    [
      'REMOTE_HOST_KEY',
      `@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nHost key verification failed.\n${ADVICE}`,
    ],
    ['REMOTE_OWNER', "fatal: detected dubious ownership in repository at '/media/stick/q.git'"],
    ['REMOTE_NOT_FOUND', `fatal: '/srv/q.git' does not appear to be a git repository\n${ADVICE}`],
    ['REMOTE_NOT_FOUND', `ERROR: Repository not found.\n${ADVICE}`],
    ['REMOTE_NOT_FOUND', "remote: Not Found\nfatal: repository 'https://example.com/q.git/' not found"],
    [
      'REMOTE_DAMAGED',
      "error: object 1234: hasDotdot: contains '..'\nfatal: fsck error in packed object\nfatal: fetch-pack: invalid index-pack output",
    ],
    ['DISK_FULL', 'fatal: write error: No space left on device'],
    ['GIT_FAILED', 'fatal: mismatched algorithms: client sha1; server sha256'],
  ] as const)('fetching: %s', (code, said) => {
    expect(gitFault('fetching', said, 'here').code).toBe(code);
  });

  test.each([
    [
      'REMOTE_READ_ONLY',
      'remote: error: insufficient permission for adding an object to repository database ./objects\nremote: fatal: failed to write object\nerror: remote unpack failed: unpack-objects abnormal exit',
    ],
    [
      'REMOTE_READ_ONLY',
      'remote: fatal: unable to create temporary object directory\nerror: remote unpack failed: unable to create temporary object directory',
    ],
    [
      'REMOTE_READ_ONLY',
      "remote: Write access to repository not granted.\nfatal: unable to access 'https://x/': The requested URL returned error: 403",
    ],
    ['REMOTE_READ_ONLY', `ERROR: The key you are authenticating with has been marked as read only.\n${ADVICE}`],
    [
      'REMOTE_READ_ONLY',
      '!\tx:refs/heads/main\t[remote rejected] (pre-receive hook declined)\nerror: failed to push some refs',
    ],
    ['REMOTE_READ_ONLY', '!\tx:refs/heads/main\t[remote rejected] (protected branch hook declined)'],
    ['REMOTE_READ_ONLY', 'remote: error: unable to write file: Read-only file system'],
    [
      'REMOTE_LOCKED',
      "remote: error: cannot lock ref 'refs/heads/main': Unable to create '/s/refs/heads/main.lock': File exists.",
    ],
    [
      'REMOTE_FULL',
      'remote: fatal: write error: No space left on device\nerror: remote unpack failed: index-pack abnormal exit',
    ],
    ['REMOTE_LOGIN', `git@example.com: Permission denied (publickey).\n${ADVICE}`],
    ['REMOTE_UNREACHABLE', `ssh: connect to host nas port 22: Connection timed out\n${ADVICE}`],
  ] as const)('pushing: %s', (code, said) => {
    expect(gitFault('pushing', said, 'there').code).toBe(code);
  });

  test.each([
    ['SYNC_DAMAGED', 'error: object file .git/objects/12/34 is empty\nfatal: loose object 1234 is corrupt'],
    ['SYNC_DAMAGED', 'fatal: not a git repository: /home/me/sync/.git'],
    ['SYNC_DAMAGED', 'fatal: bad config line 3 in file config'],
    ['DISK_FULL', 'error: unable to write file: No space left on device'],
    ['GIT_FAILED', 'fatal: something new'],
  ] as const)('here: %s', (code, said) => {
    expect(gitFault('here', said, 'here').code).toBe(code);
  });
});

test.each([
  [
    `Warning: x\nssh: connect to host nas port 22: Connection refused\n${ADVICE}`,
    'ssh: connect to host nas port 22: Connection refused',
  ],
  ['hint: try this\nfatal: no way\nhint: or that', 'fatal: no way'],
  ['remote: Repository not found.\nfatal: repository not found', 'fatal: repository not found'],
  [ADVICE, 'fatal: Could not read from remote repository.'],
  ['', ''],
])('the line that says most of %j', (stderr, word) => {
  expect(lastWord(stderr)).toBe(word);
});

test.each([
  '!\tx:refs/heads/main\t[rejected] (fetch first)',
  '!\tx:refs/heads/main\t[rejected] (non-fast-forward)',
  '!\tx:refs/heads/main\t[remote rejected] (failed to update ref)',
  "!\tx:refs/heads/main\t[remote rejected] (cannot lock ref 'refs/heads/main': is at 12ab but expected 34cd)",
  '!\tx:refs/heads/main\t[remote rejected] (reference already exists)',
])('%j means that somebody else was faster', (output) => {
  expect(isOvertaken(output)).toBe(true);
  expect(isOvertaken('!\tx:refs/heads/main\t[remote rejected] (pre-receive hook declined)')).toBe(false);
});
