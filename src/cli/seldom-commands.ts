/** Commands of keepers, authors and trainers: one file that a drill need not load. */
export { runBankCheck } from './bank-check.ts';
export { runBankEdit } from './bank-edit.ts';
export { runBankExport } from './bank-export.ts';
export { runBankFind } from './bank-find.ts';
export { runBankImport } from './bank-import.ts';
export { runBankNew } from './bank-new.ts';
export { runExport } from './export.ts';
export { runHistoryArchive } from './history-archive.ts';
export { runHistoryBackup, runHistoryBackups } from './history-backup.ts';
export { runHistoryExport } from './history-export.ts';
export { runHistoryImport } from './history-import.ts';
export { runHistoryMerge } from './history-merge.ts';
export { runHistoryRepair } from './history-repair.ts';
export { runHistoryRestore } from './history-restore.ts';
export { runHistoryVerify } from './history-verify.ts';
export { runPaper } from './paper.ts';
export { runSync, runSyncInit, runSyncStatus } from './sync.ts';
