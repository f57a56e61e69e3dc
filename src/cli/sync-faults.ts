import { withoutPassword } from '../core/sync/remote.ts';
import type { Messages } from '../messages/messages.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { SyncFault, type SyncFaultCode } from '../store/sync-fault.ts';
import { RemoteRefused } from '../store/sync-init.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { reasonText } from './store-faults.ts';

/** What keeps machines apart, in one sentence with the next step and git's own word; other errors pass unchanged. */
export function asSyncError(error: unknown, words: Messages): unknown {
  if (error instanceof RemoteRefused) return refused(error, words);
  if (!(error instanceof SyncFault)) return error;
  const { faults, hints } = words.sync;
  const place = safeLine(withoutPassword(error.detail.place ?? ''));
  const said = saidOf(error, words);
  const text = (of: string | ((place: string, said: string) => string)): string =>
    typeof of === 'string' ? of : of(place, said);
  return new UserError(
    error.code,
    EXITS[error.code] ?? EXIT.data,
    withGit(text(faults[error.code]), error, words),
    text(hints[error.code]),
  );
}

/** What git said last, harmless and without a password; empty where it said nothing. */
export function gitWord({ code, detail }: SyncFault): string {
  return OWN_WORDS.includes(code) ? '' : safeLine(withoutPassword(detail.said ?? ''));
}

function saidOf({ detail }: SyncFault, words: Messages): string {
  const said = safeLine(withoutPassword(detail.said ?? ''));
  if (detail.line === undefined) return said;
  return words.sync.damagedLine(said, detail.line, reasonText(detail.reason, words));
}

function withGit(sentence: string, fault: SyncFault, words: Messages): string {
  const git = gitWord(fault);
  return git === '' ? sentence : `${sentence} (${words.sync.gitSaid(git)})`;
}

function refused({ refusal, text }: RemoteRefused, words: Messages): UserError {
  const { refusals, refusalHint } = words.sync;
  const of = refusals[refusal];
  return new UserError('BAD_REMOTE', EXIT.usage, typeof of === 'string' ? of : of(safeLine(text)), refusalHint);
}

/** Those whose `said` is no word of git's, and stands in their sentence. */
const OWN_WORDS: readonly SyncFaultCode[] = ['GIT_OLD', 'NOT_IN_CONFLICT', 'REMOTE_DAMAGED', 'REMOTE_NEWER'];

const EXITS: Partial<Record<SyncFaultCode, ExitCode>> = {
  SYNC_NOT_SET_UP: EXIT.usage,
  NOT_IN_CONFLICT: EXIT.notFound,
  REMOTE_NOT_FOUND: EXIT.notFound,
  REMOTE_UNREACHABLE: EXIT.notFound,
};
