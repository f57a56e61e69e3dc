export type StoreFaultCode =
  | 'HISTORY_DAMAGED'
  | 'HISTORY_NEWER'
  | 'HISTORY_LOCKED'
  | 'BACKUP_DAMAGED'
  | 'NOT_A_HISTORY'
  | 'CANNOT_READ'
  | 'CANNOT_WRITE';

export interface StoreFaultDetail {
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** The file that the line stands in, where it is another than that at `path`. */
  readonly file?: string;
  /** What is wrong with the line, as a code. */
  readonly reason?: string;
  /** What the system called it, like ENOSPC. */
  readonly errno?: string;
}

/** What stops a command at the disk. The command line turns it into a message by `code`. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;
  readonly detail: StoreFaultDetail;

  constructor(code: StoreFaultCode, detail: StoreFaultDetail, cause?: unknown) {
    super(`${code} ${Object.values(detail).join(' ')}`, { cause });
    this.name = 'StoreFault';
    this.code = code;
    this.detail = detail;
  }
}

/** Runs `action`; what the system refuses becomes a fault that names `path`. Other errors are bugs and pass. */
export function naming<T>(code: 'CANNOT_READ' | 'CANNOT_WRITE', path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined || error instanceof StoreFault) throw error;
    throw new StoreFault(code, { path, errno }, error);
  }
}

/** The system's name for what went wrong, `ENOENT` and its kin; undefined where the error is not the system's. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Null where nothing is there. */
export function orNull<T>(action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
