/**
 * All commands in one place, so that they are built into one file: each further file costs a millisecond at the start,
 * and what is large and seldom needed (YAML, the schema, tables of characters) is loaded by whoever needs it.
 */
export { runBankList, runBankSchema, runBankShow } from './bank.ts';
export { runBankCheck } from './bank-check.ts';
export { runBankEdit } from './bank-edit.ts';
export { runBankExport } from './bank-export.ts';
export { runBankFind } from './bank-find.ts';
export { runBankImport } from './bank-import.ts';
export { runBankNew } from './bank-new.ts';
export { runDrill } from './drill.ts';
export { runExam } from './exam/exam.ts';
export { runExport } from './export.ts';
export { runHistoryDiff, runHistoryList, runHistoryShow } from './history.ts';
export { runHistoryArchive } from './history-archive.ts';
export { runHistoryBackup, runHistoryBackups } from './history-backup.ts';
export { runHistoryExport } from './history-export.ts';
export { runHistoryImport } from './history-import.ts';
export { runHistoryMerge } from './history-merge.ts';
export { runHistoryRepair } from './history-repair.ts';
export { runHistoryRestore } from './history-restore.ts';
export { runHistoryVerify } from './history-verify.ts';
export { runHome } from './home-screen.ts';
export { runMistakes } from './mistakes.ts';
export { runMistakesCause } from './mistakes-cause.ts';
export { runPaper } from './paper.ts';
export { runPractice } from './practice.ts';
export { runStudy } from './study.ts';
export { runUndo } from './undo.ts';
