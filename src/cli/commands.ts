import type * as seldomCommands from './seldom-commands.ts';

/**
 * What learners use every day in one place, so that it is built into one file: each further file costs a millisecond at the start.
 * What is seldom needed (other commands, YAML, the schema, tables of characters) is loaded by whoever needs it.
 */
export { runBankList, runBankSchema, runBankShow } from './bank.ts';
export { runDrill } from './drill.ts';
export { runExam } from './exam/exam.ts';
export { runHistoryDiff, runHistoryList, runHistoryShow } from './history.ts';
export { runHome } from './home-screen.ts';
export { runMistakes } from './mistakes.ts';
export { runMistakesCause } from './mistakes-cause.ts';
export { runPractice } from './practice.ts';
export { runStudy } from './study.ts';
export { runUndo } from './undo.ts';

export const runBankCheck = seldom('runBankCheck');
export const runBankEdit = seldom('runBankEdit');
export const runBankExport = seldom('runBankExport');
export const runBankFind = seldom('runBankFind');
export const runBankImport = seldom('runBankImport');
export const runBankNew = seldom('runBankNew');
export const runExport = seldom('runExport');
export const runHistoryArchive = seldom('runHistoryArchive');
export const runHistoryBackup = seldom('runHistoryBackup');
export const runHistoryBackups = seldom('runHistoryBackups');
export const runHistoryExport = seldom('runHistoryExport');
export const runHistoryImport = seldom('runHistoryImport');
export const runHistoryMerge = seldom('runHistoryMerge');
export const runHistoryRepair = seldom('runHistoryRepair');
export const runHistoryRestore = seldom('runHistoryRestore');
export const runHistoryVerify = seldom('runHistoryVerify');
export const runPaper = seldom('runPaper');
export const runSync = seldom('runSync');
export const runSyncInit = seldom('runSyncInit');
export const runSyncStatus = seldom('runSyncStatus');

type Seldom = typeof seldomCommands;
type Command = (...args: never[]) => Promise<unknown>;

function seldom<K extends keyof Seldom>(name: K): Seldom[K] {
  const run = async (...args: never[]) => {
    const commands = await import('./seldom-commands.ts');
    return (commands[name] as Command)(...args);
  };
  return run as Seldom[K];
}
