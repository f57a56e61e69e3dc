export type SyncFaultCode =
  | 'GIT_MISSING'
  | 'GIT_OLD'
  | 'GIT_FAILED'
  | 'SYNC_NOT_SET_UP'
  | 'SYNC_RUNNING'
  /** The folder for the repository holds something else. */
  | 'SYNC_FOLDER_TAKEN'
  /** The repository of this machine is broken. */
  | 'SYNC_DAMAGED'
  | 'DISK_FULL'
  /** A bank was chosen about that no conflict is about; `said` names those that are in conflict. */
  | 'NOT_IN_CONFLICT'
  | 'REMOTE_UNREACHABLE'
  | 'REMOTE_NOT_FOUND'
  | 'REMOTE_LOGIN'
  | 'REMOTE_HOST_KEY'
  /** A repository on a path that belongs to somebody else, as git sees it. */
  | 'REMOTE_OWNER'
  | 'REMOTE_READ_ONLY'
  | 'REMOTE_FULL'
  /** Others pushed first, again and again. */
  | 'REMOTE_BUSY'
  /** A lock that a broken-off push left. */
  | 'REMOTE_LOCKED'
  /** A repository could not be made where nothing is yet. */
  | 'REMOTE_NOT_MADE'
  | 'REMOTE_NOT_BARE'
  /** It holds something, and that is nothing of quiz. */
  | 'REMOTE_FOREIGN'
  | 'REMOTE_NEWER'
  | 'REMOTE_DAMAGED';

export interface SyncFaultDetail {
  /** A folder, a file, or the remote as it may be shown. */
  readonly place?: string;
  /** What git said last, one line; or a version, or a name. */
  readonly said?: string;
  /** From 1: the damaged line of a history. */
  readonly line?: number;
  /** What is wrong with it, as a code. */
  readonly reason?: string;
}

/** What keeps two machines apart. The command line turns it into a sentence by `code`. */
export class SyncFault extends Error {
  readonly code: SyncFaultCode;
  readonly detail: SyncFaultDetail;

  constructor(code: SyncFaultCode, detail: SyncFaultDetail = {}, cause?: unknown) {
    super(`${code} ${Object.values(detail).join(' ')}`.trim(), { cause });
    this.name = 'SyncFault';
    this.code = code;
    this.detail = detail;
  }
}
