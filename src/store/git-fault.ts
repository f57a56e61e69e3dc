import { SyncFault, type SyncFaultCode } from './sync-fault.ts';

/** What git was asked when it failed: the same words mean other things when it writes to the other side. */
export type Errand = 'here' | 'fetching' | 'pushing';

/** What git's messages come to, as a fault with git's own last word. */
export function gitFault(errand: Errand, stderr: string, place: string): SyncFault {
  const code = FAULTS.find(({ when, said }) => (!when || when === errand) && said.test(stderr))?.code;
  const said = lastWord(stderr);
  if (code !== undefined) return new SyncFault(code, { place, said });
  return new SyncFault(errand === 'here' && BROKEN.test(stderr) ? 'SYNC_DAMAGED' : 'GIT_FAILED', { place, said });
}

/** Whether somebody else wrote to the remote in the meantime; then one merges again and tries once more. */
export const isOvertaken = (output: string): boolean =>
  /\[rejected\]|\(fetch first\)|non-fast-forward|cannot lock ref .* but expected|failed to update ref|incorrect old value|reference already exists|is at [0-9a-f]+ but expected/.test(
    output,
  );

/** The line that says most: git's own first fatal one, else the last that is not advice. */
export function lastWord(stderr: string): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^remote: /, '').trim())
    .filter(
      (line) =>
        line !== '' &&
        !/^(hint:|warning: core\.fsyncObjectFiles is|Please make sure|and the repository exists|To |Done$)/.test(line),
    );
  const told = lines.filter(
    (line) => !/^(fatal: Could not read from remote|error: failed to push|fatal: the remote end hung)/.test(line),
  );
  const fatal = told.findLast((line) => /^(fatal|error|ssh): /.test(line));
  return (fatal ?? told.at(-1) ?? lines.at(-1) ?? '').slice(0, LONGEST_WORD);
}

const LONGEST_WORD = 300;

interface Known {
  readonly code: SyncFaultCode;
  readonly said: RegExp;
  readonly when?: Errand;
}

/** In the order in which they are looked for: what comes first says more. */
const FAULTS: readonly Known[] = [
  { code: 'REMOTE_HOST_KEY', said: /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/ },
  { code: 'REMOTE_OWNER', said: /dubious ownership/ },
  {
    code: 'REMOTE_LOCKED',
    when: 'pushing',
    said: /Unable to create '.*\.lock': File exists|unable to lock|cannot lock ref/i,
  },
  { code: 'REMOTE_FULL', when: 'pushing', said: /remote.*No space left|No space left[\s\S]*(unpack|remote)|quota/i },
  { code: 'DISK_FULL', said: /No space left on device|Disk quota exceeded/ },
  {
    code: 'REMOTE_READ_ONLY',
    when: 'pushing',
    said: /insufficient permission|Read-only file system|unable to create temporary|hook declined|protected branch|unpacker error|unable to migrate objects|Permission denied$|not allowed to push|read.?only|returned error: 403|marked as read only|deny updating|write access/im,
  },
  {
    code: 'REMOTE_LOGIN',
    said: /Permission denied \(|Permission denied, please|Authentication failed|could not read (Username|Password)|terminal prompts disabled|Invalid username|Access denied|returned error: 40[13]|Too many authentication failures|unable to get password/i,
  },
  {
    code: 'REMOTE_UNREACHABLE',
    said: /Could not resolve|Temporary failure in name|Name or service not known|nodename nor servname|Network is (unreachable|down)|No route to host|timed out|Connection (refused|reset|closed)|Failed to connect|Couldn't connect|Could not connect|unable to connect|Host is down|Recv failure|early EOF|returned error: 5\d\d|Operation too slow|Empty reply from server|unexpected disconnect/i,
  },
  {
    code: 'REMOTE_NOT_FOUND',
    said: /Repository not found|repository '.*' not found|does not appear to be a git repository|not a git repository|No such file or directory|returned error: 404|project you were looking for/i,
    when: 'fetching',
  },
  {
    code: 'REMOTE_NOT_FOUND',
    said: /Repository not found|repository '.*' not found|does not appear to be a git repository|returned error: 404/i,
    when: 'pushing',
  },
  {
    code: 'REMOTE_DAMAGED',
    when: 'fetching',
    said: /fsck|bad object|corrupt|did not send all|invalid|missing (blob|tree)/i,
  },
];

/** Words about our own repository that mean that it cannot be gone on with. */
const BROKEN =
  /not a git repository|corrupt|object file .* is empty|bad object|missing (blob|tree|object)|unable to read|could not read|invalid (object|sha1|config)|bad config|not a valid object|Not a valid|bad ref/i;
