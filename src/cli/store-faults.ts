import type { Messages } from '../messages/messages.ts';
import type { LineFault } from '../store/event-lines.ts';
import { StoreFault } from '../store/store-fault.ts';
import { EXIT, UserError } from './errors.ts';

/** A fault of the disk in words; anything else is a bug and passes unchanged. */
export function asUserError(error: unknown, words: Messages): unknown {
  if (!(error instanceof StoreFault)) return error;
  const { errors } = words;
  const { path: history, file, line, reason, errno = '' } = error.detail;
  const path = file ?? history;
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
    case 'BACKUP_DAMAGED':
      return new UserError(error.code, EXIT.data, errors.backupDamaged(path), errors.backupDamagedHint);
    case 'NOT_A_HISTORY':
      return new UserError(error.code, EXIT.data, words.repair.foreign(path), words.repair.foreignHint);
    case 'HISTORY_DAMAGED': {
      const where = line === undefined ? '' : ` · ${words.history.damagedLine(line, reasonText(reason, words))}`;
      return new UserError(error.code, EXIT.data, errors.historyDamaged(path, where), errors.historyDamagedHint);
    }
  }
}

/** A damaged line; one of the archive with its file. */
export function faultText({ file, line, reason }: LineFault, words: Messages): string {
  const text = words.history.damagedLine(line, reasonText(reason, words));
  return file === undefined ? text : words.archive.inFile(file, text);
}

export function reasonText(reason: string | undefined, words: Messages): string {
  return words.history.reasons[reason ?? ''] ?? reason ?? '';
}
