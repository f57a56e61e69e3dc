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

/** Ctrl-C in a prompt: everything answered is kept already. */
export const isInterruption = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
