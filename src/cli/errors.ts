import type { Messages } from '../messages/messages.ts';
import { StoreFault } from '../store/store-fault.ts';

/** Exit codes, as documented: 0 done, 1 faults found, 2 wrong use, 3 not found, 4 data damaged or not writable, 130 interrupted. */
export const EXIT = { done: 0, faults: 1, usage: 2, notFound: 3, data: 4, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What stops a command and is nobody's bug. The hint names the next step. */
export class UserError extends Error {
  readonly code: string;
  readonly exit: ExitCode;
  readonly hint: string;

  constructor(code: string, exit: ExitCode, message: string, hint: string) {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.exit = exit;
    this.hint = hint;
  }
}

/** A fault of the disk in words; anything else is a bug and passes unchanged. */
export function asUserError(error: unknown, words: Messages): unknown {
  if (!(error instanceof StoreFault)) return error;
  const { errors } = words;
  const { path, line, reason, errno = '' } = error.detail;
  const why = errors.reasons[errno] ?? errno;
  switch (error.code) {
    case 'CANNOT_WRITE':
      return new UserError(error.code, EXIT.data, errors.cannotWrite(path, why), errors.cannotWriteHint);
    case 'CANNOT_READ':
      return new UserError(error.code, EXIT.data, errors.cannotRead(path, why), errors.cannotReadHint);
    case 'HISTORY_NEWER':
      return new UserError(error.code, EXIT.data, errors.historyNewer(path), errors.historyNewerHint);
    case 'HISTORY_LOCKED':
      return new UserError(error.code, EXIT.data, errors.historyLocked(path), errors.historyLockedHint);
    case 'HISTORY_DAMAGED': {
      const where = line === undefined ? '' : ` · ${words.history.damagedLine(line, reasonText(reason, words))}`;
      return new UserError(error.code, EXIT.data, errors.historyDamaged(path, where), errors.historyDamagedHint);
    }
  }
}

/** Ctrl-C in a prompt: everything answered is kept already. */
export const isInterruption = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');

export function reasonText(reason: string | undefined, words: Messages): string {
  return words.history.reasons[reason ?? ''] ?? reason ?? '';
}
